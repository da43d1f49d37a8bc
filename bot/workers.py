"""Threads for the engine, so that one slow answer holds up neither the event loop nor others."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")


class Workers:
    """A few daemon threads that work off calls in order.

    The executors of the standard library would keep the process alive until every call has
    returned; a stop must not wait for an engine that hangs.
    """

    def __init__(self, count: int = 8) -> None:
        self._calls: SimpleQueue[Callable[[], None]] = SimpleQueue()
        for number in range(count):
            threading.Thread(target=self._work, name=f"answer-{number}", daemon=True).start()

    async def run(self, call: Callable[[], T]) -> T:
        """Return what `call` returns in one of the threads, or raise what it raises."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()

        def settle(result: T | None, error: BaseException | None) -> None:
            if future.done():
                return
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(result)  # type: ignore[arg-type]

        def work() -> None:
            result, error = None, None
            try:
                if not future.cancelled():
                    result = call()
            except BaseException as raised:
                error = raised
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, result, error)

        self._calls.put(work)
        return await future

    def _work(self) -> None:
        while True:
            self._calls.get()()
