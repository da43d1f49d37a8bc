"""The answer that lists the countries which a sentence names, where a question asks for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from bot.answer import Answer, AnswerKind, Item, Scope
from bot.messages import Texts
from bot.passages.compose import cite
from bot.passages.evidence import Quote
from bot.passages.judgement import FIRST, answers
from bot.passages.wanted import wanted_by
from bot.question import Question
from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import CountryMention

FEWEST = 2  # countries that are a list
OWN = "KZ"
TRAVEL = frozenset({"~visit", "~meet", "~participate"})


def compose_countries(question: Question, quotes: Sequence[Quote], scope: Scope) -> Answer | None:
    """The countries that the best answering sentence lists, one item each.

    None where no countries are asked for, or none of the best of `quotes` lists any.
    """
    wanted = wanted_by(question)
    moves = any(TRAVEL & word.concepts for word in wanted.words)
    if moves or not _asked(question.language).search(question.text):
        return None  # who came or went is told by events
    told = (quote for quote in quotes[:FIRST] if answers(question, quote))
    listing = next((quote for quote in told if len(_countries(question, quote)) >= FEWEST), None)
    if listing is None:
        return None
    codes = _countries(question, listing)
    source = cite(listing.source.release, listing.text)
    names = [Gazetteer.load().country_name(code, question.language) for code in codes]
    items = tuple(
        Item(label=name, sources=(source,), country=code)
        for name, code in zip(names, codes, strict=True)
    )
    return Answer(
        question.written,
        question.language,
        AnswerKind.LIST,
        Texts(question.language).text("answer-countries", count=len(items), names=", ".join(names)),
        (),
        scope,
        took_ms=0.0,
        items=items,
        count=len(items),
    )


def _countries(question: Question, quote: Quote) -> list[str]:
    """Codes of the foreign countries in the sentence that the question does not name itself."""
    found = Gazetteer.load().mentions(quote.text, quote.source.release.language)
    named = frozenset().union(*wanted_by(question).countries)
    codes = (one.code for one in found if isinstance(one, CountryMention))
    return [
        code for code in dict.fromkeys(codes) if code != OWN and f"@country:{code}" not in named
    ]


@cache
def _asked(language: Language) -> re.Pattern[str]:
    content = files("bot.passages").joinpath("countries.yaml").read_text("utf-8")
    return re.compile(yaml.safe_load(content)[language], re.IGNORECASE)
