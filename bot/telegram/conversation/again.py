"""Answers anew what was asked before, for the buttons under its answer."""

from __future__ import annotations

from functools import partial

from bot.answer import Answer
from bot.telegram.context import Context
from bot.telegram.storage.asked import Asked


async def answer_again(context: Context, asked: Asked) -> Answer:
    """The answer to what was asked, in the same reading, out of the index as it is now."""
    services = context.services
    way = services.engine.answer_otherwise if asked.otherwise else services.engine.answer
    call = partial(way, asked.question, asked.history, asked.language)
    return await services.workers.run(call)
