"""Shows another form of an answer in its place, page by page, and the answer again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.answer import Answer
from bot.messages import Texts
from bot.rendering.telegram_views import render_sources, render_table
from bot.telegram.context import Context
from bot.telegram.conversation.actions import Action
from bot.telegram.conversation.again import answer_again
from bot.telegram.conversation.listing import action_buttons, shown_again, turn_page
from bot.telegram.conversation.lists import Part, Turn, page
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.storage.asked import Asked

BACK, HERE = "back", "here"
VIEWS: Mapping[str, Callable[[Answer], tuple[str, ...]]] = {
    "sources": render_sources,
    "table": render_table,
}


async def show_view(update: Update, context: Context, action: Action, asked: Asked) -> None:
    """Show a page of the form that `action` names; its argument is the page, counted from 0."""
    answer = await answer_again(context, asked)
    pages = await context.services.workers.run(partial(VIEWS[action.name], answer))
    message = view_page(pages, action, Texts(asked.language))
    if message is not None:
        await turn_page(update, context, message)


async def show_answer(update: Update, context: Context, action: Action, asked: Asked) -> None:
    """Show the answer again, in the place of another form of it."""
    services, texts = context.services, Texts(asked.language)
    shelved = await asyncio.to_thread(services.shelf.get, action.key)
    if shelved is None:
        answer = await answer_again(context, asked)
        await turn_page(update, context, shown_again(services, action.key, asked, answer))
        return
    rows = action_buttons(services, action.key, asked)
    first = page(shelved.pages, Turn(Part.LIST, action.key), texts, rows)
    if first is not None:
        await turn_page(update, context, first)


async def stay(update: Update, context: Context, action: Action, asked: Asked) -> None:
    """Do nothing: the button only says which page is shown."""


def view_page(pages: Sequence[str], action: Action, texts: Texts) -> Outgoing | None:
    """The page that `action` leads to, with the way to the others and back; None without one."""
    number = int(action.argument) if action.argument.isdecimal() else 0
    if number >= len(pages):
        return None
    back = _button(texts.text("button-to-list"), Action(BACK, action.key))
    rows = [_turning(number, len(pages), action, texts), [back]]
    buttons = InlineKeyboardMarkup([row for row in rows if row])
    return Outgoing(pages[number], html=True, buttons=buttons)


def _turning(number: int, count: int, action: Action, texts: Texts) -> list[InlineKeyboardButton]:
    if count < 2:
        return []
    before, after = (
        Action(action.name, action.key, str((number + step) % count)) for step in (-1, 1)
    )
    here = texts.text("button-page", page=number + 1, pages=count)
    return [_button("‹", before), _button(here, Action(HERE, action.key)), _button("›", after)]


def _button(label: str, action: Action) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=str(action))
