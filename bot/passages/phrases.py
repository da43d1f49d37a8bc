"""The noun phrase that a figure begins: "up to 30 days", "40 tonnes of flour"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

from corpus.release import Language

MOST = 5  # words after a figure
OF = "of"
CURRENCIES = "$€£¥₸₽"
_WORD = re.compile(r"(?:[ \u00a0\u202f]|(?<=\d)-(?=\D))([^\s,.;:!?()«»“”\"—–]+)")
_REACH = 30  # characters before a figure in which a word that qualifies it stands
_ENDS = " ,.;:–—-\u00a0\u202f"


def figure_phrase(text: str, start: int, stop: int, language: Language) -> tuple[int, int]:
    """Where the phrase around the figure `text[start:stop]` begins and ends."""
    stop = start + len(text[start:stop].rstrip(_ENDS))
    if start and text[start - 1] in CURRENCIES:
        start -= 1
    before = _rule(language, "before").search(text[max(start - _REACH, 0) : start])
    if before:
        start -= len(before.group())
    return start, _end(text, stop, language)


def noun_phrase(text: str, start: int, language: Language) -> str:
    """The words from `text[start]` on that belong to the noun that is counted."""
    return text[start : _end(text, start, language)].strip()


def unit_in(text: str) -> str:
    """The name of the unit, such as "month", that a phrase names in any language; "" for none."""
    return next((name for name, pattern in _units().items() if pattern.search(text)), "")


def is_of_unit(phrase: str, unit: str) -> bool:
    """Whether a figure's phrase counts in the unit of this name."""
    return _units()[unit].search(phrase) is not None


def _end(text: str, stop: int, language: Language) -> int:
    taken: list[re.Match[str]] = []
    for word in _following(text, stop):
        if not _belongs(word, text, language, is_first=not taken):
            break
        taken.append(word)
        if _is(language, "last", word.group(1)):
            break
    while taken and _is_loose(taken, text, language):
        taken.pop()
    end = taken[-1].end() if taken else stop
    tail = _rule(language, "tail").match(text, end)
    return tail.end() if tail else end


def _following(text: str, stop: int) -> Iterator[re.Match[str]]:
    """Up to so many words after a figure that nothing but a blank parts."""
    for _ in range(MOST):
        word = _WORD.match(text, stop)
        if word is None:
            return
        yield word
        stop = word.end()


def _belongs(word: re.Match[str], text: str, language: Language, *, is_first: bool) -> bool:
    """Whether a word can be of the phrase; what looks like a verb only before a noun."""
    said = word.group(1)
    if said == OF and not is_first:
        return True
    if said[0].isdigit() or _is(language, "ends", said):
        return False
    if not _is(language, "verb", said) or _is(language, "not_verb", said):
        return True
    following = _WORD.match(text, word.end())
    return is_first and following is not None and not _is(language, "ends", following.group(1))


def _is_loose(taken: list[re.Match[str]], text: str, language: Language) -> bool:
    """Whether the last word leads on to what is not shown, or is a verb's own."""
    last = taken[-1]
    if last.group(1) == OF:
        return True
    if len(taken) < 2 or not _is(language, "light", last.group(1)):
        return False
    following = _WORD.match(text, last.end())
    return following is not None and _is(language, "verb", following.group(1))


def _is(language: Language, name: str, word: str) -> bool:
    return _rule(language, name).fullmatch(word) is not None


@cache
def _rule(language: Language, name: str) -> re.Pattern[str]:
    return re.compile(_content()[language][name], re.IGNORECASE)


@cache
def _units() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
        for name, pattern in _content()["units"].items()
    }


@cache
def _content() -> dict[str, dict[str, str]]:
    content: dict[str, dict[str, str]] = yaml.safe_load(
        files("bot.passages").joinpath("phrases.yaml").read_text("utf-8")
    )
    return content
