"""Reads a question as a typed query of events; pure.

A question that events do not answer surely has no reading: a fact, a quote, a sum, an address,
what was signed on an occasion. Those are for the search of passages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.query.asked import is_about_visits, wanted
from bot.query.build import query_of
from bot.query.context import in_context
from bot.query.follow_up import continued, leans_on_earlier
from bot.query.leading import asking
from bot.query.pieces import WORD_LEFT, Piece, read_pieces
from bot.query.places import Use, UsedPlace, is_home, is_in_home, used_places
from bot.query.query import EventQuery
from bot.query.roles import ROLES
from bot.query.sides import sides_of
from bot.question import question_language
from corpus.release import Language
from index.extraction.event import EventKind, Role


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as read; `alternative` is its other fair reading.

    `sides` are the queries that a comparison sets side by side; `query` then holds them all.
    """

    query: EventQuery
    alternative: EventQuery | None = None
    sides: tuple[EventQuery, ...] = ()


def as_read(reading: Reading) -> Reading:
    """The reading itself."""
    return reading


def read_otherwise(reading: Reading) -> Reading:
    """The reading the other way round, where there are two."""
    if reading.alternative is None:
        return reading
    return Reading(reading.alternative, reading.query)


def read_query(
    question: str, history: tuple[str, ...], language: Language, newest: date
) -> Reading | None:
    """How the question reads after those in `history`; None where events do not answer it."""
    reading: Reading | None = None
    for text in (*history, question):
        reading = _read(text, reading, language, newest)
    return reading


def _read(
    question: str, earlier: Reading | None, language: Language, newest: date
) -> Reading | None:
    language, pieces = _best_pieces(question, language, newest)
    pieces = in_context(asking(pieces))
    if earlier and leans_on_earlier(pieces):
        query = continued(earlier.query, pieces, language)
    else:
        query = _whole(pieces, language)
        if query is None and earlier:
            query = continued(earlier.query, pieces, language)
    if query is None:
        return None
    return Reading(query, _alternative(pieces, query), sides_of(query, pieces, language))


def _best_pieces(
    question: str, language: Language, newest: date
) -> tuple[Language, Sequence[Piece]]:
    """The pieces in the language that leaves the fewest words over, `language` by preference."""
    best, pieces = language, read_pieces(question, language, newest)
    for each in dict.fromkeys((question_language(question), *Language)):
        if each is not language and _words_left(pieces):
            others = read_pieces(question, each, newest)
            if _words_left(others) < _words_left(pieces):
                best, pieces = each, others
    return best, pieces


def _words_left(pieces: Sequence[Piece]) -> int:
    return sum(piece.name == WORD_LEFT for piece in pieces)


def _whole(pieces: Sequence[Piece], language: Language) -> EventQuery | None:
    """The query of a question that leans on no other."""
    asked = wanted(pieces, language)
    if asked is None:
        return None
    places = used_places(pieces, language)
    if asked.kind is EventKind.VISIT:
        to_capital = any(piece.name in {"capital", "here"} for piece in pieces)
        gone_to = [place for place in places if place.use is Use.DESTINATION]
        goes_home = any(place.sure and is_in_home(place.piece) for place in gone_to)
        if not is_about_visits(
            pieces,
            placed=bool(places),
            bound=bool(gone_to) or to_capital,
            goes_home=goes_home or to_capital,
            leaves=_leaves(pieces, places, asked.head),
        ):
            return None
    return query_of(pieces, asked, places, language)


def _leaves(pieces: Sequence[Piece], places: Sequence[UsedPlace], head: str) -> bool:
    """Whether it is asked where, or when, somebody of Kazakhstan's own was abroad."""
    own = any(is_home(place.piece) and place.use is Use.ORIGIN for place in places)
    away = any(place.use is Use.DESTINATION and place.sure for place in places)
    names = {piece.name for piece in pieces}
    unnamed = {"who", "ambassador"} & names
    if head == "cities" and away and ROLES.keys() & names:
        return True
    return own and (head in {"countries", "cities"} or (away and not unnamed))


def _alternative(pieces: Sequence[Piece], query: EventQuery) -> EventQuery | None:
    """The other reading: "ministers" alone may mean foreign ministers only."""
    names = {piece.name for piece in pieces}
    if "minister" in names and query.roles == ROLES["minister"]:
        return replace(query, roles=frozenset({Role.FOREIGN_MINISTER}))
    return None
