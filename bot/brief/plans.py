"""What is planned with a subject and still ahead of the newest release, and what was called off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.brief.told import Told
from bot.events.selection import Group
from index.extraction.event import Event, EventKind, Status

PLANNED = frozenset({Status.PLANNED})
CALLED_OFF = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED})
FRESH = timedelta(days=365)  # an undated plan that was told of earlier is none any more
KINDS = (EventKind.OPENING, EventKind.DOCUMENT)


def ahead(told: Told) -> Iterator[Group]:
    """Planned visits, openings and documents that have not come to pass, by date."""
    for planned, done in (
        (told.visits_here(PLANNED), told.visits_here()),
        (told.visits_there(PLANNED), told.visits_there()),
        *((told.of_kind(kind, PLANNED), told.of_kind(kind)) for kind in KINDS),
    ):
        yield from (group for group in planned if _is_ahead(group, done, told))


def called_off(told: Told) -> Iterator[Group]:
    """Visits that were cancelled, put off or denied, by date."""
    yield from told.visits_here(CALLED_OFF)
    yield from told.visits_there(CALLED_OFF)


def _is_ahead(group: Group, done: Iterable[Group], told: Told) -> bool:
    """Whether a plan was neither overtaken by the newest release nor came to pass."""
    events = [event for event in group.events if event.superseded_by is None]
    if not events:
        return False
    heard = max(_told_on(event, told) for event in events)
    last = max((event.best.last for event in events if event.best.last), default=None)
    if last is None and told.newest - heard > FRESH:
        return False
    if last is not None and last < told.newest:
        return False
    first = min((event.best.first for event in events if event.best.first), default=heard)
    begun = max(first, heard)
    return not any(
        event.best.last is not None and event.best.last >= begun
        for one in done
        for event in one.events
    )


def _told_on(event: Event, told: Told) -> date:
    days = (
        told.releases[telling.release].release.day
        for telling in event.tellings
        if telling.release in told.releases
    )
    return max(days, default=date.min)
