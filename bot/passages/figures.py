"""Amounts of money that a sentence gives, each with the year it is of; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from bot.passages.asked import YEAR, kind_named

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)*")
_NEAR = 45  # characters between an amount and the year after it that it is of


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount as written, `text[start:end]`, and its value in `currency`.

    `year` is what it is of; `is_part` says that it is of some months of that year only.
    """

    start: int
    end: int
    written: str
    value: float
    currency: str
    year: int
    is_part: bool


def figures_in(text: str, published: date) -> list[Figure]:
    """The amounts of money in a sentence published on that day, in order, goals left out."""
    found = list(kind_named("money").evidence.finditer(text))
    figures: list[Figure] = []
    currency: str | None = None
    for place, match in enumerate(found):
        value = _value(match.group())
        currency = currency_in(match.group()) or currency  # "from 4 million dollars to 5 million"
        following = found[place + 1].start() if place + 1 < len(found) else len(text)
        before = text[found[place - 1].end() if place else 0 : match.start()]
        after = text[match.end() : following]
        if value is None or currency is None or _rule("goal").search(before[-60:]):
            continue
        year, is_part = _year(text, before, after, published)
        if year <= published.year:
            written = match.group().strip(" ,")
            figure = Figure(match.start(), match.end(), written, value, currency, year, is_part)
            figures.append(figure)
    return figures


def asks_for_least(question: str) -> bool:
    """Whether the smallest is asked for, and not the largest."""
    return _rule("less").search(question) is not None


def names_year(text: str) -> bool:
    """Whether a sentence gives a year, or says that it speaks of the last one."""
    return YEAR.search(text) is not None or _rule("last_year").search(text) is not None


def currency_in(written: str) -> str | None:
    """Code of the currency that an amount names itself."""
    return next((str(c) for pattern, c in _rules()["currencies"] if _found(pattern, written)), None)


def _year(text: str, before: str, after: str, published: date) -> tuple[int, bool]:
    """The year after the amount, or the last before it, or the one that the sentence implies."""
    is_part = _rule("part_of_year").search(before + after[:_NEAR]) is not None
    close = YEAR.search(after[:_NEAR])
    earlier = YEAR.findall(before)
    if close and not (earlier and "," in after[: close.start()]):
        return int(close.group()), is_part and not _rule("part_of_year").search(before)
    if earlier:
        return int(earlier[-1]), is_part
    if _rule("last_year").search(text):
        return published.year - 1, is_part
    if is_part:
        return published.year, True
    anywhere = YEAR.findall(text)
    return (int(anywhere[-1]) if anywhere else published.year), False


def _value(written: str) -> float | None:
    number = _NUMBER.search(written)
    if number is None:
        return None
    digits = re.sub(r"[ \u00a0\u202f]", "", number.group())
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", digits):
        digits = digits.replace(",", "")
    try:
        value = float(digits.replace(",", "."))
    except ValueError:
        return None
    scales = (factor for pattern, factor in _rules()["scales"] if _found(pattern, written))
    return value * next(scales, 1)


def _found(pattern: str, written: str) -> bool:
    return re.search(pattern, written, re.IGNORECASE) is not None


@cache
def _rule(name: str) -> re.Pattern[str]:
    return re.compile(_rules()[name], re.IGNORECASE)


@cache
def _rules() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(
        files("bot.passages").joinpath("figures.yaml").read_text("utf-8")
    )
    return content
