"""How long there was no contact: between two that are told of, and up to the newest release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.brief.told import Told
from bot.events.selection import Group
from index.extraction.event import Event, EventKind

CONTACTS = (
    EventKind.VISIT,
    EventKind.TALKS,
    EventKind.CALL,
    EventKind.DOCUMENT,
    EventKind.CREDENTIALS,
    EventKind.OPENING,
)
LONG = 60  # days; shorter times are told in days, longer ones in months
MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without any contact: the contacts at its ends, the later one None for today."""

    days: int
    before: Event
    after: Event | None = None

    @property
    def months(self) -> int:
        """Its length in months, rounded; 0 where it is told in days."""
        return round(self.days / MONTH) if self.days >= LONG else 0


def contacts_of(told: Told) -> list[Event]:
    """Everything that took place between the subject and Kazakhstan and has a date, in order."""
    groups: list[Group] = [*told.visits_here(), *told.visits_there()]
    for kind in CONTACTS:
        if kind is not EventKind.VISIT:
            groups += told.of_kind(kind)
    events = {event.number: event for group in groups for event in group.events}
    dated = [e for e in events.values() if e.best.first and e.best.first <= told.newest]
    return sorted(dated, key=lambda event: (event.best.first or date.min, event.number))


def longest_gap(contacts: Sequence[Event], oldest: date) -> Gap | None:
    """The longest time between two contacts; a vague date is taken as all of its days.

    Before the `oldest` release only chance tells of a contact, so none counts as an end.
    """
    found: list[Gap] = []
    latest: Event | None = None
    for event in (event for event in contacts if _last(event) >= oldest):
        if latest is not None:
            days = (_first(event) - _last(latest)).days
            found.append(Gap(days, latest, event))
        if latest is None or _last(event) > _last(latest):
            latest = event
    return max((gap for gap in found if gap.days > 1), key=lambda gap: gap.days, default=None)


def since_last(contacts: Sequence[Event], today: date) -> Gap | None:
    """The time from the last contact up to `today`; None without any contact."""
    if not contacts:
        return None
    latest = max(contacts, key=lambda event: (_last(event), event.number))
    return Gap(max((today - _last(latest)).days, 0), latest)


def _first(event: Event) -> date:
    return event.best.first or date.min


def _last(event: Event) -> date:
    return event.best.last or event.best.first or date.min
