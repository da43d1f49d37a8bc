"""The sentences that a model wrote, each with the quotes that it cites; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.text.sentences import sentences

MOST = 6  # sentences that are looked at
LONGEST = 400  # characters of one

_MARK = re.compile(r"\[(\d{1,2}(?:\s*[,;]\s*\d{1,2})*)\]")
_TRAILING = re.compile(rf"([.!?…]+)\s*((?:{_MARK.pattern}\s*)+)")
_UNWANTED = re.compile(r"https?:|www\.|[<>{}|`*_#\\]|\]\(", re.IGNORECASE)
_LEADING = re.compile(r"^(?:[-–•]|\d{1,2}[.)])\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence without its marks, and the places of the quotes that it cites, from 0."""

    text: str
    cited: tuple[int, ...]


def read_claims(written: str, quotes: int) -> list[Claim]:
    """The sentences of `written` that cite only quotes that there are, of `quotes` in all.

    Sentences without a mark are left out, and so are those with links or mark-up.
    """
    text = _LEADING.sub("", _UNPRINTABLE.sub(" ", written))
    # A mark behind the full stop belongs to the sentence before it.
    text = _TRAILING.sub(lambda found: f" {found[2].strip()}{found[1]} ", text)
    claims = []
    for start, end in sentences(text)[:MOST]:
        claim = _claim(text[start:end], quotes)
        if claim is not None:
            claims.append(claim)
    return claims


_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069]")


def _claim(sentence: str, quotes: int) -> Claim | None:
    numbers = [int(n) for found in _MARK.finditer(sentence) for n in re.findall(r"\d+", found[1])]
    if not numbers or not all(1 <= number <= quotes for number in numbers):
        return None
    text = re.sub(r"\s+([.,;:!?…])", r"\1", " ".join(_MARK.sub(" ", sentence).split()))
    if not text or len(text) > LONGEST or _UNWANTED.search(text):
        return None
    return Claim(text, tuple(dict.fromkeys(number - 1 for number in numbers)))
