"""The buttons under an announcement's preview and progress. Pure."""

from __future__ import annotations

import re

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.messages import Texts

PATTERN = re.compile(r"cast:(send|stop):(\d{1,12})", re.ASCII)


def confirmation(texts: Texts, number: int) -> InlineKeyboardMarkup:
    """Send it, or let it be."""
    send = InlineKeyboardButton(texts.text("broadcast-send"), callback_data=f"cast:send:{number}")
    drop = InlineKeyboardButton(texts.text("broadcast-drop"), callback_data=f"cast:stop:{number}")
    return InlineKeyboardMarkup([[send, drop]])


def stop_button(texts: Texts, number: int) -> InlineKeyboardMarkup:
    """Send it no further."""
    stop = InlineKeyboardButton(texts.text("broadcast-stop"), callback_data=f"cast:stop:{number}")
    return InlineKeyboardMarkup([[stop]])


def read_button(data: str | None) -> tuple[str, int] | None:
    """What the data of a button says to do, and with which announcement."""
    found = PATTERN.fullmatch(data or "")
    return (found[1], int(found[2])) if found else None
