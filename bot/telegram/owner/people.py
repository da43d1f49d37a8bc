"""Who uses the bot, as counts, and whom its owner shut out.

Methods block, but for `is_banned`, `note` and `forgotten`; call them off the event loop. They
raise StateError.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert

from bot.telegram.owner.models import Banned, Seen
from bot.telegram.storage.database import Database
from bot.telegram.storage.models import Blocked, User

WRITTEN_EVERY = 3600.0
_DAY = 24 * 3600.0
_MANY = 50_000


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """How many use the bot; `languages` counts users by what they chose or last asked in."""

    users: int
    day: int
    week: int
    groups: int
    shut_out: int
    languages: Mapping[str, int]


class People:
    """The users and chats of one bot; `now` gives seconds since 1970."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now
        self._noted: dict[tuple[int, int], float] = {}
        self._waiting: dict[tuple[int, int], float] = {}
        with database.session() as session:
            self._banned = set(session.scalars(select(Banned.banned_id)))

    def is_banned(self, *ids: int) -> bool:
        """Whether any of these users and chats is shut out."""
        return not self._banned.isdisjoint(ids)

    def note(self, chat_id: int, user_id: int) -> None:
        """Note that a user wrote in a chat, to be written down by `write`."""
        now, pair = self._now(), (chat_id, user_id)
        if self._noted.get(pair, 0.0) > now - WRITTEN_EVERY:
            return
        if len(self._noted) > _MANY:
            self._noted.clear()
        self._noted[pair] = self._waiting[pair] = now

    def forgotten(self, user_id: int) -> None:
        """Let a user who was forgotten count as new when they write again."""
        for pairs in (self._noted, self._waiting):
            for pair in [pair for pair in pairs if user_id in pair]:
                del pairs[pair]

    def write(self) -> None:
        """Write down what was noted."""
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        rows = [
            {"chat_id": chat_id, "user_id": user_id, "first_at": at, "last_at": at}
            for (chat_id, user_id), at in waiting.items()
        ]
        row = insert(Seen)
        again = row.on_conflict_do_update(
            index_elements=[Seen.chat_id, Seen.user_id], set_={"last_at": row.excluded.last_at}
        )
        with self._database.session() as session:
            session.execute(again, rows)

    def ban(self, banned_id: int) -> None:
        """Shut a user or chat out."""
        with self._database.session() as session:
            session.merge(Banned(banned_id=banned_id, since=self._now()))
        self._banned.add(banned_id)

    def unban(self, banned_id: int) -> bool:
        """Let a user or chat in again; return whether they were shut out."""
        gone = delete(Banned).where(Banned.banned_id == banned_id).returning(Banned.banned_id)
        with self._database.session() as session:
            found = session.scalar(gone) is not None
        self._banned.discard(banned_id)
        return found

    def reachable(self) -> list[int]:
        """Users who have written to the bot in private, and who neither left nor are shut out."""
        self.write()
        left = select(Blocked.chat_id).union(select(Banned.banned_id))
        private = select(Seen.chat_id).where(Seen.chat_id == Seen.user_id, Seen.chat_id > 0)
        with self._database.session() as session:
            return list(
                session.scalars(private.where(Seen.chat_id.not_in(left)).order_by("chat_id"))
            )

    def counts(self) -> PeopleCounts:
        """How many use the bot."""
        self.write()
        users = select(func.count(Seen.user_id.distinct())).where(Seen.user_id > 0)
        groups = select(func.count(Seen.chat_id.distinct())).where(Seen.chat_id < 0)
        language = func.coalesce(User.language, User.spoken, "")
        by_language = select(language, func.count()).group_by(language)
        with self._database.session() as session:
            day, week = (
                session.scalar(users.where(Seen.last_at > self._now() - days * _DAY)) or 0
                for days in (1, 7)
            )
            return PeopleCounts(
                users=session.scalar(users) or 0,
                day=day,
                week=week,
                groups=session.scalar(groups) or 0,
                shut_out=len(self._banned),
                languages={row[0]: row[1] for row in session.execute(by_language)},
            )
