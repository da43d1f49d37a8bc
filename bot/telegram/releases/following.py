"""What /start does with the payload of a link that was followed."""

from __future__ import annotations

import asyncio

from telegram import Update

from bot.telegram.context import Context
from bot.telegram.conversation.addressing import asker_of
from bot.telegram.conversation.handlers import on_page_command
from bot.telegram.handling.again import ask_here
from bot.telegram.releases.deep_links import Opens, read_payload
from bot.telegram.releases.showing import show_release


async def on_start(update: Update, context: Context) -> None:
    """Open what the link names; without a payload that is known, greet."""
    opening = read_payload(context.args[0]) if len(context.args or ()) == 1 else None  # type: ignore[index]
    if opening is None:
        await on_page_command(update, context)
    elif opening.opens is Opens.RELEASE:
        await show_release(update, context, opening.name)
    else:
        await _ask_shared(update, context, opening.name)


async def _ask_shared(update: Update, context: Context, key: str) -> None:
    """Ask again what was asked in a group, or by this user; nobody else's private questions."""
    asked = await asyncio.to_thread(context.services.asked.get, key)
    in_private = asked is not None and asked.chat_id > 0
    if asked is None or (in_private and asked.user_id != asker_of(update)):
        await context.reply_text(update, "answer-gone")
        return
    await ask_here(update, context, asked)
