"""What handlers are given: the parts that the bot is made of, and the update's delivery."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.messages import Texts
from bot.owner.metrics import Metrics
from bot.ports import Engine
from bot.rate import RateLimit
from bot.settings import BotSettings
from bot.telegram.conversation.addressing import asker_of, client_language, place_of
from bot.telegram.feedback.reports import Reports
from bot.telegram.inline.desk import InlineDesk
from bot.telegram.intake.inbox import Delivery, Inbox
from bot.telegram.intake.journal import Journal
from bot.telegram.owner.broadcasts import Broadcasts
from bot.telegram.owner.people import People
from bot.telegram.sending.outbox import Outbox, Outgoing
from bot.telegram.storage.asked import AskedQuestions
from bot.telegram.storage.shelf import Shelf
from bot.telegram.storage.state import State, Talk
from bot.telegram.watches.watching import Watching
from bot.workers import Workers


@dataclass(frozen=True, slots=True)
class Services:
    """The parts that handlers work with."""

    settings: BotSettings
    engine: Engine
    state: State
    journal: Journal
    shelf: Shelf
    asked: AskedQuestions
    reports: Reports
    people: People
    broadcasts: Broadcasts
    metrics: Metrics
    reindexing: asyncio.Lock
    watching: Watching
    inbox: Inbox
    outbox: Outbox
    workers: Workers
    inline: InlineDesk
    rate_limit: RateLimit
    flood_limit: RateLimit
    turns: WeakValueDictionary[Talk, asyncio.Lock]


BotData = dict[str, Services]
_Data = dict[Any, Any]


class Context(CallbackContext[ExtBot[Any], _Data, _Data, BotData]):
    """The context of one update."""

    @property
    def services(self) -> Services:
        """The parts that the bot is made of."""
        return self.bot_data["services"]

    def delivery(self, update: Update) -> Delivery:
        """Return what has gone out in answer to `update` so far."""
        return self.services.inbox.delivery(update.update_id)

    async def texts(self, update: Update) -> Texts:
        """Return the texts in the language that fits the sender of `update` best.

        That is the one they chose, else the one of their last question, else that of their
        client, else the default.
        """
        stored = await asyncio.to_thread(self.services.state.languages, asker_of(update))
        language = stored[0] or stored[1] or client_language(update)
        return Texts(language or self.services.settings.default_language)

    async def reply(self, update: Update, message: Outgoing) -> int | None:
        """Send a message in answer to `update`; return its id, or None where none went out."""
        place = place_of(update)
        if place is None:
            return None
        return await self.services.outbox.send(self.delivery(update), place, message)

    async def reply_text(self, update: Update, message_id: str, **values: str | int) -> None:
        """Send one of the texts in answer to `update`."""
        texts = await self.texts(update)
        await self.reply(update, Outgoing(texts.text(message_id, **values)))


App = Application[ExtBot[Any], Context, _Data, _Data, BotData, None]
