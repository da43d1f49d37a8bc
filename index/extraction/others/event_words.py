"""The words of one language that tell of events other than visits.

`data/extraction/events_LANGUAGE.yaml` lists them; what a phrase may be is told in `lexicon`:

    gates:              # stems without which a sentence tells of nothing of a kind
    documents:          # nouns of documents and what their names begin and end with
    signing:            # groups of SigningForm and Tense, like a lexicon's triggers
    call, credentials, openings, appointments:   # lists of phrases each
    clause:             # what tells of the sides of a document; in Kazakh also where a name begins
    sides:              # what tells that a country takes part, before it and from it on
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from corpus.release import Language
from index.extraction.annotation import Tense
from index.extraction.lexicon import SPACE, Phrases
from index.extraction.others.kinds import numbers

_SECTIONS = ("call", "credentials", "openings", "appointments", "clause")


class SigningForm(StrEnum):
    """Where the documents stand that a word of signing speaks of."""

    ACTIVE = "active"  # "signed", «подписали»: after it
    PASSIVE = "passive"  # "was signed", «подписано»: before it, or after it in a list
    NOUN = "noun"  # "the signing of": after it
    NONE = "none"  # looks like a signing and is none: hides others


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """What names of documents are made of."""

    nouns: Phrases[bool]  # whether the noun alone is too vague to be a document
    generic: Phrases[bool]
    ends: Phrases[bool]
    qualifiers: frozenset[str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    stops: re.Pattern[str]
    adjective: re.Pattern[str]
    links: re.Pattern[str]  # what a vague noun needs after it
    joint: re.Pattern[str]  # what stands before a further document of a list, at its end


@dataclass(frozen=True, slots=True)
class SideWords:
    """Words by which a country is told to take part, before it and from it on."""

    before: re.Pattern[str]
    after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EventWords:
    """The compiled lists of one language; `lists` are by "section.key"."""

    gates: dict[str, tuple[str, ...]]
    documents: DocumentWords
    signing: Phrases[tuple[SigningForm, Tense]]
    lists: dict[str, Phrases[bool]]
    sides: SideWords
    plans: re.Pattern[str]  # verbs whose own place and date are not those of others beside them
    within: re.Pattern[str]  # what stands before a document that another one speaks of
    numbers: dict[str, int]

    def may_tell(self, section: str, lowered: str) -> bool:
        """Whether a text in lower case can tell of something of a section at all."""
        return any(stem in lowered for stem in self.gates[section])


@cache
def event_words(language: Language) -> EventWords:
    """The lists of a language, read once a process."""
    path = files("index.data").joinpath("extraction").joinpath(f"events_{language}.yaml")
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    signing = [
        (phrase, (SigningForm(group["form"]), Tense(group["tense"])))
        for group in content["signing"]
        for phrase in group["phrases"]
    ]
    return EventWords(
        {section: tuple(stems) for section, stems in content["gates"].items()},
        _document_words(content["documents"]),
        Phrases(signing),
        {
            f"{section}.{key}": _phrases(phrases)
            for section in _SECTIONS
            for key, phrases in content.get(section, {}).items()
        },
        SideWords(
            re.compile(rf"(?<!\w)(?:{content['sides']['before']})$"),
            re.compile(content["sides"]["after"]),
        ),
        re.compile(content["plans"]),
        re.compile(content["within"]),
        numbers(language),
    )


def _document_words(content: dict[str, Any]) -> DocumentWords:
    vague = frozenset(content["vague"])
    joints = "|".join(phrase.replace(" ", SPACE) for phrase in content["separators"])
    fillers = "|".join(content["openers"])
    return DocumentWords(
        Phrases([(noun, noun in vague) for noun in content["nouns"]]),
        _phrases(content["generic"]),
        _phrases(content["name_ends"]),
        frozenset(content["qualifiers"]),
        frozenset(content["openers"]),
        frozenset(content["prepositions"]),
        re.compile("|".join(content["stops"])),
        re.compile(content["adjective"]),
        re.compile(content["links"]),
        re.compile(rf"(?:[,;]|\s(?:{joints}))\s(?:(?:{joints}|{fillers}|\d+)\s)*[«“\"]?$"),
    )


def _phrases(phrases: list[str]) -> Phrases[bool]:
    return Phrases([(phrase, True) for phrase in phrases])
