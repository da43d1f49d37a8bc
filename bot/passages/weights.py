"""How much each word and name of a question weighs in a release of one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.passages.wanted import Wanted, Word
from bot.question import Question
from corpus.release import Language

UNKNOWN = 0.7  # the same share of a word that no release in the question's language holds
COMMON = 4.0  # the most that a word weighs which was translated
FOREIGN = 0.3  # share of its weight that a word has which may stand in other words abroad

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each word, and each name, of the question weighs in one language.

    The first of the names are those of countries, so many as `countries` says.
    """

    words: tuple[tuple[Word, str, float], ...]
    names: tuple[tuple[frozenset[str], float], ...]
    countries: int


def weights_of(question: Question, wanted: Wanted, language: Language, rarity: Rarity) -> Weights:
    """What the words and names of `question` weigh in releases in `language`."""
    words = tuple(
        (word, word.stem(language), _weight(word, language, question.language, rarity))
        for word in wanted.words
    )
    groups = [*wanted.countries, *({key} for key in wanted.towns | wanted.bodies)]
    names = tuple((frozenset(group), max(map(rarity, group))) for group in groups)
    return Weights(words, names, len(wanted.countries))


def _weight(word: Word, language: Language, asked_in: Language, rarity: Rarity) -> float:
    own = rarity(word.stem(asked_in))
    if language is asked_in or word.text[0].isdigit():
        return own
    latin = word.text.isascii() and language is not Language.EN
    if word.concepts or latin:
        return min(own, COMMON)
    return min(own, COMMON) * (UNKNOWN if own >= rarity("") else FOREIGN)
