"""When a notice is due: at once, in a digest, and never in quiet hours; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from corpus.dates import ASTANA

ASTANA_ZONE = str(ASTANA)
DIGEST_HOUR = 9
MONDAY = 0


class Mode(StrEnum):
    """How often somebody wants to be told."""

    AT_ONCE = "now"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Hours:
    """Whole hours on somebody's clock from `first` up to `last`, over midnight where it is less.

    They are none where both are the same.
    """

    first: int = 0
    last: int = 0
    zone: str = ASTANA_ZONE

    def __bool__(self) -> bool:
        return self.first != self.last

    def hold(self, clock: time) -> bool:
        """Whether the time `clock` is in these hours."""
        if self.first <= self.last:
            return self.first <= clock.hour < self.last
        return clock.hour >= self.first or clock.hour < self.last


def due_at(mode: Mode, quiet: Hours, known: datetime) -> datetime:
    """When what is known since the aware time `known` is to be told, in UTC."""
    zone = ZoneInfo(quiet.zone)
    due = known.astimezone(zone)
    if mode is not Mode.AT_ONCE:
        due = _next_digest(mode, due)
    if quiet.hold(due.timetz()):
        due = _next_hour(quiet.last, due)
    return due.astimezone(UTC)


def _next_digest(mode: Mode, after: datetime) -> datetime:
    due = _next_hour(DIGEST_HOUR, after)
    while mode is Mode.WEEKLY and due.weekday() != MONDAY:
        due += timedelta(days=1)
    return due


def _next_hour(hour: int, after: datetime) -> datetime:
    """The next time after `after` that a clock there shows this full hour."""
    due = after.replace(hour=hour, minute=0, second=0, microsecond=0, fold=0)
    # Compared as clocks show them: the day after begins a day later there, however long it was.
    return due if due > after else due + timedelta(days=1)
