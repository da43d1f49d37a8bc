"""Puts the query of a question together out of its pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.query.asked import Wanted, item_of
from bot.query.fields import (
    also_roles_of,
    every_city_of,
    forms_of,
    limit_of,
    period_of,
    person_of,
    roles_of,
    statuses_of,
    topic_of,
)
from bot.query.matters import of_matter
from bot.query.parties import without_hosts, without_partners
from bot.query.pieces import FUNCTION, WORD_LEFT, Piece
from bot.query.places import HOME, Use, UsedPlace, as_places, ending, is_city, is_home
from bot.query.query import EventQuery, ItemOf, Places, Shape
from bot.query.roles import ROLES
from corpus.release import Language
from index.extraction.event import EventKind
from index.places.mentions import CityMention

AT_HOME = Places(frozenset({HOME}))
_TO_PLACES = {"countries", "cities"}
_MANY_WORDS = 3
_CAPITAL = frozenset({"Astana"})


def query_of(
    pieces: Sequence[Piece], asked: Wanted, places: Sequence[UsedPlace], language: Language
) -> EventQuery | None:
    """The query that the pieces make; None for a fact, as with whom one country's people met."""
    whole = pieces
    set_aside = without_partners if asked.kind is EventKind.VISIT else without_hosts
    pieces, places = set_aside(pieces, places)
    names = {piece.name for piece in pieces}
    person = person_of(pieces)
    query = replace(
        _with_conditions(pieces, asked),
        person=person,
        topic=topic_of(pieces, places, person),
    )
    query = _with_places(query, pieces, asked, places, language)
    if _is_of_a_fact(query, pieces):
        return None
    return of_matter(_completed(query, names), whole, language)


def _with_conditions(pieces: Sequence[Piece], asked: Wanted) -> EventQuery:
    """The query of ranks, time, form and number, as far as no place or name decides."""
    names = {piece.name for piece in pieces}
    first, last = period_of(pieces)
    return EventQuery(
        kind=asked.kind,
        shape=asked.shape,
        roles=roles_of(pieces),
        not_roles=roles_of(pieces, left_out=True),
        also_roles=also_roles_of(pieces),
        first=first,
        last=last,
        forms=forms_of(pieces, asked.shape),
        not_forms=forms_of(pieces, asked.shape, left_out=True),
        first_ever="first_ever" in names and asked.shape is not Shape.FIRST,
        statuses=statuses_of(names),
        limit=limit_of(pieces),
    )


def _with_places(
    query: EventQuery,
    pieces: Sequence[Piece],
    asked: Wanted,
    places: Sequence[UsedPlace],
    language: Language,
) -> EventQuery:
    """The query with where from and where to, and with what is an item of it."""
    origin, destination = from_where(pieces, places)
    if HOME not in origin.countries and _asks_destination(pieces, asked, places, language):
        origin, destination = AT_HOME, origin
    abroad = any(piece.name == "abroad" for piece in pieces) and not origin
    outbound = HOME in origin.countries or abroad
    outbound = outbound or (query.person is not None and _asks_where(pieces, asked))
    excluded = [place.piece for place in places if place.use is Use.EXCLUDED]
    return replace(
        query,
        item_of=_item_of(query, pieces, asked, origin, outbound=outbound),
        origin=origin,
        not_origin=as_places(excluded),
        destination=destination,
        cities=cities_of(pieces, places, outbound=outbound),
        every_city=every_city_of(pieces),
        not_cities=frozenset(
            piece.mention.city for piece in excluded if isinstance(piece.mention, CityMention)
        ),
    )


def _item_of(
    query: EventQuery, pieces: Sequence[Piece], asked: Wanted, origin: Places, *, outbound: bool
) -> ItemOf:
    """What one item is: of one country's people who came each visit, whatever their rank."""
    found = item_of(pieces, asked, outbound=outbound)
    of_one = origin == Places(origin.countries) and len(origin.countries) == 1
    anybody = query.kind is EventKind.VISIT and not query.roles and query.shape is Shape.LIST
    is_many = found is ItemOf.TRAVELLER and of_one and anybody
    return ItemOf.VISIT if is_many else found


def _is_of_a_fact(query: EventQuery, pieces: Sequence[Piece]) -> bool:
    """Whether the texts must be searched for what is asked, since no event tells it."""
    names = {piece.name for piece in pieces}
    if "with_whom" in names and query.origin.countries:
        return True
    if query.kind is EventKind.DOCUMENT and query.origin.organizations and "countries" not in names:
        return True  # signed with the organisation itself, not with its members
    if query.kind is EventKind.VISIT and not _has_subject(pieces, query.origin, query.person):
        return True
    return bool({"where", "where_to", "when"} & names) and _tells_of_a_thing(query.topic)


def _tells_of_a_thing(topic: Sequence[str]) -> bool:
    """Whether so much is left of a question that the texts must be searched for it."""
    return sum(word.islower() for word in topic) >= _MANY_WORDS


def _has_subject(pieces: Sequence[Piece], origin: Places, person: str | None) -> bool:
    """Whether it is told or asked who travels; what else a question names may be a thing."""
    names = {piece.name for piece in pieces}
    if origin or person or names & (ROLES.keys() | {"who", "visits", "of_them"}):
        return True
    return "countries" in names and WORD_LEFT not in names


def _asks_where(pieces: Sequence[Piece], asked: Wanted) -> bool:
    """Whether the places that somebody went to are asked for, and not those of office holders."""
    names = [piece.name for piece in pieces if piece.name != "gone_to"]
    if {"where", "where_to", "abroad"} & set(names):
        return True
    if asked.head not in _TO_PLACES and names[0] not in _TO_PLACES:
        return False
    at = next((at for at, name in enumerate(names) if name in _TO_PLACES), 0)
    after = (name for name in names[at + 1 :] if name not in {FUNCTION, "filler", "possessive"})
    return next(after, "") not in ROLES


def _asks_destination(
    pieces: Sequence[Piece], asked: Wanted, places: Sequence[UsedPlace], language: Language
) -> bool:
    """Whether "which countries" are those that the ministry's own people went to."""
    names = [piece.name for piece in pieces]
    if asked.kind is not EventKind.VISIT or asked.head != "countries" or "send" in names:
        return False
    if not ROLES.keys() & set(names) or any(p.use is Use.DESTINATION for p in places):
        return False
    at = names.index("countries")
    if language is Language.KK:
        return ending(pieces[at].text) is Use.DESTINATION
    if language is Language.RU:
        return "gone_to" in names
    after = [name for name in names[at + 1 :] if name not in {FUNCTION, "filler"}]
    return after[:1] == ["auxiliary"] and after[1:2] != [] and after[1] in ROLES


def from_where(pieces: Sequence[Piece], places: Sequence[UsedPlace]) -> tuple[Places, Places]:
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


def cities_of(
    pieces: Sequence[Piece], places: Sequence[UsedPlace], *, outbound: bool
) -> frozenset[str]:
    """Cities gone to; "the capital" is Kazakhstan's, but for who leaves Kazakhstan."""
    cities = frozenset(
        place.piece.mention.city
        for place in places
        if isinstance(place.piece.mention, CityMention) and place.use is Use.DESTINATION
    )
    capital = any(piece.name == "capital" for piece in pieces) and not outbound
    return cities | _CAPITAL if capital else cities


def _completed(query: EventQuery, names: set[str]) -> EventQuery:
    """What goes without saying: who comes comes to Kazakhstan, who leaves leaves it."""
    if query.kind is not EventKind.VISIT:
        return replace(query, not_destination=AT_HOME) if "abroad" in names else query
    if "abroad" in names and query.destination == AT_HOME:
        names = names - {"abroad"} | {"from_abroad"}  # "foreign visits" are those of others, too
    if "abroad" in names and not query.origin and query.person is None:
        query = replace(query, origin=AT_HOME)
    if HOME in query.origin.countries or "abroad" in names:
        bound = query.destination or query.cities
        return query if bound else replace(query, not_destination=AT_HOME)
    if query.cities:
        query = replace(query, destination=_without_home(query.destination))
    elif not query.destination and query.person is None:
        query = replace(query, destination=AT_HOME)
    if names & {"from_abroad", "fellow", "host"}:
        countries = query.not_origin.countries | {HOME}
        query = replace(query, not_origin=replace(query.not_origin, countries=countries))
    return query


def _without_home(places: Places) -> Places:
    return replace(places, countries=places.countries - {HOME})
