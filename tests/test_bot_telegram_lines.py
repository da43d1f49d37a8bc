"""Lines of updates: in order within one, not held up by another."""

from __future__ import annotations

import asyncio
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.intake.lines import Lines


@given(st.lists(st.integers(0, 2), max_size=20), st.randoms())
def test_each_line_goes_in_its_order_whoever_is_ready_first(
    lines: list[int], chance: Random
) -> None:
    async def run() -> list[int]:
        queue, done = Lines(), list[int]()
        for update_id, line in enumerate(lines):
            queue.enter(line, update_id)

        async def work(update_id: int) -> None:
            for _ in range(chance.randrange(4)):
                await asyncio.sleep(0)
            await queue.turn(update_id)
            done.append(update_id)
            queue.leave(update_id)

        await asyncio.wait_for(asyncio.gather(*map(work, range(len(lines)))), 5)
        return done

    done = asyncio.run(run())
    for line in set(lines):
        told = [update_id for update_id in done if lines[update_id] == line]
        assert told == sorted(told)


async def test_one_that_leaves_unanswered_holds_up_nobody() -> None:
    lines = Lines()
    for update_id in (1, 2, 3):
        lines.enter("a", update_id)
    waiting = asyncio.ensure_future(lines.turn(3))
    await asyncio.sleep(0)
    lines.leave(2)
    await asyncio.sleep(0)
    assert not waiting.done()
    lines.leave(1)
    await asyncio.wait_for(waiting, 1)
    await lines.turn(99)
