"""The buttons of standing questions and the data that they carry. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import InlineKeyboardButton

from bot.messages import Texts

PATTERN = r"^w:"
UNDER_NOTICE = "n"  # the argument of buttons whose message stays as it is
_PRESS = re.compile(r"w:([a-z]{1,8})(?::(\d{1,12}))?(?::([A-Za-z0-9/_+-]{1,30}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Press:
    """What a button does, to which watch, 0 where to none, and with what argument, or ""."""

    action: str
    watch_id: int = 0
    argument: str = ""

    def __str__(self) -> str:
        argument = f":{self.argument}" if self.argument else ""
        return f"w:{self.action}:{self.watch_id}{argument}"


def read_press(data: str | None) -> Press | None:
    """What the data of a button stands for; None where it is no button of watches."""
    found = _PRESS.fullmatch(data or "")
    return Press(found[1], int(found[2] or 0), found[3] or "") if found else None


def button(texts: Texts, message_id: str, press: Press) -> InlineKeyboardButton:
    """A button that is labelled with one of the texts."""
    return InlineKeyboardButton(texts.text(message_id), callback_data=str(press))
