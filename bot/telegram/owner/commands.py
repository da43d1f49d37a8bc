"""What the owner's commands do; nobody else learns that there are any."""

from __future__ import annotations

import asyncio

from telegram import Update

from bot.telegram.context import Context
from bot.telegram.html import Span, Tag, clean, pack
from bot.telegram.owner.condition import condition
from bot.telegram.owner.status import status_text, users_text
from bot.telegram.sending.outbox import Outgoing

NEWEST = 10
_LONGEST = 200


async def on_status(update: Update, context: Context) -> None:
    """Tell how the bot is."""
    services, texts = context.services, await context.texts(update)
    found, engine = await condition(services)
    text = status_text(texts, services.metrics.counts(), found, engine)
    await context.reply(update, Outgoing(text))


async def on_users(update: Update, context: Context) -> None:
    """Tell how many use the bot."""
    counts = await asyncio.to_thread(context.services.people.counts)
    await context.reply(update, Outgoing(users_text(await context.texts(update), counts)))


async def on_block(update: Update, context: Context) -> None:
    """Shut a user or chat out."""
    number = _id(context)
    if number is None or number in context.services.settings.admins:
        await context.reply_text(update, "owner-block-whom")
        return
    await asyncio.to_thread(context.services.people.ban, number)
    await context.reply_text(update, "owner-blocked", id=str(number))


async def on_unblock(update: Update, context: Context) -> None:
    """Let a user or chat in again."""
    number = _id(context)
    if number is None:
        await context.reply_text(update, "owner-block-whom")
    elif await asyncio.to_thread(context.services.people.unban, number):
        await context.reply_text(update, "owner-unblocked", id=str(number))
    else:
        await context.reply_text(update, "owner-not-blocked", id=str(number))


async def on_feedback(update: Update, context: Context) -> None:
    """Show the newest reports on answers."""
    reports = context.services.reports
    newest = await asyncio.to_thread(reports.newest, NEWEST)
    count = await asyncio.to_thread(reports.count)
    texts = await context.texts(update)
    blocks: list[tuple[Span, ...]] = [(Span(texts.text("owner-reports", count=count), Tag.BOLD),)]
    for report in newest:
        head = texts.text("owner-report", id=str(report.id), problem=report.problem, key=report.key)
        lines = [head, report.question[:_LONGEST], report.comment[:_LONGEST]]
        blocks.append((Span(clean("\n".join(line for line in lines if line))),))
    for message in pack(blocks):
        await context.reply(update, Outgoing(message, html=True))


def _id(context: Context) -> int | None:
    """The one id after a command; None where there is something else."""
    words = context.args or []
    try:
        (word,) = words
        number = int(word) if word.isascii() and len(word) < 20 else None
    except ValueError:
        return None
    return number
