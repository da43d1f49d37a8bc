"""Lexical index: BM25 over stems, as arrays that are mapped from disk and need no parsing.

BM25 as in Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with the
always positive idf of Lucene. A score is divided by what a passage would get that holds each
term of the query without end, terms that no passage has among them: so it lies in [0, 1), and
a query in another language than the passages', of which only a name or a number is found,
scores low instead of high.

The mean length is that of the passages that hold anything: some indexes cover one language only.

Terms are kept as 64-bit hashes. Two different terms of a million share one with a likelihood
of 3 in 100 million, and then only score alike.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

K1 = 1.2
B = 0.75
ARRAYS = ("terms", "starts", "passages", "weights")

Scores = npt.NDArray[np.float32]
Terms = npt.NDArray[np.uint64]


@lru_cache(maxsize=200_000)
def term_hash(term: str) -> int:
    """The number that stands for `term` in the index."""
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=8).digest(), "little")


def term_hashes(terms: Iterable[str]) -> Terms:
    """Hashes of `terms`, uint64, repeated as they are."""
    return np.array([term_hash(term) for term in terms], np.uint64)


def write_lexical(rows: Sequence[Terms], folder: Path) -> None:
    """Write the index of passages whose terms' hashes `rows` holds, one array a passage."""
    folder.mkdir(parents=True, exist_ok=True)
    lengths = np.array([len(row) for row in rows], np.float32)
    passages = np.repeat(np.arange(len(rows), dtype=np.int32), lengths.astype(np.int64))
    flat = np.concatenate(rows) if rows else np.empty(0, np.uint64)
    order = np.lexsort((passages, flat))
    flat, passages = flat[order], passages[order]
    first = np.ones(len(flat), bool)
    first[1:] = (flat[1:] != flat[:-1]) | (passages[1:] != passages[:-1])
    places = np.flatnonzero(first)
    counts = np.diff(np.append(places, len(flat))).astype(np.float32)
    terms, starts = np.unique(flat[places], return_index=True)
    mean = lengths[lengths > 0].mean() if len(flat) else 1.0
    norms = K1 * (1 - B + B * lengths / max(float(mean), 1.0))
    weights = counts / (counts + norms[passages[places]])
    bounds = np.append(starts, len(places))
    arrays: tuple[npt.NDArray[Any], ...] = (terms, bounds, passages[places], weights)
    for name, array in zip(ARRAYS, arrays, strict=True):
        np.save(folder / f"{name}.npy", array)


class LexicalIndex:
    """The index in `folder`, over `size` passages."""

    def __init__(self, folder: Path, size: int) -> None:
        self.size = size
        arrays = (np.load(folder / f"{name}.npy", mmap_mode="r") for name in ARRAYS)
        self._terms, self._starts, self._passages, self._weights = arrays

    def scores(self, terms: Sequence[str]) -> Scores:
        """Score of each passage for a query of `terms`, float32 of shape (size,), in [0, 1)."""
        scores = np.zeros(self.size, np.float32)
        best = 0.0
        for term, times in Counter(terms).items():
            start, end = self._postings(term_hash(term))
            idf = self._idf(end - start) * times
            best += idf
            scores[self._passages[start:end]] += idf * self._weights[start:end]
        return scores / max(best, 1e-9)

    def passages(self, term: str) -> npt.NDArray[np.int32]:
        """Numbers of the passages that hold `term`, int32, ascending."""
        start, end = self._postings(term_hash(term))
        return np.asarray(self._passages[start:end])

    def idf(self, term: str) -> float:
        """Weight of `term`: ln(1 + (N - n + 0.5) / (n + 0.5)) where n of N passages hold it."""
        start, end = self._postings(term_hash(term))
        return self._idf(end - start)

    def _postings(self, term: int) -> tuple[int, int]:
        place = int(np.searchsorted(self._terms, np.uint64(term)))
        if place == len(self._terms) or self._terms[place] != term:
            return 0, 0
        return int(self._starts[place]), int(self._starts[place + 1])

    def _idf(self, found: int) -> float:
        return float(np.log1p((self.size - found + 0.5) / (found + 0.5)))
