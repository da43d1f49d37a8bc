"""What of a message may come from a release: forwarded, pasted, linked to or replied to. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import Message, MessageEntity, User

from bot.telegram.html import clean

_PASTED = 300  # characters: a question is seldom as long
_QUESTION_AT_MOST = 200
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,500}")


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A text with the links in it; `surely` says that it is no question whatever it is."""

    text: str
    addresses: tuple[str, ...]
    surely: bool


def handed_in(message: Message, asked: str, bot: User) -> HandedIn:
    """What `message`, which asks the bot `asked`, hands in.

    A bare mention of the bot hands in the message that it replies to.
    """
    replied = message.reply_to_message
    if not asked and replied and not (replied.from_user and replied.from_user.id == bot.id):
        text = clean(replied.text or replied.caption or "").strip()
        return HandedIn(text, _addresses(replied), surely=bool(text))
    addresses = _addresses(message)
    only_link = asked in addresses
    forwarded = message.forward_origin is not None and not _is_question(asked)
    return HandedIn(asked, addresses, surely=only_link or forwarded)


def is_long(handed: HandedIn) -> bool:
    """Whether a text is rather pasted than asked."""
    return len(handed.text) >= _PASTED


def _is_question(text: str) -> bool:
    return len(text) <= _QUESTION_AT_MOST and text.rstrip().endswith("?")


def _addresses(message: Message) -> tuple[str, ...]:
    kinds: list[str | None] = [MessageEntity.URL, MessageEntity.TEXT_LINK]
    found = {**message.parse_entities(kinds), **message.parse_caption_entities(kinds)}
    named = [entity.url or text for entity, text in found.items()]
    written = _ADDRESS.findall(message.text or message.caption or "")  # not every client marks them
    return tuple(dict.fromkeys((*named, *written)))
