"""/broadcast: shows what will be sent and to how many, and sends it once that is confirmed."""

from __future__ import annotations

import asyncio

from telegram import Message, Update

from bot.telegram.context import Context
from bot.telegram.conversation.addressing import asker_of
from bot.telegram.html import clean
from bot.telegram.owner.broadcast_buttons import confirmation, read_button
from bot.telegram.owner.broadcasting import progress
from bot.telegram.sending.outbox import Outgoing


async def on_broadcast(update: Update, context: Context) -> None:
    """Show the text as everybody will see it, and ask whether it is to be sent."""
    message, services = update.message, context.services
    words = ((message and message.text) or "").split(maxsplit=1)
    if message is None or len(words) < 2:
        await context.reply_text(update, "broadcast-how")
        return
    text, texts = clean(words[1]).strip(), await context.texts(update)
    number = await asyncio.to_thread(
        services.broadcasts.draft, asker_of(update), message.chat_id, text
    )
    count = len(await asyncio.to_thread(services.people.reachable))
    await context.reply(update, Outgoing(text))
    asking = Outgoing(
        texts.text("broadcast-confirm", count=count), buttons=confirmation(texts, number)
    )
    await context.reply(update, asking)


async def on_broadcast_button(update: Update, context: Context) -> None:
    """Send an announcement, or send it no further, for its owner only."""
    query, services = update.callback_query, context.services
    pressed = read_button(query.data) if query else None
    if query is None or pressed is None or not isinstance(query.message, Message):
        return
    (what, number), texts, asker = pressed, await context.texts(update), asker_of(update)
    known = await asyncio.to_thread(services.broadcasts.get, number)
    done = False
    if known and known.user_id == asker and asker in services.settings.admins:
        if what == "send":
            people = await asyncio.to_thread(services.people.reachable)
            message_id = query.message.message_id
            done = await asyncio.to_thread(services.broadcasts.start, number, message_id, people)
        else:
            done = await asyncio.to_thread(services.broadcasts.stop, number)
    await services.outbox.answer_press(query, None if done else texts.text("outdated-buttons"))
    now = await asyncio.to_thread(services.broadcasts.get, number) if done else None
    if now is not None:
        counts = await asyncio.to_thread(services.broadcasts.progress, number)
        shown = progress(texts, now, counts)
        await services.outbox.edit(query.message.chat.id, query.message.message_id, shown)
