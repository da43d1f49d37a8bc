"""Telegram's HTML parser, after that of its server: text, entities, and its words of refusal."""

from __future__ import annotations

import re
from dataclasses import dataclass

TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TOKEN = re.compile(r"&(?:#x[0-9a-fA-F]+|#\d+|[a-zA-Z]+);?|<[^>]*>?|[^&<]+|&", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?""")


class RefusedError(Exception):
    """What Telegram says to mark-up that it does not understand."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Mark-up over `length` UTF-16 units from `offset`."""

    type: str
    offset: int
    length: int
    url: str | None = None

    def to_json(self) -> dict[str, object]:
        """Return the entity as the Bot API gives it."""
        form: dict[str, object] = {"type": self.type, "offset": self.offset, "length": self.length}
        return form | ({"url": self.url} if self.url else {})


def units(text: str) -> int:
    """Return the length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def parse(source: str) -> tuple[str, list[Entity]]:
    """Return text and entities of `source`, both trimmed as Telegram does. Raises RefusedError."""
    text = ""
    entities: list[Entity] = []
    open_tags: list[tuple[str, str | None, int]] = []
    for found in _TOKEN.finditer(source):
        token, at = found[0], len(source[: found.start()].encode())
        if token.startswith("</"):
            tag, start, url = _close(token, at, open_tags)
            if units(text) > start:
                entities.append(Entity(TAGS[tag], start, units(text) - start, url))
        elif token.startswith("<"):
            open_tags.append((*_open(token, at), units(text)))
        else:
            text += _decode(token)
    if open_tags:
        raise RefusedError(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    lead = units(text) - units(text.lstrip())
    kept = units(text.strip())
    moved = [Entity(e.type, max(0, e.offset - lead), e.length, e.url) for e in entities]
    return text.strip(), [entity for entity in moved if entity.offset < kept]


def _decode(token: str) -> str:
    body = token[1:].removesuffix(";")
    if not token.startswith("&") or len(token) == 1:
        return token
    if body.startswith("#"):
        code = int(body[2:], 16) if body[1] == "x" else int(body[1:])
        return chr(code) if 0 < code < 0x10FFFF else token
    return _NAMED.get(body, token)


def _open(token: str, at: int) -> tuple[str, str | None]:
    name = re.split(r"[\s>]", token[1:], maxsplit=1)[0].lower()
    if not token.endswith(">"):
        raise RefusedError(f"Unclosed start tag at byte offset {at}")
    if name not in TAGS:
        raise RefusedError(f'Unsupported start tag "{name}" at byte offset {at}')
    url = None
    rest = token[1 + len(name) : -1]
    while rest.strip():
        found = _ATTRIBUTE.match(rest)
        if not found:
            raise RefusedError(f'Empty attribute name in the tag "{name}" at byte offset {at}')
        value = next((part for part in found.groups()[1:] if part is not None), "")
        if name == "a" and found[1] == "href":
            url = re.sub(r"&[^;&]*;", lambda entity: _decode(entity[0]), value)
        rest = rest[found.end() :]
    return name, url


def _close(
    token: str, at: int, open_tags: list[tuple[str, str | None, int]]
) -> tuple[str, int, str | None]:
    if not open_tags:
        raise RefusedError(f"Unexpected end tag at byte offset {at}")
    if not token.endswith(">"):
        raise RefusedError(f"Unclosed end tag at byte offset {at}")
    found = token[2:-1].strip()
    tag, url, start = open_tags.pop()
    if found and found != tag:
        raise RefusedError(
            f'Unmatched end tag at byte offset {at}, expected "</{tag}>", found "</{found}>"'
        )
    return tag, start, url
