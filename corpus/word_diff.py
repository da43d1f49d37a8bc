"""What differs between two texts, word by word; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\w+(?:[-’'ʼ.,]\w+)*|\s+|[^\w\s]")
_NEAR = 8  # words of context on either side of a difference


class Edit(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    TAKEN_OUT = "taken out"
    PUT_IN = "put in"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that share a fate, white space among them as it stood."""

    edit: Edit
    text: str


def word_diff(before: str, after: str) -> list[Stretch]:
    """`before` and `after` as stretches in reading order.

    Kept ones and those taken out give `before` again, kept ones and those put in `after`.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [s for s in _stretches(matcher, old, new) if s.text]


def _stretches(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Stretch]:
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield Stretch(Edit.KEPT, "".join(old[old_from:old_to]))
        else:
            yield Stretch(Edit.TAKEN_OUT, "".join(old[old_from:old_to]))
            yield Stretch(Edit.PUT_IN, "".join(new[new_from:new_to]))


def shortened(stretches: list[Stretch]) -> list[Stretch]:
    """The same with long kept stretches cut down to the words beside a difference."""
    last = len(stretches) - 1
    return [
        _cut(stretch, is_first=place == 0, is_last=place == last)
        if stretch.edit is Edit.KEPT
        else stretch
        for place, stretch in enumerate(stretches)
    ]


def _cut(stretch: Stretch, *, is_first: bool, is_last: bool) -> Stretch:
    tokens = _TOKEN.findall(stretch.text)
    near = 2 * _NEAR
    if len(tokens) <= 2 * near:
        return stretch
    head = "" if is_first else "".join(tokens[:near])
    tail = "" if is_last else "".join(tokens[-near:])
    return Stretch(Edit.KEPT, f"{head} […] {tail}")
