"""Shows an answer as a picture, in reply to it; the picture's buttons draw another in its place."""

from __future__ import annotations

import html
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from bot.answer import Answer
from bot.charts.by import By
from bot.charts.chart import can_be_mapped, choices
from bot.messages import Texts
from bot.telegram.charts.offers import CHART, MAP
from bot.telegram.context import Context
from bot.telegram.conversation.actions import Action
from bot.telegram.conversation.addressing import place_of
from bot.telegram.conversation.again import answer_again
from bot.telegram.conversation.asking import within_rate
from bot.telegram.html import clean, cut
from bot.telegram.sending.outbox import Outgoing, OutgoingFile
from bot.telegram.storage.asked import Asked

_LONGEST_CAPTION = 1000  # UTF-16 units, of 1024 that Telegram takes
_IN_A_ROW = 3


async def show_picture(update: Update, context: Context, action: Action, asked: Asked) -> None:
    """Draw the answer as the action says, in the place of the picture whose button it was."""
    services, place = context.services, place_of(update)
    pressed = update.callback_query and update.callback_query.message
    if place is None or not isinstance(pressed, Message) or not await within_rate(update, context):
        return
    answer = await answer_again(context, asked)
    picture = await services.workers.run(partial(_picture, action, answer, datetime.now(UTC)))
    if picture is None:
        none = Outgoing(Texts(asked.language).text("chart-none"))
        await services.outbox.send(context.delivery(update), place, none)
    elif not pressed.photo or not await services.outbox.edit_picture(
        pressed.chat.id, pressed.message_id, picture
    ):
        reply = replace(place, reply_to=pressed.message_id)
        await services.outbox.send(context.delivery(update), reply, picture)


def _picture(action: Action, answer: Answer, now: datetime) -> OutgoingFile | None:
    """The picture with its caption and buttons; None where it would show nothing."""
    # The plotting library takes half a second to load, which only who wants pictures should pay.
    from bot.charts.picture import draw

    texts = Texts(answer.language)
    by = By(action.argument) if action.argument in choices(answer) else None
    picture = draw(answer, by, now, as_map=action.name == MAP)
    if picture is None:
        return None
    return OutgoingFile(
        f"elshi-{picture.by or MAP}.png",
        picture.content,
        _caption(picture.title, picture.alt),
        is_photo=True,
        buttons=_buttons(action.key, answer, picture.by, texts),
    )


def _caption(title: str, alt: str) -> str:
    """The picture in words, for who cannot see it."""
    words = f"{title}\n{alt}"
    short, rest = cut(clean(words), _LONGEST_CAPTION)
    return html.escape(f"{short}…" if rest else short, quote=False)


def _buttons(
    key: str, answer: Answer, shown: By | None, texts: Texts
) -> InlineKeyboardMarkup | None:
    others = [by for by in choices(answer) if by is not shown]
    buttons = [
        _button(texts.text("button-by", argument=by), Action(CHART, key, by)) for by in others
    ]
    if shown is not None and can_be_mapped(answer):
        buttons.append(_button(texts.text("button-map"), Action(MAP, key)))
    rows = [buttons[start : start + _IN_A_ROW] for start in range(0, len(buttons), _IN_A_ROW)]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(label: str, action: Action) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=str(action))
