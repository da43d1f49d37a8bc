"""Words of a text in the one spelling that names are compared in, with where they stand; pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-zA-Z]")
_LOOKALIKES = str.maketrans("aceikopxyhtbmABCEHIKMOPTX", "асеікорхунтвмАВСЕНІКМОРТХ")
_LETTERS = {
    "ё": "е", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    "ı": "i", "đ": "d", "ʻ": "", "ʼ": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words of a text and the offsets that each slices the text at."""

    folded: list[str]
    spans: list[tuple[int, int]]


class _Letters(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = _LETTERS.get(letter)
        if folded is None:
            base = unicodedata.normalize("NFD", letter)
            folded = base[0] if base[0].isascii() and len(base) > 1 else letter
            if unicodedata.category(letter) == "Mn":
                folded = ""
        self[code] = folded
        return folded


_TABLE = _Letters()


def split_words(text: str) -> Words:
    """Words of the text, folded, with their offsets."""
    spans = [match.span() for match in _WORD.finditer(text)]
    return Words([fold(text[start:end]) for start, end in spans], spans)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in small letters, composed, without accents on Latin letters, ё as е.

    A word that mixes scripts is read in Cyrillic, as its look-alike letters suggest.
    """
    if word.isascii():
        return word.lower()
    word = unicodedata.normalize("NFC", word)
    if _LATIN.search(word) and _CYRILLIC.search(word):
        word = word.translate(_LOOKALIKES)
    return word.lower().translate(_TABLE)


def fold_name(name: str) -> str:
    """Folded words of a name, parted by single spaces."""
    return " ".join(split_words(name).folded)
