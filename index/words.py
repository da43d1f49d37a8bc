"""Words of all passages as vectors of one bit a component, for a second look at the best passages.

A question is matched with a passage by late interaction, as in Khattab and Zaharia, ColBERT
(SIGIR 2020): for each piece of the question the nearest word of the passage counts. So one
sentence of a long passage is found, and a name or an event that the passage's own vector has
lost.

Of each component only the sign is kept (Charikar, Similarity Estimation Techniques from Rounding
Algorithms, STOC 2002); the question's own vectors stay as they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.embedding.encoder import Vectors

Codes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]

CODES, STARTS = "codes.npy", "starts.npy"


def word_count(text: str) -> int:
    """How many words of `text` an encoder gives: as many as white space sets apart."""
    return len(unicodedata.normalize("NFKC", text).split())


def packed_width(dimension: int) -> int:
    """Bytes that a vector of `dimension` components takes."""
    return (dimension + 7) // 8


def codes(words: Vectors) -> Codes:
    """The vectors `words` packed, uint8 of shape (words, dimension / 8 rounded up)."""
    return np.packbits(words > 0, axis=1)


def write_words(rows: Sequence[Codes], dimension: int, folder: Path) -> None:
    """Write the packed words of each passage, as `codes` gives them."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = [len(row) for row in rows]
    np.save(folder / STARTS, np.append(0, np.cumsum(counts, dtype=np.int64)))
    none = np.empty((0, packed_width(dimension)), np.uint8)
    np.save(folder / CODES, np.concatenate([none, *rows]))


class WordIndex:
    """The words in `folder`, mapped from disk, of vectors with `dimension` components."""

    def __init__(self, folder: Path, dimension: int) -> None:
        self._codes = np.load(folder / CODES, mmap_mode="r")
        self._starts: Numbers = np.load(folder / STARTS)
        self._dimension = dimension

    def scores(self, question: Vectors, passages: Numbers) -> Vectors:
        """How near the words of each passage come to all of `question`, float32 up to 1."""
        firsts = self._starts[passages]
        return self._nearest(question, firsts, self._starts[passages + 1])

    def parts(
        self, question: Vectors, passages: Sequence[int], bounds: Sequence[Numbers]
    ) -> Vectors:
        """The same of parts of `passages`, each passage's after another's.

        Those of the n-th go from word `bounds[n][i]` to `bounds[n][i + 1]`. A part of which no
        word was read, being too far behind, scores 0. All are looked at together, since each
        look takes time of its own.
        """
        places = [
            np.minimum(self._starts[passage] + each, self._starts[passage + 1])
            for passage, each in zip(passages, bounds, strict=True)
        ]
        if not places:
            return np.zeros(0, np.float32)
        firsts = np.concatenate([each[:-1] for each in places])
        return self._nearest(question, firsts, np.concatenate([each[1:] for each in places]))

    def _nearest(self, question: Vectors, firsts: Numbers, ends: Numbers) -> Vectors:
        scores = np.zeros(len(firsts), np.float32)
        counts = ends - firsts
        held = np.flatnonzero(counts)
        if not len(held) or not len(question):
            return scores
        counts = counts[held]
        starts = np.cumsum(counts) - counts
        rows = np.arange(counts.sum()) + np.repeat(firsts[held] - starts, counts)
        bits = np.unpackbits(self._codes[rows], axis=1, count=self._dimension)
        # With signs s = 2 b - 1 the product is 2 b q - sum q.
        products = 2 * (bits.astype(np.float32) @ question.T) - question.sum(axis=1)
        nearest = np.maximum.reduceat(products, starts, axis=0)
        scores[held] = nearest.sum(axis=1) / np.sqrt(self._dimension)
        return scores
