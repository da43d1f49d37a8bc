"""The tasks that look after standing questions while the bot runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from telegram import Bot

from bot.telegram.context import Services
from bot.telegram.watches.channel import keep_channel
from bot.telegram.watches.looking import Looker
from bot.telegram.watches.sender import Sender

log = logging.getLogger(__name__)


def watch_tasks(bot: Bot, services: Services) -> list[asyncio.Task[None]]:
    """The tasks: one holds watches to new snapshots, one sends, one sets the channel up."""
    watching, settings = services.watching, services.settings
    looker = Looker(watching.watches, services.engine, watching.desk, settings.watches_grace)
    sender = Sender(
        watching.queue,
        services.outbox,
        services.state,
        services.inbox,
        services.people.is_banned,
    )
    channel = keep_channel(bot, watching, services.engine, settings)
    return [_started(looker.run()), _started(sender.run()), _started(channel)]


def _started(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    task = asyncio.create_task(work)
    task.add_done_callback(_tell_of_failure)
    return task


def _tell_of_failure(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("No more notices go out until a restart", exc_info=task.exception())
