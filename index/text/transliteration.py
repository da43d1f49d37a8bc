"""Russian and Kazakh typed in Latin letters, or Kazakh without its own letters; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Kazakh letters as they are typed on a Russian keyboard, one for one.
PLAIN_LETTERS = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІё", "агкноуухиАГКНОУУХИе")

_GROUPS = {
    "shch": "щ", "sch": "щ", "tsh": "тш", "tsya": "тся",
    "zh": "ж", "kh": "х", "gh": "г", "ts": "ц", "tz": "ц", "ch": "ч",
    "sh": "ш", "ya": "я", "yu": "ю", "yo": "е", "ye": "е", "iy": "ий", "ay": "ай", "ey": "ей",
    "oy": "ой", "uy": "уй",
    "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и",
    "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р",
    "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "х", "y": "ы", "z": "з",
}  # fmt: skip
_GLIDE = re.compile(r"(?<=[aeou])i", re.IGNORECASE)
_LETTERS = re.compile(
    r"shch|sch|tsh|tsya|zh|kh|gh|ts|tz|ch|sh|ya|yu|yo|ye|[aeoui]y(?![aou])|[a-z]",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Transliterated:
    """A text in Cyrillic and, for each of its letters and its end, the offset in the original."""

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of a stretch of this text."""
        return self.offsets[start], self.offsets[end]


def cyrillic_readings(word: str) -> tuple[str, ...]:
    """The ways to read a Latin word in Cyrillic: "i" after a vowel may stand for the glide."""
    return tuple(dict.fromkeys((to_cyrillic(word).text, to_cyrillic(_GLIDE.sub("й", word)).text)))


def to_cyrillic(text: str) -> Transliterated:
    """The text with its Latin letters read as Russian or Kazakh ones, small."""
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for match in _LETTERS.finditer(text):
        gap = text[position : match.start()]
        pieces.append(gap)
        offsets.extend(range(position, match.start()))
        letters = _GROUPS[match.group().lower()]
        pieces.append(letters)
        offsets.extend([match.start()] * len(letters))
        position = match.end()
    pieces.append(text[position:])
    offsets.extend(range(position, len(text) + 1))
    return Transliterated("".join(pieces), tuple(offsets))
