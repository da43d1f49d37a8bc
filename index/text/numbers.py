"""Numbers in digits, whatever parts their thousands and their fraction; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACE = "[ \u00a0\u202f\u2009]"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:\d{{1,3}}(?:(?:{_SPACE}|,)\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?!\d)"
)
_GROUPS = re.compile(rf"(?:{_SPACE}|,)(?=\d{{3}}(?!\d))")


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number, `text[start:end]`; `value` has no separators and a point: "1400000", "1.4"."""

    start: int
    end: int
    value: str


def find_numbers(text: str) -> list[NumberMention]:
    """The numbers of `text` in reading order, those of dates and years among them."""
    return [NumberMention(*found.span(), _plain(found[0])) for found in _NUMBER.finditer(text)]


def _plain(written: str) -> str:
    whole, _, part = _GROUPS.sub("", written).replace(",", ".").partition(".")
    return f"{whole}.{part}".rstrip("0").rstrip(".") if part else whole
