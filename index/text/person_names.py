"""Whether two spellings can be of one person: other alphabets, cases and initials; pure."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

ALIKE = 0.72  # of two surnames; case endings and transliterations lie above, other names below

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "j", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ә": "a", "ғ": "g",
    "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i", "ї": "i", "є": "e",
    "ў": "u", "ґ": "g",
}  # fmt: skip
# Latin letters that no accent is taken from, and letters that several spellings share.
_LATIN = {
    "ø": "o", "ł": "l", "ß": "ss", "æ": "e", "œ": "e", "đ": "d", "ð": "d", "þ": "t", "ı": "i",
    "ə": "a",
}  # fmt: skip
_SOUNDS = (
    ("shch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("zh", "j"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("sch", "sh"), ("ck", "k"),
    ("qu", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("y", "i"), ("tz", "ts"), ("ce", "se"), ("ci", "si"), ("cs", "ch"), ("sz", "s"),
)  # fmt: skip
_SPELT = str.maketrans(_CYRILLIC | _LATIN)
_WORD = re.compile(r"[a-z]+")
_VOWELS = re.compile(r"[aeiou]+")
_TWICE = re.compile(r"(.)\1+")
_LONE_C = re.compile(r"c(?!h)")


@lru_cache(maxsize=100_000)
def same_person(one: str, two: str) -> bool:
    """Whether `one` and `two` can name one person.

    Surnames must be alike, and given names too where both have one that is not an initial.
    The order of the names may differ, and one side may lack some.
    """
    words, others = _words(one), _words(two)
    if not words or not others:
        return True
    shorter, longer = sorted((words, others), key=lambda names: (len(names), names))
    if len(words) == len(others):
        return _covers(longer, shorter) or _covers(shorter, longer)
    return _covers(longer, shorter)


def _covers(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether the longer name can be a fuller spelling of the shorter one."""
    surname = shorter[-1]
    if not any(_alike(surname, word) for word in longer):
        # Chinese, Korean, Hungarian and official Kazakh names put the surname first.
        return len(shorter[0]) > 1 and _alike(shorter[0], longer[-1])
    return len(shorter) == 1 or _given_alike(shorter[:-1], longer)


def latin(name: str) -> str:
    """`name` in small Latin letters without accents, as it sounds in any of its spellings."""
    spelt = name.lower().translate(_SPELT)
    plain = unicodedata.normalize("NFKD", spelt)
    text = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for spelling, sound in _SOUNDS:
        text = text.replace(spelling, sound)
    return _TWICE.sub(r"\1", _LONE_C.sub("k", text))


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(latin(name)))


def _given_alike(given: tuple[str, ...], others: tuple[str, ...]) -> bool:
    for name in given:
        for other in others:
            if len(name) == 1 or len(other) == 1:
                if name[0] == other[0]:
                    return True
            elif _alike(name, other):
                return True
    return False


@lru_cache(maxsize=100_000)
def _alike(one: str, two: str) -> bool:
    if one == two:
        return True
    if min(len(one), len(two)) < 3:
        return False
    # In order, since the matcher breaks ties by which one comes first.
    if SequenceMatcher(None, min(one, two), max(one, two), autojunk=False).ratio() >= ALIKE:
        return True
    # Vowels differ most between alphabets: Thiendrebeogo, Тьендребеого.
    bones, others = _VOWELS.sub("", one), _VOWELS.sub("", two)
    return min(len(bones), len(others)) >= 3 and bones == others
