"""Brings a backup back: all of it is checked first, then put in place, the old kept aside."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.backup.archive import unpack
from bot.backup.databases import check_database, settle
from bot.backup.manifest import BOT, CORPUS, PAGE, Manifest
from bot.backup.places import Places
from bot.errors import BackupError
from index.errors import IndexingError
from index.snapshot import CURRENT, SNAPSHOTS, open_snapshot

_TABLES = {CORPUS: "releases", BOT: "incoming", PAGE: "answers"}
_COMPANIONS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back, and where that lies which was there before, if anything was."""

    manifest: Manifest
    names: tuple[str, ...]
    aside: Path | None


def restore(
    archive: Path, where: Places, now: datetime, prepare: Callable[[Path], None]
) -> Restored:
    """Put what `archive` holds in place; the caller sees to it that nobody writes meanwhile.

    `prepare` is given the folder with the databases, to bring them to this program's form; what
    it raises leaves everything as it was. Raises BackupError.
    """
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=where.home) as name:
        folder = Path(name)
        manifest = unpack(archive, folder)
        _check(archive, folder, where)
        prepare(folder)
        aside = where.home / f"before-restore-{now:%Y%m%dT%H%M%SZ}"
        try:
            names = tuple(_put_in_place(folder, where, aside))
        except OSError as error:
            raise BackupError(where.home, f"cannot be written: {error.strerror}") from error
    return Restored(manifest, names, aside if aside.exists() else None)


def _check(archive: Path, folder: Path, where: Places) -> None:
    if (folder / CORPUS).exists() and where.corpus is None:
        raise BackupError(
            archive, "holds a corpus in SQLite, and DATABASE_URL names PostgreSQL: unset it first"
        )
    for name, table in _TABLES.items():
        if (folder / name).exists():
            check_database(folder / name, table)
    if (folder / "index").exists():
        try:
            open_snapshot(folder / "index")
        except IndexingError as error:
            raise BackupError(archive, f"holds an index that is of no use: {error}") from error


def _put_in_place(folder: Path, where: Places, aside: Path) -> list[str]:
    names = []
    for name, target in ((CORPUS, where.corpus), (BOT, where.bot), (PAGE, where.page)):
        if target is not None and (folder / name).exists():
            _replace(folder / name, target, aside)
            names.append(name)
    if (folder / "index").exists():
        _replace_index(folder / "index", where.index, aside)
        names.append("index")
    return names


def _replace(new: Path, target: Path, aside: Path) -> None:
    """Put `new` in the place of a database in one step; the old one stays in `aside`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.restoring")
    shutil.move(new, beside)  # a corpus may lie on another disk
    if target.exists():
        settle(target)
        aside.mkdir(mode=0o700, exist_ok=True)
        shutil.copy2(target, aside / target.name)
        for companion in (target.with_name(target.name + end) for end in _COMPANIONS):
            if companion.exists():
                shutil.move(companion, aside / companion.name)
    beside.replace(target)
    _sync(target.parent)


def _replace_index(new: Path, target: Path, aside: Path) -> None:
    snapshots = target / SNAPSHOTS
    snapshots.mkdir(parents=True, exist_ok=True)
    (snapshot,) = (new / SNAPSHOTS).iterdir()
    if not (snapshots / snapshot.name).exists():
        shutil.move(snapshot, snapshots / snapshot.name)
    if (target / CURRENT).exists():
        aside.mkdir(mode=0o700, exist_ok=True)
        shutil.copy2(target / CURRENT, aside / f"index-{CURRENT}")
    beside = target / f".{CURRENT}.restoring"
    shutil.move(new / CURRENT, beside)
    beside.replace(target / CURRENT)
    _sync(target)


def _sync(folder: Path) -> None:
    with suppress(OSError):  # not every system lets a folder be opened
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
