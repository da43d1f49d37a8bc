from __future__ import annotations

import asyncio
import logging
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rate import RateLimit, Refusal
from bot.telegram.conversation.pages import Press, read_press
from bot.telegram.logs import redacted_logs
from bot.workers import Workers

TOKEN = "123456:AA-secret"


def test_rate_limit_refuses_and_recovers() -> None:
    limit = RateLimit(2)
    assert limit.ask(7, 0.0) is None
    assert limit.ask(7, 20.0) is None
    assert limit.ask(7, 20.0) == Refusal(40, told=False)
    assert limit.ask(7, 25.0) == Refusal(35, told=True)
    assert limit.ask(8, 25.0) is None
    assert limit.ask(7, 60.0) is None
    assert limit.ask(7, 60.0) == Refusal(20, told=False)


@given(st.permutations(range(12)))
def test_rate_limit_goes_by_when_it_was_asked_in_whatever_order(order: list[int]) -> None:
    limit = RateLimit(3)
    assert all(limit.ask(7, 20.0 * number) is None for number in order)


def test_rate_limit_forgets_idle_users() -> None:
    limit = RateLimit(1)
    for user in range(3000):
        limit.ask(user, 0.0)
    limit.ask(1, 61.0)
    assert len(limit._asked) == 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("ask:example-1", Press("ask", "example-1")),
        ("language:kk:7", Press("language", "kk", 7)),
        ("show:help:-100", Press("show", "help", -100)),
        ("language:de", None),
        ("show:../../x", None),
        ("show:help:", None),
        ("", None),
        (None, None),
        ("ask:example-1\n", None),
    ],
)
def test_read_press(data: str | None, expected: Press | None) -> None:
    assert read_press(data) == expected
    assert expected is None or str(expected) == data


def test_logs_never_show_the_token(caplog: pytest.LogCaptureFixture) -> None:
    stream = logging.getLogger("tests.token")
    with redacted_logs(TOKEN), caplog.at_level(logging.DEBUG):
        stream.info("calling https://host/bot%s/getMe", TOKEN)
        try:
            raise ValueError(f"The token `{TOKEN}` was rejected")
        except ValueError:
            stream.exception("failed: %d%%", 5)
        stream.warning("with the stack", stack_info=True)
    assert TOKEN not in caplog.text
    assert "bot***/getMe" in caplog.text
    assert "The token `***` was rejected" in caplog.text
    assert "failed: 5%" in caplog.text
    stream.warning("afterwards %s", TOKEN)
    assert TOKEN in caplog.text


async def test_workers_run_side_by_side() -> None:
    workers, barrier = Workers(3), threading.Barrier(3)
    results = await asyncio.gather(*(workers.run(lambda: barrier.wait(5)) for _ in range(3)))
    assert sorted(results) == [0, 1, 2]


async def test_workers_hand_on_errors_and_skip_what_nobody_awaits() -> None:
    workers, ran = Workers(1), []

    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await workers.run(fail)
    busy = asyncio.ensure_future(workers.run(lambda: time.sleep(0.05)))
    skipped = asyncio.ensure_future(workers.run(lambda: ran.append(1)))
    await asyncio.sleep(0)
    skipped.cancel()
    await busy
    assert await workers.run(lambda: "next") == "next"
    assert ran == []
