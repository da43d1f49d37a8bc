"""Dates that a release or a question names, resolved against a day; pure.

A day or month without a year is read as the one nearest to the day of publication; the nearest
one on the other side of it is kept as the alternative, for a caller that knows the tense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from corpus.release import Language
from index.text.transliteration import PLAIN_LETTERS, to_cyrillic
from index.times.patterns import DatePattern, DateWords, Gate, date_words, question_date_words
from index.times.resolve import Resolved, resolve

_LATIN = re.compile(r"[a-zA-Z]{3}")

_RANGED = re.compile(r"\s(?:по|to|through|дейін|дейин)(?:\s|$)", re.IGNORECASE)
_SPACES = dict.fromkeys((0xA0, 0x2009, 0x202F), " ")
_REACH = 60  # letters; no date is longer


class Precision(StrEnum):
    """How much of the calendar a date takes."""

    DAY = "day"
    RANGE = "range"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text; `first` and `last` are its days, both inclusive.

    `relative` says that it was resolved against publication; `alternative` holds the first and
    last day of the other fair reading, where the text left the year open.
    """

    start: int
    end: int
    first: date
    last: date
    precision: Precision
    relative: bool
    alternative: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a question asks about; None is an open end."""

    start: int
    end: int
    first: date | None
    last: date | None


def find_dates(text: str, language: Language, published: date) -> list[DateMention]:
    """Dates in reading order, none inside another, the longest reading of each."""
    return [
        DateMention(
            start,
            end,
            found.first,
            found.last,
            Precision(found.precision),
            found.relative,
            found.alternative,
        )
        for start, end, found in _find(text, date_words(language), published)
    ]


def find_periods(question: str, language: Language, newest: date) -> list[Period]:
    """Periods that a question names; relative ones count from the day of the newest release.

    Kazakh may lack its own letters, Russian and Kazakh may be typed in Latin ones.
    """
    periods = _periods(question.translate(PLAIN_LETTERS), language, newest)
    if language is Language.EN or not _LATIN.search(question):
        return periods
    read = to_cyrillic(question)
    for each in (Language.RU, Language.KK):
        for period in _periods(read.text, each, newest):
            start, end = read.original(period.start, period.end)
            if all(end <= old.start or old.end <= start for old in periods):
                periods.append(replace(period, start=start, end=end))
            else:
                periods = [_fuller(old, replace(period, start=start, end=end)) for old in periods]
    return sorted(set(periods), key=lambda period: period.start)


def iso(mention: DateMention) -> str:
    """The date as precise as the text allows: a day, a month or a year in ISO 8601."""
    first, last = mention.first, mention.last
    if mention.precision in (Precision.DAY, Precision.RANGE):
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return str(last.year if mention.precision is Precision.SEASON else first.year)


def _periods(question: str, language: Language, newest: date) -> list[Period]:
    words = question_date_words(language)
    periods = []
    for start, end, found in _find(question, words, newest):
        if words.now.search(question[:start]):
            newest = found.first
            continue
        first, last = found.first, found.last
        if found.relative:
            again = _find(question[start:end], words, newest)
            first, last = (again[0][2].first, again[0][2].last) if again else (first, last)
            if found.alternative and again and again[0][2].alternative and first > newest:
                first, last = again[0][2].alternative
        period = Period(start, end, first, last)
        if _RANGED.search(question[start:end]):
            periods.append(period)
            continue
        for bounds, part in (
            (words.bounds_before, question[:start]),
            (words.bounds_before, _leading(question[start:end])),
            (words.bounds_after, question[end:]),
        ):
            period = _bounded(period, bounds, part)
        periods.append(period)
    return periods


def _fuller(one: Period, other: Period) -> Period:
    """Of two readings of the same words the one that reads more of them."""
    overlap = one.start < other.end and other.start < one.end
    return other if overlap and other.end - other.start > one.end - one.start else one


def _find(text: str, words: DateWords, day: date) -> list[tuple[int, int, Resolved]]:
    found: list[tuple[int, int, Resolved]] = []
    text = text.translate(_SPACES)
    lowered = text.lower()
    windows: dict[Gate, list[tuple[int, int]]] = {}
    for pattern in words.patterns:
        if pattern.gate not in windows:
            windows[pattern.gate] = _windows(pattern.gate, lowered)
        for match in _matches(pattern, text, windows[pattern.gate]):
            resolved = resolve(pattern.kind, match, words, day)
            if resolved is not None:
                found.append((*_without_preposition(match), resolved))
    kept: list[tuple[int, int, Resolved]] = []
    for start, end, resolved in sorted(found, key=lambda item: item[0] - item[1]):
        if all(end <= old[0] or old[1] <= start for old in kept):
            kept.append((start, end, resolved))
    return sorted(kept, key=lambda item: item[0])


def _matches(
    pattern: DatePattern, text: str, windows: list[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    for start, end in windows:
        yield from pattern.expression.finditer(text, start, end)


def _windows(gate: Gate, lowered: str) -> list[tuple[int, int]]:
    """Stretches of the text around what a date of the kind cannot do without."""
    if not any(stem in lowered for stem in gate.stems):
        return []
    windows: list[tuple[int, int]] = []
    for match in gate.marks.finditer(lowered):
        mark = match.start()
        start, end = max(0, mark - _REACH), mark + _REACH
        end = len(lowered) if end >= len(lowered) else lowered.find(" ", end)
        end = len(lowered) if end < 0 else end
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((start, end))
    return windows


_FULL_STOP = re.compile(r"\w{4,}\.$")
_PREPOSITION = re.compile(
    r"(?:on|in|of|by|during|throughout|year|the|и|в|во|на|and|to)\s+(?:the\s+)?", re.IGNORECASE
)


def _without_preposition(match: re.Match[str]) -> tuple[int, int]:
    """Offsets of a date without "in" or «в» before it and the full stop of the sentence after."""
    opening = _PREPOSITION.match(match.group())
    stop = _FULL_STOP.search(match.group())
    return match.start() + (opening.end() if opening else 0), match.end() - bool(stop)


def _leading(words: str) -> str:
    head = re.match(r"\D*?\s", words)
    return head.group() if head else ""


def _bounded(period: Period, bounds: dict[str, re.Pattern[str]], part: str) -> Period:
    for kind, expression in bounds.items():
        if not expression.search(part):
            continue
        if kind == "since":
            return Period(period.start, period.end, period.first, None)
        if kind == "after":
            return Period(period.start, period.end, _shifted(period.last, 1), None)
        return Period(period.start, period.end, None, _shifted(period.first, -1))
    return period


def _shifted(day: date | None, days: int) -> date | None:
    return day + timedelta(days=days) if day else None
