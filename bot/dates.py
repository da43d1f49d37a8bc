"""Dates as people write them, in Astana time."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from babel.dates import (
    format_date,
    format_datetime,
    format_skeleton,
    format_timedelta,
    get_timezone_location,
)

from corpus.dates import ASTANA, day_of
from corpus.release import Language
from index.places.gazetteer import Gazetteer

_LOCALES = {Language.EN: "en_GB", Language.RU: "ru", Language.KK: "kk"}


def show_date(moment: datetime, language: Language) -> str:
    """Return the day of an aware `moment` in Astana, such as "3 June 2025"."""
    return format_date(day_of(moment), format="long", locale=_LOCALES[language])


def show_time(moment: datetime, language: Language) -> str:
    """Return day and minute of an aware `moment` in Astana, such as "3 June 2025, 19:11"."""
    clock = format_datetime(moment, "HH:mm", tzinfo=ASTANA, locale=_LOCALES[language])
    return f"{show_date(moment, language)}, {clock}"


@lru_cache(maxsize=10_000)  # long lists name the same days again and again
def show_day(day: str, language: Language) -> str:
    """Return an ISO 8601 day, month or year in words; what is none of them stays as it is."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            return format_date(date.fromisoformat(day), "long", locale=_LOCALES[language])
        if re.fullmatch(r"\d{4}-\d\d", day):
            month = date.fromisoformat(f"{day}-01")
            return format_skeleton("yMMMM", month, locale=_LOCALES[language])
    except ValueError:
        return day
    return day


def show_span(seconds: float, language: Language) -> str:
    """Return a span of time in its largest unit, such as "3 hours"."""
    return format_timedelta(int(seconds), threshold=1.5, locale=_LOCALES[language])


def show_zone(zone: str, language: Language) -> str:
    """Return the city whose clock a time zone of the IANA goes by; the capital for Kazakhstan's."""
    if zone == str(ASTANA):
        return Gazetteer.load().city_name("Astana", language)
    return get_timezone_location(zone, locale=_LOCALES[language], return_city=True)


def show_month(day: date, language: Language) -> str:
    """Return the month of a day in short, such as "Jun 2025"."""
    return format_skeleton("yMMM", day, locale=_LOCALES[language])


def show_quarter(day: date, language: Language) -> str:
    """Return the quarter of a day in short, such as "Q2 2025"."""
    return format_skeleton("yQQQ", day, locale=_LOCALES[language])
