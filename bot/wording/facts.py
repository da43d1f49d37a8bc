"""What a sentence says that can be altered: numbers, dates, places, names, negation; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from corpus.release import Language
from index.analysis import keys
from index.places.gazetteer import Gazetteer
from index.text.numbers import find_numbers
from index.text.stemming import fold
from index.times.dates import find_dates

_NAME = re.compile(r"[^\W\d_][\w’'ʼ-]*", re.UNICODE)

Quantity = tuple[str, str]
"""A number in digits, without separators, and its scale: "1.4" and "million"."""


def quantities(text: str, language: Language, published: date) -> list[Quantity]:
    """The numbers of `text` in reading order, in digits or words, those of dates left out."""
    dated = [(found.start, found.end) for found in find_dates(text, language, published)]
    found = [
        (number.start, (number.value, _scale(text[number.end : number.end + 12])))
        for number in find_numbers(text)
    ]
    found += list(_numerals(text, language))
    found.sort()
    return [value for at, value in found if not any(start <= at < end for start, end in dated)]


def places(text: str, language: Language) -> list[str]:
    """Countries, cities and organisations of `text` by key, in reading order."""
    return [key for _, _, key in _mentions(text, language)]


def without_places(text: str, language: Language) -> str:
    """`text` without the names of places, which are compared by their keys."""
    kept, at = [], 0
    for start, end, _ in _mentions(text, language):
        kept.append(text[at:start])
        at = end
    return " ".join((*kept, text[at:]))


def names(text: str, language: Language) -> list[str]:
    """Words that begin with a capital in `text`, in reading order, those of places left out.

    The first word of the text is one of them only if it is not all that tells it from others.
    """
    taken = [(start, end) for start, end, _ in _mentions(text, language)]
    found = []
    for match in _NAME.finditer(text):
        inside = any(start < match.end() and match.start() < end for start, end in taken)
        if match[0][0].isupper() and not inside and text[: match.start()].strip(" «“\"'("):
            found.append(match[0])
    return found


def is_negated(text: str) -> bool:
    """Whether `text` denies something, in any of the three languages."""
    return any(pattern.search(text) for pattern in _patterns("negation").values())


def is_doubtful(text: str, language: Language) -> bool:
    """Whether `text` tells of what is planned, possible or wished, not of what is so."""
    return _patterns("doubt")[language].search(text) is not None


@cache
def neutral() -> frozenset[str]:
    """Folded words that need no support."""
    return frozenset(fold(str(word)) for words in _checks()["neutral"].values() for word in words)


def _mentions(text: str, language: Language) -> list[tuple[int, int, str]]:
    """Where a place or organisation stands, and the key that it most likely goes by."""
    mentions = Gazetteer.load().mentions(text, language)
    return [(m.start, m.end, found[0]) for m in mentions if (found := keys(m))]


def _scale(after: str) -> str:
    scales: dict[str, str] = _checks()["scales"]
    for name, pattern in scales.items():
        if re.match(rf"[\s\u00a0-]*{pattern}", after, re.IGNORECASE):
            return name
    return ""


def _numerals(text: str, language: Language) -> Iterator[tuple[int, Quantity]]:
    known = _numeral_words()[language]
    for match in _NAME.finditer(text):
        number = known.get(fold(match[0]))
        if number is not None:
            yield match.start(), (number, _scale(text[match.end() : match.end() + 12]))


@cache
def _numeral_words() -> dict[Language, dict[str, str]]:
    return {
        Language(language): {
            fold(word): str(number) for number, words in numerals.items() for word in words
        }
        for language, numerals in _checks()["numerals"].items()
    }


@cache
def _patterns(group: str) -> dict[Language, re.Pattern[str]]:
    return {
        Language(language): re.compile(pattern, re.IGNORECASE)
        for language, pattern in _checks()[group].items()
    }


@cache
def _checks() -> dict[str, Any]:
    text = files("bot.wording").joinpath("checks.yaml").read_text("utf-8")
    checks: dict[str, Any] = yaml.safe_load(text)
    return checks
