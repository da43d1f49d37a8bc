"""By which letters text can begin that a phrase of the lexicon matches; pure."""

from __future__ import annotations

_LOOKING = ("(?=", "(?!", "(?<")
_OPTIONAL = ("?", "*", "{")


def first_letters(phrase: str) -> frozenset[str] | None:
    """The letters that a match can begin with; None where the phrase does not tell.

    Only what phrases are made of is understood: letters, groups, alternatives, what may be left
    out, and looking ahead or back.
    """
    found: set[str] = set()
    for option in _alternatives(phrase):
        letters = _of_sequence(option)
        if letters is None:
            return None
        found |= letters
    return frozenset(found)


def _of_sequence(phrase: str) -> frozenset[str] | None:
    """The first letters of parts one after another."""
    found: set[str] = set()
    position = 0
    while position < len(phrase):
        letter = phrase[position]
        end = _end_of_group(phrase, position) if letter == "(" else position + 1
        part = phrase[position:end]
        if part.startswith(_LOOKING):
            position = end
            continue
        inner = first_letters(part[3:-1]) if part.startswith("(?:") else frozenset(letter)
        if inner is None or (letter != "(" and not letter.isalnum()):
            return None
        found |= inner
        if not phrase.startswith(_OPTIONAL, end):
            return frozenset(found)
        if phrase[end] == "{" and not phrase.startswith("{0", end):
            return frozenset(found)
        position = (phrase.index("}", end) if phrase[end] == "{" else end) + 1
        position += phrase[position : position + 1] == "?"
    return None


def _alternatives(phrase: str) -> list[str]:
    """The parts between bars that stand in no group."""
    parts, start, position = [], 0, 0
    while position < len(phrase):
        letter = phrase[position]
        if letter in "([":
            position = _end_of_group(phrase, position)
            continue
        if letter == "|":
            parts.append(phrase[start:position])
            start = position + 1
        position += 2 if letter == "\\" else 1
    return [*parts, phrase[start:]]


def _end_of_group(phrase: str, start: int) -> int:
    """The offset after a group or a set of letters."""
    if phrase[start] == "[":
        return phrase.index("]", start + 2) + 1
    depth, position = 0, start
    while position < len(phrase):
        letter = phrase[position]
        if letter == "[":
            position = _end_of_group(phrase, position)
            continue
        depth += (letter == "(") - (letter == ")")
        position += 2 if letter == "\\" else 1
        if depth == 0:
            return position
    return position
