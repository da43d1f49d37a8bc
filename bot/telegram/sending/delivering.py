"""Repeats a request to Telegram for as long as its rules and the network ask for."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import (
    BadRequest,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

log = logging.getLogger(__name__)

T = TypeVar("T")

# Spans of time as the library will give them; without it, each flood control refusal warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")

PATIENCE = 600.0
FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 30.0
_NOT_SENT = {"ConnectError", "ConnectTimeout", "PoolTimeout"}


async def deliver(request: Callable[[], Awaitable[T]], patience: float = PATIENCE) -> T:
    """Return what `request` gives, repeated while Telegram asks to wait or cannot be reached.

    What may have arrived although no reply came is repeated once: a message too many is better
    than none. The rule is ours rather than a library's, since the pause comes out of the error
    in one case and the number of tries depends on the error in another. Raises TelegramError.
    """
    clock = asyncio.get_running_loop().time
    end, pause, doubtful = clock() + patience, FIRST_PAUSE, False
    while True:
        try:
            return await request()
        except RetryAfter as error:
            failure: TelegramError = error
            wait = asked_to_wait(error) + 0.1
        except BadRequest:
            raise
        except NetworkError as error:
            if _may_have_arrived(error):
                if doubtful:
                    raise
                doubtful = True
            failure, wait, pause = error, pause, min(2 * pause, _LONGEST_PAUSE)
        if clock() + wait > end:
            raise failure
        log.info("Trying again in %.1f s: %s", wait, failure)
        await asyncio.sleep(wait)


def asked_to_wait(error: RetryAfter) -> float:
    """Return the seconds that Telegram asks to wait."""
    wait = error.retry_after
    return wait if isinstance(wait, int) else wait.total_seconds()


def is_passing(error: BaseException | None) -> bool:
    """Return whether an error of `deliver` says nothing against the message itself."""
    return isinstance(error, NetworkError | RetryAfter) and not isinstance(error, BadRequest)


def was_never_sent(error: TelegramError) -> bool:
    """Return whether a request that failed with `error` surely had no effect."""
    return type(error.__cause__).__name__ in _NOT_SENT


def _may_have_arrived(error: NetworkError) -> bool:
    cause = error.__cause__
    if cause is None or not type(cause).__module__.startswith("httpx"):
        return isinstance(error, TimedOut)  # else the server replied, with an error of its own
    return type(cause).__name__ not in _NOT_SENT
