"""Passages and releases in and out of their file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from fakes import PUBLISHED, make_release

from corpus.release import Language
from index.errors import IndexDamagedError
from index.passage import Hit, IndexedRelease, Passage
from index.passages import PassageStore, write_passages

RELEASES = [
    IndexedRelease(0, 0, make_release("1", "Ой бай! 'quoted'"), frozenset({"@country:KE"})),
    IndexedRelease(1, 0, make_release("1", "Екі", Language.KK), frozenset({"@a", "@b"})),
    IndexedRelease(
        2, 2, replace(make_release("2", "Три\x00\U0001f600", Language.RU), alias="9"), frozenset()
    ),
]
PASSAGES = [Passage(0, 0, 0, 7), Passage(1, 0, 8, 16), Passage(2, 1, 0, 3), Passage(3, 2, 0, 4)]


@pytest.fixture
def store(tmp_path: Path) -> PassageStore:
    write_passages(RELEASES, PASSAGES, tmp_path / "passages")
    return PassageStore(tmp_path / "passages")


def test_what_was_written_is_read(store: PassageStore) -> None:
    assert store.releases([0, 1, 2, 77]) == dict(enumerate(RELEASES))
    assert store.passages([3, 0, 99]) == {0: PASSAGES[0], 3: PASSAGES[3]}
    assert store.passages([]) == {}
    assert store.release_of_each() == [0, 0, 1, 2]
    assert store.urls() == [indexed.release.url for indexed in RELEASES]
    assert store.languages() == dict.fromkeys(Language, 1)
    assert store.newest() == PUBLISHED


def test_a_hit_quotes_its_passage_word_for_word() -> None:
    hit = Hit(PASSAGES[1], RELEASES[0], 1.0, 0.9, 0.4)
    assert (hit.text, hit.language) == ("'quoted'", Language.EN)


def test_times_are_kept_in_utc(tmp_path: Path) -> None:
    later = PUBLISHED.replace(hour=23, tzinfo=timezone(timedelta(hours=-5)))
    indexed = IndexedRelease(0, 0, make_release(published=later), frozenset())
    write_passages([indexed], [], tmp_path / "passages")
    assert PassageStore(tmp_path / "passages").newest() == datetime(2025, 6, 4, 4, tzinfo=UTC)


def test_an_empty_store(tmp_path: Path) -> None:
    write_passages([], [], tmp_path / "passages")
    store = PassageStore(tmp_path / "passages")
    assert (store.newest(), store.languages(), store.release_of_each()) == (None, {}, [])


def test_any_thread_may_read(store: PassageStore) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: store.releases([1]), range(40)))
    assert found == [{1: RELEASES[1]}] * 40


@pytest.mark.parametrize("content", [b"", b"not a database" * 100])
def test_a_damaged_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "passages").write_bytes(content)
    with pytest.raises(IndexDamagedError, match="elshi index rebuild"):
        PassageStore(tmp_path / "passages").urls()
