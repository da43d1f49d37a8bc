"""The buttons under a list: its pages, what it left out, and the way back. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.messages import Texts
from bot.telegram.sending.outbox import Outgoing

_TURN = re.compile(r"(list|why|at):([A-Za-z0-9_-]{8,24}):(\d{1,4})", re.ASCII)


class Part(StrEnum):
    """What of an answer is shown; `AT` is the button that only says where one is."""

    LIST = "list"
    WHY = "why"
    AT = "at"


@dataclass(frozen=True, slots=True)
class Turn:
    """What a button under a list shows: a page, counted from 0, of a part of one answer."""

    part: Part
    key: str
    page: int = 0

    def __str__(self) -> str:
        return f"{self.part}:{self.key}:{self.page}"


@dataclass(frozen=True, slots=True)
class Pages:
    """An answer as pages of HTML, and what it left out as further ones.

    `has_items` says that it is a list, and not that nothing was found.
    """

    listed: tuple[str, ...]
    why: tuple[str, ...] = ()
    has_items: bool = True

    def of(self, part: Part) -> tuple[str, ...]:
        """The pages of a part."""
        return self.why if part is Part.WHY else self.listed


def read_turn(data: str | None) -> Turn | None:
    """What the data of a button under a list stands for; None where it is none."""
    found = _TURN.fullmatch(data or "")
    return Turn(Part(found[1]), found[2], int(found[3])) if found else None


def page(
    pages: Pages, turn: Turn, texts: Texts, actions: Sequence[list[InlineKeyboardButton]] = ()
) -> Outgoing | None:
    """The message that `turn` leads to, over rows of `actions`; None without such a page."""
    shown = pages.of(turn.part)
    if turn.page >= len(shown):
        return None
    below = () if turn.part is Part.WHY else actions
    rows = [_turning(turn, len(shown), texts), _crossing(pages, turn, texts), *below]
    there = [row for row in rows if row]
    buttons = InlineKeyboardMarkup(there) if there else None
    return Outgoing(shown[turn.page], html=True, buttons=buttons)


def _turning(turn: Turn, count: int, texts: Texts) -> list[InlineKeyboardButton]:
    if count < 2:
        return []
    here = texts.text("button-page", page=turn.page + 1, pages=count)
    before, after = (turn.page - 1) % count, (turn.page + 1) % count
    return [
        _button("‹", Turn(turn.part, turn.key, before)),
        _button(here, Turn(Part.AT, turn.key, turn.page)),
        _button("›", Turn(turn.part, turn.key, after)),
    ]


def _crossing(pages: Pages, turn: Turn, texts: Texts) -> list[InlineKeyboardButton]:
    if turn.part is Part.WHY:
        return [_button(texts.text("button-to-list"), Turn(Part.LIST, turn.key))]
    if not pages.why:
        return []
    label = texts.text("button-why") if pages.has_items else texts.text("button-near")
    return [_button(label, Turn(Part.WHY, turn.key))]


def _button(label: str, turn: Turn) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=str(turn))
