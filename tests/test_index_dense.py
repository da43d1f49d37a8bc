"""FAISS against the same search written out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.dense import DenseIndex, write_dense
from index.embedding.encoder import Vectors
from index.errors import IndexDamagedError


def unit_vectors(count: int, seed: int, dimension: int = 24) -> Vectors:
    found = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    unit: Vectors = found / np.linalg.norm(found, axis=1, keepdims=True)
    return unit


@pytest.mark.parametrize("count", [1, 7, 300])
@pytest.mark.parametrize("k", [1, 10, 1000])
def test_search_gives_what_brute_force_gives(tmp_path: Path, count: int, k: int) -> None:
    vectors, query = unit_vectors(count, 1), unit_vectors(1, 2)[0]
    write_dense(vectors, tmp_path / "dense")
    rounded = vectors.astype(np.float16).astype(np.float32)
    expected = rounded @ query
    index = DenseIndex(tmp_path / "dense")
    numbers, scores = index.search(query, k)
    order = np.argsort(-expected, kind="stable")[:k]
    assert numbers.tolist() == order.tolist()
    assert scores == pytest.approx(expected[order], abs=1e-5)
    assert index.scores(query, numbers) == pytest.approx(scores, abs=1e-5)
    assert (index.vectors(0, count) == rounded).all()
    assert (index.size, index.dimension) == vectors.shape


def test_an_empty_index_can_be_written_and_read(tmp_path: Path) -> None:
    write_dense(np.empty((0, 24), np.float32), tmp_path / "dense")
    assert (DenseIndex(tmp_path / "dense").size, DenseIndex(tmp_path / "dense").dimension) == (
        0,
        24,
    )


@pytest.mark.parametrize("content", [b"", b"not an index"])
def test_a_file_that_is_no_index(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dense").write_bytes(content)
    with pytest.raises(IndexDamagedError, match="elshi index rebuild"):
        DenseIndex(tmp_path / "dense")
