"""The dated rows of an answer as a calendar; the one file that knows icalendar."""

from __future__ import annotations

import hashlib
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from bot.answer import Answer
from bot.messages import Texts
from bot.takeaway.rows import Row

_MAKER = "-//Elshi//Answers//EN"


def to_calendar(rows: list[Row], answer: Answer, now: datetime) -> bytes:
    """An all-day event for each of `rows`, all of which have a date, as RFC 5545 has it.

    A date that is only a month or a year spans it, and is said to be one. The same row has the
    same UID whenever the file is made, so that a calendar which takes it twice shows it once.
    """
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", answer.scope.interpretation or answer.question)
    for row in rows:
        calendar.add_component(_event(row, now, Texts(answer.language)))
    content: bytes = calendar.to_ical()
    return content


def _event(row: Row, now: datetime, texts: Texts) -> Event:
    first, last = days_of(row.date or "")
    event = Event()
    event.add("uid", f"{_identity(row)}@elshi")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # the end is exclusive
    event.add("summary", _summary(row, texts, exact=first == last))
    places = [place for place in (row.city, row.to_country) if place]
    if places:
        event.add("location", ", ".join(places))
    event.add("description", f"{row.quote}\n\n{row.title} ({row.published})\n{row.url}")
    event.add("url", row.url)
    event.add("transp", "TRANSPARENT")
    return event


def _summary(row: Row, texts: Texts, *, exact: bool) -> str:
    named = row.person if row.person and row.person not in row.who else None
    parts = [row.who, *(part for part in (named, row.role) if part)]
    said = ", ".join(dict.fromkeys(parts))
    vague = texts.text("day-unknown")
    return said if exact else f"{said} ({vague})"


def days_of(when: str) -> tuple[date, date]:
    """The first and the last day of an ISO 8601 day, month or year. Raises ValueError."""
    year, *rest = (int(part) for part in when.split("-"))
    match rest:
        case []:
            return date(year, 1, 1), date(year, 12, 31)
        case [month]:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = date.fromisoformat(when)
    return day, day


def _identity(row: Row) -> str:
    told = "\x1f".join(str(part) for part in (row.country_code, row.who, row.date, row.url))
    return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()
