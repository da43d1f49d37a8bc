"""Shows another form of an answer in its place, page by page, and the answer again."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.answer import Answer
from bot.messages import Texts
from bot.rendering.telegram_views import render_sources, render_table
from bot.telegram.context import Context
from bot.telegram.conversation.actions import Action
from bot.telegram.conversation.again import answer_again
from bot.telegram.conversation.listing import action_buttons, shown_again, turn_page
from bot.telegram.conversation.lists import Part, Turn, page, read_turn
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.storage.asked import Asked

BACK, HERE = "back", "here"
_NUMBER = re.compile(r"\d{1,4}$", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,4})-(\d{1,4})", re.ASCII)
VIEWS: Mapping[str, Callable[[Answer], tuple[str, ...]]] = {
    "sources": render_sources,
    "table": render_table,
}


async def show_view(update: Update, context: Context, action: Action, asked: Asked) -> None:
    """Show a page of the form that `action` names: its first, or the one that its argument says.

    The argument says besides to which page of the list "back" leads, both counted from 0.
    """
    pressed = update.callback_query and update.callback_query.message
    markup = pressed.reply_markup if isinstance(pressed, Message) else None
    number, listed = _numbers(action.argument) or (0, _listed_page(markup))
    answer = await answer_again(context, asked)
    pages = await context.services.workers.run(partial(VIEWS[action.name], answer))
    at = replace(action, argument=f"{number}-{listed}")
    message = view_page(pages, at, Texts(asked.language))
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
    turn = Turn(
        Part.LIST, action.key, int(action.argument) if _NUMBER.match(action.argument) else 0
    )
    back = page(shelved.pages, turn, texts, rows)
    if back is not None:
        await turn_page(update, context, back)


async def stay(update: Update, context: Context, action: Action, asked: Asked) -> None:
    """Do nothing: the button only says which page is shown."""


def view_page(pages: Sequence[str], action: Action, texts: Texts) -> Outgoing | None:
    """The page that `action` leads to, with the way to the others and back; None without one."""
    number, listed = _numbers(action.argument) or (0, 0)
    if number >= len(pages):
        return None
    back = _button(texts.text("button-to-list"), Action(BACK, action.key, str(listed)))
    rows = [_turning(number, len(pages), listed, action, texts), [back]]
    buttons = InlineKeyboardMarkup([row for row in rows if row])
    return Outgoing(pages[number], html=True, buttons=buttons)


def _numbers(argument: str) -> tuple[int, int] | None:
    found = _NUMBERS.fullmatch(argument)
    return (int(found[1]), int(found[2])) if found else None


def _listed_page(markup: InlineKeyboardMarkup | None) -> int:
    """Which page of a list is shown over the buttons of `markup`; 0 where it has one only."""
    buttons = (button for row in (markup.inline_keyboard if markup else ()) for button in row)
    turns = (read_turn(str(button.callback_data)) for button in buttons)
    return next((turn.page for turn in turns if turn and turn.part is Part.AT), 0)


def _turning(
    number: int, count: int, listed: int, action: Action, texts: Texts
) -> list[InlineKeyboardButton]:
    if count < 2:
        return []
    before, after = (
        Action(action.name, action.key, f"{(number + step) % count}-{listed}") for step in (-1, 1)
    )
    here = texts.text("button-page", page=number + 1, pages=count)
    return [_button("‹", before), _button(here, Action(HERE, action.key)), _button("›", after)]


def _button(label: str, action: Action) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=str(action))
