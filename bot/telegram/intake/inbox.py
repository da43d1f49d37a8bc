"""The durable inbox: no update is lost, none is answered twice, over any end of the process."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable
from typing import Any

from telegram import Bot, Update
from telegram.ext import BaseUpdateProcessor

from bot.errors import StateError
from bot.telegram.intake.batches import Batches
from bot.telegram.intake.journal import Entry, Journal
from bot.telegram.intake.lines import Lines

log = logging.getLogger(__name__)

_AT_ONCE = 256
_TAKEN_AT_ONCE = 100_000  # what is typed just now does not wait for the others


class Delivery:
    """What has gone out in answer to one update, so that no message of it goes out twice."""

    def __init__(self, journal: Journal, update_id: int, sent: tuple[int, ...] = ()) -> None:
        self.update_id = update_id
        self.failed = False
        self._journal = journal
        self._sent = list(sent)
        self._place = 0

    @property
    def sent(self) -> tuple[int, ...]:
        """Ids of the messages that have gone out."""
        return tuple(self._sent)

    def next_already_sent(self) -> int | None:
        """Return the id of the message that went out in this place before a restart, if any."""
        if self._place >= len(self._sent):
            return None
        self._place += 1
        return self._sent[self._place - 1]

    async def record(self, message_id: int) -> None:
        """Note that a message has gone out."""
        self._sent.append(message_id)
        self._place = len(self._sent)
        await self._write()

    async def replace(self, message_ids: tuple[int, ...]) -> None:
        """Note that these messages are the answer now."""
        self._sent = list(message_ids)
        await self._write()

    async def _write(self) -> None:
        try:
            await asyncio.to_thread(self._journal.record_sent, self.update_id, self.sent)
        except StateError:
            log.exception("Update %s: a sent message could not be noted", self.update_id)


class Inbox(asyncio.Queue[object]):
    """The queue of updates, each written to the journal before `put` returns.

    An update that has been here before is dropped, so that a webhook may deliver it twice. An
    inline query is not written down: after a restart nobody waits for it.
    """

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._deliveries: dict[int, Delivery] = {}
        self._lines = Lines()
        self._takes = Batches(journal.take)
        self._finishes = Batches(journal.finish)

    async def put(self, item: object) -> None:
        """Put an update in, or a signal of the application. Raises StateError."""
        if isinstance(item, Update) and not is_passing_by(item):
            if not await self._takes.do(_entry(item)):
                log.info("Update %s has been here before", item.update_id)
                return
            self._deliveries[item.update_id] = Delivery(self._journal, item.update_id)
            self._line_up(item)
        self.put_nowait(item)

    async def resume(self, bot: Bot) -> int:
        """Put in what an earlier process left unanswered; return how many updates that is."""
        unanswered = await asyncio.to_thread(self._journal.resume)
        for left in unanswered:
            update = Update.de_json(json.loads(left.payload), bot)
            self._deliveries[left.update_id] = Delivery(self._journal, left.update_id, left.sent)
            self._line_up(update)
            self.put_nowait(update)
        return len(unanswered)

    @property
    def is_answering(self) -> bool:
        """Whether any update is not done."""
        return bool(self._deliveries)

    def delivery(self, update_id: int) -> Delivery:
        """Return the delivery of an update that is being answered."""
        return self._deliveries[update_id]

    async def finish(self, update_id: int) -> None:
        """Note that an update is done, unless its answer could not be sent."""
        self._lines.leave(update_id)
        delivery = self._deliveries.pop(update_id, None)
        if delivery is None or delivery.failed:
            return
        try:
            await self._finishes.do(update_id)
        except StateError:
            log.exception("Update %s: that it is done could not be noted", update_id)

    def leave(self, update_id: int) -> None:
        """Leave an update for the next process."""
        self._lines.leave(update_id)
        self._deliveries.pop(update_id, None)

    async def turn(self, update_id: int) -> None:
        """Wait until what the same person wrote before in the same chat is done."""
        await self._lines.turn(update_id)

    def _line_up(self, update: Update) -> None:
        message = update.message
        if message is not None:
            sender = message.sender_chat or message.from_user
            self._lines.enter((message.chat_id, sender.id if sender else 0), update.update_id)

    def count_open(self) -> int:
        """Return how many updates are not done. Blocks; raises StateError."""
        return self._journal.count_open()


class Processor(BaseUpdateProcessor):
    """Answers updates side by side, and marks each as done after its answer."""

    __slots__ = ("_closed", "_inbox", "_running", "_turns")

    def __init__(self, inbox: Inbox) -> None:
        super().__init__(_TAKEN_AT_ONCE)
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._inbox = inbox
        self._closed = False
        self._running: set[asyncio.Task[Any]] = set()

    async def initialize(self) -> None:
        """Do nothing."""

    async def shutdown(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Begin no more answers; what waits is left for the next process."""
        self._closed = True

    def cancel(self) -> int:
        """Break off the answers that are running; return how many."""
        for task in self._running:
            task.cancel()
        return len(self._running)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Answer an update; one that is broken off or not begun stays in the inbox."""
        assert isinstance(update, Update)  # noqa: S101 - the inbox holds nothing else
        if is_passing_by(update):
            await self._answer(update, coroutine)
            return
        async with self._turns:
            await self._answer(update, coroutine)

    async def _answer(self, update: Update, coroutine: Awaitable[Any]) -> None:
        if self._closed:
            self._inbox.leave(update.update_id)
            asyncio.ensure_future(coroutine).cancel()
            return
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - this runs in a task
        self._running.add(task)
        try:
            await coroutine
            await self._inbox.finish(update.update_id)
        finally:
            self._running.discard(task)


def is_passing_by(update: Update) -> bool:
    """Whether an update is of no use in a moment, so that nothing of it is kept."""
    return update.inline_query is not None


def _entry(update: Update) -> Entry:
    message = update.message or update.edited_message
    if message is None:
        return Entry(update.update_id, update.to_json())
    return Entry(update.update_id, update.to_json(), message.chat_id, message.message_id)
