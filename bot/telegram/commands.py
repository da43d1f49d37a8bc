"""What Telegram's clients show of the bot: its commands and descriptions, per language."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable
from functools import partial

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.messages import Texts
from corpus.release import Language

log = logging.getLogger(__name__)

_COMMON = ("new", "country", "help", "language", "about", "privacy")
PRIVATE = ("start", "ask", "watch", "watches", *_COMMON, "forget")
GROUPS = ("ask", "watch", "watches", *_COMMON)
OWNER = ("status", "users", "broadcast", "reindex", "feedback", "block", "unblock")


async def publish(bot: Bot, default: Language, admins: Iterable[int] = ()) -> None:
    """Set commands and descriptions where they are not as they should be.

    The owner's commands are shown to `admins` only. A failure is logged and stops nothing: the
    bot works without them.
    """
    for code, language in ((None, default), *((str(known), known) for known in Language)):
        texts = Texts(language)
        for step in (
            partial(_commands, bot, texts, code, BotCommandScopeAllPrivateChats(), PRIVATE),
            partial(_commands, bot, texts, code, BotCommandScopeAllGroupChats(), GROUPS),
            partial(_description, bot, texts, code),
            partial(_short_description, bot, texts, code),
        ):
            await _try(step)
        for admin in admins:
            scope = BotCommandScopeChat(admin)
            await _try(partial(_commands, bot, texts, code, scope, PRIVATE + OWNER))


async def _try(step: Callable[[], Awaitable[None]]) -> None:
    try:
        await step()
    except TelegramError as error:
        log.warning("Commands or descriptions could not be set: %s", error)


async def _commands(
    bot: Bot, texts: Texts, code: str | None, scope: BotCommandScope, names: tuple[str, ...]
) -> None:
    wanted = tuple(BotCommand(name, texts.text(f"command-{name}")) for name in names)
    if await bot.get_my_commands(scope, code) != wanted:
        await bot.set_my_commands(wanted, scope, code)


async def _description(bot: Bot, texts: Texts, code: str | None) -> None:
    wanted = texts.text("description")
    if (await bot.get_my_description(code)).description != wanted:
        await bot.set_my_description(wanted, code)


async def _short_description(bot: Bot, texts: Texts, code: str | None) -> None:
    wanted = texts.text("short-description")
    if (await bot.get_my_short_description(code)).short_description != wanted:
        await bot.set_my_short_description(wanted, code)
