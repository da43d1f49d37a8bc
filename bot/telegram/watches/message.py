"""Notices as one message of Telegram's HTML, with buttons. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer import Citation
from bot.messages import Texts
from bot.rendering.telegram import source_line
from bot.telegram.html import Block, Span, Tag, clean, pack, utf16_length
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.watches.buttons import UNDER_NOTICE, Press, button
from bot.telegram.watches.kept import Kind
from bot.telegram.watches.queue import Parcel, Waiting
from bot.watches.notice import Notice
from corpus.provenance import is_invented
from corpus.release import Language

_LONG_QUOTE = 300
_LONGEST_QUOTE = 1500


@dataclass(frozen=True, slots=True)
class _Told:
    """A notice, and the names of all watches that it is for."""

    notice: Notice
    names: tuple[str, ...]


def message(parcel: Parcel) -> Outgoing:
    """The message that tells what is in `parcel`."""
    texts = Texts(parcel.language)
    blocks = _blocks(parcel, parcel.waiting, texts)
    return Outgoing("\n\n".join(pack(blocks)), html=True, buttons=_buttons(parcel, texts))


def fitting(parcel: Parcel) -> int:
    """How many of the notices, from the first on, go into one message; at least one."""
    texts = Texts(parcel.language)
    count = len(parcel.waiting)
    while count > 1 and len(pack(_blocks(parcel, parcel.waiting[:count], texts))) > 1:
        count -= 1
    return count


def _blocks(parcel: Parcel, waiting: Sequence[Waiting], texts: Texts) -> list[Block]:
    told = _joined(waiting)
    is_channel = all(one.kind == Kind.CHANNEL for one in waiting)
    names = {name for one in told for name in one.names}
    blocks: list[Block] = []
    if parcel.repeated:
        blocks.append((Span(texts.text("notice-repeated"), Tag.ITALIC),))
    if is_channel:
        blocks.append((Span(texts.text("channel-news", count=len(told)), Tag.BOLD),))
    elif len(names) == 1:
        said = texts.text("notice-watch", name=clean(next(iter(names))))
        blocks.append((Span(said, Tag.ITALIC),))
    for one in told:
        blocks.append(_story(one, texts) if is_channel else _event(one, texts))
        if len(names) > 1 and not is_channel:
            for name in one.names:
                said = texts.text("notice-watch", name=clean(name))
                blocks[-1] = (*blocks[-1], Span("\n"), Span(said, Tag.ITALIC))
    if any(is_invented(one.notice.url) for one in told):
        blocks.append((Span(texts.text("sample-notice"), Tag.BOLD),))
    return blocks


def _joined(waiting: Sequence[Waiting]) -> list[_Told]:
    """Each thing once, though several watches wait for it."""
    names: dict[Notice, list[str]] = {}
    for one in waiting:
        names.setdefault(one.notice, []).append(one.watch_name)
    return [_Told(notice, tuple(dict.fromkeys(of))) for notice, of in names.items()]


def _event(told: _Told, texts: Texts) -> Block:
    notice = told.notice
    quote = _short(clean(notice.quote).strip())
    long = utf16_length(quote) > _LONG_QUOTE
    heading = clean(notice.what).strip()
    return (
        Span(heading, Tag.BOLD),
        Span("\n" if heading else ""),
        Span(quote, Tag.QUOTE, expandable=long),
        Span("\n"),
        *source_line(_citation(notice), texts),
    )


def _story(told: _Told, texts: Texts) -> Block:
    lines = [Span(f"\n{clean(line)}") for line in told.notice.further]
    return (*source_line(_citation(told.notice), texts), *lines)


def _short(quote: str) -> str:
    # A quote is cut only where a message could not hold it, and says so.
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"


def _citation(notice: Notice) -> Citation:
    published = datetime.fromisoformat(notice.published)
    language = Language(notice.language)
    return Citation("", notice.url, notice.title, published, language, notice.quote)


def _buttons(parcel: Parcel, texts: Texts) -> InlineKeyboardMarkup | None:
    if any(one.kind == Kind.CHANNEL for one in parcel.waiting):
        return None
    ids = {one.watch_id for one in parcel.waiting}
    if len(ids) > 1:
        return InlineKeyboardMarkup(
            [[button(texts, "button-watches", Press("list", 0, UNDER_NOTICE))]]
        )
    watch_id = next(iter(ids))
    row: list[InlineKeyboardButton] = [
        button(texts, "button-watch-pause", Press("pause", watch_id, UNDER_NOTICE)),
        button(texts, "button-watch-delete", Press("delete", watch_id, UNDER_NOTICE)),
    ]
    return InlineKeyboardMarkup([row])
