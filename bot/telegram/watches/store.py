"""Keeps standing questions, whose they are, and what each has told.

Methods block; call them off the event loop. All of them raise StateError.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.orm import Session

from bot.telegram.storage.database import Database
from bot.telegram.storage.models import User
from bot.telegram.watches.kept import QUEUED, Kind, Outcome, Watch, from_row, to_row
from bot.telegram.watches.models import KnownRow, NoticeRow, QuietRow, WatchRow
from bot.telegram.watches.removal import delete_where
from bot.watches.hours import Hours, Mode, due_at
from corpus.release import Language

KEPT = 400 * 24 * 3600.0  # what was told, for as long as it could be told again


class Watches:
    """The standing questions; `now` gives seconds since 1970."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def add(self, watch: Watch, known: Iterable[str], at_most: int) -> int | None:
        """Keep a watch that knows of `known`; return its id, or None where it is one too many."""
        with self._database.session() as session:
            if watch.user_id and count_of(session, watch.user_id) >= at_most:
                return None
            row = to_row(watch)
            session.add(row)
            session.flush()
            self._know(session, row, known)
            return row.id

    def get(self, watch_id: int) -> Watch | None:
        """Return a watch; None where there is none."""
        with self._database.session() as session:
            row = session.get(WatchRow, watch_id)
            return from_row(row) if row else None

    def of_chat(self, chat_id: int) -> list[Watch]:
        """Return all watches of a chat, oldest first."""
        rows = select(WatchRow).where(WatchRow.chat_id == chat_id).order_by(WatchRow.id)
        with self._database.session() as session:
            return [from_row(row) for row in session.scalars(rows)]

    def channels(self) -> list[Watch]:
        """Return the watches of channels, which are the owner's."""
        rows = select(WatchRow).where(WatchRow.kind == Kind.CHANNEL)
        with self._database.session() as session:
            return [from_row(row) for row in session.scalars(rows)]

    def count(self) -> int:
        """Return how many watches there are."""
        with self._database.session() as session:
            return session.scalar(select(func.count()).select_from(WatchRow)) or 0

    def set_mode(self, watch_id: int, mode: Mode) -> None:
        """Tell of a watch's events at once or in digests, those that wait included."""
        with self._database.session() as session:
            session.execute(update(WatchRow).where(WatchRow.id == watch_id).values(mode=mode))
            self._reschedule(session, NoticeRow.watch_id == watch_id)

    def pause(self, watch_id: int) -> None:
        """Tell of a watch's events no more, for the time being."""
        with self._database.session() as session:
            session.execute(update(WatchRow).where(WatchRow.id == watch_id).values(paused=True))
            session.execute(delete(NoticeRow).where(NoticeRow.watch_id == watch_id))

    def resume(self, watch_id: int, snapshot: str, known: Iterable[str]) -> None:
        """Tell of a watch's events again, from `snapshot` on."""
        values = {"paused": False, "snapshot": snapshot, "since": self._now()}
        with self._database.session() as session:
            session.execute(update(WatchRow).where(WatchRow.id == watch_id).values(values))
            row = session.get(WatchRow, watch_id)
            if row is not None:
                self._know(session, row, known)

    def delete(self, watch_id: int) -> None:
        """Forget a watch and all that it was about to tell."""
        with self._database.session() as session:
            delete_where(session, WatchRow.id == watch_id)

    def quiet_hours(self, user_id: int) -> Hours:
        """Return when a user wants to hear nothing."""
        with self._database.session() as session:
            return hours_of(session, user_id)

    def set_quiet_hours(self, user_id: int, hours: Hours) -> None:
        """Tell a user nothing in these hours, what waits for them included."""
        row = QuietRow(user_id=user_id, first=hours.first, last=hours.last, zone=hours.zone)
        with self._database.session() as session:
            session.merge(row)
            session.flush()
            self._reschedule(session, NoticeRow.user_id == user_id)

    def behind(self, snapshot: str, after: int, count: int) -> list[Watch]:
        """Return up to `count` watches, from id `after` on, not yet held to `snapshot`."""
        rows = select(WatchRow).where(
            WatchRow.id > after, WatchRow.snapshot != snapshot, WatchRow.paused.is_(False)
        )
        with self._database.session() as session:
            found = session.scalars(rows.order_by(WatchRow.id).limit(count))
            return [from_row(row) for row in found]

    def known(self, watch_ids: Sequence[int]) -> dict[int, dict[int, str]]:
        """Return what each of these watches knows, by the number of each event."""
        found: dict[int, dict[int, str]] = {watch_id: {} for watch_id in watch_ids}
        rows = select(KnownRow).where(KnownRow.watch_id.in_(watch_ids)).order_by(KnownRow.id)
        with self._database.session() as session:
            for row in session.scalars(rows):
                found[row.watch_id][row.id] = row.told
        return found

    def chosen_languages(self, user_ids: Iterable[int]) -> Mapping[int, Language]:
        """Return the languages that users chose, of those who did."""
        rows = select(User).where(User.user_id.in_(set(user_ids)), User.language.is_not(None))
        with self._database.session() as session:
            return {row.user_id: Language(row.language or "en") for row in session.scalars(rows)}

    def hold(self, outcomes: Sequence[Outcome], snapshot: str) -> int:
        """Note, all at once, that watches were held to `snapshot` and what they are to tell.

        Return how many notices that is. A watch that is gone or paused by now tells nothing.
        """
        with self._database.session() as session:
            ids = [outcome.watch.id for outcome in outcomes]
            there = select(WatchRow).where(WatchRow.id.in_(ids), WatchRow.paused.is_(False))
            rows = {row.id: row for row in session.scalars(there)}
            held = [outcome for outcome in outcomes if outcome.watch.id in rows]
            session.execute(update(WatchRow).where(WatchRow.id.in_(rows)).values(snapshot=snapshot))
            for outcome in held:
                for number, told in outcome.changed:
                    session.execute(update(KnownRow).where(KnownRow.id == number).values(told=told))
            notices = [one for outcome in held for one in self._to_tell(session, outcome, rows)]
            if notices:
                session.execute(insert(NoticeRow), notices)
            return len(notices)

    def sweep(self) -> None:
        """Delete what was told so long ago that nothing will tell it again."""
        old = KnownRow.noted_at <= self._now() - KEPT
        with self._database.session() as session:
            session.execute(delete(KnownRow).where(old))

    def _to_tell(
        self, session: Session, outcome: Outcome, rows: Mapping[int, WatchRow]
    ) -> list[dict[str, object]]:
        if not outcome.notices:
            return []
        row = rows[outcome.watch.id]
        self._know(session, row, [known for _, known in outcome.notices])
        quiet = hours_of(session, row.user_id)
        known_at = self._now()
        due = due_at(Mode(row.mode), quiet, datetime.fromtimestamp(known_at, UTC)).timestamp()
        return [
            {
                "watch_id": row.id,
                "chat_id": row.chat_id,
                "thread_id": row.thread_id,
                "user_id": row.user_id,
                "language": outcome.language,
                "told": notice.to_json(),
                "state": QUEUED,
                "repeated": False,
                "known_at": known_at,
                "due_at": due,
            }
            for notice, _ in outcome.notices
        ]

    def _know(self, session: Session, watch: WatchRow, known: Iterable[str]) -> None:
        whose = {"watch_id": watch.id, "chat_id": watch.chat_id, "user_id": watch.user_id}
        rows = [whose | {"told": told, "noted_at": self._now()} for told in known]
        if rows:
            session.execute(insert(KnownRow), rows)

    def _reschedule(self, session: Session, which: ColumnElement[bool]) -> None:
        waiting = select(NoticeRow).where(which, NoticeRow.state == QUEUED)
        modes: dict[int, Mode] = {}
        for row in session.scalars(waiting):
            if row.watch_id not in modes:
                watch = session.get(WatchRow, row.watch_id)
                modes[row.watch_id] = Mode(watch.mode) if watch else Mode.AT_ONCE
            quiet = hours_of(session, row.user_id)
            known = datetime.fromtimestamp(row.known_at, UTC)
            due = due_at(modes[row.watch_id], quiet, known).timestamp()
            # A digest that was due before the change is not put off to the next one.
            row.due_at = max(due, self._now())


def count_of(session: Session, user_id: int) -> int:
    """Return how many watches a user has, in all chats."""
    rows = select(func.count()).select_from(WatchRow).where(WatchRow.user_id == user_id)
    return session.scalar(rows) or 0


def hours_of(session: Session, user_id: int) -> Hours:
    """Return when a user wants to hear nothing."""
    row = session.get(QuietRow, user_id)
    return Hours(row.first, row.last, row.zone) if row else Hours()
