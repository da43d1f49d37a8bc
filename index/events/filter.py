"""What is looked for among events; pure values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.extraction.event import EventKind, Role, Status, VisitForm


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are wanted; an empty or missing field asks nothing.

    `countries` are codes and `organizations` keys of whom acts: one of either will do; whoever
    is of an excluded one will not. A double office has both roles. `forms`, `first_ever` ask
    whether any telling says so. `first` and `last` enclose the event's days, so that undated
    events never match them. Transit stops are left out unless `forms` asks for them.
    """

    kinds: frozenset[EventKind] = frozenset()
    roles: frozenset[Role] = frozenset()
    not_roles: frozenset[Role] = frozenset()
    countries: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    not_countries: frozenset[str] = frozenset()
    not_organizations: frozenset[str] = frozenset()
    to_countries: frozenset[str] = frozenset()
    not_to_countries: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()
    not_cities: frozenset[str] = frozenset()
    forms: frozenset[VisitForm] = frozenset()
    not_forms: frozenset[VisitForm] = frozenset()
    first_ever: bool = False
    statuses: frozenset[Status] = frozenset()
    first: date | None = None
    last: date | None = None
