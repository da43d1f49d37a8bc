"""The words of one language that tell of visits, as `data/extraction/LANGUAGE.yaml` lists them.

The file's form, the same in each language:

    offices:            # role of event.Role -> phrases, without country and person
      foreign_minister: [minister of foreign affairs, ...]
    plural_offices:     # the same for "foreign ministers"
      foreign_minister: [ministers of foreign affairs, ...]
    references:         # annotation.Reference -> phrases that stand for somebody named before
      guest: [the guest, the visitor]
      pronoun: [he, she]
    triggers:           # groups of annotation.TriggerKind and Tense
      - {kind: arrival, tense: past, phrases: [arrived, has come, ...]}
    markers:            # annotation.MarkerKind -> phrases
      planned: [plans to, intends to]
    words:              # further lists that only this language's grammar knows
      titles: [sheikh, dr]
    endings:            # may be left out: what stands for {name} in phrases, and in later endings
      case: (?:нің|ге|ді)?

A phrase is a regular expression over lower-case text, without capturing groups; a space stands
for any white space, and a phrase begins and ends with a word. Of phrases that begin at one place
the one that the file spells longest wins; one of kind `none` hides those that lie inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

import yaml

from corpus.release import Language
from index.extraction.annotation import MarkerKind, Reference, Tense, TriggerKind
from index.extraction.event import Role
from index.extraction.first_letters import ANY, first_letters

SPACE = r"\s+"

_WORD_START = re.compile(r"(?<!\w)\w")

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Found(Generic[Label]):
    """Where a phrase stands and what the file says of it."""

    start: int
    end: int
    label: Label


class Phrases(Generic[Label]):
    """Phrases with labels, found in lower-case text in reading order, none inside another."""

    def __init__(self, phrases: list[tuple[str, Label]]) -> None:
        ordered = sorted(phrases, key=lambda item: -len(item[0]))
        # By first letters, since few of hundreds of phrases can begin with a given word.
        self._told = [(phrase, label, first_letters(phrase)) for phrase, label in ordered]
        self._keys = frozenset(key for _, _, first in self._told for key in first)
        self._by_letters: dict[str, _Union[Label]] = {}

    def find(self, lowered: str, start: int = 0, end: int | None = None) -> list[Found[Label]]:
        """Phrases between two offsets."""
        stop = len(lowered) if end is None else end
        found: list[Found[Label]] = []
        free, by_letters = start, self._by_letters
        for at, letters in _word_starts(lowered, start, stop):
            union = by_letters.get(letters) or self._union(letters)
            if union.match is None or at < free:
                continue
            match = union.match(lowered, at, stop)
            if match is not None:
                found.append(Found(at, match.end(), union.labels[(match.lastindex or 1) - 1]))
                free = match.end()
        return found

    def _union(self, letters: str) -> _Union[Label]:
        """The phrases that two letters can begin, as one pattern made when they first come."""
        spaced = letters[:1] + " " if letters[1:].isspace() else letters
        told = [key for key in (spaced, letters[:1] + ANY, ANY) if key in self._keys]
        key = told[0] if told else ""
        if key not in self._by_letters:
            self._by_letters[key] = _Union(_beginning(self._told, key))
        self._by_letters[letters] = self._by_letters[key]
        return self._by_letters[letters]


@lru_cache(maxsize=16)
def _word_starts(lowered: str, start: int, stop: int) -> tuple[tuple[int, str], ...]:
    """Where words begin, with two letters; kept for the other lists looked for in a sentence."""
    starts = [word.start() for word in _WORD_START.finditer(lowered, start, stop)]
    return tuple((at, lowered[at : at + 2]) for at in starts)


def _beginning(told: list[tuple[str, Label, frozenset[str]]], key: str) -> list[tuple[str, Label]]:
    """The phrases that text beginning with two letters can match."""
    fitting = {key, key[:1] + ANY, ANY}
    return [(phrase, label) for phrase, label, first in told if fitting & first]


class _Union(Generic[Label]):
    """The phrases that a word with this first letter can begin, as one pattern."""

    __slots__ = ("labels", "match")

    def __init__(self, fitting: list[tuple[str, Label]]) -> None:
        self.labels = [label for _, label in fitting]
        # An empty group after each phrase tells which it was; one around it would keep the
        # engine from rejecting phrases by their first letter.
        union = "|".join(f"(?:{phrase.replace(' ', SPACE)})()" for phrase, _ in fitting)
        self.match = re.compile(rf"(?:{union})(?!\w)").match if fitting else None


@dataclass(frozen=True, slots=True)
class OfficeLabel:
    """What an office phrase names."""

    role: Role
    plural: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled lists of one language."""

    offices: Phrases[OfficeLabel]
    references: Phrases[Reference]
    triggers: Phrases[tuple[TriggerKind, Tense]]
    markers: Phrases[MarkerKind]
    words: dict[str, frozenset[str]]


@cache
def lexicon(language: Language) -> Lexicon:
    """The lists of a language, read once a process."""
    path = files("index.data").joinpath("extraction").joinpath(f"{language}.yaml")
    return compile_lexicon(yaml.safe_load(path.read_text(encoding="utf-8")))


def compile_lexicon(content: dict[str, Any]) -> Lexicon:
    """The lexicon that a file's content spells out."""
    content = _with_endings(content)
    offices = [
        (phrase, OfficeLabel(Role(role), plural))
        for key, plural in (("offices", False), ("plural_offices", True))
        for role, phrases in content[key].items()
        for phrase in phrases
    ]
    triggers = [
        (phrase, (TriggerKind(group["kind"]), Tense(group["tense"])))
        for group in content["triggers"]
        for phrase in group["phrases"]
    ]
    return Lexicon(
        Phrases(offices),
        Phrases([(p, Reference(key)) for key, ps in content["references"].items() for p in ps]),
        Phrases(triggers),
        Phrases([(p, MarkerKind(key)) for key, ps in content["markers"].items() for p in ps]),
        {key: frozenset(words) for key, words in content["words"].items()},
    )


def _with_endings(content: dict[str, Any]) -> dict[str, Any]:
    """The content with each {name} of its phrases written out."""
    endings: dict[str, str] = {}
    for name, ending in content.get("endings", {}).items():
        endings[name] = _written_out(ending, endings)
    return {key: _all_written_out(part, endings) for key, part in content.items()}


def _all_written_out(part: Any, endings: dict[str, str]) -> Any:  # noqa: ANN401 - YAML has no type
    if isinstance(part, dict):
        return {key: _all_written_out(value, endings) for key, value in part.items()}
    if isinstance(part, list):
        return [_all_written_out(value, endings) for value in part]
    return _written_out(part, endings) if isinstance(part, str) else part


def _written_out(phrase: str, endings: dict[str, str]) -> str:
    for name, ending in endings.items():
        phrase = phrase.replace(f"{{{name}}}", ending)
    return phrase
