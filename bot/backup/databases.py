"""SQLite files copied while they are written to, checked, and laid to rest.

With the standard library's module, as SQLAlchemy does not know SQLite's online backup.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.backup.archive import PRIVATE
from bot.errors import BackupError

_PATIENCE = 30.0  # seconds to wait for whoever writes


def copy_database(source: Path, target: Path) -> None:
    """Copy a database as it is at one moment, however much is written to it meanwhile.

    Raises BackupError.
    """
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE))
    address = f"{source.absolute().as_uri()}?mode=ro"
    try:
        with (
            closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as opened,
            closing(sqlite3.connect(target)) as copy,
        ):
            opened.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without companions
    except sqlite3.Error as error:
        raise BackupError(source, f"cannot be copied: {error}") from error


def check_database(path: Path, table: str) -> None:
    """See that a database is whole and has `table`. Raises BackupError."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            (found,) = opened.execute("PRAGMA integrity_check(1)").fetchone()
            named = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
            there = opened.execute(named, (table,)).fetchone()
    except sqlite3.Error as error:
        raise BackupError(path, f"is no whole database: {error}") from error
    if found != "ok" or there is None:
        raise BackupError(path, "is no whole database of Elshi's")


def settle(path: Path) -> None:
    """Put what stands in a database's companions into it, where it can still be read."""
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE)) as opened:
            opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            opened.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError:
        return  # damaged, which may be why it is to be replaced; it is kept as it is
