"""Kazakh typed without its own letters, spelt as the releases spell it; pure.

A letter stands for a letter, so that all offsets stay as they are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cache

from bot.passages.concepts import words_of
from bot.question import LETTERS_OF_KAZAKH, Question, function_words_of, respelt
from corpus.release import Language
from index.passage import Hit
from index.text.stemming import WORD, fold, kazakh_suffixes
from index.text.transliteration import PLAIN_LETTERS

_SHORTEST = 3  # letters that a word must share with one that is known
_SHARE = 0.6  # of a word's letters


def as_releases_spell(question: Question, hits: Iterable[Hit]) -> Question:
    """The question with the letters that the releases found, and this program, have in its words.

    The same question where it is not in Kazakh or has letters that only Kazakh has.
    """
    if question.language is not Language.KK or LETTERS_OF_KAZAKH & set(fold(question.lookup)):
        return question
    found = {hit.source.number: hit.source.release for hit in hits}.values()
    texts = [f"{r.title} {r.body}" for r in found if r.language is Language.KK]
    known = sorted(words_of(Language.KK) | function_words_of(Language.KK))
    heads = _heads([*WORD.findall(fold(" ".join(texts))), *known])
    return respelt(question, lambda text: WORD.sub(lambda word: _spelt(word, heads), text))


def _heads(words: Iterable[str]) -> dict[str, str]:
    """How the beginnings of the words are spelt, by their plain letters; the first word wins."""
    heads: dict[str, str] = {}
    for word in dict.fromkeys(words):
        plain = _plain(word)
        for length in range(_SHORTEST, len(word) + 1):
            heads.setdefault(plain[:length], word[:length])
    return heads


def _spelt(match: re.Match[str], heads: dict[str, str]) -> str:
    word = match.group()
    plain = _plain(word)
    if len(plain) != len(word):
        return word
    least = max(_SHORTEST, math.ceil(_SHARE * len(word)))
    for length in range(len(word), least - 1, -1):
        head = heads.get(plain[:length])
        if head is not None:
            rest = plain[length:]
            spelt = head + _suffixes().get(rest, word[length:])
            return spelt.capitalize() if word[0].isupper() else spelt
    return word


def _plain(word: str) -> str:
    return fold(word).translate(PLAIN_LETTERS).replace("й", "и")


@cache
def _suffixes() -> dict[str, str]:
    return {_plain(suffix): suffix for suffix in kazakh_suffixes()}
