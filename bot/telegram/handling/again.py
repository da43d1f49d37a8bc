"""Asks the question of an answer in another way, and shows what it gives in the same message."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from telegram import Update

from bot.messages import Texts
from bot.telegram.context import Context
from bot.telegram.conversation.actions import Action, offers_for
from bot.telegram.conversation.addressing import place_of, talk_of
from bot.telegram.conversation.again import answer_again
from bot.telegram.conversation.asking import Question, may_ask, turn_of
from bot.telegram.conversation.listing import shown, turn_page
from bot.telegram.conversation.offered import OFFERS
from bot.telegram.handling.years import in_year
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.storage.asked import Asked


async def ask_otherwise(update: Update, context: Context, _: Action, asked: Asked) -> None:
    """Answer the other reading of the question."""
    await ask_in_place(update, context, replace(asked, otherwise=not asked.otherwise))


async def ask_of_year(update: Update, context: Context, action: Action, asked: Asked) -> None:
    """Answer the question for the year that the button names."""
    if (action.name, action.argument) in asked.offers:  # else the button is a forged one
        await ask_in_place(update, context, in_year(asked, action.argument))


async def ask_in_place(update: Update, context: Context, asked: Asked) -> None:
    """Put the answer to `asked` in the place of the message whose button was pressed."""
    messages = await _answered(update, context, asked)
    for message in messages[:1]:
        await turn_page(update, context, message)
    for message in messages[1:]:
        await context.reply(update, message)


async def ask_here(update: Update, context: Context, asked: Asked) -> None:
    """Answer what was asked somewhere else, for whoever sent `update`, where they are."""
    place = place_of(update)
    if place is None:
        return
    talk = talk_of(update, place)
    own = replace(asked, chat_id=talk.chat_id, thread_id=talk.thread_id, user_id=talk.user_id)
    for message in await _answered(update, context, own):
        await context.reply(update, message)


async def _answered(update: Update, context: Context, asked: Asked) -> list[Outgoing]:
    """The messages that answer `asked`, which is noted as a question; none where it may not be."""
    place, services = place_of(update), context.services
    if place is None:
        return []
    question = Question(asked.question, place, talk_of(update, place))
    if not await may_ask(update, context, question):
        return []
    async with turn_of(context, question.talk):
        found = await answer_again(context, asked)
        offers = offers_for(found, OFFERS)
        now = replace(asked, language=found.language, snapshot=found.snapshot, offers=offers)
        preface = Texts(found.language).text("example-asked", question=asked.question)
        messages = await shown(services, now, found, preface)
        await asyncio.to_thread(
            services.state.remember, question.talk, -update.update_id, question.text, found.language
        )
        return messages
