"""The command /country and the buttons of its briefs."""

from __future__ import annotations

import asyncio
import re

from telegram import Update

from bot.brief.naming import language_of_name, name_subject
from bot.telegram.context import Context
from bot.telegram.conversation.addressing import asker_of, place_of, talk_of
from bot.telegram.conversation.asking import Question, may_ask, turn_of
from bot.telegram.conversation.listing import turn_page
from bot.telegram.html import clean
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.sending.waiting import typing
from bot.telegram.takeaway.country_buttons import read_country_press
from bot.telegram.takeaway.country_messages import (
    named_message,
    offered_message,
    pressed_message,
)
from corpus.release import Language

_COMMAND = re.compile(r"/\w+(?:@\w+)?\s*")


async def on_country(update: Update, context: Context) -> None:
    """Send the brief on the country or organisation that follows the command, or ask on which."""
    message, place = update.message, place_of(update)
    if message is None or place is None:
        return
    name = clean(_COMMAND.sub("", message.text or "", count=1)).strip()
    question = Question(name, place, talk_of(update, place), message.message_id)
    if not await may_ask(update, context, question):
        return
    async with turn_of(context, question.talk):
        async with typing(context.bot, place):
            sent = await _message(update, context, name)
        await context.services.outbox.send(context.delivery(update), place, sent)


async def on_country_press(update: Update, context: Context) -> None:
    """Show the part or page of a brief that a button leads to, to whoever it is meant for."""
    query, outbox = update.callback_query, context.services.outbox
    if query is None:
        return
    press = read_country_press(query.data)
    if press is None or press.owner not in {None, asker_of(update)}:
        texts = await context.texts(update)
        alert = texts.text("outdated-buttons" if press is None else "not-your-buttons")
        await outbox.answer_press(query, alert)
        return
    await outbox.answer_press(query)
    if press.part is not None:
        await turn_page(update, context, await pressed_message(context, press))


async def _message(update: Update, context: Context, name: str) -> Outgoing:
    language = await _language(update, context, name)
    if not name:
        return await offered_message(update, context, language)
    return await named_message(update, context, name_subject(name, language), language)


async def _language(update: Update, context: Context, name: str) -> Language:
    """The language that the user chose, or else that of the name as they wrote it."""
    states = context.services.state
    chosen, _ = await asyncio.to_thread(states.languages, asker_of(update))
    usual = (await context.texts(update)).language
    return chosen or language_of_name(name, usual)
