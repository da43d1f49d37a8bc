from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.watches.hours import DIGEST_HOUR, MONDAY, Hours, Mode, due_at

HOURS = st.integers(0, 23)
ZONES = st.sampled_from(["Asia/Almaty", "Europe/Paris", "America/New_York", "Australia/Lord_Howe"])
TIMES = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
QUIET = st.builds(Hours, HOURS, HOURS, ZONES)


@pytest.mark.parametrize(
    ("mode", "quiet", "known", "due"),
    [
        ("now", Hours(), "2026-11-24T20:00", "2026-11-24T20:00"),
        ("now", Hours(22, 8), "2026-11-24T20:00", "2026-11-25T03:00"),
        ("now", Hours(22, 8), "2026-11-24T16:59", "2026-11-24T16:59"),
        ("now", Hours(22, 8), "2026-11-24T17:00", "2026-11-25T03:00"),
        ("now", Hours(13, 15), "2026-11-24T09:30", "2026-11-24T10:00"),
        ("now", Hours(22, 8, "Europe/Paris"), "2026-11-24T22:00", "2026-11-25T07:00"),
        ("daily", Hours(), "2026-11-24T03:59", "2026-11-24T04:00"),
        ("daily", Hours(), "2026-11-24T04:00", "2026-11-25T04:00"),
        ("daily", Hours(22, 10), "2026-11-24T03:59", "2026-11-24T05:00"),
        ("weekly", Hours(), "2026-11-24T12:00", "2026-11-30T04:00"),
        ("weekly", Hours(), "2026-11-30T03:00", "2026-11-30T04:00"),
        # The night in which clocks go forward and the one in which they go back.
        ("now", Hours(22, 8, "Europe/Paris"), "2026-03-28T23:00", "2026-03-29T06:00"),
        ("now", Hours(22, 8, "Europe/Paris"), "2026-10-24T23:00", "2026-10-25T07:00"),
    ],
)
def test_notices_are_due_outside_quiet_hours_and_at_the_digest(
    mode: str, quiet: Hours, known: str, due: str
) -> None:
    found = due_at(Mode(mode), quiet, datetime.fromisoformat(known).replace(tzinfo=UTC))
    assert found == datetime.fromisoformat(due).replace(tzinfo=UTC)


@given(st.sampled_from(Mode), QUIET, TIMES)
def test_nothing_is_due_before_it_is_known_or_much_later(
    mode: Mode, quiet: Hours, known: datetime
) -> None:
    due = due_at(mode, quiet, known)
    assert known <= due <= known + timedelta(days=8 if mode is Mode.WEEKLY else 2, hours=26)


@given(QUIET, TIMES)
def test_nothing_is_due_in_quiet_hours(quiet: Hours, known: datetime) -> None:
    due = due_at(Mode.AT_ONCE, quiet, known).astimezone(ZoneInfo(quiet.zone))
    assert not quiet or not quiet.hold(due.timetz()) or due.hour == quiet.last


def test_a_weekly_digest_comes_on_monday_morning() -> None:
    quiet = Hours(zone="Asia/Almaty")
    due = due_at(Mode.WEEKLY, quiet, datetime(2026, 11, 25, tzinfo=UTC))
    there = due + timedelta(hours=5)
    assert (there.weekday(), there.hour) == (MONDAY, DIGEST_HOUR)
