"""Whether the releases say that what a question takes for granted was otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from bot.evidence import Quote
from bot.question import Question
from bot.reading import read_release
from bot.wanted import wanted_by
from corpus.release import Language

EVENTS = frozenset(
    {"~visit", "~meet", "~sign", "~say", "~discuss", "~participate", "~speech", "~offer", "~agree"}
)
LOOKED_AT = 40  # best quotes


def find_denial(question: Question, quotes: Sequence[Quote]) -> Quote | None:
    """The best of `quotes` which says that an event asked about did not happen so, if any does.

    It is of the time asked about where one is.
    """
    wanted = wanted_by(question)
    asked = frozenset().union(*(word.concepts for word in wanted.words))
    if not (wanted.countries and asked & EVENTS):
        return None
    denials = [quote for quote in quotes[:LOOKED_AT] if quote.about and _denies(quote)]
    timely = (quote for quote in denials if quote.timely)
    return next(timely, None) or next(iter(denials), None)


def _denies(quote: Quote) -> bool:
    """Whether a sentence that tells of an event says that it was otherwise."""
    release = quote.source.release
    if not _pattern(release.language).search(quote.text):
        return False
    return bool(EVENTS & read_release(release).sentences[quote.place].terms)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    content = yaml.safe_load(files("bot").joinpath("denials.yaml").read_text("utf-8"))
    return re.compile(content[language.value], re.IGNORECASE)
