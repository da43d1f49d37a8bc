"""Words of questions about events, by what they mean; the lists stand in `bot/query_words`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

import yaml

from corpus.release import Language
from index.places.typos import within_one_edit
from index.text.stemming import fold
from index.text.transliteration import PLAIN_LETTERS

_SHORTEST_MISSPELT = 5


@dataclass(frozen=True, slots=True)
class WordPattern:
    """One word of a phrase; with `open` any ending may follow."""

    text: str
    open: bool

    def fits(self, word: str) -> bool:
        """Whether the folded word is this one."""
        return word.startswith(self.text) if self.open else word == self.text

    def is_near(self, word: str) -> bool:
        """Whether the word is this one but for a slip of the finger."""
        length = len(self.text)
        if length < _SHORTEST_MISSPELT or word[:1] != self.text[:1]:
            return False
        heads = (word[: length + more] for more in (-1, 0, 1)) if self.open else (word,)
        return any(within_one_edit(head, self.text) for head in heads)


@dataclass(frozen=True, slots=True)
class _Phrase:
    name: str
    words: tuple[tuple[WordPattern, ...], ...]

    def fits(self, words: Sequence[tuple[str, ...]]) -> bool:
        return len(self.words) <= len(words) and all(
            any(pattern.fits(form) for pattern in patterns for form in forms)
            for patterns, forms in zip(self.words, words, strict=False)
        )


class QueryWords:
    """The phrases of one language."""

    def __init__(self, phrases: Sequence[tuple[str, str]]) -> None:
        self._phrases: defaultdict[str, list[_Phrase]] = defaultdict(list)
        vocabulary: dict[WordPattern, None] = {}
        for name, line in phrases:
            for phrase in _expanded(name, line):
                for letter in {pattern.text[0] for pattern in phrase.words[0]}:
                    self._phrases[letter].append(phrase)
                vocabulary |= dict.fromkeys(p for word in phrase.words for p in word)
        self._vocabulary = tuple(vocabulary)
        self._whole = frozenset(pattern.text for pattern in vocabulary)
        self._open = frozenset(pattern.text for pattern in vocabulary if pattern.open)

    @staticmethod
    @cache
    def of(language: Language) -> QueryWords:
        """The phrases of a language, read once a process."""
        content = files("bot.query.words_of").joinpath(f"{language}.yaml").read_text("utf-8")
        table: dict[str, list[str]] = yaml.safe_load(content)
        return QueryWords([(name, _plain(line)) for name, lines in table.items() for line in lines])

    def longest(self, words: Sequence[tuple[str, ...]]) -> tuple[str, int] | None:
        """What the longest phrase at the start of `words` means, and how many it takes.

        Each word is given in all forms that it may be read as.
        """
        best: tuple[str, int] | None = None
        for letter in {form[0] for form in words[0]}:
            for phrase in self._phrases.get(letter, ()):
                if (best is None or len(phrase.words) > best[1]) and phrase.fits(words):
                    best = phrase.name, len(phrase.words)
        return best

    def knows(self, word: str) -> bool:
        """Whether a word is one of any phrase."""
        heads = (word[:length] for length in range(1, len(word) + 1))
        return word in self._whole or any(head in self._open for head in heads)

    def corrected(self, word: str) -> tuple[str, ...]:
        """The known words that a misspelt one may stand for."""
        return tuple(pattern.text for pattern in self._vocabulary if pattern.is_near(word))


def _plain(line: str) -> str:
    return fold(line).translate(PLAIN_LETTERS)


def _expanded(name: str, line: str) -> list[_Phrase]:
    """The phrases that a line stands for, with and without its words that may be missing."""
    choices: list[tuple[tuple[WordPattern, ...] | None, ...]] = []
    for word in line.split():
        patterns = tuple(
            WordPattern(text.removesuffix("*"), text.endswith("*"))
            for text in word.strip("()").split("|")
        )
        choices.append((patterns, None) if word.startswith("(") else (patterns,))
    taken = (tuple(word for word in words if word is not None) for words in product(*choices))
    return [_Phrase(name, words) for words in taken if words]
