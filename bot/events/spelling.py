"""How to spell somebody's name for a reader: as releases in the reader's language do; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from corpus.release import Language
from index.extraction.event import Event
from index.passage import IndexedRelease
from index.text.person_names import same_person

ENDING = 4  # letters that a case ending may have
STEM = 3  # letters of a name that never change

# Whose releases to turn to where the reader's language has no spelling: the nearer alphabet.
_NEXT = {
    Language.EN: (Language.EN, Language.RU, Language.KK),
    Language.RU: (Language.RU, Language.KK, Language.EN),
    Language.KK: (Language.KK, Language.RU, Language.EN),
}
# How likely a Russian name ends so in the nominative, among forms of one length.
_FINALS = ("й", "бвгджзклмнпрстфхцчшщ", "ь", "ая", "оеиэ", "уюы")


def persons(
    events: Iterable[Event], language: Language, releases: Mapping[int, IndexedRelease]
) -> tuple[str, ...]:
    """The persons of `events`, each once, as a release in `language` spells them if one does."""
    spelt: dict[tuple[int, str], None] = {}  # in order, each once: one person often visits often
    for event in events:
        for telling in event.tellings:
            name = telling.account.party.person
            if name and telling.release in releases:
                release = releases[telling.release].release
                place = _NEXT[language].index(release.language)
                found = nominative(name, f"{release.title}\n{release.body}", release.language)
                spelt[place, found] = None
    chosen: list[str] = []
    for _, name in sorted(spelt, key=lambda item: (item[0], -len(item[1]))):
        if not any(same_person(name, other) for other in chosen):
            chosen.append(_undeclined(name, [other for _, other in spelt]))
    return tuple(chosen)


def _undeclined(name: str, others: Iterable[str]) -> str:
    """`name`, or that of `others` which is spelt alike and looks less like an oblique case."""
    alike = [other for other in others if _is_form_of(name, other)]
    return min([name, *alike], key=_declension)


def _is_form_of(name: str, other: str) -> bool:
    words, others = name.split(), other.split()
    return len(words) == len(others) and all(
        len(base) >= STEM and word.startswith(base[:-1])
        for word, base in zip(words, others, strict=True)
    )


def nominative(name: str, text: str, language: Language) -> str:
    """The form of `name` among those in `text` that looks most like the nominative."""
    words = name.split()
    if language is Language.EN or not words:
        return name
    forms = {name}
    for found in re.finditer(_forms(words, language), text):
        forms.add(" ".join(found[0].split()))
    return min(sorted(forms), key=_declension)


def _forms(words: list[str], language: Language) -> str:
    """A pattern of the name in all cases; in Kazakh only its last word takes endings."""
    fixed = [re.escape(word) for word in words[:-1]] if language is Language.KK else []
    changing = words[len(fixed) :]
    parts = fixed + [
        rf"{re.escape(word[: max(STEM, len(word) - ENDING + 1)])}\w{{0,{ENDING}}}"
        for word in changing
    ]
    return r"(?<!\w)" + r"\s".join(parts) + r"(?!\w)"


@lru_cache(maxsize=10_000)
def _declension(form: str) -> tuple[int, int]:
    finals = [
        next((rank for rank, letters in enumerate(_FINALS) if word[-1] in letters), len(_FINALS))
        for word in form.lower().split()
    ]
    return len(form), sum(finals)
