"""Brings the index up to date at the owner's command, in a process of its own."""

from __future__ import annotations

import asyncio
import logging
import os
import sys

from telegram import Update
from telegram.error import TelegramError

from bot.messages import Texts
from bot.syncing import SECRETS
from bot.telegram.context import Context
from bot.telegram.conversation.addressing import place_of
from bot.telegram.html import clean
from bot.telegram.sending.outbox import Outgoing

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-c", "from bot.cli import main; main()", "index")
TOLD_EVERY = 3.0  # seconds between two edits of the message that tells the progress
_LONGEST_LINE = 300


async def on_reindex(update: Update, context: Context) -> None:
    """Update the index, or rebuild it from nothing with the word "rebuild"; tell the progress."""
    words = [word.lower() for word in context.args or []]
    texts, place = await context.texts(update), place_of(update)
    if place is None or words not in ([], ["rebuild"], ["update"]):
        await context.reply_text(update, "owner-reindex-how")
        return
    lock = context.services.reindexing
    if lock.locked():
        await context.reply_text(update, "owner-reindex-runs")
        return
    async with lock:
        message_id = await context.reply(update, Outgoing(texts.text("owner-reindex-begins")))
        status, line = await _build(words[0] if words else "update", context, update, message_id)
    said = "owner-reindex-done" if status == 0 else "owner-reindex-failed"
    await _tell(context, place.chat_id, message_id, _text(texts, said, line))


async def _build(
    command: str, context: Context, update: Update, message_id: int | None
) -> tuple[int, str]:
    """Run the command; return its exit status and its last line."""
    environ = {name: value for name, value in os.environ.items() if name not in SECRETS}
    environ["ELSHI_HOME"] = str(context.services.settings.home)
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=environ,
    )
    try:
        line = await _follow(process, context, update, message_id)
        return await process.wait(), line
    finally:
        if process.returncode is None:  # the bot stops; what was built so far stays cached
            process.terminate()
            await process.wait()


async def _follow(
    process: asyncio.subprocess.Process, context: Context, update: Update, message_id: int | None
) -> str:
    texts, chat = await context.texts(update), update.effective_chat
    clock, told_at, line = asyncio.get_running_loop().time, 0.0, ""
    assert process.stdout is not None  # noqa: S101 - as asked for
    while read := await process.stdout.readline():
        line = clean(read.decode("utf-8", "replace")).strip()[-_LONGEST_LINE:] or line
        if chat and clock() - told_at > TOLD_EVERY:
            told_at = clock()
            text = _text(texts, "owner-reindex-runs-at", line)
            await _tell(context, chat.id, message_id, text)
    return line


def _text(texts: Texts, message_id: str, line: str) -> Outgoing:
    return Outgoing(texts.text(message_id, line=line))


async def _tell(context: Context, chat_id: int, message_id: int | None, text: Outgoing) -> None:
    if message_id is None:
        return
    try:
        await context.services.outbox.edit(chat_id, message_id, text)
    except TelegramError as error:
        log.info("How the index comes on could not be told: %s", error)
