"""Where the accounts of one event in several languages differ; pure.

Compared is what can be told apart without translating: countries (a city stands for its own),
numbers, dates by the day, and persons who hold an office. A sentence stands beside each find,
since a find is a question to a reader and not a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.release import Language, Release
from index.extraction.read import read_accounts
from index.places.gazetteer import Gazetteer
from index.places.mentions import CityMention, CountryMention
from index.text.numbers import find_numbers
from index.text.person_names import same_person
from index.text.sentences import sentences
from index.times.dates import Precision, find_dates

HOST = "KZ"
SMALL = 13  # numbers below it are words in one language and digits in another

_MONEY = re.compile(r"dollar|долл|US\$", re.IGNORECASE)


class Aspect(StrEnum):
    """What differs."""

    COUNTRY = "country"
    NUMBER = "number"
    DATE = "date"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """`value` stands in `release`, by the `sentence`, and in none of the accounts in `lacking`."""

    aspect: Aspect
    value: str
    release: Release
    sentence: str
    lacking: tuple[Release, ...]


Found = dict[str, int]
"""What a release holds, each with the offset where it first stands in the text."""


def discrepancies(accounts: Sequence[Release]) -> list[Discrepancy]:
    """What some of `accounts` of one event tell and others lack, in the order of the aspects.

    A value that several accounts share is shown by the first of them.
    """
    return [
        found for aspect, read in _READERS.items() for found in _differing(aspect, accounts, read)
    ]


def _differing(
    aspect: Aspect, accounts: Sequence[Release], read: Callable[[Release], Found]
) -> Iterator[Discrepancy]:
    held = [(release, read(release)) for release in accounts]
    same = same_person if aspect is Aspect.PERSON else _equal
    told: list[str] = []
    for release, found in held:
        for value, offset in found.items():
            lacking = tuple(r for r, other in held if not any(same(value, one) for one in other))
            if lacking and not any(same(value, one) for one in told):
                told.append(value)
                yield Discrepancy(aspect, value, release, _sentence(release, offset), lacking)


def _equal(one: str, two: str) -> bool:
    return one == two


def _text(release: Release) -> str:
    return f"{release.title}\n{release.body}"


def _sentence(release: Release, offset: int) -> str:
    text = _text(release)
    spans = sentences(text)
    return next((text[start:end] for start, end in spans if start <= offset < end), release.title)


def _countries(release: Release) -> Found:
    found: Found = {}
    text = _text(release)
    for mention in Gazetteer.load().mentions(text, release.language):
        if _MONEY.search(text[max(0, mention.start - 12) : mention.end + 10]):
            continue  # dollars name the United States, and no country is meant
        codes: tuple[str, ...] = ()
        if isinstance(mention, CountryMention) and not mention.also:
            codes = (mention.code,)
        elif isinstance(mention, CityMention):
            codes = (mention.country,)
        for code in codes:
            if code != HOST:
                found.setdefault(code, mention.start)
    return found


def _dates(release: Release) -> Found:
    published = release.day
    found: Found = {}
    for mention in find_dates(_text(release), release.language, published):
        if mention.precision is Precision.DAY and not mention.relative:
            found.setdefault(mention.first.isoformat(), mention.start)
    return found


def _numbers(release: Release) -> Found:
    text = _text(release)
    published = release.day
    dated = [(m.start, m.end) for m in find_dates(text, release.language, published)]
    found: Found = {}
    for number in find_numbers(text):
        is_dated = any(start <= number.start < end for start, end in dated)
        if not is_dated and _tells(number.value, published):
            found.setdefault(number.value, number.start)
    return found


def _tells(value: str, published: date) -> bool:
    """Whether a number is a figure, rather than a small one or a year."""
    if "." in value:
        return True
    return int(value) >= SMALL and not 1900 <= int(value) <= published.year + 50


def _persons(release: Release) -> Found:
    named = (a for a in read_accounts(release) if a.party.person and a.party.country != HOST)
    title = len(release.title) + 1
    return {a.party.person: title + a.start for a in named if a.party.person}


_READERS: dict[Aspect, Callable[[Release], Found]] = {
    Aspect.COUNTRY: _countries,
    Aspect.NUMBER: _numbers,
    Aspect.DATE: _dates,
    Aspect.PERSON: _persons,
}


def one_a_language(accounts: Iterable[Release]) -> list[Release]:
    """The first account in each language."""
    found: dict[Language, Release] = {}
    for release in accounts:
        found.setdefault(release.language, release)
    return list(found.values())
