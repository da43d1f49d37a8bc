"""What of a text the lexical index keeps: its stems, and the places and bodies that it names.

Names are kept under the keys of the gazetteer, the same in all languages: so a question in
Russian finds a passage in English by the country that both name.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import (
    CityMention,
    CountryMention,
    Mention,
    OrganizationMention,
)
from index.text.grams import grams
from index.text.stemming import stems

ANALYSIS_VERSION = 2
"""Raised whenever the same text gives other terms than before."""


def terms(text: str, language: Language) -> list[str]:
    """The terms of a release's `text`: its stems in order, then the keys of what it names."""
    return stems(text, language) + named(Gazetteer.load().mentions(text, language))


def question_terms(text: str, language: Language, stemmed_as: Language) -> list[str]:
    """The terms of a question in `language`, its words stemmed as those of `stemmed_as`."""
    mentions = Gazetteer.load().mentions_in_question(text, language)
    return stems(text, stemmed_as) + named(mentions)


def gram_terms(text: str, language: Language) -> list[str]:
    """The character n-grams of a release or a question in Kazakh; none of other languages."""
    return grams(text) if language is Language.KK else []


def named(mentions: Iterable[Mention]) -> list[str]:
    """Keys of countries, cities and organisations among `mentions`, such as "@country:PY"."""
    return [key for mention in mentions for key in keys(mention)]


def keys(mention: Mention) -> list[str]:
    """Keys that `mention` may stand for: more than one where the words are ambiguous."""
    match mention:
        case CountryMention():
            cities = [f"@city:{mention.city}"] if mention.city else []
            return [f"@country:{code}" for code in (mention.code, *mention.also)] + cities
        case CityMention():
            return [f"@city:{mention.city}"]
        case OrganizationMention():
            return [f"@organization:{mention.organization}"]
    return []
