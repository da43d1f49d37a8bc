"""Lists in Telegram: shown a page at a time, and turned by their buttons."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from telegram import InlineKeyboardButton, Update

from bot.answer import Answer
from bot.feedback.replay import as_shown
from bot.messages import Texts
from bot.rendering.telegram import render
from bot.rendering.telegram_lists import render_near_misses, render_pages
from bot.telegram.context import Context, Services
from bot.telegram.conversation.actions import action_rows, with_actions
from bot.telegram.conversation.addressing import asker_of
from bot.telegram.conversation.lists import Pages, Part, Turn, page
from bot.telegram.conversation.offered import OFFERS
from bot.telegram.releases.deep_links import link_to, question_payload
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.storage.asked import Asked
from bot.telegram.storage.shelf import Shelved


async def shown(
    services: Services, asked: Asked, answer: Answer, preface: str | None
) -> list[Outgoing]:
    """Return the messages that show `answer`: of a list one, its first page, with buttons.

    What can be done with an answer is offered under the last of them.
    """
    pages = await services.workers.run(partial(_pages, answer, preface))
    key = await asyncio.to_thread(services.asked.put, asked)
    text = await services.workers.run(partial(as_shown, answer))
    await asyncio.to_thread(services.reports.note_shown, key, asked, text)
    texts = Texts(answer.language)
    actions = action_buttons(services, key, asked)
    if not pages.why and (len(pages.listed) == 1 or not answer.items):
        messages = [Outgoing(text, html=True) for text in pages.listed]
        return [*messages[:-1], replace(messages[-1], buttons=with_actions(None, actions))]
    shelved = Shelved(pages, asked.chat_id, asked.user_id, answer.language)
    await asyncio.to_thread(services.shelf.put, key, shelved)
    first = page(pages, Turn(Part.LIST, key), texts, actions)
    return [first] if first else []


def shown_again(services: Services, key: str, asked: Asked, answer: Answer) -> Outgoing:
    """The last message of an answer that is no list in pages, under the key that it has."""
    (*_, last) = _pages(answer, None).listed
    actions = action_buttons(services, key, asked)
    return Outgoing(last, html=True, buttons=with_actions(None, actions))


def action_buttons(services: Services, key: str, asked: Asked) -> list[list[InlineKeyboardButton]]:
    """Rows of buttons for what can be done with an answer; a link to it where it is in a group."""
    texts = Texts(asked.language)
    rows = action_rows(key, asked.offers, OFFERS, texts)
    if asked.chat_id > 0:
        return rows
    url = link_to(services.outbox.bot_name, question_payload(key))
    return [[InlineKeyboardButton(texts.text("button-private"), url=url)], *rows]


async def on_turn(update: Update, context: Context, turn: Turn) -> None:
    """Show the page that a button under a list leads to, to whoever asked for the list."""
    query, chat = update.callback_query, update.effective_chat
    if query is None:
        return
    outbox = context.services.outbox
    shelved = await asyncio.to_thread(context.services.shelf.get, turn.key)
    if shelved is None or chat is None or shelved.chat_id != chat.id:
        texts = await context.texts(update)
        await outbox.answer_press(query, texts.text("outdated-list"))
        return
    texts = Texts(shelved.language)
    if shelved.user_id != asker_of(update):
        own = await context.texts(update)
        await outbox.answer_press(query, own.text("not-your-list"))
        return
    asked = await asyncio.to_thread(context.services.asked.get, turn.key)
    actions = action_buttons(context.services, turn.key, asked) if asked else []
    message = None if turn.part is Part.AT else page(shelved.pages, turn, texts, actions)
    await outbox.answer_press(query)
    if message is not None:
        await turn_page(update, context, message)


async def turn_page(update: Update, context: Context, message: Outgoing) -> None:
    """Put `message` in the place of the one whose button was pressed, or send it anew."""
    pressed = update.callback_query and update.callback_query.message
    outbox = context.services.outbox
    if not (
        pressed
        and pressed.is_accessible
        and await outbox.edit(pressed.chat.id, pressed.message_id, message)
    ):
        await context.reply(update, message)


def _pages(answer: Answer, preface: str | None) -> Pages:
    why = render_near_misses(answer)
    listed = render_pages(answer, preface) if answer.items else render(answer, preface)
    return Pages(listed, why, bool(answer.items))
