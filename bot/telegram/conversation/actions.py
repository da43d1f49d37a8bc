"""What can be done with an answer, as buttons under it: some at once, the others in a menu. Pure.

A room of the bot that can do something with an answer adds an `Offer` to `OFFERS` of
`bot.telegram.conversation.offered`, and what does it to `ACTIONS` of `bot.telegram.doing`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer import Answer
from bot.messages import Texts

MORE, LESS = "more", "less"
_IN_A_ROW = 2
_ACTION = re.compile(r"do:([a-z]{1,12}):([A-Za-z0-9_-]{8,24})(?::([A-Za-z0-9_-]{1,20}))?", re.ASCII)

Offered: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Action:
    """What a button under an answer does: a name, the answer's key, and an argument or ""."""

    name: str
    key: str
    argument: str = ""

    def __str__(self) -> str:
        return f"do:{self.name}:{self.key}" + (f":{self.argument}" if self.argument else "")


@dataclass(frozen=True, slots=True)
class Offer:
    """An action that can be offered under an answer.

    `label` is the id of its text, which may use `$argument`; `fits` gives an argument for each
    button under an answer: none where the action does not fit, "" where it needs no argument.
    """

    name: str
    label: str
    fits: Callable[[Answer], Sequence[str]]
    in_menu: bool = True


def read_action(data: str | None) -> Action | None:
    """What the data of a button under an answer stands for; None where it is none."""
    found = _ACTION.fullmatch(data or "")
    return Action(found[1], found[2], found[3] or "") if found else None


def offers_for(answer: Answer, offers: Iterable[Offer]) -> Offered:
    """Those of `offers` that fit `answer`, each with its argument."""
    return tuple((offer.name, argument) for offer in offers for argument in offer.fits(answer))


def action_rows(
    key: str, offered: Offered, offers: Iterable[Offer], texts: Texts, *, opened: bool = False
) -> list[list[InlineKeyboardButton]]:
    """Rows of buttons for what is `offered` under the answer `key`, its menu `opened` or not."""
    known = {offer.name: offer for offer in offers}
    there = [(known[name], argument) for name, argument in offered if name in known]
    buttons = [
        _button(texts.text(offer.label, argument=argument), Action(offer.name, key, argument))
        for offer, argument in there
        if opened or not offer.in_menu
    ]
    if any(offer.in_menu for offer, _ in there):
        label = texts.text("button-less" if opened else "button-more")
        buttons.append(_button(label, Action(LESS if opened else MORE, key)))
    return _rows(buttons)


def with_actions(
    markup: InlineKeyboardMarkup | None, rows: Sequence[Sequence[InlineKeyboardButton]]
) -> InlineKeyboardMarkup | None:
    """A keyboard with `rows` in the place of the rows of actions that `markup` has."""
    kept = [row for row in (markup.inline_keyboard if markup else ()) if not _acts(row)]
    both = [*kept, *rows]
    return InlineKeyboardMarkup(both) if both else None


def _acts(row: Sequence[InlineKeyboardButton]) -> bool:
    return any(isinstance(b.callback_data, str) and read_action(b.callback_data) for b in row)


def _rows(buttons: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    starts = range(0, len(buttons), _IN_A_ROW)
    return [list(buttons[start : start + _IN_A_ROW]) for start in starts]


def _button(label: str, action: Action) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=str(action))
