from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import ASTANA, read_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03.06.2025 19:11:22 539", "2025-06-03T14:11:22"),
        ("03.06.2025, 19:11", "2025-06-03T14:11:00"),
        ("3.6.2025", "2025-06-02T19:00:00"),
        ("2022-01-20T17:12:00+05:00", "2022-01-20T12:12:00"),
        ("2022-01-20T12:12:00Z", "2022-01-20T12:12:00"),
        ("2022-01-20 18:12 +06:00", "2022-01-20T12:12:00"),
        ("2022-01-20", "2022-01-19T18:00:00"),
        ("2 ноября 2026", "2026-11-01T19:00:00"),
        ("2 ноября 2026 г. в 14:15", "2026-11-02T09:15:00"),
        ("2 November 2026", "2026-11-01T19:00:00"),
        ("Nov. 2, 2026", "2026-11-01T19:00:00"),
        ("2026 жылғы 2 қараша", "2026-11-01T19:00:00"),
        ("Жарияланды: 2026 жылғы 2 қараша, 14:15", "2026-11-02T09:15:00"),
    ],
)
def test_time_is_read_in_every_form(text: str, expected: str) -> None:
    assert read_time(text) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "31.02.2025",
        "2025-13-01",
        "2 Brumaire 2026",
        "0001-01-01T00:00:00+05:00",
        "1.1.0001",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


@given(st.datetimes(timezones=st.just(ASTANA)).filter(lambda time: 1000 <= time.year < 9999))
def test_astana_time_of_the_site_is_read_to_the_second(time: datetime) -> None:
    time = time.replace(microsecond=0, fold=0)
    assert read_time(f"{time:%d.%m.%Y %H:%M:%S}") == time.astimezone(UTC)


@given(st.text())
def test_any_text_is_a_time_in_utc_or_none(text: str) -> None:
    found = read_time(text)
    assert found is None or found.tzinfo is UTC
