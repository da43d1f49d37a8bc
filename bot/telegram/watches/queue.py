"""The notices on their way: claimed, sent and struck out, each step written down before the next.

Methods block; call them off the event loop. All of them raise StateError.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from bot.telegram.storage.database import Database
from bot.telegram.storage.models import Blocked
from bot.telegram.watches.kept import QUEUED, SENDING
from bot.telegram.watches.models import NoticeRow, WatchRow
from bot.telegram.watches.removal import delete_of_chat
from bot.watches.notice import Notice
from corpus.release import Language

AT_ONCE = 20  # notices that are read for one message: more would not fit


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice for a chat; `watch_name` and `kind` are those of its watch."""

    id: int
    watch_id: int
    watch_name: str
    kind: str
    notice: Notice


@dataclass(frozen=True, slots=True)
class Parcel:
    """Notices that go to one chat together; `repeated`: some of them may be there already."""

    chat_id: int
    thread_id: int
    language: Language
    waiting: tuple[Waiting, ...]
    repeated: bool


class Queue:
    """The notices of all watches; `now` gives seconds since 1970."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def recover(self) -> int:
        """Put back what an earlier process was sending, as what may be there already."""
        left = update(NoticeRow).where(NoticeRow.state == SENDING)
        with self._database.session() as session:
            ids = session.scalars(
                left.values(state=QUEUED, repeated=True).returning(NoticeRow.id)
            ).all()
            return len(ids)

    def due(self, count: int) -> list[int]:
        """Return up to `count` chats that something is due for, the longest waiting first."""
        waiting = (
            select(NoticeRow.chat_id)
            .where(NoticeRow.state == QUEUED, NoticeRow.due_at <= self._now())
            .group_by(NoticeRow.chat_id)
            .order_by(func.min(NoticeRow.due_at), func.min(NoticeRow.id))
        )
        with self._database.session() as session:
            return list(session.scalars(waiting.limit(count)))

    def claim(self, chat_id: int, fitting: Callable[[Parcel], int]) -> Parcel | None:
        """Note that what is due for a chat is being sent, and return it; None where nothing is.

        `fitting` says how many of the notices go into one message. What may be there already
        goes alone, so that nothing else is said to be repeated.
        """
        with self._database.session() as session:
            rows = self._first_due(session, chat_id)
            if not rows:
                return None
            parcel = _parcel(session, rows)
            if not parcel.waiting:
                return None
            count = fitting(parcel)
            taken = parcel.waiting[:count]
            ids = [one.id for one in taken]
            session.execute(update(NoticeRow).where(NoticeRow.id.in_(ids)).values(state=SENDING))
            return Parcel(parcel.chat_id, parcel.thread_id, parcel.language, taken, parcel.repeated)

    def sent(self, parcel: Parcel, pause: float) -> None:
        """Strike out what has been sent; the chat's other notices wait for `pause` seconds."""
        with self._database.session() as session:
            session.execute(delete(NoticeRow).where(_of(parcel)))
            self._put_off(session, parcel.chat_id, pause)

    def put_back(self, parcel: Parcel, pause: float, *, may_have_arrived: bool = False) -> None:
        """Let what has not been sent, as far as is known, wait for `pause` seconds."""
        back: dict[str, object] = {"state": QUEUED}
        if may_have_arrived:
            back["repeated"] = True
        with self._database.session() as session:
            session.execute(update(NoticeRow).where(_of(parcel)).values(back))
            self._put_off(session, parcel.chat_id, pause)

    def drop(self, parcel: Parcel) -> None:
        """Strike out what Telegram takes in no form."""
        with self._database.session() as session:
            session.execute(delete(NoticeRow).where(_of(parcel)))

    def end_chat(self, chat_id: int) -> None:
        """End the watches of a chat that has shut the bot out."""
        with self._database.session() as session:
            session.merge(Blocked(chat_id=chat_id, since=self._now()))
            delete_of_chat(session, chat_id)

    def leave_topic(self, parcel: Parcel) -> None:
        """Tell a group what was meant for a topic of it that is gone."""
        chat, thread = parcel.chat_id, parcel.thread_id
        with self._database.session() as session:
            for table in (WatchRow, NoticeRow):
                here = (table.chat_id == chat, table.thread_id == thread)
                session.execute(update(table).where(*here).values(thread_id=0))
            session.execute(update(NoticeRow).where(_of(parcel)).values(state=QUEUED))

    def pause_chat(self, chat_id: int) -> None:
        """Pause the watches of a chat that lets the bot read but not write."""
        with self._database.session() as session:
            session.execute(update(WatchRow).where(WatchRow.chat_id == chat_id).values(paused=True))
            session.execute(delete(NoticeRow).where(NoticeRow.chat_id == chat_id))

    def count(self) -> int:
        """Return how many notices have not gone out."""
        with self._database.session() as session:
            return session.scalar(select(func.count()).select_from(NoticeRow)) or 0

    def _first_due(self, session: Session, chat_id: int) -> Sequence[NoticeRow]:
        """The notices of one chat, topic, language and standing that have waited longest."""
        due = (
            NoticeRow.chat_id == chat_id,
            NoticeRow.state == QUEUED,
            NoticeRow.due_at <= self._now(),
        )
        rows = select(NoticeRow).where(*due).order_by(NoticeRow.due_at, NoticeRow.id)
        first = session.scalar(rows.limit(1))
        if first is None:
            return ()
        alike = (
            NoticeRow.thread_id == first.thread_id,
            NoticeRow.language == first.language,
            NoticeRow.repeated == first.repeated,
        )
        return session.scalars(rows.where(*alike).limit(AT_ONCE)).all()

    def _put_off(self, session: Session, chat_id: int, pause: float) -> None:
        until = self._now() + pause
        early = (
            NoticeRow.chat_id == chat_id, NoticeRow.state == QUEUED, NoticeRow.due_at < until,
        )  # fmt: skip
        session.execute(update(NoticeRow).where(*early).values(due_at=until))


def _of(parcel: Parcel) -> ColumnElement[bool]:
    return NoticeRow.id.in_([one.id for one in parcel.waiting])


def _parcel(session: Session, rows: Sequence[NoticeRow]) -> Parcel:
    first = rows[0]
    watches = {row.watch_id: session.get(WatchRow, row.watch_id) for row in rows}
    waiting = tuple(
        Waiting(row.id, row.watch_id, watch.name, watch.kind, Notice.from_json(row.told))
        for row in rows
        if (watch := watches[row.watch_id]) is not None
    )
    language = Language(first.language)
    return Parcel(first.chat_id, first.thread_id, language, waiting, first.repeated)
