"""Accounts of releases by their content, so that no release is ever read twice.

One SQLite file for each version of the reading. Rows are committed in batches, so that a
rebuild that is killed goes on where it was.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from corpus.progress import Advance
from corpus.release import Release
from index.events.codec import accounts_from_json, accounts_to_json
from index.extraction.event import Account

BATCH = 256
FORMAT = 2  # raised with every change of how accounts are written
TABLE = "CREATE TABLE IF NOT EXISTS accounts (key BLOB PRIMARY KEY, accounts TEXT) WITHOUT ROWID"

Read = Callable[[Release], Sequence[Account]]


def _unheard(_done: int, _total: int | None) -> None:
    """Where nobody watches."""


class AccountCache:
    """The cache in `folder` for one `version` of reading accounts; those of others are deleted."""

    def __init__(self, folder: Path, version: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"accounts-{FORMAT}-{version}.sqlite"
        for old in folder.glob("accounts-*.sqlite*"):
            if not old.name.startswith(self._path.name):
                old.unlink(missing_ok=True)

    def read(
        self, releases: Sequence[Release], read: Read, advance: Advance = _unheard
    ) -> list[Sequence[Account]]:
        """The accounts of each of `releases`, read by `read` where they are not known yet.

        `advance` hears of how many releases are done.
        """
        found: list[Sequence[Account]] = []
        with closing(sqlite3.connect(self._path, timeout=30)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(TABLE)
            for start in range(0, len(releases), BATCH):
                with connection:
                    batch = releases[start : start + BATCH]
                    found += [_accounts(connection, release, read) for release in batch]
                advance(len(found), len(releases))
        return found


def _accounts(connection: sqlite3.Connection, release: Release, read: Read) -> Sequence[Account]:
    key = _key(release)
    known = connection.execute("SELECT accounts FROM accounts WHERE key = ?", (key,)).fetchone()
    if known:
        return accounts_from_json(known[0])
    accounts = read(release)
    row = (key, accounts_to_json(accounts))
    connection.execute("INSERT OR REPLACE INTO accounts VALUES (?, ?)", row)
    return accounts


def _key(release: Release) -> bytes:
    return hashlib.sha256(f"{release.language}\x1f{release.content_hash}".encode()).digest()
