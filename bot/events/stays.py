"""Events of one traveller at one place and time, told apart or together; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from index.extraction.event import Event, EventKind

SAME_STAY = timedelta(days=6)  # two dates of one traveller that lie nearer are of one visit

Key = tuple[str, str | None]


def traveller(event: Event) -> str:
    """Who acts: a country's code, or an organisation, or a person."""
    party = event.best.party
    return party.country or party.organization or party.person or ""


def is_one_stay(one: Event, other: Event) -> bool:
    """Whether both can be of one stay: undated ones are of any."""
    if _key(one) != _key(other):
        return False
    first, second = one.best, other.best
    if first.kind is not EventKind.VISIT and one.number != other.number:
        return False
    if first.first is None or second.first is None or first.last is None or second.last is None:
        return True
    gap = max(first.first - second.last, second.first - first.last)
    return gap <= SAME_STAY


def stays(events: Iterable[Event]) -> list[list[Event]]:
    """`events` by stay, each with its most precisely dated one first.

    An event belongs to the first stay whose first event it can be of one stay with.
    """
    told = sorted(events, key=_vagueness)
    if len(told) < 2:
        return [told] if told else []
    found: list[list[Event]] = []
    places: dict[Key, _Stays] = defaultdict(_Stays)
    for event in told:
        known = places[_key(event)]
        home = known.home(event)
        if home is None:
            stay = [event]
            found.append(stay)
            known.add(stay)
        else:
            home.append(event)
    return found


class StayFinder:
    """Finds whether some event is of one stay with any of `events`."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._told: dict[Key, list[Event]] = defaultdict(list)
        for event in events:
            self._told[_key(event)].append(event)
        self._places: dict[Key, _Stays] = {}  # made when they are asked for: few of many are

    def has(self, event: Event) -> bool:
        """Whether one of the events is of one stay with `event`."""
        key = _key(event)
        if key not in self._told:
            return False
        if key not in self._places:
            known = self._places[key] = _Stays()
            for other in sorted(self._told[key], key=_vagueness):
                known.add([other])
        return self._places[key].home(event) is not None


class _Stays:
    """Stays of one traveller at one place in their order, and which of them lie in a month.

    Going through thousands of stays for each event would take seconds.
    """

    def __init__(self) -> None:
        self._all: list[list[Event]] = []
        self._undated: list[int] = []
        self._in_month: dict[int, list[int]] = defaultdict(list)

    def add(self, stay: list[Event]) -> None:
        place = len(self._all)
        self._all.append(stay)
        months = _months(stay[0], SAME_STAY)
        for month in months or ():
            self._in_month[month].append(place)
        if months is None:
            self._undated.append(place)

    def home(self, event: Event) -> list[Event] | None:
        if not self._all:
            return None
        months = _months(event, timedelta(0))
        near: Iterable[int] = range(len(self._all))
        if months is not None:
            dated = (place for month in months for place in self._in_month.get(month, ()))
            near = sorted({*dated, *self._undated})
        return next((self._all[n] for n in near if is_one_stay(self._all[n][0], event)), None)


def _key(event: Event) -> Key:
    return traveller(event), event.best.to_country


def _vagueness(event: Event) -> tuple[int, date, int]:
    first, last = event.best.first, event.best.last
    width = (last - first).days if first and last else 10**6
    return (width, first or date.max, event.number)


def _months(event: Event, around: timedelta) -> range | None:
    """The months of the event's days, widened by `around`, numbered; None where it has no days."""
    first, last = event.best.first, event.best.last
    if first is None or last is None:
        return None
    if around:
        first -= min(around, first - date.min)
        last += min(around, date.max - last)
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
