"""A snapshot of the index on disk: whole, self-describing, and swapped in at once.

The index folder holds `snapshots/<name>/` and a file `CURRENT` with the name of the one to
read. A new snapshot is written beside the old one and then named in `CURRENT` by a rename;
the one before stays until the next swap, for readers that have it open.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import IndexDamagedError, IndexMissingError, IndexOutdatedError

FORMAT = 7
"""Raised with every change of the files of a snapshot."""

CURRENT, SNAPSHOTS, MANIFEST = "CURRENT", "snapshots", "manifest.json"
REBUILD = "run: elshi index rebuild"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot says of itself; `built` is ISO 8601 in UTC, `files` are SHA-256 by name."""

    format: int
    encoder: str
    analysis: int
    extraction: int
    corpus: str
    dimension: int
    releases: int
    passages: int
    events: int
    built: str
    files: dict[str, str]


@contextmanager
def new_snapshot(folder: Path) -> Iterator[Path]:
    """A folder to write a snapshot into; it is gone afterwards unless it was published."""
    snapshots = folder / SNAPSHOTS
    snapshots.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".building-", dir=snapshots))
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def publish(staging: Path, manifest: Manifest, folder: Path) -> Path:
    """Make the snapshot in `staging` the current one; returns where it lies now."""
    manifest_path = staging / MANIFEST
    manifest_path.write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
    for path in staging.rglob("*"):
        if path.is_file():
            _sync(path)
    staging.chmod(0o755)
    digest = hashlib.sha256(manifest_path.read_bytes()).hexdigest()
    target = folder / SNAPSHOTS / f"{manifest.built.translate(_PLAIN)[:20]}-{digest[:8]}"
    staging.rename(target)
    before = None
    with suppress(IndexDamagedError):  # a damaged CURRENT is about to be replaced
        before = current_name(folder)
    pointer = folder / f".{CURRENT}-{digest[:8]}"
    pointer.write_text(target.name, encoding="utf-8")
    _sync(pointer)
    pointer.replace(folder / CURRENT)
    _discard(folder / SNAPSHOTS, {target.name, before})
    return target


_PLAIN = str.maketrans("", "", ":-.+")


def file_hashes(staging: Path) -> dict[str, str]:
    """SHA-256, in hex, of all files under `staging` by their name inside it."""
    paths = sorted(path for path in staging.rglob("*") if path.is_file())
    return {path.relative_to(staging).as_posix(): _hash(path) for path in paths}


def open_snapshot(folder: Path) -> tuple[Path, Manifest]:
    """Folder and manifest of the current snapshot, every file of it checked.

    Raises IndexMissingError, IndexOutdatedError or IndexDamagedError, each with the command
    that mends it.
    """
    name = current_name(folder)
    if name is None:
        raise IndexMissingError(f"there is no index in {folder} yet; {REBUILD}")
    snapshot = folder / SNAPSHOTS / name
    manifest = _read_manifest(snapshot)
    for file, expected in manifest.files.items():
        path = snapshot / file
        if not path.is_file():
            raise IndexDamagedError(f"the index lacks {file}; {REBUILD}")
        if _hash(path) != expected:
            raise IndexDamagedError(f"the index's {file} is damaged; {REBUILD}")
    return snapshot, manifest


def _read_manifest(snapshot: Path) -> Manifest:
    try:
        fields = json.loads((snapshot / MANIFEST).read_text(encoding="utf-8"))
        found = int(fields["format"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexDamagedError(f"the index has no readable manifest; {REBUILD}") from error
    if found != FORMAT:
        age = "an older" if found < FORMAT else "a newer"
        raise IndexOutdatedError(f"the index was built by {age} version of Elshi; {REBUILD}")
    try:
        return Manifest(**fields)
    except TypeError as error:
        raise IndexDamagedError(f"the index's manifest is damaged; {REBUILD}") from error


def current_name(folder: Path) -> str | None:
    """Name of the current snapshot in `folder`, None where there is none."""
    try:
        name = (folder / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise IndexDamagedError(f"{folder / CURRENT} cannot be read; {REBUILD}") from error
    if name in ("", "..") or Path(name).name != name:
        raise IndexDamagedError(f"{folder / CURRENT} names no snapshot; {REBUILD}")
    return name


def _discard(snapshots: Path, keep: set[str | None]) -> None:
    for path in snapshots.iterdir():
        if path.name not in keep and not path.name.startswith(".building-"):
            shutil.rmtree(path, ignore_errors=True)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
