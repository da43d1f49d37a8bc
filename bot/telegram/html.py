"""Telegram's HTML: spans of text, escaped and packed into messages that Telegram accepts. Pure.

A message holds at most 4096 characters and 100 entities after its mark-up has been parsed;
characters are counted as UTF-16 units here, the stricter reading. The addresses of links count
towards an unwritten limit of about 9,500 bytes, so links have a budget of their own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlsplit

MAX_UNITS = 4096
MAX_ENTITIES = 80  # Telegram adds its own for addresses and names in quotes, up to 100 in all
MAX_ENTITY_BYTES = 6000
_ENTITY_OVERHEAD = 16
_LONGEST_URL = 2048
_SHORT_REST = 200

_CONTROLS = {code: " " for code in range(32) if chr(code) != "\n"} | {13: None}
_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]]*\s")


class Tag(StrEnum):
    """Mark-up that answers use."""

    BOLD = "b"
    ITALIC = "i"
    QUOTE = "blockquote"
    LINK = "a"


@dataclass(frozen=True, slots=True)
class Span:
    """Text under one tag or none; `url` belongs to a link."""

    text: str
    tag: Tag | None = None
    url: str | None = None
    expandable: bool = False

    @property
    def units(self) -> int:
        """Length in UTF-16 units."""
        return utf16_length(self.text)

    @property
    def entity_bytes(self) -> int:
        """What the span's entity costs; 0 without one."""
        if self.tag is None:
            return 0
        return _ENTITY_OVERHEAD + len((self.url or "").encode())

    def to_html(self) -> str:
        """Return the span as Telegram's HTML."""
        text = html.escape(self.text, quote=False)
        if self.tag is None:
            return text
        attribute = f' href="{html.escape(self.url)}"' if self.url else ""
        attribute += " expandable" if self.expandable else ""
        return f"<{self.tag}{attribute}>{text}</{self.tag}>"


Block = tuple[Span, ...]
_GAP = Span("\n\n")


def utf16_length(text: str) -> int:
    """Return the length of `text` in UTF-16 units, in which Telegram counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """Return `text` as Telegram would keep it: no control characters, no half surrogates."""
    return text.translate(_CONTROLS).encode("utf-8", "replace").decode("utf-8")


def link(text: str, url: str) -> Span:
    """Return `text` linked to `url`, or unlinked where that is no web address to be trusted."""
    return Span(text, Tag.LINK, url) if is_web_address(url) else Span(text)


def plain(message: str) -> str:
    """Return the text of a message that `pack` made, with links written out where they fit."""
    spelled = re.sub(r'<a href="([^"]*)">(.*?)</a>', r"\2 (\1)", message, flags=re.DOTALL)
    texts = [html.unescape(re.sub(r"<[^>]*>", "", form)) for form in (spelled, message)]
    return next((text for text in texts if utf16_length(text) <= MAX_UNITS), texts[-1])


def pack(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return messages that hold `blocks` in order, cut between blocks wherever that is possible.

    A block that is too long for a message is cut between sentences, else between words.
    """
    messages: list[list[Span]] = [[]]
    for block in blocks:
        solid = tuple(span for span in block if span.text)
        if not solid:
            continue
        if messages[-1] and not _fits((*messages[-1], _GAP, *solid)):
            messages.append([])
        elif messages[-1]:
            messages[-1].append(_GAP)
        for span in solid:
            _place(span, messages)
    packed = ("".join(span.to_html() for span in spans) for spans in messages if spans)
    return tuple(message for message in packed if message.strip())


def _place(span: Span, messages: list[list[Span]]) -> None:
    rest = span
    while not _fits((*messages[-1], rest)):
        room = MAX_UNITS - sum(placed.units for placed in messages[-1])
        full = not _fits((*messages[-1], replace(rest, text="")))
        if messages[-1] and (full or room < _SHORT_REST or rest.units <= _SHORT_REST):
            messages.append([])
            continue
        head, tail = cut(rest.text, room)
        messages[-1].append(replace(rest, text=head))
        messages.append([])
        rest = replace(rest, text=tail)
    messages[-1].append(rest)


def cut(text: str, room: int) -> tuple[str, str]:
    """Return `text` in two parts, the first of at most `room` (2 or more) UTF-16 units.

    It ends after a sentence if one ends in its second half, else after a word if possible.
    """
    end = units = 0
    for character in text:
        units += 1 + (character > "\uffff")
        if units > room:
            break
        end += 1
    sentences = [found.end() for found in _SENTENCE_END.finditer(text, 0, end)]
    words = [found.end() for found in re.finditer(r"\s+", text[:end])]
    for borders in (sentences, words):
        if borders and borders[-1] > end // 2:
            return text[: borders[-1]], text[borders[-1] :]
    return text[:end], text[end:]


def _fits(spans: Sequence[Span]) -> bool:
    return (
        sum(span.units for span in spans) <= MAX_UNITS
        and sum(span.tag is not None for span in spans) <= MAX_ENTITIES
        and sum(span.entity_bytes for span in spans) <= MAX_ENTITY_BYTES
    )


def is_web_address(url: str) -> bool:
    """Return whether `url` is an address of the web that Telegram takes for a link."""
    try:
        parts = urlsplit(url)
        named = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
    return named and len(url.encode("utf-8", "replace")) <= _LONGEST_URL and url.isprintable()
