"""Takes reports: one tap stores one, a reply to the bot's thanks comments it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from telegram import Message, Update

from bot.messages import Texts
from bot.telegram.context import Context
from bot.telegram.conversation.actions import Action
from bot.telegram.conversation.addressing import asker_of, place_of
from bot.telegram.feedback.offers import MISSING, PROBLEMS, ROW_WRONG
from bot.telegram.html import clean
from bot.telegram.releases.showing import on_text
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.storage.asked import Asked

LONGEST_COMMENT = 1000


async def report(update: Update, context: Context, action: Action, asked: Asked) -> None:
    """Store a report on an answer and invite a comment, by a reply."""
    services, place = context.services, place_of(update)
    pressed = update.callback_query and update.callback_query.message
    if place is None or not isinstance(pressed, Message):
        return
    number = await asyncio.to_thread(services.reports.put, PROBLEMS[action.name], action.key, asked)
    prompt = Outgoing(_thanks(action.name, Texts(asked.language)), force_reply=True)
    reply = replace(place, reply_to=pressed.message_id)
    message_id = await services.outbox.send(context.delivery(update), reply, prompt)
    if message_id is not None:
        await asyncio.to_thread(services.reports.note_prompt, number, message_id)


async def on_reply(update: Update, context: Context) -> None:
    """Take a reply to the bot as a comment where it invited one, else as a question."""
    message, chat = update.message, update.effective_chat
    replied = message and message.reply_to_message
    if message is None or replied is None or chat is None:
        return
    comment = clean(message.text or message.caption or "").strip()[:LONGEST_COMMENT]
    number = None
    if replied.from_user is not None and replied.from_user.id == context.bot.id:
        number = await asyncio.to_thread(
            context.services.reports.comment, chat.id, asker_of(update), replied.message_id, comment
        )
    if number is not None:
        await context.reply_text(update, "report-commented")
    else:
        await on_text(update, context)


def _thanks(name: str, texts: Texts) -> str:
    if name == MISSING:
        return texts.text("report-missing")
    if name == ROW_WRONG:
        return texts.text("report-row-wrong")
    return texts.text("report-answer-wrong")
