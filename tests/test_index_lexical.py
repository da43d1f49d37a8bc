"""BM25 from arrays against BM25 as the formula is written."""

from __future__ import annotations

import math
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.lexical import K1, B, LexicalIndex, term_hashes, write_lexical

WORDS = st.sampled_from("abcdefgh")
CORPORA = st.lists(st.lists(WORDS, max_size=12), min_size=1, max_size=6)
QUERIES = st.lists(st.one_of(WORDS, st.just("unknown")), max_size=6)


def open_index(corpus: list[list[str]], folder: Path) -> LexicalIndex:
    write_lexical([term_hashes(row) for row in corpus], folder)
    return LexicalIndex(folder, len(corpus))


def idf(corpus: list[list[str]], term: str) -> float:
    found = sum(term in row for row in corpus)
    return math.log(1 + (len(corpus) - found + 0.5) / (found + 0.5))


def bm25(corpus: list[list[str]], query: list[str]) -> list[float]:
    mean = sum(map(len, corpus)) / max(sum(map(bool, corpus)), 1) or 1
    best = sum(idf(corpus, term) for term in query)
    scores = []
    for row in corpus:
        counts = Counter(row)
        norm = K1 * (1 - B + B * len(row) / mean)
        score = sum(idf(corpus, t) * counts[t] / (counts[t] + norm) for t in query if counts[t])
        scores.append(score / best if best else 0.0)
    return scores


@settings(deadline=None)
@given(CORPORA, QUERIES)
def test_scores_are_those_of_the_formula(corpus: list[list[str]], query: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(corpus, Path(folder))
        scores = index.scores(query)
        assert scores == pytest.approx(bm25(corpus, query), abs=1e-5)
        assert ((scores >= 0) & (scores < 1)).all()
        for term in query:
            assert index.idf(term) == pytest.approx(idf(corpus, term))
            holders = [place for place, row in enumerate(corpus) if term in row]
            assert index.passages(term).tolist() == holders


def test_an_unknown_term_lowers_the_score(tmp_path: Path) -> None:
    index = open_index([["visa", "rules"], ["talks"]], tmp_path)
    assert 0 < index.scores(["visa", "zzz"])[0] < index.scores(["visa"])[0]


def test_no_passages(tmp_path: Path) -> None:
    index = open_index([], tmp_path)
    assert index.scores(["visa"]).shape == (0,)
    assert index.passages("visa").size == 0


def test_the_files_depend_on_nothing_but_the_terms(tmp_path: Path) -> None:
    corpus = [["b", "a", "b"], ["c"]]
    open_index(corpus, tmp_path / "one")
    open_index([sorted(row) for row in corpus], tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    assert np.load(tmp_path / "one" / "weights.npy").dtype == np.float32
