"""Vectors and terms of passages by their text, so that none is ever computed twice.

One SQLite file for each pair of model and analysis. Rows are committed in batches, so that a
rebuild that is killed goes on where it was.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.embedding.encoder import Vectors
from index.lexical import Terms

BATCH = 256
VARIABLES = 500  # SQLite's own limit lies at 32,766; shorter statements are as fast


@dataclass(frozen=True, slots=True)
class PassageText:
    """What is embedded and analysed: the passage with its title before it, and its language."""

    text: str
    language: str

    @property
    def key(self) -> bytes:
        """SHA-256 of text and language."""
        return hashlib.sha256(f"{self.language}\x1f{self.text}".encode()).digest()


Compute = Callable[[Sequence[PassageText]], tuple[Vectors, Sequence[Terms]]]


class PassageCache:
    """The cache in `folder` for the encoder and analysis that `fingerprint` names."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{re.sub(r'[^A-Za-z0-9._-]', '_', fingerprint)}.sqlite"

    def fill(
        self, texts: Sequence[PassageText], compute: Compute, advance: Callable[[int], None]
    ) -> int:
        """Compute what is missing of `texts`; returns how many, and tells `advance` as it goes."""
        with self._connection() as connection:
            known = set(_known(connection, {text.key for text in texts}))
            missing = list({text.key: text for text in texts if text.key not in known}.values())
            advance(len(texts) - len(missing))
            for start in range(0, len(missing), BATCH):
                batch = missing[start : start + BATCH]
                vectors, terms = compute(batch)
                with connection:
                    connection.executemany(
                        "INSERT OR REPLACE INTO passages VALUES (?, ?, ?)",
                        (
                            (text.key, vector.astype("<f2").tobytes(), row.astype("<u8").tobytes())
                            for text, vector, row in zip(batch, vectors, terms, strict=True)
                        ),
                    )
                advance(len(batch))
        return len(missing)

    def rows(self, texts: Sequence[PassageText], dimension: int) -> tuple[Vectors, list[Terms]]:
        """Vectors, float32 of shape (len(texts), dimension), and terms of `texts`, in order.

        All of them must have been filled in before.
        """
        places: dict[bytes, list[int]] = {}
        for place, text in enumerate(texts):
            places.setdefault(text.key, []).append(place)
        vectors = np.empty((len(texts), dimension), np.float32)
        terms: list[Terms] = [np.empty(0, np.uint64)] * len(texts)
        with self._connection() as connection:
            for key, vector, row in _select(connection, "key, vector, terms", places):
                for place in places[key]:
                    vectors[place] = np.frombuffer(vector, "<f2")
                    terms[place] = np.frombuffer(row, "<u8").astype(np.uint64)
        return vectors, terms

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=30)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS passages "
                "(key BLOB PRIMARY KEY, vector BLOB NOT NULL, terms BLOB NOT NULL) WITHOUT ROWID"
            )
            yield connection


def _known(connection: sqlite3.Connection, keys: Iterable[bytes]) -> Iterator[bytes]:
    return (row[0] for row in _select(connection, "key", keys))


def _select(
    connection: sqlite3.Connection, columns: str, keys: Iterable[bytes]
) -> Iterator[tuple[bytes, bytes, bytes]]:
    wanted = list(keys)
    for start in range(0, len(wanted), VARIABLES):
        part = wanted[start : start + VARIABLES]
        marks = ",".join("?" * len(part))
        # Only column names and question marks are put together here, no value.
        statement = f"SELECT {columns} FROM passages WHERE key IN ({marks})"  # noqa: S608
        yield from connection.execute(statement, part)
