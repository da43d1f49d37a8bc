"""Sends notices by Telegram's limits, behind the answers, and never one of them in silence twice.

A notice is noted as being sent before it is, and struck out after. What a process was sending
when it was killed may have arrived: it is sent again, and says that it may be a repeat.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.errors import StateError
from bot.telegram.intake.inbox import Inbox
from bot.telegram.sending.delivering import asked_to_wait, was_never_sent
from bot.telegram.sending.outbox import Outbox, Place, cannot_write, lacks_topic
from bot.telegram.storage.state import State
from bot.telegram.watches.message import fitting, message
from bot.telegram.watches.queue import Parcel, Queue

log = logging.getLogger(__name__)

RATE = 25.0  # messages a second, of the thirty that Telegram takes
RATE_BESIDE_ANSWERS = 12.0
IN_FLIGHT = 8
LOOKED_AT = 100  # chats that are taken up at a time
IDLE = 0.5
PAUSE, GROUP_PAUSE = 1.05, 3.05  # seconds between two messages to a chat, or to a group
FIRST_RETRY, LONGEST_RETRY = 2.0, 300.0
REFUSALS_IN_A_ROW = 3  # of different chats: then it is the bot that must wait, not they


class Sender:
    """Works off the queue in a task of its own."""

    def __init__(
        self,
        queue: Queue,
        outbox: Outbox,
        state: State,
        inbox: Inbox,
        is_shut_out: Callable[[int], bool] = lambda _: False,
    ) -> None:
        """`is_shut_out` says of a chat whether the bot's owner wants it to be told nothing."""
        self._queue = queue
        self._is_shut_out = is_shut_out
        self._outbox = outbox
        self._state = state
        self._inbox = inbox
        self._retry = FIRST_RETRY
        self._refusals = 0
        self._not_before = 0.0

    async def run(self) -> None:
        """Send what is due, until this is cancelled."""
        await self._recover()
        while True:
            chats = await self._due()
            if not chats:
                await asyncio.sleep(IDLE)
                continue
            await self._work_off(chats)

    async def _recover(self) -> None:
        while True:
            try:
                left = await asyncio.to_thread(self._queue.recover)
            except StateError as error:
                log.error("Notices wait: %s", error)
                await asyncio.sleep(LONGEST_RETRY / 10)
                continue
            if left:
                log.warning("%d notices were being sent at the end; they may be repeated", left)
            return

    async def _due(self) -> list[int]:
        try:
            return await asyncio.to_thread(self._queue.due, LOOKED_AT)
        except StateError as error:
            log.error("Notices wait: %s", error)
            return []

    async def _work_off(self, chats: list[int]) -> None:
        running: set[asyncio.Task[None]] = set()
        try:
            for chat_id in chats:
                await self._turn()
                if len(running) >= IN_FLIGHT:
                    _, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                running.add(asyncio.create_task(self._tell(chat_id)))
            if running:
                await asyncio.wait(running)
        finally:
            # A stop leaves time for what is under way: what is cut off would be repeated.
            if running:
                await asyncio.wait(running, timeout=2.0)

    async def _turn(self) -> None:
        """Wait for the next message's time: there is less of it while answers are under way."""
        clock = asyncio.get_running_loop().time
        rate = RATE_BESIDE_ANSWERS if self._inbox.is_answering else RATE
        await asyncio.sleep(max(0.0, self._not_before - clock()))
        self._not_before = max(self._not_before, clock()) + 1 / rate

    async def _tell(self, chat_id: int) -> None:
        try:
            if self._is_shut_out(chat_id):
                log.info("Chat %s is shut out, its watches end", chat_id)
                await asyncio.to_thread(self._queue.end_chat, chat_id)
                return
            parcel = await asyncio.to_thread(self._queue.claim, chat_id, fitting)
            if parcel is not None:
                await self._send(parcel)
        except StateError as error:
            log.error("What became of a notice for chat %s is not noted: %s", chat_id, error)

    async def _send(self, parcel: Parcel) -> None:
        place = Place(parcel.chat_id, parcel.thread_id or None)
        try:
            await self._outbox.attempt(place, message(parcel))
        except TelegramError as error:
            await self._failed(parcel, error)
            return
        self._retry, self._refusals = FIRST_RETRY, 0
        pause = GROUP_PAUSE if parcel.chat_id < 0 else PAUSE
        await asyncio.to_thread(self._queue.sent, parcel, pause)

    async def _failed(self, parcel: Parcel, error: TelegramError) -> None:
        match error:
            case RetryAfter():
                await self._wait(parcel, asked_to_wait(error) + 0.1)
            case ChatMigrated():
                await asyncio.to_thread(self._queue.put_back, parcel, 0.0)
                await asyncio.to_thread(self._state.move_chat, parcel.chat_id, error.new_chat_id)
            case Forbidden():
                log.info("Chat %s takes no messages, its watches end", parcel.chat_id)
                await asyncio.to_thread(self._queue.end_chat, parcel.chat_id)
            case BadRequest():
                await self._refused(parcel, error)
            case _:
                await self._unreached(parcel, error)

    async def _wait(self, parcel: Parcel, pause: float) -> None:
        self._refusals += 1
        if self._refusals >= REFUSALS_IN_A_ROW:
            self._not_before = asyncio.get_running_loop().time() + pause
        log.info("Notices for chat %s wait for %.1f s", parcel.chat_id, pause)
        await asyncio.to_thread(self._queue.put_back, parcel, pause)

    async def _refused(self, parcel: Parcel, error: BadRequest) -> None:
        if lacks_topic(error) and parcel.thread_id:
            await asyncio.to_thread(self._queue.leave_topic, parcel)
        elif "chat not found" in error.message.lower():
            await asyncio.to_thread(self._queue.end_chat, parcel.chat_id)
        elif cannot_write(error):
            log.warning("Chat %s takes no messages, its watches pause", parcel.chat_id)
            await asyncio.to_thread(self._queue.pause_chat, parcel.chat_id)
        else:
            log.error("A notice for chat %s was refused: %s", parcel.chat_id, error)
            await asyncio.to_thread(self._queue.drop, parcel)

    async def _unreached(self, parcel: Parcel, error: TelegramError) -> None:
        log.info("A notice for chat %s did not go out: %s", parcel.chat_id, error)
        doubtful = not was_never_sent(error)
        await asyncio.to_thread(
            self._queue.put_back, parcel, self._retry, may_have_arrived=doubtful
        )
        self._retry = min(2 * self._retry, LONGEST_RETRY)
