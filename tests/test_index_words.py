"""Words packed to one bit a component: late interaction equals brute force over signs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.embedding.encoder import Vectors
from index.words import WordIndex, codes, packed_width, word_count, write_words

DIMENSION = 20


def random_words(seed: int, count: int) -> Vectors:
    found: Vectors = np.random.default_rng(seed).standard_normal((count, DIMENSION), np.float32)
    return found


def written(folder: Path, counts: list[int]) -> tuple[WordIndex, list[Vectors]]:
    rows = [random_words(seed, count) for seed, count in enumerate(counts)]
    write_words([codes(row) for row in rows], DIMENSION, folder)
    return WordIndex(folder, DIMENSION), rows


def by_hand(question: Vectors, words: Vectors) -> float:
    if not len(words) or not len(question):
        return 0.0
    signs = np.where(words > 0, 1.0, -1.0) / np.sqrt(DIMENSION)
    return float((signs @ question.T).max(axis=0).sum())


@given(
    counts=st.lists(st.integers(0, 7), min_size=1, max_size=8),
    asked=st.lists(st.integers(0, 7), max_size=10),
    pieces=st.integers(0, 4),
)
def test_scores_are_those_of_the_nearest_words(
    tmp_path_factory: pytest.TempPathFactory, counts: list[int], asked: list[int], pieces: int
) -> None:
    index, rows = written(tmp_path_factory.mktemp("words"), counts)
    question = random_words(99, pieces)
    passages = np.array([number for number in asked if number < len(counts)], np.int64)
    wanted = [by_hand(question, rows[number]) for number in passages]
    assert index.scores(question, passages).tolist() == pytest.approx(wanted, abs=1e-4)


def test_parts_of_a_passage_are_scored_alone(tmp_path: Path) -> None:
    index, rows = written(tmp_path, [3, 9])
    question = random_words(99, 2)
    found = index.parts(question, [1], [np.array([2, 5, 9, 12], np.int64)])
    wanted = [by_hand(question, rows[1][2:5]), by_hand(question, rows[1][5:9]), 0.0]
    assert found.tolist() == pytest.approx(wanted, abs=1e-4)


def test_parts_of_several_passages_follow_one_another(tmp_path: Path) -> None:
    index, rows = written(tmp_path, [3, 9])
    question = random_words(99, 2)
    bounds = [np.array(each, np.int64) for each in ([1, 3], [0, 4, 9])]
    found = index.parts(question, [0, 1], bounds)
    wanted = [by_hand(question, part) for part in (rows[0][1:3], rows[1][0:4], rows[1][4:9])]
    assert found.tolist() == pytest.approx(wanted, abs=1e-4)
    assert index.parts(question, [], []).shape == (0,)


def test_no_passages(tmp_path: Path) -> None:
    write_words([], DIMENSION, tmp_path)
    none = np.empty(0, np.int64)
    assert WordIndex(tmp_path, DIMENSION).scores(random_words(1, 2), none).shape == (0,)


@pytest.mark.parametrize(("dimension", "width"), [(384, 48), (20, 3), (8, 1), (1, 1)])
def test_a_bit_a_component(dimension: int, width: int) -> None:
    assert packed_width(dimension) == width
    assert codes(np.ones((2, dimension), np.float32)).shape == (2, width)


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("  one\u00a0two\nthree ", 3), ("1\u20442 day", 2)]
)
def test_words_are_what_white_space_sets_apart(text: str, count: int) -> None:
    assert word_count(text) == count
