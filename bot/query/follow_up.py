"""Follow-up questions: what of the last query they change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from bot.query.asked import MATTERS, MOTION, QUESTIONS, head_after, is_complete_head, shape_of
from bot.query.build import AT_HOME, cities_of, from_where
from bot.query.fields import (
    DEPUTIES,
    forms_of,
    limit_of,
    period_of,
    person_of,
    roles_of,
    statuses_of,
)
from bot.query.pieces import PLACE, QUOTE, WORD_LEFT, Piece
from bot.query.places import HOME, Use, UsedPlace, as_places, is_city, is_home, used_places
from bot.query.query import HAPPENED, EventQuery, ItemOf, Places, Shape
from bot.query.roles import ROLES
from corpus.release import Language

_NOT_OF_VISITS = MATTERS | {"what", "talks", "call", "not_yet", "no_time"}
_OWN_SUBJECT = {PLACE, WORD_LEFT, QUOTE, "who", "countries", "capital", "abroad", "deputy"}
_LONG = timedelta(days=300)
_ITEMS = {"cities": ItemOf.CITY, "visits": ItemOf.VISIT, "times": ItemOf.VISIT}


def leans_on_earlier(pieces: Sequence[Piece]) -> bool:
    """Whether a question says itself that it goes on from the one before."""
    names = [piece.name for piece in pieces]
    if "of_them" in names:
        return True
    whole = bool(ROLES.keys() & set(names)) and PLACE in names
    if names[:1] == ["follow_up"] or "follow_up_mark" in names:
        return not (whole and MOTION & set(names))
    # What names nobody and no place leans on the question before it.
    if _names_one_of_them(pieces):
        return True
    if {"pronoun", "afterwards"} & set(names) and not _names_somebody(pieces):
        return True
    return not (ROLES.keys() | _OWN_SUBJECT) & set(names)


def _names_one_of_them(pieces: Sequence[Piece]) -> bool:
    """Whether somebody is told by country alone, as "the French one"."""
    told = any(
        p.name == PLACE and after.text.lower() in {"one", "ones"} for p, after in pairwise(pieces)
    )
    return told and not any(piece.name in ROLES for piece in pieces)


def _names_somebody(pieces: Sequence[Piece]) -> bool:
    subjects = ROLES.keys() | {"who", "countries", "visits", "institutions"}
    return any(piece.name in subjects or piece.name in {WORD_LEFT, QUOTE} for piece in pieces)


def continued(
    earlier: EventQuery, pieces: Sequence[Piece], language: Language
) -> EventQuery | None:
    """The `earlier` query as the pieces change it; None where they ask for something else."""
    names = {piece.name for piece in pieces}
    if names & _NOT_OF_VISITS or not _is_understood(pieces):
        return None
    query = _with_places(earlier, pieces, language)
    query = _with_ranks(query, pieces)
    query = _with_shape(query, pieces)
    first, last = period_of(pieces)
    if first or last or "all_time" in names or _asks_day_of_more(query, names):
        query = replace(query, first=first, last=last)
    forms, not_forms = (forms_of(pieces, query.shape, left_out=out) for out in (False, True))
    if forms or not_forms:
        query = replace(query, forms=forms, not_forms=not_forms)
    statuses = statuses_of(names - {"not_come"} if query.not_cities else names)
    if statuses != HAPPENED:
        query = replace(query, statuses=statuses)
    if "first_ever" in names:
        query = replace(query, first_ever=True)
    if "afterwards" in names:  # not where they were already
        query = replace(query, cities=frozenset(), not_cities=earlier.cities)
    return replace(query, limit=limit_of(pieces))


def _asks_day_of_more(query: EventQuery, names: set[str]) -> bool:
    """Whether a day is asked for that may lie outside the few that were spoken of before."""
    if not names & {"when", "latest", "first"} or not query.first or not query.last:
        return False
    return query.last - query.first < _LONG


def _is_understood(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces say something of the query and nothing that it cannot take up."""
    names = [piece.name for piece in pieces]
    heads = [head_after(pieces, i) for i, name in enumerate(names) if name in {"which", "how_many"}]
    left = [piece for piece in pieces if piece.name == WORD_LEFT]
    if not all(is_complete_head(head) or not head for head in heads):
        return False
    person = person_of(pieces)
    return all(piece.text in (person or "").split() for piece in left)


def _with_places(query: EventQuery, pieces: Sequence[Piece], language: Language) -> EventQuery:
    places = used_places(pieces, language)
    outbound = HOME in query.origin.countries
    if outbound:
        places = [_outward(place) for place in places]
    origin, destination = from_where(pieces, places)
    cities = cities_of(pieces, places, outbound=outbound)
    excluded = as_places([place.piece for place in places if place.use is Use.EXCLUDED])
    if origin:
        query = replace(query, origin=origin, not_origin=excluded)
    elif excluded:
        query = replace(query, not_origin=excluded)
    if cities and "not_come" in {piece.name for piece in pieces}:
        return replace(query, not_cities=cities, cities=frozenset(), destination=AT_HOME)
    if cities:
        return replace(query, cities=cities, destination=destination, not_cities=frozenset())
    if destination:
        return replace(query, destination=destination, not_destination=Places(), cities=frozenset())
    return query


def _outward(place: UsedPlace) -> UsedPlace:
    """A place named after a question on trips abroad is one gone to, unless marked otherwise."""
    free = not place.sure or not is_city(place.piece)
    free = free and not is_home(place.piece)
    return replace(place, use=Use.DESTINATION) if free and place.use is Use.ORIGIN else place


def _with_ranks(query: EventQuery, pieces: Sequence[Piece]) -> EventQuery:
    roles, not_roles = roles_of(pieces), roles_of(pieces, left_out=True)
    if any(piece.name == "deputy" for piece in pieces):
        roles = frozenset(DEPUTIES.get(role, role) for role in query.roles)
    of_same = roles == ROLES["minister"] and bool(query.roles)
    if roles and not of_same:
        query = replace(query, roles=roles)
    if not_roles:
        query = replace(query, not_roles=not_roles)
    person = person_of(pieces)
    return replace(query, person=person, roles=roles) if person else query


def _with_shape(query: EventQuery, pieces: Sequence[Piece]) -> EventQuery:
    names = [piece.name for piece in pieces]
    head = next(
        (head_after(pieces, i) for i, name in enumerate(names) if name in {"which", "how_many"}), ""
    )
    if head in _ITEMS:
        query = replace(query, item_of=_ITEMS[head])
    elif "where" in names and HOME not in query.origin.countries:
        query = replace(query, item_of=ItemOf.CITY)
    shape = shape_of(names)
    asks = set(names) & (QUESTIONS | {"list"}) or shape not in {Shape.LIST, Shape.EXISTS}
    return replace(query, shape=shape) if asks else query
