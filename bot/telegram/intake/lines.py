"""Lines of updates: what one person writes in one chat is answered in the order it was written."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Hashable


class Lines:
    """Who waits behind whom; to be used from one event loop."""

    def __init__(self) -> None:
        self._lines: dict[Hashable, deque[int]] = {}
        self._line_of: dict[int, Hashable] = {}
        self._waiting: dict[int, asyncio.Future[None]] = {}

    def enter(self, line: Hashable, update_id: int) -> None:
        """Put an update at the end of a line."""
        self._lines.setdefault(line, deque()).append(update_id)
        self._line_of[update_id] = line

    async def turn(self, update_id: int) -> None:
        """Wait until all that stand before an update have left; at once for one in no line."""
        line = self._line_of.get(update_id)
        while line is not None and self._lines[line][0] != update_id:
            self._waiting[update_id] = asyncio.get_running_loop().create_future()
            try:
                await self._waiting[update_id]
            finally:
                del self._waiting[update_id]

    def leave(self, update_id: int) -> None:
        """Take an update out of its line and let the one that is first now go on."""
        line = self._line_of.pop(update_id, None)
        if line is None:
            return
        waiting = self._lines[line]
        waiting.remove(update_id)
        if not waiting:
            del self._lines[line]
            return
        first = self._waiting.get(waiting[0])
        if first is not None and not first.done():
            first.set_result(None)
