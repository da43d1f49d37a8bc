"""Answers inline queries. Which result was chosen is neither asked for nor stored."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode

from bot.errors import BotError
from bot.messages import Texts
from bot.telegram.context import Context
from bot.telegram.conversation.addressing import asker_of, client_language
from bot.telegram.html import clean, is_web_address
from bot.telegram.inline.cards import Card
from bot.telegram.inline.finding import Page, find, spoken

log = logging.getLogger(__name__)

START = "inline"  # the payload of the button that opens the bot
_LONGEST_QUERY = 256
_LONGEST_OFFSET = 5


async def on_inline_query(update: Update, context: Context) -> None:
    """Answer an inline query with cards."""
    query, services = update.inline_query, context.services
    if query is None:
        return
    chosen, _ = await asyncio.to_thread(services.state.languages, asker_of(update))
    words = " ".join(clean(query.query).split())[:_LONGEST_QUERY]
    texts = Texts(spoken(words, chosen, client_language(update)))
    start = int(query.offset) if _is_offset(query.offset) else 0
    call = partial(find, services.engine, words, texts.language, start)
    try:
        page = await services.inline.run(asker_of(update), query.id, call)
    except BotError as error:
        log.warning("An inline query is not answered: %s", error)
        page = Page((), None)
    if page is not None:
        await services.outbox.answer_inline(
            query,
            [article(number, card, texts) for number, card in enumerate(page.cards, start)],
            next_offset=str(page.next_start or ""),
            button=_button(texts) if not start else None,
        )


def article(number: int, card: Card, texts: Texts) -> InlineQueryResultArticle:
    """A card as Telegram takes it, by its place among the others."""
    content = InputTextMessageContent(
        card.html, ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    buttons = None
    if card.url and is_web_address(card.url):
        read = InlineKeyboardButton(texts.text("button-read"), url=card.url)
        buttons = InlineKeyboardMarkup([[read]])
    return InlineQueryResultArticle(
        str(number), card.title, content, reply_markup=buttons, description=card.description
    )


def _is_offset(offset: str) -> bool:
    return offset.isascii() and offset.isdigit() and len(offset) <= _LONGEST_OFFSET


def _button(texts: Texts) -> InlineQueryResultsButton:
    return InlineQueryResultsButton(texts.text("inline-open"), start_parameter=START)
