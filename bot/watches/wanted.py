"""What a standing question waits for, or why nothing new can answer it; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from bot.passages.wanted import wanted_by
from bot.query.interpretation import interpretation
from bot.query.membership import members_on
from bot.query.query import EventQuery, ItemOf, Shape
from bot.query.reading import read_query
from bot.query.release_questions import read_release_query
from bot.question import Question, read_question
from corpus.release import Language
from index.extraction.event import EventKind


class Unwatchable(StrEnum):
    """Why a question cannot be watched."""

    EMPTY = "empty"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question to watch: `query` where events answer it, else what its words are about."""

    question: Question
    query: EventQuery | None
    read_as: str

    def as_kept(self, *, passes_topic: bool) -> EventQuery | None:
        """The query, without its topic where that asks nothing."""
        return replace(self.query, topic=()) if self.query and passes_topic else self.query


@lru_cache(maxsize=20_000)
def read_wanted(
    text: str, history: tuple[str, ...], language: Language | None, day: date
) -> Wanted | Unwatchable:
    """What is waited for by who asks `text` on `day`, after the questions in `history`."""
    question = read_question(_without_opening(text), history, language)
    query = _event_query(question, history, day)
    if query is None:
        if not question.topic and not question.names:
            return Unwatchable.EMPTY
        periods = wanted_by(question).periods
        if periods and all(last < day for _, last in periods):
            return Unwatchable.PAST
        return Wanted(question, None, question.text)
    if query.shape is Shape.FIRST or (query.last is not None and query.last < day):
        return Unwatchable.PAST
    return Wanted(question, query, interpretation(query, question.language))


def _without_opening(text: str) -> str:
    """The text without "tell me when" and the like before what is waited for."""
    words = text.split()
    plain = [word.strip(",:").casefold() for word in words]
    for count in range(min(len(plain), _longest()), 0, -1):
        if " ".join(plain[:count]) in _openings():
            return " ".join(words[count:])
    return text


@cache
def _openings() -> frozenset[str]:
    return frozenset(
        yaml.safe_load(files("bot.watches").joinpath("leading.yaml").read_text("utf-8"))
    )


def _longest() -> int:
    return max(len(opening.split()) for opening in _openings())


def _event_query(question: Question, history: tuple[str, ...], day: date) -> EventQuery | None:
    if read_release_query(question.written, question.language, day) is not None:
        return None
    reading = read_query(question.written, history, question.language, day)
    if reading is None or reading.query.item_of is ItemOf.RELEASE:
        return None
    query = reading.query
    shape = Shape.FIRST if query.shape is Shape.FIRST else Shape.LIST
    return replace(
        query,
        shape=shape,
        limit=None,
        first=None,
        item_of=ItemOf.TRAVELLER if query.kind is EventKind.VISIT else ItemOf.VISIT,
        members_on=members_on(question.written, question.language, day),
    )
