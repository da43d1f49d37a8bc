"""Vectors, words and terms of passages by their text, so that none is ever computed twice.

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
from index.words import Codes, packed_width

BATCH = 256
LAYOUT = 2
"""Raised with every change of what a row holds: a cache of another layout is not looked at."""
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


@dataclass(frozen=True, slots=True)
class Computed:
    """Vectors of some texts, float32 of shape (texts, dimension), their words packed, and terms."""

    vectors: Vectors
    words: Sequence[Codes]
    terms: Sequence[Terms]


Compute = Callable[[Sequence[PassageText]], Computed]


class PassageCache:
    """The cache in `folder` for the encoder and analysis that `fingerprint` names."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"[^A-Za-z0-9._-]", "_", fingerprint)
        self._path = folder / f"{name}-{LAYOUT}.sqlite"

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
                computed = compute(batch)
                with connection:
                    connection.executemany(
                        "INSERT OR REPLACE INTO passages VALUES (?, ?, ?, ?)",
                        _stored(batch, computed),
                    )
                advance(len(batch))
        return len(missing)

    def rows(self, texts: Sequence[PassageText], dimension: int) -> Computed:
        """What was computed of `texts`, in order.

        All of them must have been filled in before.
        """
        places: dict[bytes, list[int]] = {}
        for place, text in enumerate(texts):
            places.setdefault(text.key, []).append(place)
        vectors = np.empty((len(texts), dimension), np.float32)
        words: list[Codes] = [np.empty((0, 0), np.uint8)] * len(texts)
        terms: list[Terms] = [np.empty(0, np.uint64)] * len(texts)
        width = packed_width(dimension)
        with self._connection() as connection:
            for key, vector, packed, row in _select(
                connection, "key, vector, words, terms", places
            ):
                for place in places[key]:
                    vectors[place] = np.frombuffer(vector, "<f2")
                    words[place] = np.frombuffer(packed, np.uint8).reshape(-1, width)
                    terms[place] = np.frombuffer(row, "<u8").astype(np.uint64)
        return Computed(vectors, words, terms)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=30)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS passages "
                "(key BLOB PRIMARY KEY, vector BLOB NOT NULL, words BLOB NOT NULL, "
                "terms BLOB NOT NULL) WITHOUT ROWID"
            )
            yield connection


def _known(connection: sqlite3.Connection, keys: Iterable[bytes]) -> Iterator[bytes]:
    return (row[0] for row in _select(connection, "key", keys))


def _stored(
    texts: Sequence[PassageText], computed: Computed
) -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    columns = computed.vectors, computed.words, computed.terms
    for text, vector, words, row in zip(texts, *columns, strict=True):
        stored = vector.astype("<f2").tobytes(), row.astype("<u8").tobytes()
        yield text.key, stored[0], words.tobytes(), stored[1]


def _select(
    connection: sqlite3.Connection, columns: str, keys: Iterable[bytes]
) -> Iterator[tuple[bytes, ...]]:
    wanted = list(keys)
    for start in range(0, len(wanted), VARIABLES):
        part = wanted[start : start + VARIABLES]
        marks = ",".join("?" * len(part))
        # Only column names and question marks are put together here, no value.
        statement = f"SELECT {columns} FROM passages WHERE key IN ({marks})"  # noqa: S608
        yield from connection.execute(statement, part)
