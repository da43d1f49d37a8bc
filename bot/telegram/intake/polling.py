"""Long polling: fetches updates and puts them into the inbox before it confirms them.

The library's own poller would go on in silence without updates where the token is withdrawn or
an update cannot be written down; this one ends, or waits and fetches the same updates again.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.errors import SecondPollerError, StateError, TokenRefusedError
from bot.telegram.intake.inbox import Inbox
from bot.telegram.sending.delivering import asked_to_wait

log = logging.getLogger(__name__)

T = TypeVar("T")

FIRST_PAUSE = 1.0
_HELD_OPEN = 25  # seconds that Telegram holds a request open while there is nothing new
_LONGEST_PAUSE = 30.0


async def reach(server: str, request: Callable[[], Awaitable[T]]) -> T:
    """Return what `request` gives, repeated for as long as `server` cannot be reached.

    Raises TokenRefusedError.
    """
    pause = FIRST_PAUSE
    while True:
        try:
            return await request()
        except InvalidToken:
            raise TokenRefusedError(server) from None  # the error of the library holds the token
        except TelegramError as error:
            pause = _seconds(error, pause)
            log.warning("%s cannot be reached, next try in %.0f s: %s", server, pause, error)
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


class Poller:
    """Fetches the updates of one bot; `healthy` says whether the last attempt went well."""

    def __init__(self, bot: Bot, inbox: Inbox, server: str, allowed: list[str]) -> None:
        self.healthy = True
        self._bot = bot
        self._inbox = inbox
        self._server = server
        self._allowed = allowed
        self._offset: int | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch updates until `stop`. What was taken but not confirmed by then, the inbox knows.

        Raises SecondPollerError and TokenRefusedError.
        """
        pause = FIRST_PAUSE
        while not stop.is_set():
            try:
                await self._take(await self._fetch(stop))
                self.healthy, pause = True, FIRST_PAUSE
                continue
            except InvalidToken:
                raise TokenRefusedError(self._server) from None
            except Conflict as error:
                raise SecondPollerError from error
            except TimedOut:
                self.healthy = False
                continue  # the wait was long enough
            except (TelegramError, StateError) as error:
                pause = _seconds(error, pause)
                log.warning("No updates, next try in %.0f s: %s", pause, error)
            self.healthy = False
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _fetch(self, stop: asyncio.Event) -> tuple[Update, ...]:
        fetch = asyncio.ensure_future(
            self._bot.get_updates(
                offset=self._offset, timeout=_HELD_OPEN, allowed_updates=self._allowed
            )
        )
        stopped = asyncio.ensure_future(stop.wait())
        await asyncio.wait({fetch, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if fetch.done():
            return fetch.result()
        fetch.cancel()
        await asyncio.wait({fetch})
        return ()

    async def _take(self, updates: tuple[Update, ...]) -> None:
        await asyncio.gather(*(self._inbox.put(update) for update in updates))
        if updates:
            self._offset = updates[-1].update_id + 1


def _seconds(error: Exception, pause: float) -> float:
    return asked_to_wait(error) if isinstance(error, RetryAfter) else pause
