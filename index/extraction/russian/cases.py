"""Case and number that Russian words for office holders and names show by their endings; pure."""

from __future__ import annotations

import re
from enum import Flag, auto
from functools import cache

from corpus.release import Language
from index.extraction.lexicon import lexicon

WORD = re.compile(r"[^\W\d_]+(?:[-’'ʼ][^\W\d_]+)*")


class Case(Flag):
    """Cases that a form can be in; ANY where the form does not say."""

    NOMINATIVE = auto()
    GENITIVE = auto()
    DATIVE = auto()
    ACCUSATIVE = auto()
    INSTRUMENTAL = auto()
    PREPOSITIONAL = auto()
    ANY = NOMINATIVE | GENITIVE | DATIVE | ACCUSATIVE | INSTRUMENTAL | PREPOSITIONAL


_LIVING = Case.GENITIVE | Case.ACCUSATIVE
_PLURAL = {
    "ам": Case.DATIVE, "ами": Case.INSTRUMENTAL, "ах": Case.PREPOSITIONAL,
    "ям": Case.DATIVE, "ями": Case.INSTRUMENTAL, "ях": Case.PREPOSITIONAL,
}  # fmt: skip
# Ending -> cases of the singular and of the plural, by the declension of the noun.
_ENDINGS: dict[str, tuple[dict[str, Case], dict[str, Case]]] = {
    "heads_hard": (
        {"": Case.NOMINATIVE, "а": _LIVING, "у": Case.DATIVE, "ом": Case.INSTRUMENTAL,
         "ем": Case.INSTRUMENTAL, "е": Case.PREPOSITIONAL},
        {"ы": Case.NOMINATIVE, "и": Case.NOMINATIVE, "ов": _LIVING, "ей": _LIVING} | _PLURAL,
    ),
    "heads_soft": (
        {"ь": Case.NOMINATIVE, "я": _LIVING, "ю": Case.DATIVE, "ем": Case.INSTRUMENTAL,
         "ём": Case.INSTRUMENTAL, "е": Case.PREPOSITIONAL},
        {"и": Case.NOMINATIVE, "ей": _LIVING} | _PLURAL,
    ),
    "heads_a": (
        {"а": Case.NOMINATIVE, "ы": Case.GENITIVE, "и": Case.GENITIVE, "у": Case.ACCUSATIVE,
         "е": Case.DATIVE | Case.PREPOSITIONAL, "ой": Case.INSTRUMENTAL},
        {"ы": Case.NOMINATIVE, "и": Case.NOMINATIVE, "": _LIVING} | _PLURAL,
    ),
    "heads_ya": (
        {"я": Case.NOMINATIVE, "и": Case.GENITIVE | Case.DATIVE | Case.PREPOSITIONAL,
         "ю": Case.ACCUSATIVE, "ей": Case.INSTRUMENTAL, "е": Case.DATIVE},
        {"и": Case.NOMINATIVE, "й": _LIVING} | _PLURAL,
    ),
}  # fmt: skip
_IRREGULAR = {
    "посол": (Case.NOMINATIVE, False), "посла": (_LIVING, False), "послу": (Case.DATIVE, False),
    "послом": (Case.INSTRUMENTAL, False), "послы": (Case.NOMINATIVE, True),
    "послов": (_LIVING, True), "послам": (Case.DATIVE, True), "послами": (Case.INSTRUMENTAL, True),
    "он": (Case.NOMINATIVE, False), "она": (Case.NOMINATIVE, False), "они": (Case.NOMINATIVE, True),
    "его": (_LIVING, False), "её": (_LIVING, False), "ее": (_LIVING, False), "их": (_LIVING, True),
    "ему": (Case.DATIVE, False), "им": (Case.DATIVE | Case.INSTRUMENTAL, False),
    "ним": (Case.INSTRUMENTAL, False), "ней": (Case.INSTRUMENTAL, False),
    "исполняющий": (Case.NOMINATIVE, False), "исполняющая": (Case.NOMINATIVE, False),
    "исполняющего": (_LIVING, False), "исполняющему": (Case.DATIVE, False),
    "исполняющим": (Case.INSTRUMENTAL, False), "исполняющую": (Case.ACCUSATIVE, False),
    "исполняющей": (Case.ANY ^ Case.NOMINATIVE, False), "визави": (Case.ANY, False),
    "замминистра": (Case.ANY, False), "замглавы": (Case.ANY, False),
    "зампремьера": (Case.ANY, False), "замгоссекретаря": (Case.ANY, False),
    "зампреда": (Case.ANY, False),
}  # fmt: skip
_ACTING = re.compile(r"(?:и\. ?о\.|врио)(?!\w)")
_SURNAME = re.compile(r"(?:ов|ев|ёв|ин|ын)(?P<ending>а|у|ым|ой|е|ы|ых|)$")
_SURNAME_CASES = {
    "": Case.NOMINATIVE,
    "а": Case.NOMINATIVE | _LIVING,
    "у": Case.DATIVE | Case.ACCUSATIVE,
    "ым": Case.INSTRUMENTAL,
    "ой": Case.ANY ^ Case.NOMINATIVE ^ Case.ACCUSATIVE,
    "е": Case.PREPOSITIONAL,
    "ы": Case.NOMINATIVE,
    "ых": _LIVING,
}
_NAME_ENDING = re.compile(r"(?<=\w\w)(?:ыми|ым|ой|ей|ом|ем|ём|ью|а|я|у|ю|ы|и|е|й|ь)$")


def case_of(words: str) -> tuple[Case, bool]:
    """Cases that the first noun for an office holder can be in, and whether it is a plural.

    A form that can be a singular and a plural («главы МИД») is told as both cases and a plural.
    """
    if _ACTING.match(words.lower()):
        return Case.ANY, False
    for word in WORD.findall(words.lower())[:4]:
        found = _IRREGULAR.get(word) or _declined(word)
        if found is not None:
            return found
    return Case.ANY, False


def name_case(name: str) -> Case:
    """Cases that a person's name can be in, as far as its last word shows."""
    match = _SURNAME.search(name.lower())
    if match is None:
        return Case.ANY
    return _SURNAME_CASES[match["ending"]]


def name_stem(word: str) -> str:
    """What all case forms of a surname have in common, folded."""
    return _NAME_ENDING.sub("", word.lower().replace("ё", "е"))


@cache
def _declined(word: str) -> tuple[Case, bool] | None:
    words = lexicon(Language.RU).words
    for kind, (singular, plural) in _ENDINGS.items():
        for length in range(4):
            stem, ending = word[: len(word) - length], word[len(word) - length :]
            if stem not in words[kind]:
                continue
            one, many = singular.get(ending), plural.get(ending)
            if one is None and many is None:
                continue
            none = Case(0)
            return (one or none) | (many or none), many is not None
    return None
