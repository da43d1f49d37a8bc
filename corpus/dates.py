"""Times of publication, as pages and files write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import get_month_names

ASTANA = ZoneInfo("Asia/Almaty")

_CLOCK = r"(?:\D{1,9}?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?!\d))?"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}[\d:.,]*\s?(?:Z|[+-]\d{2}:?\d{2})?)?")
_DIGITS = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}){_CLOCK}")
_WORD = r"(?P<word>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_WRITTEN = (
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s+{_WORD},?\s+{_YEAR}{_CLOCK}"),
    re.compile(rf"\b{_WORD}\s+(?P<day>\d{{1,2}}),?\s+{_YEAR}{_CLOCK}"),
    re.compile(rf"(?<!\d){_YEAR}\s+(?:жылғы|ж\.)\s+(?P<day>\d{{1,2}})\s+{_WORD}{_CLOCK}"),
)


def day_of(time: datetime) -> date:
    """The day in Astana at an aware time."""
    return time.astimezone(ASTANA).date()


def read_time(text: str) -> datetime | None:
    """The first time in `text`, aware and in UTC; None where there is none.

    Reads ISO 8601, `03.06.2025 19:11:22`, and dates with the month in words in English,
    Russian and Kazakh. A time without a zone is Astana's, a date without a time its midnight.
    """
    iso = _ISO.search(text)
    if iso:
        return _from_iso(iso.group())
    digits = _DIGITS.search(text)
    if digits:
        return _from_parts(digits, int(digits["month"]))
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            month = _months().get(match["word"].lower())
            if month:
                return _from_parts(match, month)
    return None


def _from_iso(text: str) -> datetime | None:
    try:
        return _to_utc(datetime.fromisoformat(text.replace(" ", "T", 1).replace(" ", "")))
    except ValueError:
        return None


def _from_parts(match: re.Match[str], month: int) -> datetime | None:
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    try:
        day = datetime(int(match["year"]), month, int(match["day"]), tzinfo=ASTANA)
        return _to_utc(day.replace(hour=hour, minute=minute, second=second))
    except ValueError:
        return None


def _to_utc(time: datetime) -> datetime | None:
    try:
        return (time if time.tzinfo else time.replace(tzinfo=ASTANA)).astimezone(UTC)
    except OverflowError:
        return None


@cache
def _months() -> dict[str, int]:
    """Numbers of months by their names in CLDR, in all languages and grammatical forms."""
    return {
        name.strip(".").lower(): number
        for locale in ("en", "ru", "kk")
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale).items()
    }
