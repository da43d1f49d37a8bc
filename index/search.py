"""Finds the passages of a snapshot that are nearest to a text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.release import Language
from index.analysis import ANALYSIS_VERSION, question_terms
from index.build import DENSE, LEXICAL, PASSAGES
from index.dense import DenseIndex
from index.encoder import Encoder
from index.errors import IndexOutdatedError
from index.fusion import fuse
from index.lexical import LexicalIndex
from index.passage import Hit
from index.passages import PassageStore
from index.snapshot import REBUILD, open_snapshot

POOL = 100  # candidates from each of the two indexes; more changes no measured figure


class Searcher:
    """Search over the current snapshot in `folder`; any number of threads may use it.

    Raises IndexMissingError, IndexDamagedError or IndexOutdatedError, each saying how to mend it.
    """

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        snapshot, self.manifest = open_snapshot(folder)
        if (self.manifest.encoder, self.manifest.analysis) != (
            encoder.fingerprint,
            ANALYSIS_VERSION,
        ):
            raise IndexOutdatedError(
                f"the index was made with the model {self.manifest.encoder}, "
                f"not with {encoder.fingerprint}; {REBUILD}"
            )
        self.encoder = encoder
        self.store = PassageStore(snapshot / PASSAGES)
        self._dense = DenseIndex(snapshot / DENSE)
        self._lexical = LexicalIndex(snapshot / LEXICAL, self.manifest.passages)

    def search(self, text: str, languages: Sequence[Language], k: int) -> list[Hit]:
        """The `k` passages nearest to `text`, best first; equal scores in the index's order.

        `text` is in the first of `languages`; its words are stemmed as in each of them,
        since a question does not always tell its own.
        """
        if not self.manifest.passages or k < 1:
            return []
        query = self.encoder.encode_query(text)
        nearest, _ = self._dense.search(query, POOL)
        by_words = np.max(
            [self._lexical.scores(question_terms(text, languages[0], one)) for one in languages],
            axis=0,
        )
        matching = np.argpartition(-by_words, min(POOL, len(by_words) - 1))[:POOL]
        candidates = np.union1d(nearest, matching[by_words[matching] > 0]).astype(np.int64)
        dense = self._dense.scores(query, candidates)
        fused = fuse(dense, by_words[candidates])
        order = np.argsort(-fused, kind="stable")[:k]
        scores = zip(fused[order], dense[order], by_words[candidates[order]], strict=True)
        return self._hits(
            [int(n) for n in candidates[order]], [tuple(map(float, s)) for s in scores]
        )

    def idf(self, term: str) -> float:
        """How rare `term` is among the passages; see `LexicalIndex.idf`."""
        return self._lexical.idf(term)

    def _hits(self, numbers: list[int], scores: list[tuple[float, ...]]) -> list[Hit]:
        passages = self.store.passages(numbers)
        sources = self.store.releases(sorted({p.release for p in passages.values()}))
        return [
            Hit(passages[number], sources[passages[number].release], *score)
            for number, score in zip(numbers, scores, strict=True)
        ]
