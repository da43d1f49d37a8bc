"""Which action under an answer is done by what; each gets the answer's question and key."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from telegram import Message, Update

from bot.messages import Texts
from bot.takeaway.file import FileFormat
from bot.telegram.charts.offers import CHART, MAP
from bot.telegram.charts.pictures import show_picture
from bot.telegram.context import Context
from bot.telegram.conversation.actions import LESS, MORE, Action, action_rows, with_actions
from bot.telegram.conversation.addressing import asker_of
from bot.telegram.conversation.again import answer_again
from bot.telegram.conversation.offered import OFFERS
from bot.telegram.feedback.offers import PROBLEMS
from bot.telegram.feedback.reporting import report
from bot.telegram.handling.again import ask_of_year, ask_otherwise
from bot.telegram.handling.views import BACK, HERE, VIEWS, show_answer, show_view, stay
from bot.telegram.storage.asked import Asked
from bot.telegram.takeaway.files import send_file
from bot.telegram.watches.handlers import watch_answer
from bot.telegram.watches.offers import WATCH

Doing: TypeAlias = Callable[[Update, Context, Action, Asked], Awaitable[None]]


async def on_action(update: Update, context: Context, action: Action) -> None:
    """Do what a button under an answer says, for whoever asked and nobody else."""
    query, chat, services = update.callback_query, update.effective_chat, context.services
    if query is None:
        return
    asked = await asyncio.to_thread(services.asked.get, action.key)
    does = ACTIONS.get(action.name)
    texts = await context.texts(update)
    if asked is None or does is None or chat is None or asked.chat_id != chat.id:
        await services.outbox.answer_press(query, texts.text("outdated-list"))
        return
    if asked.user_id != asker_of(update):
        await services.outbox.answer_press(query, texts.text("not-your-list"))
        return
    await services.outbox.answer_press(query)
    await does(update, context, action, asked)


async def turn_menu(update: Update, context: Context, action: Action, asked: Asked) -> None:
    """Open or close the menu of further actions under an answer."""
    message = update.callback_query and update.callback_query.message
    if not isinstance(message, Message):
        return
    texts = Texts(asked.language)
    opened = action.name == MORE
    rows = action_rows(action.key, asked.offers, OFFERS, texts, opened=opened)
    buttons = with_actions(message.reply_markup, rows)
    await context.services.outbox.edit_buttons(message.chat.id, message.message_id, buttons)


async def take_away(update: Update, context: Context, action: Action, asked: Asked) -> None:
    """Send the answer as a file."""
    await send_file(update, context, action, asked, await answer_again(context, asked))


ACTIONS: Mapping[str, Doing] = {
    MORE: turn_menu,
    LESS: turn_menu,
    **dict.fromkeys(VIEWS, show_view),
    BACK: show_answer,
    HERE: stay,
    "otherwise": ask_otherwise,
    "year": ask_of_year,
    CHART: show_picture,
    MAP: show_picture,
    **dict.fromkeys(FileFormat, take_away),
    WATCH: watch_answer,
    **dict.fromkeys(PROBLEMS, report),
}
