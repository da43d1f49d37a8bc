"""A release's body as passages: what is embedded, found and quoted from."""

from __future__ import annotations

import re

from index.text.sentences import sentences

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
LONGEST = 900  # characters: about 200 tokens, under the length at which e5 was trained
SHORTEST = 120  # a paragraph below it says too little alone and joins the next one


def split(body: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the passages of `body`, in order and without overlap.

    A passage is a paragraph; short ones are joined to what follows, long ones are cut
    between sentences. All text but white space lies in one of them.
    """
    joined: list[tuple[int, int]] = []
    for match in PARAGRAPH.finditer(body):
        span = _trimmed(body, *match.span())
        if span is None:
            continue
        start, end = span
        if joined and _is_short(joined[-1]) and end - joined[-1][0] <= LONGEST:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [part for span in joined for part in _cut(body, *span)]


def _trimmed(body: str, start: int, end: int) -> tuple[int, int] | None:
    text = body[start:end]
    stripped = text.strip()
    if not stripped:
        return None
    start += len(text) - len(text.lstrip())
    return start, start + len(stripped)


def _is_short(span: tuple[int, int]) -> bool:
    return span[1] - span[0] < SHORTEST


def _cut(body: str, start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= LONGEST:
        return [(start, end)]
    parts: list[tuple[int, int]] = []
    for first, last in sentences(body[start:end]):
        first, last = first + start, last + start
        if parts and last - parts[-1][0] <= LONGEST:
            parts[-1] = (parts[-1][0], last)
        else:
            parts.append((first, last))
    return parts
