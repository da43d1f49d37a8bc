"""Shows that the bot is at work, once the wait can be noticed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram.sending.outbox import Place

log = logging.getLogger(__name__)

NOTICEABLE = 0.5
RENEWED_EVERY = 4.0  # Telegram shows it for five seconds at most


@asynccontextmanager
async def typing(bot: Bot, place: Place) -> AsyncIterator[None]:
    """Show "typing" in a chat for as long as the block takes, if it takes long."""
    task = asyncio.create_task(_show(bot, place))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def _show(bot: Bot, place: Place) -> None:
    await asyncio.sleep(NOTICEABLE)
    while True:
        try:
            await bot.send_chat_action(
                place.chat_id, ChatAction.TYPING, message_thread_id=place.thread_id
            )
        except TelegramError as error:
            log.info("Typing could not be shown: %s", error)
        await asyncio.sleep(RENEWED_EVERY)
