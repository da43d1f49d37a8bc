"""Finds the passages of a snapshot that are nearest to a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache, reduce
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.release import Language
from index.analysis import ANALYSIS_VERSION, gram_terms, question_terms
from index.build import DENSE, EVENTS, GRAMS, LEXICAL, PASSAGES, WORDS
from index.dense import DenseIndex
from index.embedding.encoder import Encoder, Vectors
from index.errors import IndexOutdatedError
from index.events.store import EventStore
from index.extraction.version import EXTRACTION_VERSION
from index.fusion import Scores, fuse, lexical_share, look_closer
from index.lexical import LexicalIndex
from index.passage import Hit
from index.passages import PassageStore
from index.snapshot import REBUILD, Manifest, open_snapshot
from index.text.sentences import sentences
from index.words import WordIndex, word_count

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

EXHAUSTIVE = 2000  # passages of named releases up to which all are scored
CLOSER = 50  # best candidates whose words are looked at
POOL = 100  # candidates from each of the two indexes; more changes no measured figure


class Searcher:
    """Search over the current snapshot in `folder`; any number of threads may use it.

    Raises IndexMissingError, IndexDamagedError or IndexOutdatedError, each saying how to mend it.
    """

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        snapshot, self.manifest = open_snapshot(folder)
        self.name = snapshot.name
        _check(self.manifest, encoder)
        self.encoder = encoder
        # One question is searched for in several parts of the index.
        self._read = lru_cache(maxsize=16)(encoder.read_query)
        self.store = PassageStore(snapshot / PASSAGES)
        self.events = EventStore(snapshot / EVENTS)
        self._dense = DenseIndex(snapshot / DENSE)
        self._words = WordIndex(snapshot / WORDS, self.manifest.dimension)
        self._lexical = LexicalIndex(snapshot / LEXICAL, self.manifest.passages)
        self._grams = LexicalIndex(snapshot / GRAMS, self.manifest.passages)
        self._release_of = np.array(self.store.release_of_each(), np.int64)

    def search(
        self, text: str, languages: Sequence[Language], k: int, among: Mask | None = None
    ) -> list[Hit]:
        """The `k` passages nearest to `text`, best first; equal scores in the index's order.

        `text` is in the first of `languages`; its words are stemmed as in each of them,
        since a question does not always tell its own. `among` leaves only passages for
        which it is true, as `naming` gives it.
        """
        if not self.manifest.passages or k < 1:
            return []
        query = self._read(text)
        all_lexical = self._lexical_scores(text, languages)
        candidates = self._candidates(query.vector, all_lexical, among)
        dense, lexical = self._dense.scores(query.vector, candidates), all_lexical[candidates]
        fused = look_closer(dense, lexical, self._nearness(query.words, candidates, dense, lexical))
        order = np.argsort(-fused, kind="stable")[:k]
        scores = np.stack([fused, dense, lexical], axis=1)[order]
        return self._hits(candidates[order].tolist(), scores.tolist())

    def _nearness(
        self, words: Vectors, candidates: Numbers, dense: Scores, lexical: Scores
    ) -> Scores:
        """How near the words of the best candidates are; others are as far as the farthest."""
        best = np.argsort(-fuse(dense, lexical), kind="stable")[:CLOSER]
        near = self._words.scores(words, candidates[best])
        nearness: Scores = np.full(len(candidates), near.min(initial=1.0), np.float32)
        nearness[best] = near
        return nearness

    def sentence_scores(self, text: str, hits: Iterable[Hit]) -> dict[tuple[int, int], float]:
        """How near each sentence of `hits` is to `text` by its words, up to 1.

        Keys are the number of the release and where in its body the sentence begins.
        """
        looked_at = list(hits)
        spans = [sentences(hit.text) for hit in looked_at]
        bounds = [_bounds(hit, of) for hit, of in zip(looked_at, spans, strict=True)]
        numbers = [hit.passage.number for hit in looked_at]
        scores = self._words.parts(self._read(text).words, numbers, bounds)
        keys = [
            (hit.source.number, hit.passage.start + start)
            for hit, of in zip(looked_at, spans, strict=True)
            for start, _ in of
        ]
        return dict(zip(keys, scores.tolist(), strict=True))

    def _lexical_scores(self, text: str, languages: Sequence[Language]) -> Scores:
        words = [question_terms(text, languages[0], one) for one in languages]
        stems = np.max([self._lexical.scores(terms) for terms in words], axis=0)
        return lexical_share(stems, self._grams.scores(gram_terms(text, languages[0])))

    def naming(self, places: Sequence[frozenset[str]]) -> Mask | None:
        """Which passages stand in releases that name `places`, bool of shape (passages,).

        A place is given by the keys that it may go by. Where no release names them all, the
        releases that name any will do, if each is named somewhere; None where one is not.
        """
        naming = [self._releases_naming(place) for place in places]
        if not all(releases.size for releases in naming):
            return None
        together = reduce(np.intersect1d, naming)
        releases = together if together.size else reduce(np.union1d, naming)
        return np.isin(self._release_of, releases)

    def published(self, first: date, last: date) -> Mask:
        """Which passages stand in releases published on these days, both inclusive."""
        return np.isin(self._release_of, self.store.published(first, last))

    def of_releases(self, numbers: Sequence[int]) -> Mask:
        """Which passages stand in the releases with these `numbers`."""
        return np.isin(self._release_of, numbers)

    def holding(self, terms: Iterable[str]) -> Mask:
        """Which passages hold any of `terms`, as the lexical index keeps them."""
        mask = np.zeros(self.manifest.passages, np.bool_)
        for term in terms:
            mask[self._lexical.passages(term)] = True
        return mask

    def releases_holding(self, wanted: Sequence[frozenset[str]]) -> list[int]:
        """Numbers of the releases that hold each of `wanted`, given by terms that it may go by."""
        if not wanted:
            return []
        found = reduce(np.intersect1d, [self._releases_naming(terms) for terms in wanted])
        return [int(number) for number in found]

    def _releases_naming(self, place: frozenset[str]) -> Numbers:
        passages = [self._lexical.passages(key) for key in sorted(place)]
        return np.unique(self._release_of[np.concatenate(passages)])

    def _candidates(self, query: Vectors, lexical: Scores, among: Mask | None) -> Numbers:
        if among is not None and np.count_nonzero(among) <= EXHAUSTIVE:
            return np.flatnonzero(among)
        nearest, _ = self._dense.search(query, POOL if among is None else EXHAUSTIVE)
        matching = np.argpartition(-lexical, min(POOL, len(lexical) - 1))[:POOL]
        found = np.union1d(nearest, matching[lexical[matching] > 0]).astype(np.int64)
        return found if among is None else found[among[found]]

    def idf(self, term: str) -> float:
        """How rare `term` is among the passages; see `LexicalIndex.idf`."""
        return self._lexical.idf(term)

    def _hits(self, numbers: list[int], scores: list[list[float]]) -> list[Hit]:
        passages = self.store.passages(numbers)
        sources = self.store.releases(sorted({p.release for p in passages.values()}))
        return [
            Hit(passages[number], sources[passages[number].release], *score)
            for number, score in zip(numbers, scores, strict=True)
        ]


def _bounds(hit: Hit, spans: Sequence[tuple[int, int]]) -> Numbers:
    """Which words of the passage each sentence begins with, behind those of the title."""
    counts = [word_count(hit.text[start:end]) for start, end in spans]
    return np.cumsum([word_count(hit.source.release.title), *counts])


def _check(manifest: Manifest, encoder: Encoder) -> None:
    if manifest.encoder != encoder.fingerprint:
        raise IndexOutdatedError(
            f"the index was made with the model {manifest.encoder}, "
            f"not with {encoder.fingerprint}; {REBUILD}"
        )
    if (manifest.analysis, manifest.extraction) != (ANALYSIS_VERSION, EXTRACTION_VERSION):
        raise IndexOutdatedError(f"the index was built by another version of Elshi; {REBUILD}")
