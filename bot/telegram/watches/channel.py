"""The owner's channel: a watch of its own that waits for every story, once in any language."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from functools import partial

from telegram import Bot
from telegram.error import TelegramError

from bot.errors import BotError
from bot.ports import Engine
from bot.settings import BotSettings
from bot.telegram.sending.delivering import deliver
from bot.telegram.watches.holding import known_at_start
from bot.telegram.watches.kept import Kind, Watch
from bot.telegram.watches.watching import Watching
from bot.watches.hours import Mode
from corpus.release import Language
from index.errors import IndexingError

log = logging.getLogger(__name__)


async def keep_channel(bot: Bot, watching: Watching, engine: Engine, settings: BotSettings) -> None:
    """See to it that the channel in the settings, and no other, is told of new releases.

    A failure is logged and stops nothing.
    """
    chat_id = None
    try:
        if settings.channel is not None:
            chat_id = (await deliver(partial(bot.get_chat, settings.channel))).id
        await asyncio.to_thread(_keep, chat_id, watching, engine, settings)
    except TelegramError as error:
        log.error("ELSHI_CHANNEL %s gets no releases: %s", settings.channel, error)
    except (BotError, IndexingError) as error:
        log.warning("The channel is as it was: %s", error)


def _keep(chat_id: int | None, watching: Watching, engine: Engine, settings: BotSettings) -> None:
    language = settings.channel_language or settings.default_language
    mode = Mode(settings.channel_digest)
    is_there = False
    for channel in watching.watches.channels():
        if (channel.chat_id, channel.language) != (chat_id, language):
            watching.watches.delete(channel.id)
            continue
        is_there = True
        if channel.mode is not mode:
            watching.watches.set_mode(channel.id, mode)
    if chat_id is not None and not is_there:
        _begin(chat_id, language, mode, watching, engine)


def _begin(
    chat_id: int, language: Language, mode: Mode, watching: Watching, engine: Engine
) -> None:
    searcher = engine.searcher()
    watch = Watch(
        chat_id=chat_id,
        thread_id=0,
        user_id=0,
        kind=Kind.CHANNEL,
        text="",
        name="",
        language=language,
        snapshot=searcher.name,
        since=datetime.now(UTC),
        mode=mode,
    )
    known = known_at_start(watch, watching.desk.news(searcher))
    watching.watches.add(watch, known, 1)
