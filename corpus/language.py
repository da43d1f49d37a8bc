"""Which language a release is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from corpus.release import Language

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENOUGH = 4000  # characters: a longer text tells no more
_STEM = 3


@dataclass(frozen=True, slots=True)
class _Marks:
    letters: frozenset[str]
    words: frozenset[str]
    endings: tuple[str, ...]

    def bears(self, word: str) -> bool:
        """Whether `word`, in lower case, has one of the marks."""
        return (
            word in self.words
            or not self.letters.isdisjoint(word)
            or word[_STEM:].endswith(self.endings)
        )


def detect_language(text: str) -> Language:
    """The language that most words of `text` are written in.

    More than two Latin letters to a Cyrillic one mean English, and so does no letter at all:
    names of firms stand in Latin in a Russian text, but not the other way round. In a Cyrillic
    text each word votes by its letters, its ending or by being a word of one language only:
    Kazakh names in a Russian text do not outvote it, and a Kazakh title needs no Kazakh letter.
    """
    words = _WORD.findall(text[:_ENOUGH])
    cyrillic = sum(len(word) for word in words if "\u0400" <= word[0] <= "\u04ff")
    latin = sum(len(word) for word in words if word[0].isascii())
    if latin > 2 * cyrillic or not cyrillic:
        return Language.EN
    # Names, which are the same in both, decide only where nothing else does.
    lead = _lead(word for word in words if word.islower()) or _lead(words)
    return Language.KK if lead > 0 else Language.RU


def _lead(words: Iterable[str]) -> int:
    """By how many votes Kazakh leads over Russian."""
    return sum(_vote(word.lower()) for word in words)


def _vote(word: str) -> int:
    return _marks("kazakh").bears(word) - _marks("russian").bears(word)


@cache
def _marks(language: str) -> _Marks:
    data = yaml.safe_load(Path(__file__).with_name("language_marks.yaml").read_text("utf-8"))
    marks = data[language]
    return _Marks(frozenset(marks["letters"]), frozenset(marks["words"]), tuple(marks["endings"]))
