"""What a front end needs of the engine, so that it can be tested with another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.answer import Answer
from corpus.release import Language
from index.search import Searcher


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """What the engine answers from; times are aware.

    `languages` counts releases, `invented` says that they are the bundled, invented sample.
    `synced` is when the ministry's site was last read to the end; `refused_since` and `refusal`
    say since when it refuses, and in what words, where it does.
    """

    releases: int
    newest: datetime | None
    indexed_at: datetime | None
    languages: Mapping[Language, int]
    invented: bool
    synced: datetime | None = None
    refused_since: datetime | None = None
    refusal: str | None = None


class Engine(Protocol):
    """Answers questions; safe to call from several threads at once."""

    def answer(
        self, question: str, history: Sequence[str] = (), language: Language | None = None
    ) -> Answer:
        """Return what the releases say to `question`, asked after the questions in `history`.

        Without `language` the answer is in the language of the question. Raises `BotError`.
        """
        ...

    def answer_otherwise(
        self, question: str, history: Sequence[str] = (), language: Language | None = None
    ) -> Answer:
        """Return what the releases say to the other fair reading of `question`.

        Where it has one reading only, that one is answered. Raises `BotError`.
        """
        ...

    def answer_at_once(self, question: str, language: Language | None = None) -> Answer:
        """Return the answer without what takes long: no model words it. Raises `BotError`."""
        ...

    def status(self) -> EngineStatus:
        """Return what the engine answers from at this moment."""
        ...

    def searcher(self) -> Searcher:
        """Return the index as it is at this moment. Raises `BotError`."""
        ...
