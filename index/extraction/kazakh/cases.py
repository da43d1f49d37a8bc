"""Case and bare form that Kazakh nouns and names show by their endings; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml


class Case(StrEnum):
    """What a noun does in its sentence."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"
    INSTRUMENTAL = "instrumental"
    ATTRIBUTIVE = "attributive"  # -дағы: "that is in ..."


_ENDINGS = (
    (Case.ATTRIBUTIVE, re.compile(r"[дт](?:ағы|егі)$")),
    (Case.GENITIVE, re.compile(r"[ндт][ыі]ң$")),
    (Case.INSTRUMENTAL, re.compile(r"[мбп]ен$")),
    (Case.ABLATIVE, re.compile(r"[дтн][ае]н$")),
    (Case.LOCATIVE, re.compile(r"[дт][ае]$")),
    (Case.DATIVE, re.compile(r"(?:[ғқн]а|[гкн]е|[ыі]м[ыі]з[ае])$")),
    (Case.ACCUSATIVE, re.compile(r"(?:[нд][ыі]|[кқпсшхцчщт]т[ыі]|[ыі]н)$")),
)
# Nominatives that look like another case.
_NOMINATIVE = re.compile(r"(?:төраға|ханзада|мырза|елорда|астана|ақорда)$")
_SHORTEST = 2


@lru_cache(maxsize=65536)
def case_of(word: str) -> Case:
    """The case that a common noun or a place's name is in, by its ending."""
    word = word.lower().replace("i", "і")  # the Latin letter typed for the Kazakh one
    if _NOMINATIVE.search(word):
        return Case.NOMINATIVE
    return next((case for case, ending in _ENDINGS if ending.search(word)), Case.NOMINATIVE)


@lru_cache(maxsize=65536)
def name_readings(word: str) -> tuple[tuple[str, Case], ...]:
    """Bare forms that a person's name may have, with the case that the word would be in.

    Only those whose ending fits the stem by harmony and assimilation; the word itself, as a
    nominative, comes last.
    """
    return (*_inflected(word), (word, Case.NOMINATIVE))


def case_endings() -> tuple[str, ...]:
    """All endings of case that a name can have, the longest first."""
    return tuple(dict.fromkeys(ending for ending, _, _ in _tables()))


def _inflected(word: str) -> Iterator[tuple[str, Case]]:
    lowered = word.lower()
    for ending, case, sounds in _tables():
        stem = lowered.removesuffix(ending).rstrip("-’'")
        if stem == lowered or len(stem) < _SHORTEST or stem[-1] not in sounds:
            continue
        if _harmonious(stem, ending):
            yield word[: len(stem)], case


def _harmonious(stem: str, ending: str) -> bool:
    rules = _rules()
    last = next((letter for letter in reversed(stem) if letter in rules["sounds"]["vowel"]), "")
    if not last or last in rules["open_vowels"] or ending in rules["endings_of_either"]:
        return True
    if stem.endswith(tuple(rules["stems_of_either"])):
        return True
    is_front = any(letter in rules["front_vowels"] for letter in ending)
    return is_front == (last in rules["front_vowels"])


@cache
def _tables() -> tuple[tuple[str, Case, str], ...]:
    """Ending, its case, and the sounds that it follows; the longest first."""
    rules = _rules()
    found: dict[tuple[str, str], str] = {}
    for case, by_sound in rules["endings"].items():
        for sound, endings in by_sound.items():
            for ending in endings:
                found[ending, case] = found.get((ending, case), "") + rules["sounds"][sound]
    ordered = sorted(found.items(), key=lambda item: -len(item[0][0]))
    return tuple((ending, Case(case), sounds) for (ending, case), sounds in ordered)


@cache
def _rules() -> Any:  # noqa: ANN401 - YAML has no type
    return yaml.safe_load(files("index.data").joinpath("kazakh_cases.yaml").read_text("utf-8"))
