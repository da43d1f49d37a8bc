"""One score out of two."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import LEXICAL_WEIGHT, fuse, lexical_share, look_closer

SCORE = st.floats(0, 1, width=32)


def test_fused_scores() -> None:
    fused = fuse(np.array([0.8, 0.9], np.float32), np.array([0.8, 0.0], np.float32))
    assert fused.tolist() == pytest.approx([1.0, 0.9])
    assert fused.dtype == np.float32


def test_the_second_look_is_a_mean_in_which_words_count() -> None:
    ones = np.ones(2, np.float32)
    closer = look_closer(ones, ones * 0.5, np.array([0.2, 0.9], np.float32))
    assert closer.tolist() == pytest.approx([1.49 / 1.7, 1.98 / 1.7])
    assert closer.dtype == np.float32


def test_n_grams_count_half_where_there_are_any() -> None:
    stems, grams = np.array([[0.5, 0.5, 0.0], [0.0, 0.3, 0.4]], np.float32)
    assert lexical_share(stems, grams).tolist() == pytest.approx([0.5, 0.4, 0.2])


@given(st.lists(st.tuples(SCORE, SCORE), min_size=1, max_size=9))
def test_a_score_depends_on_no_other_candidate(pairs: list[tuple[float, float]]) -> None:
    dense, lexical = np.array(pairs, np.float32).T
    alone = [fuse(dense[[i]], lexical[[i]])[0] for i in range(len(pairs))]
    assert fuse(dense, lexical).tolist() == alone
    assert (fuse(dense, lexical) <= dense + LEXICAL_WEIGHT + 1e-6).all()
