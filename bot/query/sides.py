"""The sides of a comparison, each as a query of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.query.pieces import Piece
from bot.query.places import Use, as_places, is_city, is_home, used_places
from bot.query.query import EventQuery, Places, Shape
from bot.query.roles import ROLES
from corpus.release import Language

_MOST_YEARS = 10


def sides_of(
    query: EventQuery, pieces: Sequence[Piece], language: Language
) -> tuple[EventQuery, ...]:
    """Two queries or more for a comparison: by origin, city, rank or time; none otherwise."""
    if query.shape is not Shape.COMPARE:
        return ()
    for sides in (
        _by_origin(query, pieces, language),
        tuple(replace(query, cities=frozenset({city})) for city in sorted(query.cities)),
        _by_period(query, pieces),
        _by_role(query, pieces),
    ):
        if len(sides) > 1:
            return sides
    return ()


def _by_origin(
    query: EventQuery, pieces: Sequence[Piece], language: Language
) -> tuple[EventQuery, ...]:
    places = used_places(pieces, language)
    named = [p for p in places if not is_city(p.piece) and not is_home(p.piece)]
    outbound = bool(query.destination) and query.destination != Places(frozenset({"KZ"}))
    if outbound:
        return tuple(replace(query, destination=as_places([p.piece])) for p in named)
    return tuple(replace(query, origin=as_places([p.piece])) for p in named if p.use is Use.ORIGIN)


def _by_period(query: EventQuery, pieces: Sequence[Piece]) -> tuple[EventQuery, ...]:
    periods = [piece.period for piece in pieces if piece.period]
    if len(periods) > 1:
        return tuple(replace(query, first=p.first, last=p.last) for p in periods)
    if not query.first or not query.last or query.last.year - query.first.year > _MOST_YEARS:
        return ()
    years = range(query.first.year, query.last.year + 1)
    return tuple(replace(query, first=date(y, 1, 1), last=date(y, 12, 31)) for y in years)


def _by_role(query: EventQuery, pieces: Sequence[Piece]) -> tuple[EventQuery, ...]:
    roles = dict.fromkeys(ROLES[piece.name] for piece in pieces if piece.name in ROLES)
    return tuple(replace(query, roles=each) for each in roles if each)
