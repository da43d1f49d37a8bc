"""Snapshots swapped in at once, and told apart from damaged ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from index.errors import IndexDamagedError, IndexingError, IndexMissingError, IndexOutdatedError
from index.snapshot import (
    CURRENT,
    FORMAT,
    MANIFEST,
    SNAPSHOTS,
    Manifest,
    current_name,
    file_hashes,
    new_snapshot,
    open_snapshot,
    publish,
)

CONTENT = b"some bytes" * 50


def make(folder: Path, number: int = 1, content: bytes = CONTENT) -> Path:
    with new_snapshot(folder) as staging:
        (staging / "sub").mkdir()
        (staging / "sub" / "data").write_bytes(content)
        built = f"2026-11-24T10:00:{number:02}.000000+00:00"
        manifest = Manifest(FORMAT, "fake", 1, 1, "corpus", 3, 1, 1, 0, built, file_hashes(staging))
        return publish(staging, manifest, folder)


def names(folder: Path) -> set[str]:
    return {path.name for path in (folder / SNAPSHOTS).iterdir()}


def test_what_is_published_is_opened(tmp_path: Path) -> None:
    published = make(tmp_path)
    snapshot, manifest = open_snapshot(tmp_path)
    assert snapshot == published == tmp_path / SNAPSHOTS / str(current_name(tmp_path))
    assert list(manifest.files) == ["sub/data"]
    assert asdict(manifest) == json.loads((snapshot / MANIFEST).read_text("utf-8"))


def test_the_one_before_is_kept_and_older_ones_are_not(tmp_path: Path) -> None:
    first, second, third = (make(tmp_path, number) for number in (1, 2, 3))
    assert open_snapshot(tmp_path)[0] == third
    assert names(tmp_path) == {second.name, third.name}
    assert not first.exists()
    assert {path.name for path in tmp_path.iterdir()} == {CURRENT, SNAPSHOTS}


def test_an_open_reader_reads_on_after_a_swap(tmp_path: Path) -> None:
    make(tmp_path, 1, b"old")
    old, _ = open_snapshot(tmp_path)
    with (old / "sub" / "data").open("rb") as opened:
        make(tmp_path, 2, b"new")
        assert (old / "sub" / "data").read_bytes() == b"old"
        make(tmp_path, 3, b"newer")
        assert opened.read() == b"old"


def test_a_snapshot_that_fails_leaves_nothing(tmp_path: Path) -> None:
    make(tmp_path)
    before = names(tmp_path)
    with suppress(KeyboardInterrupt), new_snapshot(tmp_path) as staging:
        (staging / "half").touch()
        raise KeyboardInterrupt
    assert names(tmp_path) == before
    assert open_snapshot(tmp_path)


def test_no_index_yet(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="elshi index rebuild"):
        open_snapshot(tmp_path / "none")


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize("damage", [flip, cut, Path.unlink])
def test_a_damaged_file(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    damage(make(tmp_path) / "sub" / "data")
    with pytest.raises(IndexDamagedError, match=r"sub/data.*elshi index rebuild"):
        open_snapshot(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{}", b"[]", b"null", b"\xff", b'{"format": "x"}'),
        json.dumps({"format": FORMAT, "files": {}}).encode(),
    ],
)
def test_a_foreign_manifest(tmp_path: Path, content: bytes) -> None:
    (make(tmp_path) / MANIFEST).write_bytes(content)
    with pytest.raises(IndexDamagedError, match="manifest"):
        open_snapshot(tmp_path)


def test_a_manifest_with_a_field_that_is_unknown(tmp_path: Path) -> None:
    edit(make(tmp_path) / MANIFEST, extra=1)
    with pytest.raises(IndexDamagedError, match="manifest"):
        open_snapshot(tmp_path)


@pytest.mark.parametrize(("found", "age"), [(FORMAT - 1, "older"), (FORMAT + 1, "newer")])
def test_another_format(tmp_path: Path, found: int, age: str) -> None:
    edit(make(tmp_path) / MANIFEST, format=found)
    with pytest.raises(IndexOutdatedError, match=age):
        open_snapshot(tmp_path)


def edit(path: Path, **changes: Any) -> None:  # noqa: ANN401 - any JSON
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")


@pytest.mark.parametrize(
    "name", ["", "..", ".", "../../etc", "/etc", "a/b", "gone", "a\0b", "\n", "x" * 5000]
)
def test_current_names_only_a_snapshot_beside_it(tmp_path: Path, name: str) -> None:
    make(tmp_path)
    manifest = (open_snapshot(tmp_path)[0] / MANIFEST).read_bytes()
    (tmp_path / MANIFEST).write_bytes(manifest)  # what a path that leads out would find
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "data").write_bytes(CONTENT)
    (tmp_path / CURRENT).write_text(name, encoding="utf-8")
    with pytest.raises(IndexingError, match="elshi index rebuild"):
        open_snapshot(tmp_path)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\x80"])
def test_current_that_is_no_text(tmp_path: Path, content: bytes) -> None:
    make(tmp_path)
    (tmp_path / CURRENT).write_bytes(content)
    with pytest.raises(IndexDamagedError):
        open_snapshot(tmp_path)


@pytest.mark.parametrize("name", ["gone", "..", ""])
def test_publishing_over_a_lost_snapshot_mends_the_index(tmp_path: Path, name: str) -> None:
    make(tmp_path)
    (tmp_path / CURRENT).write_text(name, encoding="utf-8")
    mended = make(tmp_path, 2)
    assert open_snapshot(tmp_path)[0] == mended
