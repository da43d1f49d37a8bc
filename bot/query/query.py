"""A question about events as a typed query; pure values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index.extraction.event import EventKind, Role, Status, VisitForm

HAPPENED = frozenset({Status.TOOK_PLACE, Status.PAST_MENTION})


class Shape(StrEnum):
    """The kind of answer that is asked for."""

    LIST = "list"
    COUNT = "count"
    EXISTS = "exists"  # "has any ... visited?": answered by yes or no, then the list
    FIRST = "first"
    LATEST = "latest"
    MOST_OFTEN = "most_often"
    MORE_THAN_ONCE = "more_than_once"
    COMPARE = "compare"  # counts of two origins, roles, periods side by side
    WHEN = "when"  # the date of a visit


class ItemOf(StrEnum):
    """What makes one item of a list."""

    TRAVELLER = "traveller"  # a country's (or organisation's) office holder, visits joined
    VISIT = "visit"
    DESTINATION = "destination"  # the country visited
    CITY = "city"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Places:
    """Countries by code, regions and organisations by key of the gazetteer; any of them."""

    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.countries or self.regions or self.organizations)


@dataclass(frozen=True, slots=True)
class EventQuery:
    """What is asked of the events; an empty or missing field asks nothing.

    `origin` is where who acts comes from, `destination` and `cities` where to; each with
    what is excluded. `also_roles`, any of them, are held besides one of `roles`. `first` and
    `last` bound the date, both inclusive. `topic` holds the words that no other field took up,
    such as the name of a conference. `members_on` is the day whose members of an organisation
    are meant; without it each visit's own day counts. `limit` is how many are asked for, for
    MORE_THAN_ONCE how often somebody came at least; with `every_city` he was in all of `cities`.
    """

    kind: EventKind
    shape: Shape = Shape.LIST
    item_of: ItemOf = ItemOf.TRAVELLER
    roles: frozenset[Role] = frozenset()
    not_roles: frozenset[Role] = frozenset()
    also_roles: frozenset[Role] = frozenset()
    person: str | None = None
    origin: Places = Places()
    not_origin: Places = Places()
    destination: Places = Places()
    not_destination: Places = Places()
    cities: frozenset[str] = frozenset()
    not_cities: frozenset[str] = frozenset()
    every_city: bool = False
    first: date | None = None
    last: date | None = None
    forms: frozenset[VisitForm] = frozenset()
    not_forms: frozenset[VisitForm] = frozenset()
    first_ever: bool = False
    statuses: frozenset[Status] = HAPPENED
    missions: frozenset[str] = frozenset()  # "embassy", "consulate", "honorary_consulate"
    documents: frozenset[str] = frozenset()  # kinds, such as "memorandum"; see index's kinds.yaml
    topic: tuple[str, ...] = ()
    members_on: date | None = None
    limit: int | None = None
