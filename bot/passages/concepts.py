"""Which groups of words that mean the same, in three languages, a text or a word belongs to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import yaml

from corpus.release import Language
from index.places.typos import within_one_edit
from index.text.stemming import fold, stems, words
from index.text.transliteration import PLAIN_LETTERS

SHORTEST_MISSPELT = 5  # letters
TOPICAL = "topical"


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """One language's words, each with the groups that it belongs to."""

    by_stem: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_start: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_pair: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    whole: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@cache
def topical() -> frozenset[str]:
    """Groups of things that are seldom said in other words than theirs."""
    return frozenset(f"~{group}" for group in _content()[TOPICAL])


@cache
def stems_of(group: str) -> frozenset[str]:
    """Stems, in all three languages, of the words of a group, such as "~trade"."""
    return frozenset(
        stems(fold(member.strip("*=")), Language(language))[0]
        for language, members in _content()[group.removeprefix("~")].items()
        for member in members
        if "_" not in member
    )


@cache
def words_of(language: Language) -> frozenset[str]:
    """The words, or beginnings of words, that the groups have in a language."""
    groups = (members for group, members in _content().items() if group != TOPICAL)
    listed = (fold(member) for members in groups for member in members[language])
    return frozenset(word for member in listed for word in member.strip("*=").split("_"))


def concepts_of(text: str, language: Language) -> frozenset[str]:
    """The groups that the words of `text` belong to, such as "~visit"."""
    folded = words(text)
    found: set[str] = set()
    for word in folded:
        found |= _of_word(word, language)
    for first, second in pairwise(folded):
        found |= _of_pair(first, second, language)
    return frozenset(found)


def knows_word(word: str, language: Language) -> bool:
    """Whether a folded word is of a group, in Kazakh also without its own letters."""
    if language is Language.KK and word == word.translate(PLAIN_LETTERS):
        return bool(_of_word(word, language) or _of_plain_word(word))
    return bool(_of_word(word, language))


def concepts_of_pair(first: str, second: str, language: Language) -> frozenset[str]:
    """The groups of two folded words that only together mean something."""
    return frozenset(_of_pair(first, second, language))


def concepts_of_word(word: str, language: Language) -> frozenset[str]:
    """The same for one folded word of a question, which may be misspelt or lack its own letters."""
    found = _of_word(word, language)
    if not found and language is Language.KK and word == word.translate(PLAIN_LETTERS):
        found = _of_plain_word(word)
    return found or _of_misspelt(word, language)


@lru_cache(maxsize=100_000)
def _of_word(word: str, language: Language) -> frozenset[str]:
    lexicon = _lexicons()[language]
    found = lexicon.exact.get(word, set()) | lexicon.by_stem.get(_stem(word, language), set())
    for length in range(2, len(word) + 1):
        found |= lexicon.by_start.get(word[:length], set())
    return frozenset(found)


def _stem(word: str, language: Language) -> str:
    # Kazakh roots of three letters have too many meanings to be compared without endings.
    return word if language is Language.KK else stems(word, language)[0]


def _of_pair(first: str, second: str, language: Language) -> set[str]:
    found: set[str] = set()
    for (one, start), groups in _lexicons()[language].by_pair.items():
        if first == one and second.startswith(start):
            found |= groups
    return found


@lru_cache(maxsize=10_000)
def _of_plain_word(word: str) -> frozenset[str]:
    plain = word.translate(PLAIN_LETTERS)
    found: set[str] = set()
    for start, groups in _lexicons()[Language.KK].by_start.items():
        if len(start) > 2 and plain.startswith(start.translate(PLAIN_LETTERS)):
            found |= groups
    return frozenset(found)


@lru_cache(maxsize=10_000)
def _of_misspelt(word: str, language: Language) -> frozenset[str]:
    if len(word) < SHORTEST_MISSPELT or not word.isalpha():
        return frozenset()
    for known, groups in _lexicons()[language].whole.items():
        if known[0] == word[0] and within_one_edit(word, known):
            return frozenset(groups)
    for start, groups in _lexicons()[language].by_start.items():
        is_alike = len(start) >= SHORTEST_MISSPELT and start[0] == word[0]
        if is_alike and within_one_edit(word[: len(start)], start):
            return frozenset(groups)
    return frozenset()


@cache
def _lexicons() -> dict[Language, _Lexicon]:
    lexicons = {language: _Lexicon() for language in Language}
    for group, by_language in _content().items():
        if group == TOPICAL:
            continue
        for language, members in by_language.items():
            for member in members:
                _add(lexicons[Language(language)], fold(member), f"~{group}", Language(language))
    return lexicons


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(
        files("bot.passages").joinpath("concepts.yaml").read_text("utf-8")
    )
    return content


def _add(lexicon: _Lexicon, member: str, group: str, language: Language) -> None:
    first, joined, second = member.partition("_")
    if joined:
        lexicon.by_pair[first, second].add(group)
    elif member.startswith("="):
        lexicon.exact[member[1:]].add(group)
    elif member.endswith("*"):
        lexicon.by_start[member[:-1]].add(group)
    else:
        lexicon.by_stem[_stem(member, language)].add(group)
        if len(member) >= SHORTEST_MISSPELT:
            lexicon.whole[member].add(group)
