"""Dates as people write them, in Astana time."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

from corpus.release import Language

ASTANA = ZoneInfo("Asia/Almaty")

_LOCALES = {Language.EN: "en_GB", Language.RU: "ru", Language.KK: "kk"}


def show_date(moment: datetime, language: Language) -> str:
    """Return the day of an aware `moment` in Astana, such as "3 June 2025"."""
    return format_date(moment.astimezone(ASTANA), format="long", locale=_LOCALES[language])


def show_time(moment: datetime, language: Language) -> str:
    """Return day and minute of an aware `moment` in Astana, such as "3 June 2025, 19:11"."""
    clock = format_datetime(moment, "HH:mm", tzinfo=ASTANA, locale=_LOCALES[language])
    return f"{show_date(moment, language)}, {clock}"
