"""Shows releases: those that people hand in, and those that a link opens."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from functools import partial

from telegram import Update

from bot.errors import BotError
from bot.messages import Texts
from bot.ports import Engine
from bot.releases.card import card_of
from bot.releases.recognise import How, Recognised, recognise, recognise_named
from bot.rendering.telegram_release import render_release
from bot.telegram.context import Context
from bot.telegram.conversation.addressing import asker_of, place_of, question_in
from bot.telegram.conversation.asking import on_question, within_rate
from bot.telegram.conversation.lists import Pages, Part, Turn, page
from bot.telegram.releases.handed_in import HandedIn, handed_in, is_long
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.sending.waiting import typing
from bot.telegram.storage.shelf import Shelved
from corpus.release import Language
from index.errors import IndexingError
from index.search import Searcher

Finds = Callable[[Searcher], Recognised | None]


async def on_text(update: Update, context: Context) -> None:
    """Show the release that a message hands in, or answer the question that it asks."""
    message = update.effective_message
    asked = None if message is None else question_in(message, context.bot.bot)
    if message is None or asked is None:
        return
    handed = handed_in(message, asked, context.bot.bot)
    if handed.text and await _showed(update, context, partial(_recognised, handed)):
        return
    if not handed.surely:
        await on_question(update, context)
    elif await within_rate(update, context):
        await context.reply_text(update, "release-unknown")


async def show_release(update: Update, context: Context, release_id: str) -> None:
    """Show the release with an id, in the reader's language where there is such a version."""
    language = (await context.texts(update)).language
    if not await _showed(update, context, partial(_with_id, release_id, language)):
        await context.reply_text(update, "release-gone")


async def _showed(update: Update, context: Context, find: Finds) -> bool:
    """Whether a release was found and shown."""
    place, services = place_of(update), context.services
    if place is None:
        return False
    texts = await context.texts(update)
    async with typing(context.bot, place):
        pages = await services.workers.run(partial(_pages, services.engine, find, texts))
    if not pages:
        return False
    if await within_rate(update, context):
        await context.reply(update, await _shelved(update, context, pages, texts))
    return True


async def _shelved(
    update: Update, context: Context, pages: tuple[str, ...], texts: Texts
) -> Outgoing:
    """The first of the pages, with buttons that turn them where there are several."""
    chat = update.effective_chat
    key, all_pages = secrets.token_urlsafe(9), Pages(pages)
    if len(pages) > 1 and chat is not None:
        shelved = Shelved(all_pages, chat.id, asker_of(update), texts.language)
        await asyncio.to_thread(context.services.shelf.put, key, shelved)
    return page(all_pages, Turn(Part.LIST, key), texts) or Outgoing(pages[0], html=True)


def _pages(engine: Engine, find: Finds, texts: Texts) -> tuple[str, ...]:
    """The release that `find` gives as pages; none without one."""
    try:
        searcher = engine.searcher()
        found = find(searcher)
        if found is None:
            return ()
        card = card_of(found.source, searcher, texts.language)
    except (BotError, IndexingError):
        return ()  # as a question it meets the same, and says so
    return render_release(card, _preface(found, texts))


def _preface(found: Recognised, texts: Texts) -> str | None:
    if found.how is How.TEXT:
        return texts.text("release-by-text", share=round(100 * found.share))
    return None


def _recognised(handed: HandedIn, searcher: Searcher) -> Recognised | None:
    """The release that is handed in; short texts are looked up by address and title alone."""
    if handed.surely or is_long(handed):
        return recognise(handed.text, handed.addresses, searcher)
    return recognise_named(handed.text, handed.addresses, searcher)


def _with_id(release_id: str, language: Language, searcher: Searcher) -> Recognised | None:
    found = searcher.store.with_id(release_id)
    found.sort(key=lambda source: source.release.language is not language)
    return Recognised(found[0], How.ADDRESS) if found else None
