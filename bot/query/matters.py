"""What goes without saying in questions on events other than visits; pure.

Their party is the foreign side: with whom a document was signed, whose mission was opened, or
where Kazakhstan's own mission stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.query.pieces import WORD_LEFT, Piece
from bot.query.places import HOME, is_home
from bot.query.query import EventQuery, Places
from corpus.release import Language
from index.extraction.event import EventKind, Role
from index.extraction.others.kinds import document_kind, mission_kind

_BELOW_MINISTERS = (Role.OTHER, Role.DEPUTY_FOREIGN_MINISTER)
_LONGEST_NAME = 2  # words
_HOME = Places(frozenset({HOME}))


def of_matter(query: EventQuery, pieces: Sequence[Piece], language: Language) -> EventQuery:
    """The query as events of its kind are kept; that of a visit as it is."""
    match query.kind:
        case EventKind.DOCUMENT:
            return _with_side(replace(query, documents=_documents(pieces, language)))
        case EventKind.CALL | EventKind.TALKS:
            return _with_partner(query, pieces)
        case EventKind.CREDENTIALS:
            return _of_envoys(query, pieces)
        case EventKind.OPENING:
            return _of_missions(query, pieces, language)
        case EventKind.APPOINTMENT:
            return _to_posts(query, pieces, language)
    return query


def _with_side(query: EventQuery) -> EventQuery:
    """A country that a document is said to be of, from or in is the side that signed it."""
    origin = _abroad(query.origin) or _abroad(query.destination)
    nobody: frozenset[Role] = frozenset()
    query = replace(query, roles=nobody, not_roles=nobody)
    return replace(query, origin=origin, destination=Places(), not_destination=Places())


def _documents(pieces: Sequence[Piece], language: Language) -> frozenset[str]:
    """The kinds of documents asked for; "agreements" are documents of any kind."""
    told = [piece.text for piece in pieces if piece.name == "document"]
    kinds = {document_kind(text, language) for text in told}
    any_kind = kinds & {None, "agreement"}
    return frozenset() if any_kind else frozenset(kind for kind in kinds if kind)


def _with_partner(query: EventQuery, pieces: Sequence[Piece]) -> EventQuery:
    """Of "with whom did the minister speak" the office and the name are the own side's."""
    names = {piece.name for piece in pieces}
    origin = _abroad(query.origin)
    if "with_whom" in names:
        below = _BELOW_MINISTERS if "minister" in names or "foreign_minister" in names else ()
        query = replace(query, roles=frozenset(), not_roles=frozenset(below))
    if query.kind is EventKind.CALL:
        origin = origin or _abroad(query.destination)
        query = replace(query, destination=Places(), not_destination=Places(), cities=frozenset())
    own = _subjects(pieces)
    topic = tuple(word for word in query.topic if word not in own)
    return replace(query, origin=origin, person=None, topic=topic)


def _subjects(pieces: Sequence[Piece]) -> frozenset[str]:
    """Names beside the word for talking: who spoke, where it is asked with whom."""
    beside = {
        near
        for at, piece in enumerate(pieces)
        if piece.name in {"talks", "call"}
        for near in range(at - _LONGEST_NAME, at + _LONGEST_NAME + 1)
        if 0 <= near < len(pieces)
    }
    return frozenset(
        pieces[at].text
        for at in beside
        if pieces[at].name == WORD_LEFT and pieces[at].text[:1].isupper()
    )


def _of_envoys(query: EventQuery, pieces: Sequence[Piece]) -> EventQuery:
    """Ambassadors to Kazakhstan, unless its own are asked for."""
    if _are_own(pieces):
        return replace(query, origin=_HOME)
    if query.origin:
        return query
    excluded = replace(query.not_origin, countries=query.not_origin.countries | {HOME})
    return replace(query, not_origin=excluded)


def _to_posts(query: EventQuery, pieces: Sequence[Piece], language: Language) -> EventQuery:
    """Consuls, whom no rank names, are known by the words that are left."""
    missions = _missions(pieces, language)
    left = mission_kind(" ".join(query.topic), language)
    if left is None:
        return replace(query, missions=missions)
    return replace(query, missions=missions | {left}, topic=())


def _of_missions(query: EventQuery, pieces: Sequence[Piece], language: Language) -> EventQuery:
    """Kazakhstan's own missions stand abroad, those of others in Kazakhstan."""
    names = {piece.name for piece in pieces}
    own = HOME in query.origin.countries or "abroad" in names or _are_own(pieces)
    bound = query.destination or query.cities
    return replace(
        query,
        roles=frozenset(),
        origin=_abroad(query.origin),
        not_destination=_HOME if own and not bound else Places(),
        missions=_missions(pieces, language),
    )


def _are_own(pieces: Sequence[Piece]) -> bool:
    """Whether Kazakhstan is named as whose the missions are, not as where they stand."""
    before = ["", *(piece.name for piece in pieces)]
    return any(is_home(piece) and before[at] != "to" for at, piece in enumerate(pieces))


def _missions(pieces: Sequence[Piece], language: Language) -> frozenset[str]:
    """The kinds of missions asked for; none where any will do."""
    told = [piece.text for piece in pieces if piece.name in {"mission", "ambassador"}]
    kinds = {mission_kind(text, language) for text in told}
    return frozenset(kind for kind in kinds if kind) if None not in kinds else frozenset()


def _abroad(places: Places) -> Places:
    return replace(places, countries=places.countries - {HOME})
