"""From what a date's words say to days of the calendar; pure."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.times.patterns import DateWords

_YEAR_WORDS = {"lastyear": -1, "thisyear": 0, "nextyear": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Resolved:
    """First and last day, the precision's name, and whether the day of publication decided."""

    first: date
    last: date
    precision: str
    relative: bool = False
    alternative: tuple[date, date] | None = None


def resolve(kind: str, match: re.Match[str], words: DateWords, day: date) -> Resolved | None:
    """The days that a match stands for; None when the calendar has no such day."""
    groups = {name: text for name, text in match.groupdict().items() if text is not None}
    try:
        return _READERS[kind](groups, words, day)
    except ValueError:
        return None


def _date(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    number, month = int(groups["d"]), _month(groups["m"], words)
    return _placed(lambda y: (date(y, month, number),) * 2, "day", groups, day)


def _days(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    first, last, month = int(groups["d1"]), int(groups["d2"]), _month(groups["m"], words)
    if first >= last:
        raise ValueError(groups)
    return _placed(lambda y: (date(y, month, first), date(y, month, last)), "range", groups, day)


def _span(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    first, last = int(groups["d1"]), int(groups["d2"])
    one, two = _month(groups["m1"], words), _month(groups["m2"], words)

    def days(year: int) -> tuple[date, date]:
        begun = int(groups.get("y1", year - (two < one)))
        return date(begun, one, first), date(year, two, last)

    return _ordered(_placed(days, "range", groups, day))


def _numeric(groups: dict[str, str], _words: DateWords, _day: date) -> Resolved:
    there = date(int(groups["y"]), int(groups["n"]), int(groups["d"]))
    return Resolved(there, there, "day")


def _month_of(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    month = _month(groups["m"], words)
    return _placed(lambda y: _month_days(y, month, month), "month", groups, day)


def _months(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    one, two = _month(groups["m1"], words), _month(groups["m2"], words)

    def days(year: int) -> tuple[date, date]:
        begun = int(groups.get("y1", year - (two < one)))
        return _month_days(begun, one, one)[0], _month_days(year, two, two)[1]

    return _ordered(_placed(days, "range", groups, day))


def _season(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    season = next(n for n, word in words.seasons.items() if word.fullmatch(groups["s"]))

    def days(year: int) -> tuple[date, date]:
        if season == 1:
            return date(year - 1, 12, 1), _month_days(year, 2, 2)[1]
        return _month_days(year, season * 3 - 3, season * 3 - 1)

    return _placed(days, "season", groups, day)


def _part(months: int, precision: str) -> Callable[[dict[str, str], DateWords, date], Resolved]:
    def read(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
        written = (groups.get("o") or groups.get("q") or groups["h"]).lower()
        last = words.ordinals[written] * months
        if last > 12:
            raise ValueError(written)
        return _placed(lambda y: _month_days(y, last - months + 1, last), precision, groups, day)

    return read


def _year(groups: dict[str, str], _words: DateWords, day: date) -> Resolved:
    return _placed(lambda y: (date(y, 1, 1), date(y, 12, 31)), "year", groups, day)


def _years(groups: dict[str, str], _words: DateWords, _day: date) -> Resolved:
    one, two = int(groups["y1"]), int(groups["y2"])
    if one >= two or ("listed" in groups and two - one > 1):
        raise ValueError(groups)
    return Resolved(date(one, 1, 1), date(two, 12, 31), "years")


def _offset(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    offset = next(days for word, days in words.days if word.fullmatch(groups["offset"]))
    there = day + timedelta(days=offset)
    return Resolved(there, there, "day", relative=True)


def _relative(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    step = next(step for word, step in _STEPS.items() if word in groups)
    return _unit_away(_unit(groups["unit"], words), step, day)


def _ago(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    count = _count(groups, words)
    return _unit_away(_unit(groups.get("u") or groups["u1"], words), -count, day)


def _lasting(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    count, unit = _count(groups, words), _unit(groups["u"], words)
    lengths = {"day": 1, "week": 7}
    if unit in lengths:
        first = day - timedelta(days=count * lengths[unit])
    else:
        months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
        last_day = calendar.monthrange(months // 12, months % 12 + 1)[1]
        first = date(months // 12, months % 12 + 1, min(day.day, last_day))
    return Resolved(first, day, "range", relative=True)


def _weekday(groups: dict[str, str], words: DateWords, day: date) -> Resolved:
    number = next(n for n, word in enumerate(words.weekdays) if word.fullmatch(groups["w"]))
    if "next" in groups:
        there = day + timedelta(days=(number - day.weekday() - 1) % 7 + 1)
    elif "last" in groups:
        there = day - timedelta(days=(day.weekday() - number - 1) % 7 + 1)
    else:
        there = day - timedelta(days=(day.weekday() - number) % 7)
    ahead = there + timedelta(days=7)
    other = None if {"last", "next"} & groups.keys() else (ahead, ahead)
    return Resolved(there, there, "day", relative=True, alternative=other)


def _placed(
    days: Callable[[int], tuple[date, date]], precision: str, groups: dict[str, str], day: date
) -> Resolved:
    """The days in the year that the text names, or else in the one that fits best."""
    if "y" in groups:
        return Resolved(*days(int(groups["y"])), precision)
    for word, step in _YEAR_WORDS.items():
        if word in groups:
            return Resolved(*days(day.year + step), precision, relative=True)
    years = [year for year in range(day.year - 4, day.year + 5) if _exists(days, year)]
    past = max((days(y) for y in years if days(y)[0] <= day), default=None)
    future = min((days(y) for y in years if days(y)[0] > day), default=None)
    if past is None or future is None:
        raise ValueError(groups)
    if "last" in groups:
        ended = max(days(y) for y in years if days(y)[1] < day)
        return Resolved(*ended, precision, relative=True)
    if "next" in groups:
        return Resolved(*future, precision, relative=True)
    if "this" in groups:
        return Resolved(*days(day.year), precision, relative=True)
    near, far = (past, future) if day - past[1] <= future[0] - day else (future, past)
    return Resolved(*near, precision, relative=True, alternative=far)


def _exists(days: Callable[[int], tuple[date, date]], year: int) -> bool:
    try:
        days(year)
    except ValueError:
        return False
    return True


def _unit_away(unit: str, step: int, day: date) -> Resolved:
    if unit == "day":
        there = day + timedelta(days=step)
        return Resolved(there, there, "day", relative=True)
    if unit == "week":
        monday = day + timedelta(days=7 * step - day.weekday())
        return Resolved(monday, monday + timedelta(days=6), "week", relative=True)
    if unit == "year":
        year = day.year + step
        return Resolved(date(year, 1, 1), date(year, 12, 31), "year", relative=True)
    months = day.year * 12 + day.month - 1 + step
    month = months % 12 + 1
    return Resolved(*_month_days(months // 12, month, month), "month", relative=True)


def _ordered(resolved: Resolved) -> Resolved:
    if resolved.first > resolved.last:
        raise ValueError(resolved)
    return replace(resolved)


def _month(word: str, words: DateWords) -> int:
    plain = word.rstrip(".")
    return next(n for n, month in enumerate(words.months, 1) if month.fullmatch(plain))


def _month_days(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _count(groups: dict[str, str], words: DateWords) -> int:
    written = groups.get("count", "1").lower()
    return int(written) if written.isdigit() else words.numbers[written]


def _unit(word: str, words: DateWords) -> str:
    plain = word.lower()
    for unit, expression in words.units.items():
        if expression.fullmatch(plain):
            return unit
    stems = {"недел": "week", "месяц": "month", "год": "year"}
    return next(unit for stem, unit in stems.items() if plain.startswith(stem))


_READERS: dict[str, Callable[[dict[str, str], DateWords, date], Resolved]] = {
    "date": _date,
    "days": _days,
    "span": _span,
    "numeric": _numeric,
    "month": _month_of,
    "months": _months,
    "season": _season,
    "quarter": _part(3, "quarter"),
    "half": _part(6, "half"),
    "year": _year,
    "years": _years,
    "offset": _offset,
    "relative": _relative,
    "ago": _ago,
    "lasting": _lasting,
    "weekday": _weekday,
}
