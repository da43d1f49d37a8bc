"""What waits at the same time goes in together, in order, and fails alone."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

import pytest

from bot.telegram.intake.batches import Batches


async def test_what_waits_goes_in_together_and_in_order() -> None:
    seen: list[list[int]] = []
    first = threading.Event()

    def work(items: Sequence[int]) -> list[int]:
        seen.append(list(items))
        first.wait(5)
        return [10 * item for item in items]

    batches = Batches(work)
    asked = [asyncio.ensure_future(batches.do(0))]
    await asyncio.sleep(0.05)
    asked += [asyncio.ensure_future(batches.do(number)) for number in range(1, 6)]
    await asyncio.sleep(0.05)
    first.set()
    assert await asyncio.gather(*asked) == [0, 10, 20, 30, 40, 50]
    assert seen == [[0], [1, 2, 3, 4, 5]]
    assert await batches.do(7) == 70


async def test_a_failure_reaches_those_who_waited_and_nobody_else() -> None:
    def work(items: Sequence[int]) -> Sequence[int]:
        if 13 in items:
            raise OSError("the disk is full")
        return items

    batches = Batches(work)
    with pytest.raises(OSError, match="full"):
        await batches.do(13)
    assert await batches.do(1) == 1


async def test_one_that_stopped_waiting_holds_up_nobody() -> None:
    go = threading.Event()

    def work(items: Sequence[int]) -> Sequence[int]:
        go.wait(5)
        return items

    batches = Batches(work)
    given_up = asyncio.ensure_future(batches.do(1))
    other = asyncio.ensure_future(batches.do(2))
    await asyncio.sleep(0.05)
    given_up.cancel()
    go.set()
    assert await other == 2
