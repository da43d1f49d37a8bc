"""Answers for the page: asks the engine, keeps what it said, bounds how much is under way."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from bot.answer import Answer
from bot.errors import StateError
from bot.page.kept import Kept, KeptAnswers
from bot.page.visitors import counted_as
from bot.ports import Engine
from bot.rate import RateLimit
from bot.workers import Workers
from corpus.release import Language

log = logging.getLogger(__name__)

T = TypeVar("T")
AT_ONCE = 32  # calls that may wait for one of the threads
LOOKS_PER_QUESTION = 6  # tables and kept answers cost less than questions


class BusyError(Exception):
    """More is asked at once than the page takes on."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given at `moment`, and its key; None where it could not be kept."""

    answer: Answer
    moment: datetime
    key: str | None


class Desk:
    """What the page's routes work with."""

    def __init__(self, engine: Engine, kept: KeptAnswers, rate_limit: int) -> None:
        self.engine = engine
        self._kept = kept
        # Threads of its own: a flood of the page must not hold up Telegram's users.
        self._workers = Workers(2)
        self._under_way = 0
        self._questions = RateLimit(rate_limit)
        self._looks = RateLimit(rate_limit * LOOKS_PER_QUESTION)

    @property
    def limit(self) -> int:
        """How many questions one address may ask in a minute."""
        return self._questions.limit

    def wait_to_ask(self, host: str) -> int:
        """Count a question from an address; returns seconds to wait, 0 where it may be asked."""
        refusal = self._questions.ask(counted_as(host), time.monotonic())
        return refusal.seconds if refusal else 0

    def wait_to_look(self, host: str) -> int:
        """The same for what is looked up without a question."""
        refusal = self._looks.ask(counted_as(host), time.monotonic())
        return refusal.seconds if refusal else 0

    async def ask(self, question: str, language: Language) -> Given:
        """The answer to `question` in `language`. Raises BotError and BusyError."""
        return await self.run(lambda: self._give(question, language))

    async def look_up(self, key: str) -> Kept | None:
        """What is kept under `key`. Raises StateError and BusyError."""
        return await self.run(lambda: self._kept.get(key))

    async def run(self, call: Callable[[], T]) -> T:
        """What `call` returns, in a thread. Raises BusyError where too much is under way."""
        if self._under_way >= AT_ONCE:
            raise BusyError
        self._under_way += 1
        try:
            return await self._workers.run(call)
        finally:
            self._under_way -= 1

    def _give(self, question: str, language: Language) -> Given:
        answer = self.engine.answer(question, language=language)
        try:
            key = self._kept.put(answer)
        except StateError as error:
            log.error("An answer could not be kept, it is shown without a link: %s", error)
            key = None
        return Given(answer, datetime.now(UTC), key)
