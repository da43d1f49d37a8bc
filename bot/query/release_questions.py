"""Reads questions that ask for releases themselves: which speak of something, and how many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from bot.query.query import EventQuery, ItemOf, Places, Shape
from bot.question import mentions_in, topic_words, without
from corpus.release import Language
from index.extraction.event import EventKind
from index.places.mentions import CityMention, CountryMention, Mention, RegionMention
from index.text.stemming import stems
from index.times.dates import find_periods

NEWS = 10  # releases that news come to


def read_release_query(question: str, language: Language, newest: date) -> EventQuery | None:
    """What releases `question` asks for; None where it asks for none, or for none in special."""
    shape = _shape(question.lower(), language)
    if shape is None:
        return None
    mentions = mentions_in(question, language)
    periods = find_periods(question, language, newest)
    spans = [(one.start, one.end) for one in (*mentions, *periods)]
    words = topic_words(without(question, spans))
    query = EventQuery(
        EventKind.VISIT,
        shape=shape,
        item_of=ItemOf.RELEASE,
        origin=_places(mentions),
        cities=frozenset(one.city for one in mentions if isinstance(one, CityMention)),
        first=periods[0].first if periods else None,
        last=periods[-1].last if periods else None,
        topic=tuple(word for word in words if not _ignored(language) & {*stems(word, language)}),
        limit=NEWS if shape is Shape.LATEST else None,
    )
    names = query.origin or query.cities or query.topic
    return query if names or shape is Shape.LATEST else None


def _shape(lowered: str, language: Language) -> Shape | None:
    """What is asked for: a count, the newest releases, or all; None where it is no release."""
    if re.search(_rules()["news"][language], lowered):
        return Shape.LATEST
    if not re.search(_rules()["asked"][language], lowered):
        return None
    return Shape.COUNT if re.search(_rules()["counted"], lowered) else Shape.LIST


def _places(mentions: Sequence[Mention]) -> Places:
    countries, regions, organizations = set(), set(), set()
    for one in mentions:
        if isinstance(one, CountryMention):
            countries.add(one.code)
        elif isinstance(one, RegionMention):
            regions.add(one.region)
        elif not isinstance(one, CityMention):
            organizations.add(one.organization)
    return Places(frozenset(countries), frozenset(regions), frozenset(organizations))


@cache
def _ignored(language: Language) -> frozenset[str]:
    """Stems of the words that say nothing of the topic."""
    listed = " ".join(str(word) for word in _rules()["words"][language])
    return frozenset(stems(listed, language))


@cache
def _rules() -> dict[str, Any]:
    content = files("bot.query").joinpath("release_questions.yaml").read_text("utf-8")
    rules: dict[str, Any] = yaml.safe_load(content)
    return rules
