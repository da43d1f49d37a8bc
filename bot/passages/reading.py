"""A release taken apart for answering: its sentences, with what each holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.passages.concepts import concepts_of
from bot.passages.wanted import country_keys
from corpus.release import Language, Release
from index.analysis import terms
from index.text.sentences import sentences
from index.times.dates import DateMention, find_dates

# Money is counted in dollars of a country of which nothing is said.
CURRENCY = re.compile(
    r"\b(?:US|U\.S\.|United States|АҚШ)(?= dollars?| долл)|(?<=долларов )США|(?<=долл\. )США"
    r"|(?<=доллара )США|(?<=доллар )США"
)
HOST_COUNTRY = "@country:KZ"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence `body[start:end]`, the number of its paragraph, and what it holds.

    `terms` are stems, keys of names (with the country of each city) and groups of words;
    `countries` the keys of countries among them.
    """

    start: int
    end: int
    text: str
    paragraph: int
    terms: frozenset[str]

    @property
    def countries(self) -> frozenset[str]:
        """Keys of the foreign countries that it names, itself or by a city."""
        return countries_in(self.terms)


@dataclass(frozen=True, slots=True)
class Reading:
    """A release's title and sentences; `everywhere` is what any of them holds."""

    title: Sentence
    sentences: tuple[Sentence, ...]
    everywhere: frozenset[str]

    def around(self, place: int) -> frozenset[str]:
        """What the sentence at `place` holds, with its neighbours in the paragraph."""
        middle = self.sentences[place]
        near = self.sentences[max(place - 1, 0) : place + 2]
        return frozenset().union(*(s.terms for s in near if s.paragraph == middle.paragraph))

    def paragraph(self, number: int) -> frozenset[str]:
        """What the sentences of a paragraph hold."""
        return frozenset().union(*(s.terms for s in self.sentences if s.paragraph == number))


def countries_in(terms: frozenset[str]) -> frozenset[str]:
    """Keys of the foreign countries among `terms`."""
    return frozenset(term for term in terms if term.startswith("@country")) - {HOST_COUNTRY}


def read_release(release: Release) -> Reading:
    """The sentences of `release`; one that was read before is not read again."""
    return _read(release.title, release.body, release.language)


@lru_cache(maxsize=4_000)
def _read(title: str, body: str, language: Language) -> Reading:
    found = tuple(
        _sentence(body, start, end, body.count("\n\n", 0, start), language)
        for start, end in sentences(body)
    )
    heading = _sentence(title, 0, len(title), -1, language)
    return Reading(heading, found, heading.terms.union(*(each.terms for each in found)))


def _sentence(text: str, start: int, end: int, paragraph: int, language: Language) -> Sentence:
    words = text[start:end]
    held = plain_terms(words, language) | concepts_of(words, language)
    return Sentence(start, end, words, paragraph, held)


@lru_cache(maxsize=20_000)
def plain_terms(text: str, language: Language) -> frozenset[str]:
    """Stems and keys of names in `text`, with the country of each city, without currencies'."""
    return country_keys(frozenset(terms(CURRENCY.sub(" ", text), language)))


@lru_cache(maxsize=20_000)
def dates_of(text: str, language: Language, published: date) -> tuple[DateMention, ...]:
    """The dates in a sentence of a release that was published on that day."""
    return tuple(find_dates(text, language, published))
