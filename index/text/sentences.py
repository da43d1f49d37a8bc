"""Where the sentences of a text begin and end, in English, Russian and Kazakh.

A sentence ends at `.`, `!`, `?` or `…`, with the quotes and brackets that close there, when
what follows can begin one; initials and abbreviations do not end it. Line breaks always do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

LINE = re.compile(r"[^\n]+")
END = re.compile(
    r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]]*)\s+"
    r"(?=(?P<next>(?:[«“\"„'‘(\[—–-]\s*)*(?P<word>\d|\w+\.?|\S)))"
)
LAST_WORD = re.compile(r"[^\s(«“\"„]+$")
LETTER = (
    r"(?:[^\W\d_]|Yu|Ya|Ye"
    r"|[^\W\d_aeiouyаеёиоуыэюяәіөүұАЕЁИОУЫЭЮЯӘІӨҮҰ][bcdfghklmnprstxzбвгджзклмнпрстхцчшж])"
)
INITIALS = re.compile(rf"(?:{LETTER}\.[ -]?)*{LETTER}")


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the sentences of `text`, without the white space around them.

    They do not overlap, are in order, and leave out nothing but white space.
    """
    return [span for line in LINE.finditer(text) for span in _sentences(text, *line.span())]


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in END.finditer(text, start, end):
        if _ends_sentence(text, begin, match):
            yield from _trimmed(text, begin, match.end("close"))
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(stripped)


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    following = match["word"]
    if following[0].islower():
        return False  # also after a quote: “Is it far?” he asked
    if match["stop"] != "." or match["close"]:
        return True
    found = LAST_WORD.search(text, begin, match.start())
    if not found:
        return True
    word = found[0].lower()
    is_initials = _are_initials(found[0]) and word not in _words("adjectival")
    return not (is_initials and following[0].isupper()) and _may_end_with(word, following)


def _are_initials(word: str) -> bool:
    """Whether `word`, before its full stop, is initials: "А", "И.О", "Дж", "J.-P"."""
    return bool(INITIALS.fullmatch(word)) and word[0].isupper()


def _may_end_with(word: str, following: str) -> bool:
    """Whether a sentence can end with `word` and a full stop before `following`."""
    if word in _words("leading"):
        return False
    if word in _words("numbered"):
        return not following[0].isdigit()
    if word in _words("adjectival"):
        return following.lower() in _words("openers")
    if word in _words("trailing"):
        is_initial = following.endswith(".") and _are_initials(following[:-1])
        return not following[0].isdigit() and not is_initial
    return True


@cache
def _words(group: str) -> frozenset[str]:
    content = files("index.data").joinpath("abbreviations.yaml").read_text("utf-8")
    by_language = yaml.safe_load(content)[group]
    return frozenset(str(word).strip() for words in by_language.values() for word in words)
