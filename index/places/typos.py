"""Names in a question that are a slip of the finger away from a known one; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from index.places.table import Sense

_SHORTEST = 6  # one letter more where an ending is taken off
_LONGEST_ENDING = 3


class NearNames:
    """Long single-word names, by their first two letters, to be found at one edit's distance."""

    def __init__(self, names: Iterable[tuple[str, Sense]]) -> None:
        self._names: defaultdict[str, list[tuple[str, Sense]]] = defaultdict(list)
        for name, sense in names:
            if len(name) >= _SHORTEST and " " not in name:
                self._names[name[:2]].append((name, sense))

    def find(self, word: str) -> Sense | None:
        """What the folded word, with or without a case ending, is a misspelling of."""
        if len(word) < _SHORTEST or not word.isalpha():
            return None
        nearby = self._names.get(word[:2], ())
        for cut in range(_LONGEST_ENDING + 1):
            stem = word[: len(word) - cut]
            if len(stem) < _SHORTEST + bool(cut):
                return None
            for name, sense in nearby:
                if within_one_edit(stem, name):
                    return sense
        return None


def within_one_edit(one: str, other: str) -> bool:
    """Whether a letter missed, added, changed, or two neighbours swapped part the words."""
    if abs(len(one) - len(other)) > 1:
        return False
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    if len(one) == len(other):
        swapped = rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]
        return rest[1:] == other_rest[1:] or swapped
    return rest[1:] == other_rest or rest == other_rest[1:]
