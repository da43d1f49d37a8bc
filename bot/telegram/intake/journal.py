"""The record of updates: taken in, answered so far, done.

An update stands in it before Telegram is told that it has been taken, and is done only when its
answer has gone out. Methods block; call them off the event loop. All of them raise StateError.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from bot.telegram.storage.database import Database
from bot.telegram.storage.models import Incoming

log = logging.getLogger(__name__)

KEPT = 48 * 3600.0  # Telegram offers an update for 24 hours, and may begin numbering anew in a week
MAX_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """An update to take in; `chat_id` and `message_id` are those of the message in it, if any."""

    update_id: int
    payload: str
    chat_id: int | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """An update that is not done: its JSON, and the ids of the messages that went out so far."""

    update_id: int
    payload: str
    sent: tuple[int, ...]


class Journal:
    """Updates of the bot whose numeric id is `bot_id`; `now` gives seconds since 1970."""

    def __init__(
        self,
        database: Database,
        bot_id: int,
        now: Callable[[], float] = time.time,
        kept: float = KEPT,
    ) -> None:
        self._database = database
        self._bot_id = bot_id
        self._now = now
        self._kept = kept

    def take(self, entries: Sequence[Entry]) -> list[bool]:
        """Write updates down in one transaction; for each False where it has been here before."""
        with self._database.session() as session:
            return [self._take(entry, session) for entry in entries]

    def _take(self, entry: Entry, session: Session) -> bool:
        row = {
            "bot_id": self._bot_id,
            "update_id": entry.update_id,
            "chat_id": entry.chat_id,
            "message_id": entry.message_id,
            "payload": entry.payload,
            "sent": "[]",
            "attempts": 1,
            "received_at": self._now(),
        }
        statement = insert(Incoming).values(row).on_conflict_do_nothing()
        return session.execute(statement.returning(Incoming.update_id)).first() is not None

    def resume(self) -> list[Unanswered]:
        """Return what is not done, oldest first, and count this as one more attempt at it.

        What has had all its attempts is given up: an update that brings the bot down does so
        a few times at most.
        """
        spent = update(Incoming).where(*self._open(), Incoming.attempts >= MAX_ATTEMPTS)
        again = update(Incoming).where(*self._open()).values(attempts=Incoming.attempts + 1)
        rows = select(Incoming).where(*self._open()).order_by(Incoming.update_id)
        with self._database.session() as session:
            given_up = session.scalars(
                spent.values(done_at=self._now(), payload="").returning(Incoming.update_id)
            ).all()
            session.execute(again)
            left = [
                Unanswered(row.update_id, row.payload, tuple(json.loads(row.sent)))
                for row in session.scalars(rows)
            ]
        for update_id in given_up:
            log.error("Update %s is given up after %d attempts", update_id, MAX_ATTEMPTS)
        return left

    def record_sent(self, update_id: int, message_ids: tuple[int, ...]) -> None:
        """Note the ids of the messages that went out so far in answer to an update."""
        self._change(update_id, sent=json.dumps(message_ids))

    def finish(self, update_ids: Sequence[int]) -> list[None]:
        """Note in one transaction that updates are done, and forget what they said."""
        rows = (Incoming.bot_id == self._bot_id, Incoming.update_id.in_(update_ids))
        done = update(Incoming).where(*rows).values(done_at=self._now(), payload="")
        with self._database.session() as session:
            session.execute(done)
        return [None] * len(update_ids)

    def answers_to(self, chat_id: int, message_id: int) -> tuple[int, ...]:
        """Return the ids of the messages that answered a message; none where unknown."""
        newest = (
            select(Incoming.sent)
            .where(
                Incoming.bot_id == self._bot_id,
                Incoming.chat_id == chat_id,
                Incoming.message_id == message_id,
                Incoming.sent != "[]",
            )
            .order_by(Incoming.update_id.desc())
        )
        with self._database.session() as session:
            return tuple(json.loads(session.scalar(newest.limit(1)) or "[]"))

    def count_open(self) -> int:
        """Return how many updates are not done."""
        rows = select(func.count()).select_from(Incoming).where(*self._open())
        with self._database.session() as session:
            return session.scalar(rows) or 0

    def sweep(self) -> None:
        """Delete what was done long ago."""
        with self._database.session() as session:
            session.execute(delete(Incoming).where(Incoming.done_at <= self._now() - self._kept))

    def _open(self) -> tuple[ColumnElement[bool], ...]:
        return Incoming.bot_id == self._bot_id, Incoming.done_at.is_(None)

    def _change(self, update_id: int, **values: str | float) -> None:
        row = (Incoming.bot_id == self._bot_id, Incoming.update_id == update_id)
        with self._database.session() as session:
            session.execute(update(Incoming).where(*row).values(**values))
