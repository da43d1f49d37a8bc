"""Makes a backup of corpus, bot, web page and, if wished, index, safe while all of them run."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bot.backup.archive import write_archive
from bot.backup.databases import copy_database
from bot.backup.manifest import BOT, CORPUS, PAGE
from bot.backup.places import Places
from bot.errors import BackupError
from index.errors import IndexingError
from index.snapshot import CURRENT, SNAPSHOTS, open_snapshot


def back_up(archive: Path, where: Places, program: str, now: datetime) -> list[str]:
    """Write the databases into `archive`; return the names of what it holds.

    Raises BackupError, also where there is nothing to back up.
    """
    return _back_up(archive, where, program, now, {})


def back_up_with_index(archive: Path, where: Places, program: str, now: datetime) -> list[str]:
    """Write the databases and the index, checked, into `archive`; return their names."""
    try:
        return _back_up(archive, where, program, now, dict(_index(where.index)))
    except FileNotFoundError as error:
        raise BackupError(where.index, "was replaced meanwhile: try again") from error
    except IndexingError as error:
        raise BackupError(where.index, str(error)) from error


def _back_up(
    archive: Path, where: Places, program: str, now: datetime, index: dict[str, Path]
) -> list[str]:
    databases = ((CORPUS, where.corpus), (BOT, where.bot), (PAGE, where.page))
    sources = {name: path for name, path in databases if path}
    there = {name: path for name, path in sources.items() if path.is_file()}
    if not there and not index:
        raise BackupError(where.home, "holds nothing to back up yet")
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=where.home) as folder:
        copies = {name: Path(folder) / name for name in there}
        for name, path in there.items():
            copy_database(path, copies[name])
        write_archive(archive, copies | index, program, now)
    return [*copies, *(["index"] if index else [])]


def _index(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of the current snapshot; it never changes, and stays until the next but one."""
    snapshot, _ = open_snapshot(folder)
    yield f"index/{CURRENT}", folder / CURRENT
    for path in sorted(snapshot.rglob("*")):
        if path.is_file():
            name = path.relative_to(snapshot).as_posix()
            yield f"index/{SNAPSHOTS}/{snapshot.name}/{name}", path
