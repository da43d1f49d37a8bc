"""Every text is computed once, whatever happens in between."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.cache import BATCH, Computed, PassageCache, PassageText
from index.lexical import Terms, term_hashes
from index.words import Codes


class Computer:
    """Computes and remembers what; is killed when it has computed `dies_after` texts."""

    def __init__(self, dies_after: int = 10**9) -> None:
        self.seen: list[PassageText] = []
        self.dies_after = dies_after

    def __call__(self, texts: Sequence[PassageText]) -> Computed:
        if len(self.seen) >= self.dies_after:
            raise KeyboardInterrupt
        self.seen += texts
        vectors = np.array([vector(text) for text in texts], np.float32)
        return Computed(vectors, [packed(t) for t in texts], [row(t) for t in texts])


def vector(text: PassageText) -> list[float]:
    return [len(text.text), len(text.language), text.key[0]]


def row(text: PassageText) -> Terms:
    return term_hashes(text.text.split())


def packed(text: PassageText) -> Codes:
    return np.array([[len(word)] for word in text.text.split()], np.uint8)


def ignore(count: int) -> None:
    """Progress that nobody watches."""


def texts(count: int, first: int = 0) -> list[PassageText]:
    return [PassageText(f"text {number}", "en") for number in range(first, first + count)]


def test_each_text_is_computed_once(tmp_path: Path) -> None:
    computer, cache = Computer(), PassageCache(tmp_path, "model")
    assert cache.fill(texts(3) + texts(3), computer, ignore) == 3
    assert cache.fill(texts(5), computer, ignore) == 2
    assert PassageCache(tmp_path, "model").fill(texts(5)[::-1], computer, ignore) == 0
    assert computer.seen == texts(5)


def test_the_language_belongs_to_the_text(tmp_path: Path) -> None:
    computer, cache = Computer(), PassageCache(tmp_path, "model")
    both = [PassageText("visa", "en"), PassageText("visa", "kk")]
    assert cache.fill(both, computer, ignore) == 2


def test_two_models_share_nothing(tmp_path: Path) -> None:
    for model in ("one", "../two", "two/../one"):
        assert PassageCache(tmp_path / "cache", model).fill(texts(1), Computer(), ignore) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_rows_come_in_the_order_asked_for(tmp_path: Path) -> None:
    cache = PassageCache(tmp_path, "model")
    cache.fill(texts(600), Computer(), ignore)
    asked = [*texts(600)[::-1], texts(1)[0]]
    found = cache.rows(asked, 3)
    assert found.vectors.tolist() == [vector(text) for text in asked]
    assert [each.tolist() for each in found.words] == [packed(text).tolist() for text in asked]
    assert [each.tolist() for each in found.terms] == [row(text).tolist() for text in asked]
    assert {each.dtype for each in found.terms} == {np.dtype(np.uint64)}


def test_no_texts(tmp_path: Path) -> None:
    cache = PassageCache(tmp_path, "model")
    assert cache.fill([], Computer(), ignore) == 0
    found = cache.rows([], 3)
    assert (found.vectors.shape, found.words, found.terms) == ((0, 3), [], [])


def test_a_fill_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    asked = texts(2 * BATCH + 10)
    killed, second = Computer(dies_after=BATCH), Computer()
    with pytest.raises(KeyboardInterrupt):
        PassageCache(tmp_path, "model").fill(asked, killed, ignore)
    assert PassageCache(tmp_path, "model").fill(asked, second, ignore) == BATCH + 10
    assert killed.seen + second.seen == asked


def test_progress_adds_up_to_all_texts(tmp_path: Path) -> None:
    cache, steps = PassageCache(tmp_path, "model"), list[int]()
    cache.fill(texts(10), Computer(), ignore)
    cache.fill(texts(BATCH + 20), Computer(), steps.append)
    assert steps == [10, BATCH, 10]
