"""Which events of a store can answer a query, or nearly do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache

from bot.query.query import EventQuery, Places
from index.events.filter import EventFilter
from index.events.store import EventStore
from index.extraction.event import Event, EventKind, VisitForm
from index.places.gazetteer import Gazetteer

NEAR_AT_MOST = 10  # events looked at that fail one condition, for each of the conditions
FIRST_YEAR = 1990  # no membership before it matters to the releases


@dataclass(frozen=True, slots=True)
class Candidates:
    """Events to judge, in order of date, and how many more fail one condition unread."""

    events: list[Event]
    unread: int


def candidates(query: EventQuery, store: EventStore) -> Candidates:
    """The events in `store` that meet all conditions of `query`, or all but one."""
    exact = _exact(query)
    named = set(store.of_person(query.person).tolist()) if query.person else None

    def select(wanted: EventFilter) -> list[int]:
        found: list[int] = store.select(wanted).tolist()
        return found if named is None else [number for number in found if number in named]

    numbers = set(select(exact))
    unread = 0
    for relaxed in _relaxed(query, exact):
        near = [number for number in select(relaxed) if number not in numbers]
        unread += max(len(near) - NEAR_AT_MOST, 0)
        numbers.update(near[-NEAR_AT_MOST:])
    return Candidates(store.events(sorted(numbers)), unread)


def codes(places: Places) -> frozenset[str]:
    """Countries that belong to `places` now or did so at some time."""
    gazetteer = Gazetteer.load()
    found = set(places.countries)
    for region in places.regions:
        found |= gazetteer.region_members(region)
    for organization in places.organizations:
        found |= _ever_members(organization)
    return frozenset(found)


@lru_cache(maxsize=200)
def _ever_members(organization: str) -> frozenset[str]:
    gazetteer = Gazetteer.load()
    found = set(gazetteer.organization_members(organization))
    for year in range(FIRST_YEAR, datetime.now(UTC).year + 1):
        found |= gazetteer.organization_members(organization, date(year, 1, 1))
    return frozenset(found)


def _exact(query: EventQuery) -> EventFilter:
    return EventFilter(
        kinds=frozenset({query.kind}),
        roles=query.roles,
        not_roles=query.not_roles,
        countries=codes(query.origin),
        organizations=query.origin.organizations,
        not_countries=query.not_origin.countries,
        to_countries=frozenset() if query.cities else codes(query.destination),
        not_to_countries=query.not_destination.countries,
        cities=query.cities,
        forms=query.forms,
        first_ever=query.first_ever,
        statuses=query.statuses,
        first=query.first,
        last=query.last,
    )


def _relaxed(query: EventQuery, exact: EventFilter) -> Iterator[EventFilter]:
    """`exact` with each of its conditions dropped in turn."""
    nothing: frozenset[str] = frozenset()
    yield replace(exact, statuses=frozenset())
    yield replace(exact, forms=frozenset())
    if not exact.forms:
        yield replace(exact, forms=frozenset({VisitForm.TRANSIT}))
    if exact.roles or exact.not_roles:
        yield replace(exact, roles=frozenset(), not_roles=frozenset())
    if exact.cities or exact.to_countries or exact.not_to_countries:
        yield replace(exact, cities=nothing, to_countries=nothing, not_to_countries=nothing)
    if exact.first or exact.last:
        yield replace(exact, first=None, last=None)
    if query.kind is EventKind.VISIT and (exact.countries or exact.organizations):
        yield EventFilter(
            kinds=frozenset({EventKind.TALKS, EventKind.CALL}),
            roles=exact.roles,
            countries=exact.countries,
            organizations=exact.organizations,
            not_countries=exact.not_countries,
            first=exact.first,
            last=exact.last,
        )
