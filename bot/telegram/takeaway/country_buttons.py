"""The buttons of a brief: its parts, the pages of a part, and the subjects to choose from. Pure.

They hold all that is needed to draw the brief up anew, so they outlast a restart and never
expire; what a client sends back is trusted in nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.brief.brief import Brief, Part, Section, Subject
from bot.brief.naming import known_subject
from bot.messages import Texts
from bot.rendering.brief_telegram import render_part
from bot.telegram.sending.outbox import Outgoing
from corpus.release import Language

PREFIX = r"^(?:co|og):"
AT = "at"  # the button that only says where one is
_PRESS = re.compile(
    r"(co|og):([A-Z0-9_]{2,16}):([a-z]{2,12}):(\d{1,3}):([a-z]{2})(?::(-?\d{1,20}))?", re.ASCII
)
_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class CountryPress:
    """A page, counted from 0, of a part of the brief on a subject in a language.

    `owner` is in a group the id of the one person it is meant for; `part` is None for the
    button that only says where one is.
    """

    subject: Subject
    part: Part | None
    page: int
    language: Language
    owner: int | None = None

    def __str__(self) -> str:
        owner = "" if self.owner is None else f":{self.owner}"
        subject = f"{self.subject.kind}:{self.subject.key}"
        return f"{subject}:{self.part or AT}:{self.page}:{self.language}{owner}"


def read_country_press(data: str | None) -> CountryPress | None:
    """What the data of a brief's button stands for; None where there is no such button."""
    found = _PRESS.fullmatch(data or "")
    if found is None:
        return None
    kind, key, part, page, language, owner = found.groups()
    subject = known_subject(kind, key)
    if subject is None or part not in {AT, *Part} or language not in {*Language}:
        return None
    return CountryPress(
        subject,
        None if part == AT else Part(part),
        int(page),
        Language(language),
        int(owner) if owner else None,
    )


def brief_message(brief: Brief, press: CountryPress) -> Outgoing:
    """The page of `brief` that `press` leads to, or the nearest that there is."""
    part = press.part if press.part in brief.parts else Part.OVERVIEW
    pages = render_part(brief, part or Part.OVERVIEW)
    here = replace(press, part=part, page=min(press.page, len(pages) - 1))
    texts = Texts(brief.language)
    rows = [_turning(here, len(pages), texts), *_parts(brief, here, texts)]
    buttons = InlineKeyboardMarkup([row for row in rows if row])
    return Outgoing(pages[here.page], html=True, buttons=buttons)


def choice(
    said: str, subjects: Iterable[Subject], language: Language, owner: int | None
) -> Outgoing:
    """A line, and a button for each subject that may be meant."""
    buttons = [
        _button(subject.name(language), CountryPress(subject, Part.OVERVIEW, 0, language, owner))
        for subject in subjects
    ]
    return Outgoing(said, buttons=InlineKeyboardMarkup(_rows(buttons)) if buttons else None)


def _turning(here: CountryPress, count: int, texts: Texts) -> list[InlineKeyboardButton]:
    if count < 2:
        return []
    at = texts.text("button-page", page=here.page + 1, pages=count)
    return [
        _button("‹", replace(here, page=(here.page - 1) % count)),
        _button(at, replace(here, part=None)),
        _button("›", replace(here, page=(here.page + 1) % count)),
    ]


def _parts(brief: Brief, here: CountryPress, texts: Texts) -> list[list[InlineKeyboardButton]]:
    """A button for each part that holds something but the one that is shown."""
    others = [part for part in brief.parts if part is not here.part and _holds(brief, part)]
    return _rows(
        _button(_label(brief, part, texts), replace(here, part=part, page=0)) for part in others
    )


def _holds(brief: Brief, part: Part) -> bool:
    return part is Part.OVERVIEW or bool(brief.sections[part].lines)


def _label(brief: Brief, part: Part, texts: Texts) -> str:
    label = texts.text("brief-button", part=part)
    section: Section | None = brief.sections.get(part)
    return f"{label} ({section.count or len(section.lines)})" if section else label


def _rows(buttons: Iterable[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    there = list(buttons)
    return [there[start : start + _IN_A_ROW] for start in range(0, len(there), _IN_A_ROW)]


def _button(label: str, press: CountryPress) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=str(press))
