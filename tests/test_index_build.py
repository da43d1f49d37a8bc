"""Builds: the same index from the same releases, whatever was built before."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from fakes import PUBLISHED, FakeEncoder, make_release
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.progress import Meter
from corpus.release import Language, Release
from index.analysis import terms
from index.build import DENSE, EVENTS, LEXICAL, build, is_current
from index.dense import DenseIndex
from index.errors import IndexingError
from index.events.filter import EventFilter
from index.events.store import EventStore
from index.lexical import LexicalIndex
from index.snapshot import CURRENT, SNAPSHOTS, open_snapshot

VISIT = (
    "On 2 June 2025 the Minister of Foreign Affairs of Kenya, Amina Mwangi, arrived in Astana "
    "on an official visit."
)
BODIES = [
    *("The ministers met in Astana.", "Виза отменена.", "Елші келді.\n\n" + "Сөз. " * 300, ""),
    *(VISIT, f"{VISIT} She was received by the President."),
]
RELEASES = st.lists(
    st.builds(
        make_release,
        st.sampled_from("123456"),
        st.sampled_from(BODIES),
        st.sampled_from(Language),
        st.sampled_from(["Talks", "Visas of Kenya"]),
    ),
    max_size=6,
    unique_by=lambda release: release.key,
).map(lambda releases: sorted(releases, key=lambda release: release.key))


def three() -> list[Release]:
    return [make_release(str(n), BODIES[n], lang) for n, lang in enumerate(Language)]


@settings(deadline=None, max_examples=12)
@given(RELEASES, RELEASES)
def test_an_update_equals_a_rebuild_file_by_file(first: list[Release], then: list[Release]) -> None:
    with tempfile.TemporaryDirectory() as name:
        updated, rebuilt = Path(name, "updated"), Path(name, "rebuilt")
        build(first, "first", FakeEncoder(), updated)
        build(then, "then", FakeEncoder(), updated)
        build(then, "then", FakeEncoder(), rebuilt)
        assert open_snapshot(updated)[1].files == open_snapshot(rebuilt)[1].files


@settings(deadline=None, max_examples=15)
@given(RELEASES)
def test_the_index_holds_vectors_and_terms_of_all_passages(releases: list[Release]) -> None:
    encoder = FakeEncoder()
    with tempfile.TemporaryDirectory() as folder:
        built = build(releases, "corpus", encoder, Path(folder))
        snapshot, manifest = open_snapshot(Path(folder))
        dense = DenseIndex(snapshot / DENSE)
        lexical = LexicalIndex(snapshot / LEXICAL, built.passages)
        assert (manifest.passages, manifest.releases) == (built.passages, len(releases))
        assert dense.size == built.passages
        texts = [(f"{r.title}\n{r.body}", r.language) for r in releases if 0 < len(r.body) < 100]
        vectors = dense.vectors(0, dense.size) if dense.size else np.empty((0, 32))
        for text, language in texts:
            expected = encoder.encode_query(text).astype(np.float16)
            assert (vectors == expected).all(1).any()
            assert all(lexical.passages(term).size for term in terms(text, language))


def test_the_index_holds_the_events_of_all_releases(tmp_path: Path) -> None:
    releases = [make_release(str(number), VISIT, published=PUBLISHED) for number in (1, 2)]
    built = build([*releases, *three()], "corpus", FakeEncoder(), tmp_path)
    store = EventStore(open_snapshot(tmp_path)[0] / EVENTS)
    kenya = EventFilter(countries=frozenset({"KE"}), to_countries=frozenset({"KZ"}))
    (visit,) = store.events(store.select(kenya))
    assert built.events == len(store)
    assert visit.best.when == "2025-06-02"
    assert [VISIT[told.account.start : told.account.end] for told in visit.tellings] == [VISIT] * 2


def test_a_second_build_encodes_nothing(tmp_path: Path) -> None:
    encoder = FakeEncoder()
    first = build(three(), "corpus", encoder, tmp_path)
    second = build(three()[::-1], "corpus", encoder, tmp_path)
    assert first.encoded == first.passages == encoder.encoded
    assert (second.passages, second.encoded) == (first.passages, 0)


def test_only_what_changed_is_encoded(tmp_path: Path) -> None:
    build(three(), "one", FakeEncoder(), tmp_path)
    changed = [*three()[1:], make_release("9", "A new one.")]
    encoder = FakeEncoder()
    assert build(changed, "two", encoder, tmp_path).encoded == encoder.encoded == 1


def test_another_model_encodes_anew(tmp_path: Path) -> None:
    build(three(), "corpus", FakeEncoder(), tmp_path)
    other = FakeEncoder("fake-2", 8)
    built = build(three(), "corpus", other, tmp_path)
    assert built.encoded == built.passages
    assert open_snapshot(tmp_path)[1].dimension == 8


def test_progress_reaches_the_end(tmp_path: Path) -> None:
    said: dict[str, list[tuple[int, int | None]]] = {}

    @contextmanager
    def meters(label: str) -> Iterator[Meter]:
        heard = said.setdefault(label, [])
        yield Meter(lambda *both: heard.append(both), lambda _line: None)

    built = build(three(), "corpus", FakeEncoder(), tmp_path, meters)
    ends = {label: heard[-1] for label, heard in said.items()}
    assert ends == {
        "Encoding passages": (built.passages, built.passages),
        "Reading events": (built.releases, built.releases),
    }
    assert all(heard == sorted(heard) for heard in said.values())


def test_when_an_index_is_current(tmp_path: Path) -> None:
    assert not is_current(tmp_path, "fake-1", "corpus")
    build(three(), "corpus", FakeEncoder(), tmp_path)
    assert is_current(tmp_path, "fake-1", "corpus")
    assert not is_current(tmp_path, "fake-2", "corpus")
    assert not is_current(tmp_path, "fake-1", "other")
    (open_snapshot(tmp_path)[0] / DENSE).write_bytes(b"")
    assert not is_current(tmp_path, "fake-1", "corpus")


@pytest.mark.parametrize("content", [b"", b"..", b"\xff"])
def test_a_rebuild_mends_a_damaged_index(tmp_path: Path, content: bytes) -> None:
    build(three(), "corpus", FakeEncoder(), tmp_path)
    files = open_snapshot(tmp_path)[1].files
    shutil.rmtree(tmp_path / SNAPSHOTS)
    (tmp_path / CURRENT).write_bytes(content)
    build(three(), "corpus", FakeEncoder(), tmp_path)
    assert open_snapshot(tmp_path)[1].files == files


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(IndexingError, match="cannot be written"):
        build(three(), "corpus", FakeEncoder(), tmp_path / "file" / "index")
