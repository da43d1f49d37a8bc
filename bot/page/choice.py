"""What a reader chose of the table of events, out of the address's parameters; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.query.query import HAPPENED
from index.events.filter import EventFilter
from index.extraction.event import EventKind, Role, Status
from index.places.gazetteer import Gazetteer

Choices = TypeVar("Choices", bound=StrEnum)
NOTHING_HAS_IT = frozenset({"-"})  # the code of no country
_LONGEST_PAGE = 6  # digits


class Standing(StrEnum):
    """Whether an event happened, as readers choose it."""

    HAPPENED = "happened"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    DENIED = "denied"
    ANY = "any"


class Order(StrEnum):
    """In which order events stand; those without a date always come last."""

    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class EventChoice:
    """Which events are to be shown, and how.

    `origin` and `destination` are a country's code or a region's key, `wrong` names parameters
    that could not be read and are passed over.
    """

    kind: EventKind | None = None
    role: Role | None = None
    origin: str = ""
    destination: str = ""
    city: str = ""
    standing: Standing = Standing.HAPPENED
    first: date | None = None
    last: date | None = None
    order: Order = Order.NEWEST
    page: int = 1
    wrong: tuple[str, ...] = ()


def read_choice(asked: Mapping[str, str]) -> EventChoice:
    """The choice that the parameters in `asked` tell."""
    days = {name: asked.get(name, "").strip() for name in ("since", "until")}
    first, last = (_day(text) for text in days.values())
    return EventChoice(
        kind=_one_of(EventKind, asked.get("kind")),
        role=_one_of(Role, asked.get("role")),
        origin=asked.get("from", "")[:100],
        destination=asked.get("to", "")[:100],
        city=asked.get("city", "")[:100],
        standing=_one_of(Standing, asked.get("status")) or Standing.HAPPENED,
        first=first,
        last=last,
        order=_one_of(Order, asked.get("order")) or Order.NEWEST,
        page=_page(asked.get("page", "")),
        wrong=tuple(name for name, text in days.items() if text and _day(text) is None),
    )


def parameters(choice: EventChoice) -> tuple[tuple[str, str], ...]:
    """The parameters that tell `choice`, without those that say nothing."""
    told = {
        "kind": choice.kind or "",
        "role": choice.role or "",
        "from": choice.origin,
        "to": choice.destination,
        "city": choice.city,
        "status": "" if choice.standing is Standing.HAPPENED else choice.standing,
        "since": choice.first.isoformat() if choice.first else "",
        "until": choice.last.isoformat() if choice.last else "",
        "order": "" if choice.order is Order.NEWEST else choice.order,
        "page": str(choice.page) if choice.page > 1 else "",
    }
    return tuple((name, str(value)) for name, value in told.items() if value)


def filter_of(choice: EventChoice) -> EventFilter:
    """What the store is asked for by `choice`, transit stops left out."""
    return EventFilter(
        kinds=frozenset({choice.kind} if choice.kind else ()),
        roles=frozenset({choice.role} if choice.role else ()),
        countries=_countries(choice.origin),
        to_countries=_countries(choice.destination),
        cities=frozenset({choice.city} if choice.city else ()),
        statuses=_statuses(choice.standing),
        first=choice.first,
        last=choice.last,
    )


def _statuses(standing: Standing) -> frozenset[Status]:
    match standing:
        case Standing.ANY:
            return frozenset()
        case Standing.HAPPENED:
            return HAPPENED
    return frozenset({Status(standing.value)})


def _countries(place: str) -> frozenset[str]:
    gazetteer = Gazetteer.load()
    if not place:
        return frozenset()
    if place in gazetteer.region_keys():
        return gazetteer.region_members(place)
    return frozenset({place}) & gazetteer.country_codes() or NOTHING_HAS_IT


def _one_of(choices: type[Choices], value: str | None) -> Choices | None:
    return choices(value) if value in set(choices) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _page(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= _LONGEST_PAGE
    return max(int(text), 1) if is_number else 1
