"""Takes inline queries, apart from questions: none waits for an answer that takes long."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bot.workers import Workers

T = TypeVar("T")


class InlineDesk:
    """Threads of its own for inline queries, of which each user's newest counts.

    A client asks anew with each letter typed; what it asked before is of no use by then.
    """

    def __init__(self, threads: int = 2) -> None:
        self._workers = Workers(threads)
        self._newest: dict[int, str] = {}

    async def run(self, user_id: int, query_id: str, call: Callable[[], T]) -> T | None:
        """Return what `call` gives; None where the user has asked something else meanwhile."""
        self._newest[user_id] = query_id

        def unless_outdated() -> T | None:
            return call() if self._newest.get(user_id) == query_id else None

        try:
            return await self._workers.run(unless_outdated)
        finally:
            if self._newest.get(user_id) == query_id:
                del self._newest[user_id]
