"""Character n-grams of words: forms of one word share them where a stemmer takes off too little.

Words that inflect by long chains of suffixes, as in Kazakh, are matched better by their
n-grams than by stems alone (McNamee and Mayfield, Character N-Gram Tokenization for European
Language Text Retrieval, 2004, whose length of four is kept).
"""

from __future__ import annotations

from functools import lru_cache

from index.text.stemming import words

LENGTH = 4
EDGE = "_"


def grams(text: str) -> list[str]:
    """The n-grams of all words of `text` in order, the edges of a word among its characters."""
    return [gram for word in words(text) for gram in _grams(word)]


@lru_cache(maxsize=200_000)
def _grams(word: str) -> tuple[str, ...]:
    edged = f"{EDGE}{word}{EDGE}"
    return tuple(edged[at : at + LENGTH] for at in range(max(len(edged) - LENGTH, 0) + 1))
