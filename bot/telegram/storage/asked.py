"""Keeps what was asked and answered, so that buttons, reports and a replay find it again.

Methods block; call them off the event loop. All of them raise StateError.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import delete

from bot.telegram.storage.database import Sessions
from bot.telegram.storage.models import AskedQuestion
from corpus.release import Language

KEPT = 30 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what it leaned on, and what is offered to do with its answer.

    `wanted` is the language that the user chose, `language` the one of the answer, `snapshot`
    names the index that answered. `offers` are names of actions, each with its argument.
    `otherwise` says that the other reading of the question was answered.
    """

    chat_id: int
    thread_id: int
    user_id: int
    question: str
    history: tuple[str, ...]
    wanted: Language | None
    language: Language
    snapshot: str
    offers: tuple[tuple[str, str], ...] = ()
    otherwise: bool = False


class AskedQuestions:
    """What was asked, by a key that nobody can guess, for `kept` seconds.

    `now` gives seconds since 1970.
    """

    def __init__(
        self, database: Sessions, now: Callable[[], float] = time.time, kept: float = KEPT
    ) -> None:
        self._database = database
        self._now = now
        self._kept = kept

    def put(self, asked: Asked) -> str:
        """Keep what was asked and return the key to find it by."""
        key = secrets.token_urlsafe(9)
        row = AskedQuestion(
            key=key,
            chat_id=asked.chat_id,
            thread_id=asked.thread_id,
            user_id=asked.user_id,
            question=asked.question,
            history=json.dumps(asked.history),
            wanted=asked.wanted,
            language=asked.language,
            snapshot=asked.snapshot,
            offers=json.dumps(asked.offers),
            otherwise=asked.otherwise,
            asked_at=self._now(),
        )
        with self._database.session() as session:
            session.add(row)
        return key

    def get(self, key: str) -> Asked | None:
        """Return what was asked under `key`; None where it is gone or was never there."""
        with self._database.session() as session:
            row = session.get(AskedQuestion, key)
            if row is None or row.asked_at <= self._now() - self._kept:
                return None
            return Asked(
                chat_id=row.chat_id,
                thread_id=row.thread_id,
                user_id=row.user_id,
                question=row.question,
                history=tuple(json.loads(row.history)),
                wanted=Language(row.wanted) if row.wanted else None,
                language=Language(row.language),
                snapshot=row.snapshot,
                offers=tuple((name, argument) for name, argument in json.loads(row.offers)),
                otherwise=row.otherwise,
            )

    def sweep(self) -> None:
        """Delete what has been kept long enough."""
        old = AskedQuestion.asked_at <= self._now() - self._kept
        with self._database.session() as session:
            session.execute(delete(AskedQuestion).where(old))
