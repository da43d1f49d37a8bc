"""Calls, and the talks that were not part of what a brief tells elsewhere; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.brief.told import Told
from bot.events.selection import Group
from bot.events.stays import SAME_STAY
from index.extraction.event import Event, EventKind

_LONGEST = timedelta(days=31)  # of a stay whose days are known


def talks_of(told: Told) -> Iterator[Group]:
    """Calls and then talks, each by date, without those of a visit or of handing credentials."""
    visits = [*told.visits_here(), *told.visits_there(), *told.of_kind(EventKind.CREDENTIALS)]
    stays = _Stays(event for visit in visits for event in visit.events)
    yield from told.of_kind(EventKind.CALL)
    for group in told.of_kind(EventKind.TALKS):
        talks = group.events[0]
        if not any(_is_during(talks, stay) for stay in stays.near(talks)):
            yield group


class _Stays:
    """Stays by the days that they are near to: of a neighbour there are hundreds."""

    def __init__(self, stays: Iterable[Event]) -> None:
        self._vague: list[Event] = []
        self._near: dict[date, list[Event]] = defaultdict(list)
        for stay in stays:
            days = _days_around(stay)
            for day in days:
                self._near[day].append(stay)
            if not days:
                self._vague.append(stay)

    def near(self, talks: Event) -> list[Event]:
        """The stays whose days can be those of `talks`."""
        first = talks.best.first
        return [*self._vague, *(self._near.get(first, ()) if first else ())]


def _days_around(stay: Event) -> list[date]:
    """The days of a stay and those near it; none where they are not known to some weeks."""
    first, last = stay.best.first, stay.best.last
    if first is None or last is None or last - first > _LONGEST:
        return []
    count = (last - first + 2 * SAME_STAY).days + 1
    return [first - SAME_STAY + timedelta(days=day) for day in range(count)]


def _is_during(talks: Event, other: Event) -> bool:
    """Whether talks were a part of a visit, or of the handing over of credentials."""
    one, stay = talks.best, other.best
    if stay.kind is EventKind.CREDENTIALS and one.party.role is not stay.party.role:
        return False
    if not (one.first and one.last and stay.first and stay.last):
        return one.first == stay.first and one.party.role is stay.party.role
    if stay.last - stay.first > _LONGEST:
        return False  # a visit "in 2024" says nothing of these talks
    if stay.first <= one.first <= one.last <= stay.last:
        return True  # nobody is at two places in one day
    elsewhere = one.to_country is not None and one.to_country != stay.to_country
    if stay.kind is EventKind.VISIT and elsewhere:
        return False
    return max(one.first - stay.last, stay.first - one.last) <= SAME_STAY
