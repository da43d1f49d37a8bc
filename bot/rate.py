"""How many questions a user may ask. Pure: the time of each question is handed in."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass

_MANY_USERS = 1024
_REMEMBERED = 10  # times the limit of a user's questions whose times are kept


@dataclass(frozen=True, slots=True)
class Refusal:
    """A question too many: whole seconds to wait, and whether the user knows already."""

    seconds: int
    told: bool


class RateLimit:
    """At most `limit` questions of each user within `period` seconds.

    It goes by when a question was asked, not when it arrived, nor in what order: what was asked in
    the course of an hour while the bot was away is no flood.
    """

    def __init__(self, limit: int, period: float = 60.0) -> None:
        self.limit = limit
        self._period = period
        self._asked: dict[Hashable, deque[float]] = {}
        self._told: set[Hashable] = set()

    def ask(self, user_id: Hashable, now: float) -> Refusal | None:
        """Count a question asked `now` and return None, or return why it may not be asked.

        A user is to be told of it once; to answer each further message would only feed a flood.
        """
        if len(self._asked) > _MANY_USERS:
            self._drop_idle(now)
        asked = self._asked.setdefault(user_id, deque(maxlen=_REMEMBERED * self.limit))
        before = [at for at in asked if now - self._period < at <= now]
        if len(before) < self.limit:
            asked.append(now)
            self._told.discard(user_id)
            return None
        told = user_id in self._told
        self._told.add(user_id)
        return Refusal(max(1, round(min(before) + self._period - now)), told)

    def _drop_idle(self, now: float) -> None:
        idle = [user for user, asked in self._asked.items() if max(asked) <= now - self._period]
        for user in idle:
            del self._asked[user]
            self._told.discard(user)
