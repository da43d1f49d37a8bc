"""Names in a sentence that a question has not given: what it asks for with "which company"."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.passages.concepts import concepts_of
from bot.passages.persons import is_name_of_body, persons_in
from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import CityMention
from index.text.stemming import fold, stems

QUOTED = re.compile(r"[“«„\"]([^”»\"“„«]{2,80})[”»\"]")
CAPITALISED = re.compile(r"(?<=[\w,)»”\"–-] )[“«„\"]?[A-ZÀ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]+")


def stems_in_each(text: str) -> frozenset[str]:
    """The stems of the words of `text`, as a text in each language would hold them."""
    return frozenset().union(*(_stems(text, language) for language in Language))


def names_more(text: str, language: Language, said: frozenset[str]) -> bool:
    """Whether `text` holds a title or a name that is not among the stems `said`.

    Persons, offices and countries are no such names.
    """
    if any(not _stems(title, language) <= said for title in QUOTED.findall(text)):
        return True
    return bool(_names(text, language) - said)


@lru_cache(maxsize=20_000)
def _names(text: str, language: Language) -> frozenset[str]:
    """Stems of the words with capitals inside a sentence that name nothing else."""
    taken = [(person.start, person.end) for person in persons_in(text, language)]
    mentions = Gazetteer.load().mentions(text, language)
    taken += [(m.start, m.end) for m in mentions if not isinstance(m, CityMention)]
    words = (
        match.group().strip('“«„"')
        for match in CAPITALISED.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    )
    names = (w for w in words if not concepts_of(w, language) and not is_name_of_body(w, language))
    return frozenset().union(*(_stems(name, language) for name in names))


@lru_cache(maxsize=20_000)
def _stems(text: str, language: Language) -> frozenset[str]:
    return frozenset(stems(fold(text), language))
