"""Sends announcements within Telegram's limits, and tells the owner how far they are."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.errors import StateError
from bot.messages import Texts
from bot.telegram.context import Services
from bot.telegram.owner.broadcast_buttons import stop_button
from bot.telegram.owner.broadcasts import Broadcast, Outcome, Stage
from bot.telegram.sending.delivering import asked_to_wait, was_never_sent
from bot.telegram.sending.outbox import Outgoing, Place

log = logging.getLogger(__name__)

RATE = 25.0  # messages a second, of the thirty that Telegram takes
RATE_BESIDE_ANSWERS = 12.0
IN_FLIGHT = 4
TOLD_EVERY = 3.0  # seconds between two edits of the message that tells the progress
IDLE = 1.0
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0


class Broadcaster:
    """Works off announcements, one at a time, in a task of its own."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._broadcasts = services.broadcasts
        self._not_before = 0.0
        self._pause = FIRST_PAUSE

    async def run(self) -> None:
        """Send what is confirmed, until this is cancelled."""
        recovered = False
        while True:
            try:
                if not recovered:
                    await asyncio.to_thread(self._broadcasts.recover)
                    recovered = True
                broadcast = await asyncio.to_thread(self._broadcasts.running)
                if broadcast is not None:
                    await self._send(broadcast)
            except StateError as error:
                log.error("Announcements wait: %s", error)
            await asyncio.sleep(IDLE)

    async def _send(self, broadcast: Broadcast) -> None:
        telling = asyncio.create_task(self._tell_now_and_then(broadcast))
        try:
            await asyncio.gather(*(self._work_off(broadcast) for _ in range(IN_FLIGHT)))
        finally:
            telling.cancel()
        await asyncio.to_thread(self._broadcasts.finish, broadcast.id)
        await self._tell(broadcast)

    async def _work_off(self, broadcast: Broadcast) -> None:
        while True:
            await self._turn()
            chat_id = await asyncio.to_thread(self._broadcasts.claim, broadcast.id)
            if chat_id is None:
                return
            # What is under way at a stop is let finish: else nobody knows whether it arrived.
            await asyncio.shield(self._write_to(chat_id, broadcast))

    async def _write_to(self, chat_id: int, broadcast: Broadcast) -> None:
        outcome = await self._attempt(chat_id, broadcast.text)
        await asyncio.to_thread(self._broadcasts.settle, broadcast.id, chat_id, outcome)

    async def _turn(self) -> None:
        """Wait for the next message's time: there is less of it while answers are under way."""
        clock = asyncio.get_running_loop().time
        answering = self._services.inbox.is_answering
        at = max(self._not_before, clock())
        self._not_before = at + 1 / (RATE_BESIDE_ANSWERS if answering else RATE)
        await asyncio.sleep(at - clock())

    async def _attempt(self, chat_id: int, text: str) -> Outcome:
        if self._services.people.is_banned(chat_id):
            return Outcome.SKIPPED
        try:
            await self._services.outbox.attempt(Place(chat_id), Outgoing(text))
        except TelegramError as error:
            return await self._failed(chat_id, error)
        self._pause = FIRST_PAUSE
        return Outcome.SENT

    async def _failed(self, chat_id: int, error: TelegramError) -> Outcome:
        match error:
            case RetryAfter():
                self._hold(asked_to_wait(error) + 0.1)
                return Outcome.WAITING
            case Forbidden():
                await asyncio.to_thread(self._services.state.block, chat_id)
                return Outcome.SKIPPED
            case BadRequest() | ChatMigrated():
                log.info("Chat %s got no announcement: %s", chat_id, error)
                return Outcome.SKIPPED
            case _ if was_never_sent(error):
                self._hold(self._pause)
                self._pause = min(2 * self._pause, LONGEST_PAUSE)
                return Outcome.WAITING
        log.info("Whether chat %s got the announcement is not known: %s", chat_id, error)
        return Outcome.UNCLEAR

    def _hold(self, seconds: float) -> None:
        until = asyncio.get_running_loop().time() + seconds
        self._not_before = max(self._not_before, until)

    async def _tell_now_and_then(self, broadcast: Broadcast) -> None:
        while True:
            await asyncio.sleep(TOLD_EVERY)
            await self._tell(broadcast)

    async def _tell(self, broadcast: Broadcast) -> None:
        try:
            now = await asyncio.to_thread(self._broadcasts.get, broadcast.id)
            counts = await asyncio.to_thread(self._broadcasts.progress, broadcast.id)
            chosen, spoken = await asyncio.to_thread(
                self._services.state.languages, broadcast.user_id
            )
            language = chosen or spoken or self._services.settings.default_language
            if now is not None and now.message_id is not None:
                message = progress(Texts(language), now, counts)
                await self._services.outbox.edit(now.chat_id, now.message_id, message)
        except (StateError, TelegramError) as error:
            log.info("How far the announcement is could not be told: %s", error)


def progress(texts: Texts, broadcast: Broadcast, counts: Mapping[Outcome, int]) -> Outgoing:
    """The message that tells how far an announcement is, with a button while it goes on."""
    text = texts.text(
        "broadcast-progress",
        stage=broadcast.stage,
        sent=counts.get(Outcome.SENT, 0),
        all=sum(counts.values()),
        skipped=counts.get(Outcome.SKIPPED, 0),
        unclear=counts.get(Outcome.UNCLEAR, 0),
    )
    runs = broadcast.stage is Stage.RUNNING
    return Outgoing(text, buttons=stop_button(texts, broadcast.id) if runs else None)
