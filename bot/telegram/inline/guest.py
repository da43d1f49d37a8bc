"""Answers where the bot is a guest: named in a chat that it is no member of, it may reply once."""

from __future__ import annotations

import asyncio
import time
from functools import partial

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode

from bot.answer import Answer
from bot.messages import Texts
from bot.rendering.telegram import render
from bot.rendering.telegram_lists import render_pages
from bot.telegram.context import Context
from bot.telegram.conversation.addressing import asker_of, without_name
from bot.telegram.conversation.asking import LONGEST_QUESTION
from bot.telegram.inline.answering import START
from bot.telegram.releases.deep_links import link_to

_LONGEST_TITLE = 120


async def on_guest_message(update: Update, context: Context) -> None:
    """Answer the question in a message that names the bot, with the first page of its answer."""
    message, services = update.guest_message, context.services
    if message is None or message.guest_query_id is None:
        return
    text = without_name(message.text or message.caption or "", context.bot.username)
    asker = asker_of(update)
    if not text or len(text) > LONGEST_QUESTION or services.rate_limit.ask(asker, time.time()):
        return
    chosen, _ = await asyncio.to_thread(services.state.languages, asker)
    answer = await services.workers.run(partial(services.engine.answer, text, (), chosen))
    result = guest_article(answer, context.bot.username)
    await services.outbox.answer_guest(message.guest_query_id, result)


def guest_article(answer: Answer, bot: str) -> InlineQueryResultArticle:
    """The first page of an answer, with the way to the bot, where there are the others."""
    texts = Texts(answer.language)
    pages = render_pages(answer) if answer.items else render(answer)
    content = InputTextMessageContent(
        pages[0], ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    open_bot = InlineKeyboardButton(texts.text("inline-open"), url=link_to(bot, START))
    return InlineQueryResultArticle(
        "answer",
        answer.headline[:_LONGEST_TITLE],
        content,
        reply_markup=InlineKeyboardMarkup([[open_bot]]),
    )
