"""Whether the releases say that what a question takes for granted was otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from bot.passages.evidence import Quote, corrects
from bot.passages.reading import read_release
from bot.passages.wanted import Wanted, wanted_by
from bot.question import Question

TAKEN_FOR_GRANTED = frozenset(
    {"~visit", "~meet", "~sign", "~discuss", "~participate", "~offer", "~agree", "~stay"}
    | {"~delegation"}
)
SPOKEN = frozenset({"~say", "~speech"})  # what was said at an event, where one is dated
EVENTS = frozenset({"~visit", "~meet", "~sign", "~discuss", "~participate", "~cancel"})
# What may be asked of an event that went otherwise than was planned.
STILL_ASKED = ("place", "address", "compare", "superlative", "summary", "money", "person", "whom")
SPEECH = re.compile(r"[“«\"„][^”»\"]*[”»\"]?")
RELATION = 0.25  # share of the question's words that a denial holds or has around it
LOOKED_AT = 40  # best quotes


def find_denial(question: Question, quotes: Sequence[Quote]) -> Quote | None:
    """The best of `quotes` which says that an event asked about did not happen so, if any does.

    It is of the time asked about where one is. Whether somebody has a name is never denied.
    """
    wanted = wanted_by(question)
    asked = frozenset().union(*(word.concepts for word in wanted.words))
    granted = TAKEN_FOR_GRANTED | (SPOKEN if wanted.periods else frozenset())
    if not (wanted.countries and asked & granted) or wanted.asks("person"):
        return None
    if _pattern("question").search(question.text):
        return None
    denials = [quote for quote in quotes[:LOOKED_AT] if _denies(wanted, quote)]
    timely = (quote for quote in denials if quote.timely)
    return next(timely, None) or next(iter(denials), None)


def _denies(wanted: Wanted, quote: Quote) -> bool:
    """Whether the sentence says of an event with a country asked about that it was otherwise."""
    release = quote.source.release
    if not quote.about or quote.relation < RELATION:
        return False
    told = SPEECH.sub(" ", quote.text)
    if corrects(quote) or not _pattern(release.language.value).search(told):
        return False
    reading = read_release(release)
    terms = reading.sentences[quote.place].terms
    if wanted.offices and not wanted.offices & (terms | reading.title.terms):
        return False
    own = frozenset().union(*wanted.countries) & (terms | reading.title.terms)
    return bool(EVENTS & terms) and bool(own)


def contradicts(question: Question, denial: Quote) -> bool:
    """Whether `denial` leaves nothing of what is asked: it is of the same event and time."""
    return denial.timely and not wanted_by(question).asks(*STILL_ASKED)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_content()[name], re.IGNORECASE)


@cache
def _content() -> dict[str, str]:
    content: dict[str, str] = yaml.safe_load(
        files("bot.passages").joinpath("denials.yaml").read_text("utf-8")
    )
    return content
