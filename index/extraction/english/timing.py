"""English: how long before the day told of something began; pure."""

from __future__ import annotations

import re

from index.extraction.english.rows import Row

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_EVE = re.compile(
    r"\b(?:(?P<eve>the (?:day|evening|night|morning) before|on the eve"
    r"|the previous (?:day|evening))"
    r"|(?P<days>\w+) (?:days?|evenings?) (?:before|earlier|previously|in advance))\b"
)
_ENDED = re.compile(
    r"\b(?:conclud|complet|end|wound up|wrapp|finish|round)\w*"
    r"(?: [\w’-]+){0,4}? (?P<length>\w+)-day "
)


def days_before(row: Row, offsets: tuple[int, int]) -> int:
    """Days from the beginning of what the clause tells to the day that it or the release names.

    "Concluded a three-day visit" on the 5th began on the 3rd.
    """
    text = row.body[slice(*offsets)].lower()
    ended = _ENDED.search(text)
    if ended is not None:
        return max(_number(ended["length"]) - 1, 0)
    eve = _EVE.search(text)
    is_dated = any(c.tag == "D" and offsets[0] <= c.start < offsets[1] for c in row.chunks)
    if eve is None or is_dated:
        return 0
    return 1 if eve["eve"] else _number(eve["days"])


def _number(word: str) -> int:
    if word.isdigit():
        return min(int(word), len(_NUMBERS))
    return 1 if word == "a" else _NUMBERS.index(word) + 1 if word in _NUMBERS else 0
