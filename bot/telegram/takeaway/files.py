"""Sends an answer as a file, in reply to the answer."""

from __future__ import annotations

import html
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from telegram import Message, Update

from bot.answer import Answer
from bot.messages import Texts
from bot.rendering.notes import scope_notes
from bot.takeaway.file import AnswerFile, FileFormat, fits, make_file
from bot.telegram.context import Context
from bot.telegram.conversation.actions import Action
from bot.telegram.conversation.addressing import place_of
from bot.telegram.sending.outbox import Outgoing, OutgoingFile
from bot.telegram.storage.asked import Asked

_LONGEST_CAPTION = 900  # of 1024 that Telegram takes, counted before mark-up


async def send_file(
    update: Update, context: Context, action: Action, asked: Asked, answer: Answer
) -> None:
    """Send `answer` in the format that the action names; the index may have changed since."""
    services, form = context.services, FileFormat(action.name)
    texts = Texts(asked.language)
    place = place_of(update)
    pressed = update.callback_query and update.callback_query.message
    if place is None or not isinstance(pressed, Message):
        return
    reply = replace(place, reply_to=pressed.message_id)
    if not fits(answer, form):
        empty = Outgoing(texts.text("file-empty"))
        await services.outbox.send(context.delivery(update), reply, empty)
        return
    made = await services.workers.run(partial(make_file, answer, form, datetime.now(UTC)))
    file = OutgoingFile(made.name, made.content, _caption(answer, made, texts))
    await services.outbox.send(context.delivery(update), reply, file)


def _caption(answer: Answer, made: AnswerFile, texts: Texts) -> str:
    """What is in the file, in words, with what was searched."""
    lines = [answer.headline, texts.text("file-rows", rows=made.rows)]
    if made.left_out:
        lines.append(texts.text("file-left-out", rows=made.left_out))
    lines += scope_notes(answer, texts)
    if answer.notice:
        lines.append(answer.notice)
    return html.escape("\n".join(lines)[:_LONGEST_CAPTION], quote=False)
