"""Keeps announcements, and what became of them for each who is to get them.

Whoever is being written to is noted before, so that after any end of the process nobody is
written to twice; whether it arrived is then not known, and told as such. Methods block; call
them off the event loop. All of them raise StateError.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Update, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.telegram.owner.models import BroadcastRow, RecipientRow
from bot.telegram.storage.asked import KEPT
from bot.telegram.storage.database import Database


class Stage(StrEnum):
    """How far an announcement is."""

    DRAFT = "draft"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class Outcome(StrEnum):
    """What became of an announcement for one recipient; UNCLEAR may have arrived or not."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    SKIPPED = "skipped"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """An announcement: whose it is, its text, and the message that tells how far it is."""

    id: int
    user_id: int
    chat_id: int
    message_id: int | None
    text: str
    stage: Stage


class Broadcasts:
    """Announcements by their number; kept for `kept` seconds, `now` gives seconds since 1970."""

    def __init__(
        self, database: Database, now: Callable[[], float] = time.time, kept: float = KEPT
    ) -> None:
        self._database = database
        self._now = now
        self._kept = kept

    def draft(self, user_id: int, chat_id: int, text: str) -> int:
        """Keep a text that is to be confirmed and return its number."""
        row = BroadcastRow(
            user_id=user_id, chat_id=chat_id, text=text, stage=Stage.DRAFT, made_at=self._now()
        )
        with self._database.session() as session:
            session.add(row)
            session.flush()
            return row.id

    def get(self, number: int) -> Broadcast | None:
        """Return an announcement; None where there is none."""
        with self._database.session() as session:
            row = session.get(BroadcastRow, number)
            return _broadcast(row) if row else None

    def start(self, number: int, message_id: int, recipients: Iterable[int]) -> bool:
        """Begin to send a draft to `recipients`; return False where it was no draft any more."""
        rows = [
            {"broadcast_id": number, "chat_id": chat_id, "outcome": Outcome.WAITING}
            for chat_id in recipients
        ]
        begun = _moved(number, Stage.DRAFT, Stage.RUNNING).values(message_id=message_id)
        with self._database.session() as session:
            if session.scalar(begun.returning(BroadcastRow.id)) is None:
                return False
            if rows:
                session.execute(insert(RecipientRow).on_conflict_do_nothing(), rows)
            return True

    def stop(self, number: int) -> bool:
        """Send a draft never, or a running one no further; return whether it was one of them."""
        ended = (
            update(BroadcastRow)
            .where(BroadcastRow.id == number, BroadcastRow.stage.in_((Stage.DRAFT, Stage.RUNNING)))
            .values(stage=Stage.STOPPED)
        )
        with self._database.session() as session:
            return session.scalar(ended.returning(BroadcastRow.id)) is not None

    def finish(self, number: int) -> None:
        """Note that everybody has been written to."""
        with self._database.session() as session:
            session.execute(_moved(number, Stage.RUNNING, Stage.DONE))

    def recover(self) -> int:
        """Note as unclear what an earlier process was sending at its end; return how many."""
        cut_off = update(RecipientRow).where(RecipientRow.outcome == Outcome.SENDING)
        unclear = cut_off.values(outcome=Outcome.UNCLEAR).returning(RecipientRow.chat_id)
        with self._database.session() as session:
            return len(session.scalars(unclear).all())

    def running(self) -> Broadcast | None:
        """Return the announcement that is to be sent now; None where there is none."""
        oldest = select(BroadcastRow).where(BroadcastRow.stage == Stage.RUNNING)
        with self._database.session() as session:
            row = session.scalar(oldest.order_by(BroadcastRow.id).limit(1))
            return _broadcast(row) if row else None

    def claim(self, number: int) -> int | None:
        """Return the next to write to, noted as being written to; None where nobody is left."""
        stage = select(BroadcastRow.stage).where(BroadcastRow.id == number)
        waiting = (
            select(RecipientRow)
            .where(RecipientRow.broadcast_id == number, RecipientRow.outcome == Outcome.WAITING)
            .limit(1)
        )
        with self._database.session() as session:
            row = session.scalar(waiting)
            if row is None or session.scalar(stage) != Stage.RUNNING:
                return None
            row.outcome = Outcome.SENDING
            return row.chat_id

    def settle(self, number: int, chat_id: int, outcome: Outcome) -> None:
        """Note what became of an announcement for a recipient."""
        row = update(RecipientRow).where(
            RecipientRow.broadcast_id == number, RecipientRow.chat_id == chat_id
        )
        with self._database.session() as session:
            session.execute(row.values(outcome=outcome))

    def progress(self, number: int) -> Mapping[Outcome, int]:
        """Return how many recipients there are by what became of it."""
        counted = (
            select(RecipientRow.outcome, func.count())
            .where(RecipientRow.broadcast_id == number)
            .group_by(RecipientRow.outcome)
        )
        with self._database.session() as session:
            return {Outcome(row[0]): row[1] for row in session.execute(counted)}

    def sweep(self) -> None:
        """Delete what was ended long ago, and drafts that nobody confirmed."""
        old = (
            BroadcastRow.made_at <= self._now() - self._kept,
            BroadcastRow.stage != Stage.RUNNING,
        )
        there = select(BroadcastRow.id)
        with self._database.session() as session:
            session.execute(delete(BroadcastRow).where(*old))
            session.execute(delete(RecipientRow).where(RecipientRow.broadcast_id.not_in(there)))


def _moved(number: int, old: Stage, new: Stage) -> Update:
    row = update(BroadcastRow).where(BroadcastRow.id == number, BroadcastRow.stage == old)
    return row.values(stage=new)


def _broadcast(row: BroadcastRow) -> Broadcast:
    return Broadcast(row.id, row.user_id, row.chat_id, row.message_id, row.text, Stage(row.stage))
