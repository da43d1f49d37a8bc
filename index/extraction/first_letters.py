"""By which letters text can begin that a phrase of the lexicon matches; pure."""

from __future__ import annotations

ANY = "*"  # behind letters after which any can follow
_LENGTH = 2
_LOOKING = ("(?=", "(?!", "(?<")
_OPTIONAL = ("?", "*", "{0")


def first_letters(phrase: str) -> frozenset[str]:
    """The first two letters of what a phrase can match; `ANY` stands for what it leaves open.

    Only what phrases are made of is understood: letters, groups, alternatives, what may be left
    out, and looking ahead or back.
    """
    return frozenset(
        start if len(start) == _LENGTH or start.endswith(ANY) else start + ANY
        for option in _alternatives(phrase)
        for start in _of_sequence(option)
    )


def _of_sequence(phrase: str) -> set[str]:
    """The beginnings of parts one after another, shorter ones where these end."""
    starts, position = {""}, 0
    while position < len(phrase) and any(_is_open(start) for start in starts):
        end = _end_of_part(phrase, position)
        part = phrase[position:end]
        position = end
        if part.startswith(_LOOKING):
            continue
        inner = _of_part(part)
        if phrase.startswith(_OPTIONAL, end):
            inner |= {""}
        if phrase[end : end + 1] in ("?", "*", "+", "{"):
            inner |= {start + ANY for start in inner if start and phrase[end] != "?"}
            position = (phrase.index("}", end) if phrase[end] == "{" else end) + 1
            position += phrase[position : position + 1] == "?"
        starts = {s for old in starts for s in _longer(old, inner)}
    return starts


def _of_part(part: str) -> set[str]:
    if part.startswith("(?:"):
        return {s for option in _alternatives(part[3:-1]) for s in _of_sequence(option)}
    return {part} if len(part) == 1 and part not in ".()" else {ANY}


def _longer(start: str, following: set[str]) -> set[str]:
    if not _is_open(start):
        return {start}
    return {_cut(start + each) for each in following}


def _cut(start: str) -> str:
    """The beginning no longer than is asked for."""
    known = start.partition(ANY)[0][:_LENGTH]
    return known if len(known) == _LENGTH or ANY not in start else known + ANY


def _is_open(start: str) -> bool:
    return len(start) < _LENGTH and not start.endswith(ANY)


def _end_of_part(phrase: str, start: int) -> int:
    if phrase[start] in "([":
        return _end_of_group(phrase, start)
    return start + (2 if phrase[start] == "\\" else 1)


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
