"""Reads a question as a typed query of events; pure.

A question that events do not answer surely has no reading: a fact, a quote, a sum, an address,
what was signed on an occasion. Those are for the search of passages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.query import HAPPENED, EventQuery, ItemOf, Places
from bot.query_asked import MOTION, QUESTIONS, Wanted, is_about_visits, item_of, wanted, with_which
from bot.query_pieces import PERIOD, PLACE, QUOTE, WORD_LEFT, Piece, read_pieces
from bot.query_places import HOME, Use, UsedPlace, as_places, is_city, is_home, used_places
from bot.query_roles import ROLES
from corpus.release import Language
from index.extraction.event import EventKind, Role, Status, VisitForm
from index.gazetteer_mentions import CityMention

_HOME = Places(frozenset({HOME}))
_FORMS = {
    "official": VisitForm.OFFICIAL,
    "working": VisitForm.WORKING,
    "state_visit": VisitForm.STATE,
    "transit": VisitForm.TRANSIT,
    "conference": VisitForm.CONFERENCE,
}
_STATUSES = {
    "planned": {Status.PLANNED},
    "cancelled": {Status.CANCELLED},
    "postponed": {Status.POSTPONED},
    "not_come": {Status.CANCELLED, Status.POSTPONED, Status.DENIED},
}
_ASKING = QUESTIONS | MOTION | ROLES.keys() | {"list"}
_TELLING = {PLACE, WORD_LEFT, PERIOD}


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as read; `alternative` is its other fair reading.

    `sides` are the queries that a comparison sets side by side; `query` then holds them all.
    """

    query: EventQuery
    alternative: EventQuery | None = None
    sides: tuple[EventQuery, ...] = ()


def read_query(
    question: str, history: tuple[str, ...], language: Language, newest: date
) -> Reading | None:
    """How the question reads after those in `history`; None where events do not answer it."""
    return _read(question, language, newest)


def _read(question: str, language: Language, newest: date) -> Reading | None:
    pieces = with_which(_asking(read_pieces(question, language, newest)))
    asked = wanted(pieces, language)
    if asked is None:
        return None
    places = used_places(pieces, language)
    goes_to = any(place.use is Use.DESTINATION and place.sure for place in places)
    if asked.kind is EventKind.VISIT and not is_about_visits(
        pieces, placed=bool(places), goes_to=goes_to or "capital" in {p.name for p in pieces}
    ):
        return None
    query = _query(pieces, asked, places)
    return Reading(query, _alternative(pieces, query)) if query else None


def _asking(pieces: Sequence[Piece]) -> list[Piece]:
    """The sentences that ask; what stands around them only leads up to it."""
    asking = {piece.sentence for piece in pieces if piece.name in _ASKING}
    return [p for p in pieces if p.sentence in asking or not asking or p.name not in _TELLING]


def _query(
    pieces: Sequence[Piece], asked: Wanted, places: Sequence[UsedPlace]
) -> EventQuery | None:
    names = {piece.name for piece in pieces}
    origin, destination = _from_where(pieces, places)
    outbound = HOME in origin.countries
    if asked.kind is EventKind.DOCUMENT and origin.countries:
        return None
    cities = frozenset(
        place.piece.mention.city
        for place in places
        if isinstance(place.piece.mention, CityMention) and place.use is not Use.EXCLUDED
    )
    if "capital" in names and not outbound:
        cities |= {"Astana"}
    first, last = _period(pieces)
    query = EventQuery(
        kind=asked.kind,
        shape=asked.shape,
        item_of=item_of(pieces, asked, outbound=outbound),
        roles=_roles(pieces),
        not_roles=_roles(pieces, left_out=True),
        origin=origin,
        not_origin=as_places([p.piece for p in places if p.use is Use.EXCLUDED]),
        destination=destination,
        cities=cities,
        first=first,
        last=last,
        forms=_forms(pieces),
        first_ever="first_ever" in names,
        statuses=_statuses(names),
        topic=_topic(pieces, places),
        limit=_limit(pieces),
    )
    return _completed(query, names)


def _from_where(pieces: Sequence[Piece], places: Sequence[UsedPlace]) -> tuple[Places, Places]:
    """Origin and destination; beside a traveller of Kazakhstan's own the rest is gone to."""
    named = [place for place in places if not is_city(place.piece)]
    origin = [p for p in named if p.use is Use.ORIGIN]
    destination = [p.piece for p in named if p.use is Use.DESTINATION]
    home = [p for p in origin if is_home(p.piece)]
    if any(piece.name == "fellow" for piece in pieces):
        origin = [p for p in origin if p not in home]
    elif home and len(origin) > len(home):
        destination += [p.piece for p in origin if p not in home]
        origin = home
    return as_places([p.piece for p in origin]), as_places(destination)


def _completed(query: EventQuery, names: set[str]) -> EventQuery:
    """What goes without saying: who comes comes to Kazakhstan, who leaves leaves it."""
    if query.kind is not EventKind.VISIT:
        return query
    if HOME in query.origin.countries or "abroad" in names:
        bound = query.destination or query.cities
        return query if bound else replace(query, not_destination=_HOME)
    if query.cities:
        query = replace(query, destination=_without_home(query.destination))
    elif not query.destination and not (query.person and query.item_of is ItemOf.DESTINATION):
        query = replace(query, destination=_HOME)
    if names & {"from_abroad", "fellow", "host"}:
        excluded = query.not_origin
        query = replace(query, not_origin=replace(excluded, countries=excluded.countries | {HOME}))
    return query


def _without_home(places: Places) -> Places:
    return replace(places, countries=places.countries - {HOME})


def _roles(pieces: Sequence[Piece], *, left_out: bool = False) -> frozenset[Role]:
    found: set[Role] = set()
    for index, piece in enumerate(pieces):
        if piece.name in ROLES and _is_left_out(pieces, index) == left_out:
            found |= ROLES[piece.name]
    return frozenset(found)


def _is_left_out(pieces: Sequence[Piece], index: int) -> bool:
    return any(piece.name == "except" for piece in pieces[max(0, index - 1) : index])


def _forms(pieces: Sequence[Piece]) -> frozenset[VisitForm]:
    return frozenset(
        _FORMS[piece.name]
        for index, piece in enumerate(pieces)
        if piece.name in _FORMS and not _is_left_out(pieces, index)
    )


def _statuses(names: Iterable[str]) -> frozenset[Status]:
    told = [_STATUSES[name] for name in names if name in _STATUSES]
    return frozenset().union(*told) if told else HAPPENED


def _period(pieces: Sequence[Piece]) -> tuple[date | None, date | None]:
    """The days that all periods cover together; two open ones bound each other."""
    periods = [
        piece.period
        for index, piece in enumerate(pieces)
        if piece.period and (not index or pieces[index - 1].name != "membership")
    ]
    if not periods:
        return None, None
    starts = [p.first for p in periods if p.first]
    ends = [p.last for p in periods if p.last]
    opens = any(p.first is None for p in periods), any(p.last is None for p in periods)
    crossed = all(opens)
    first = min(starts) if starts and (crossed or not opens[0]) else None
    last = max(ends) if ends and (crossed or not opens[1]) else None
    return first, last


def _topic(pieces: Sequence[Piece], places: Sequence[UsedPlace]) -> tuple[str, ...]:
    of_places = {place.piece.start for place in places if place.use is Use.TOPIC}
    return tuple(
        piece.text.strip('«»“”„"')
        for piece in pieces
        if piece.name in {WORD_LEFT, QUOTE} or piece.start in of_places
    )


def _limit(pieces: Sequence[Piece]) -> int | None:
    return None


def _alternative(pieces: Sequence[Piece], query: EventQuery) -> EventQuery | None:
    """The other reading: "ministers" alone may mean foreign ministers only."""
    names = {piece.name for piece in pieces}
    if "minister" in names and query.roles == ROLES["minister"]:
        return replace(query, roles=frozenset({Role.FOREIGN_MINISTER}))
    return None
