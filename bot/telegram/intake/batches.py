"""Does what many ask for at the same time in one go, as one transaction instead of many."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Batches(Generic[T, R]):
    """Hands items to `work`, which blocks, in a thread: those that wait go in together.

    Each transaction of SQLite waits for the disk, so that a thousand small ones would hold up
    everybody for seconds. `work` returns a result for each item, in their order.
    """

    def __init__(self, work: Callable[[Sequence[T]], Sequence[R]]) -> None:
        self._work = work
        self._waiting: list[tuple[T, asyncio.Future[R]]] = []
        self._task: asyncio.Task[None] | None = None

    async def do(self, item: T) -> R:
        """Return the result for `item`, or raise what `work` raises."""
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        return await future

    async def _run(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            futures = [future for _, future in batch]
            try:
                results = await asyncio.to_thread(self._work, [item for item, _ in batch])
            except BaseException as error:
                for future in futures:
                    _settle(future, error)
                continue
            for future, result in zip(futures, results, strict=True):
                if not future.done():
                    future.set_result(result)
        self._task = None


def _settle(future: asyncio.Future[R], error: BaseException) -> None:
    if not future.done():
        future.set_exception(error)
