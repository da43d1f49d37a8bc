"""What a question turns on: the words beside its question word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any

import yaml

from bot.question import topic_words
from corpus.release import Language
from index.text.stemming import fold, words

TOPIC = 4  # words of a topic
BLANK = "  "  # where a name stood
AHEAD = 3  # words after the question word, adjectives among them


@dataclass(frozen=True, slots=True)
class Focus:
    """Folded words that stand beside the question word; `is_count` where they are counted."""

    words: frozenset[str]
    is_count: bool


NONE = Focus(frozenset(), is_count=False)


def focus_of(question: str, language: Language) -> Focus:
    """What `question` turns on: the noun that its question word asks about, if it has one."""
    rules = _rules(language)
    asked = rules["asked"].search(question)
    if asked is None:
        return NONE
    if rules["before"].fullmatch(asked.group()):
        found = topic_words(question[: asked.start()])[-1:]
    elif rules["after"].fullmatch(asked.group()):
        found = _ahead(question[asked.end() :], rules["adjective"])
        if not found and language is Language.KK:
            found = topic_words(question[: asked.start()])[-1:]  # «мекенжайы қандай»
    else:
        return NONE
    is_count = rules["count"].fullmatch(asked.group()) is not None
    return Focus(frozenset(found) - _generic(language), is_count)


def is_yes_no(question: str, language: Language) -> bool:
    """Whether `question` asks only if something is so, and says all of it itself."""
    return _rules(language)["yes_no"].search(question.strip()) is not None


def topic_of(question: str, language: Language) -> frozenset[str]:
    """The words of what something was said about, where `question` asks for words.

    None where that is a name, which is blank in `question`.
    """
    leads = _rules(language)["topic"].search(question)
    if leads is None:
        return frozenset()
    before, after = question[: leads.start()], question[leads.end() :]
    if language is Language.KK:
        return frozenset() if before.endswith(BLANK) else frozenset(topic_words(before)[-1:])
    return frozenset() if after.startswith(BLANK) else frozenset(topic_words(after)[:TOPIC])


def _ahead(rest: str, adjective: re.Pattern[str]) -> tuple[str, ...]:
    """The first words of `rest` that belong together: adjectives and the noun after them."""
    clause = re.split(r"[,;:?!–—]", rest, maxsplit=1)[0]
    topic = set(topic_words(clause))
    following = words(clause)
    while following and following[0] not in topic:
        following.pop(0)
    together = list(takewhile(topic.__contains__, following))[:AHEAD]
    for place, word in enumerate(together):
        if not adjective.search(word):
            return tuple(together[: place + 1])
    return tuple(together)


@cache
def _rules(language: Language) -> dict[str, re.Pattern[str]]:
    content = _content()[language].items()
    return {name: re.compile(rule, re.IGNORECASE) for name, rule in content if name != "generic"}


@cache
def _generic(language: Language) -> frozenset[str]:
    return frozenset(fold(word) for word in _content()[language]["generic"])


@cache
def _content() -> dict[str, dict[str, Any]]:
    content: dict[str, dict[str, Any]] = yaml.safe_load(
        files("bot.passages").joinpath("focus.yaml").read_text("utf-8")
    )
    return content
