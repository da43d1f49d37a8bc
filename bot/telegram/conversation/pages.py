"""The pages behind the commands and their buttons. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.dates import show_date, show_time
from bot.messages import Texts
from bot.ports import EngineStatus
from bot.telegram.intake import journal
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.storage.shelf import KEPT
from bot.telegram.storage.state import CONVERSATION_ENDS
from corpus.release import Language

PAGES = ("start", "help", "language", "about", "privacy")
EXAMPLES = ("example-1", "example-2", "example-3")
AS_ASKED = "auto"
DAY = 24 * 3600.0

_LANGUAGE_NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}
_PRESS = re.compile(r"(show|language|ask):([a-z0-9-]{1,20})(?::(-?\d{1,20}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Press:
    """What a button does, and in a group the id of the one person it is meant for."""

    action: str
    argument: str
    owner: int | None = None

    def __str__(self) -> str:
        owner = "" if self.owner is None else f":{self.owner}"
        return f"{self.action}:{self.argument}{owner}"


def read_press(data: str | None) -> Press | None:
    """Return what the data of a button stands for; None where this bot has no such button."""
    found = _PRESS.fullmatch(data or "")
    if found is None:
        return None
    press = Press(found[1], found[2], int(found[3]) if found[3] else None)
    known = {
        "show": PAGES,
        "language": (*Language, AS_ASKED),
        "ask": EXAMPLES,
    }
    return press if press.argument in known[press.action] else None


def start_page(texts: Texts, owner: int | None) -> Outgoing:
    """Return the greeting, with examples to ask and the way to the other pages."""
    rows = [[_button(texts, f"{name}-label", Press("ask", name, owner))] for name in EXAMPLES]
    rows.append([_to(texts, "language", owner), _to(texts, "help", owner)])
    rows.append([_to(texts, "about", owner), _to(texts, "privacy", owner)])
    return Outgoing(texts.text("greeting"), buttons=InlineKeyboardMarkup(rows))


def help_page(texts: Texts, owner: int | None, bot_name: str) -> Outgoing:
    """Return how to ask."""
    return Outgoing(texts.text("help", bot=bot_name), buttons=_back(texts, owner))


def privacy_page(texts: Texts, owner: int | None, retention: float, logged: str) -> Outgoing:
    """Return what is stored about a user, for how long at most, and whether questions are logged.

    `retention` is in seconds, `logged` "on" or "off".
    """
    text = texts.text(
        "privacy",
        minutes=int(CONVERSATION_ENDS // 60),
        lists=int(min(KEPT, retention) // DAY),
        numbers=int(min(journal.KEPT, retention) // DAY),
        days=int(retention // DAY),
        logged=logged,
    )
    return Outgoing(text, buttons=_back(texts, owner))


def about_page(texts: Texts, owner: int | None, status: EngineStatus) -> Outgoing:
    """Return what is searched, and how fresh it is."""
    lines = [texts.text("about", releases=status.releases)]
    if status.releases:
        counts = {str(language): status.languages.get(language, 0) for language in Language}
        lines.append(texts.text("about-languages", **counts))
    if status.newest:
        date = show_date(status.newest, texts.language)
        lines.append(texts.text("about-newest", date=date))
    if status.indexed_at:
        time = show_time(status.indexed_at, texts.language)
        lines.append(texts.text("about-updated", time=time))
    if status.synced:
        lines.append(texts.text("about-synced", time=show_time(status.synced, texts.language)))
    if status.refused_since:
        since = show_time(status.refused_since, texts.language)
        lines.append(texts.text("about-refused", time=since))
    lines.append("")
    lines.append(texts.text("about-invented" if status.invented else "about-source"))
    return Outgoing("\n".join(lines), buttons=_back(texts, owner))


def language_page(texts: Texts, owner: int | None) -> Outgoing:
    """Return the choice of language, each in its own name."""
    names = [
        InlineKeyboardButton(name, callback_data=str(Press("language", language, owner)))
        for language, name in _LANGUAGE_NAMES.items()
    ]
    as_asked = _button(texts, "button-language-auto", Press("language", AS_ASKED, owner))
    rows = [names, [as_asked], [_button(texts, "button-back", Press("show", "start", owner))]]
    return Outgoing(texts.text("language-choice"), buttons=InlineKeyboardMarkup(rows))


def language_chosen(texts: Texts, owner: int | None, choice: Language | None) -> Outgoing:
    """Return the confirmation of a choice, in the language chosen."""
    text = texts.text("language-set" if choice else "language-auto")
    return Outgoing(text, buttons=_back(texts, owner))


def _to(texts: Texts, page: str, owner: int | None) -> InlineKeyboardButton:
    return _button(texts, f"button-{page}", Press("show", page, owner))


def _back(texts: Texts, owner: int | None) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[_button(texts, "button-back", Press("show", "start", owner))]])


def _button(texts: Texts, message_id: str, press: Press) -> InlineKeyboardButton:
    return InlineKeyboardButton(texts.text(message_id), callback_data=str(press))
