"""Measures how the bot is, when that is asked for."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime

from bot.errors import BotError
from bot.owner.metrics import Condition
from bot.ports import EngineStatus
from bot.telegram.context import Services

log = logging.getLogger(__name__)


async def condition(services: Services) -> tuple[Condition | None, EngineStatus | None]:
    """Return what is measured, and the engine's own word; None for what cannot be had."""
    try:
        queue = await asyncio.to_thread(services.inbox.count_open)
        status = await services.workers.run(services.engine.status)
    except BotError as error:
        log.error("The bot is not well: %s", error)
        return None, None
    age = None
    if status.indexed_at is not None:
        age = (datetime.now(UTC) - status.indexed_at).total_seconds()
    refuses = status.refused_since is not None
    return Condition(queue, status.languages, age, refuses), status


async def exposition(services: Services) -> bytes:
    """Return all metrics in Prometheus's text format."""
    found, _ = await condition(services)
    return services.metrics.exposition(found)
