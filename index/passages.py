"""The passages of a snapshot and the releases they stand in, in a SQLite file of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from threading import local
from typing import Any

from corpus.release import Language, Release, ReleaseKey
from index.errors import IndexDamagedError
from index.passage import IndexedRelease, Passage

SCHEMA = """
CREATE TABLE releases (
    number INTEGER PRIMARY KEY, event INTEGER NOT NULL,
    entity TEXT NOT NULL, section TEXT NOT NULL, id TEXT NOT NULL, language TEXT NOT NULL,
    alias TEXT, url TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,
    published TEXT NOT NULL, edited TEXT, names TEXT NOT NULL
);
CREATE INDEX releases_by_published ON releases (published);
CREATE INDEX releases_by_id ON releases (id);
CREATE INDEX releases_by_title ON releases (title);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, release INTEGER NOT NULL REFERENCES releases,
    first INTEGER NOT NULL, last INTEGER NOT NULL
);
"""
COLUMNS = (
    "number, event, entity, section, id, language, alias, url, title, body, published, edited,"
    " names"
)


def write_passages(
    releases: Iterable[IndexedRelease], passages: Iterable[Passage], path: Path
) -> None:
    """Write both to a new file `path`."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(SCHEMA)
        connection.executemany(
            "INSERT INTO releases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            map(_row, releases),
        )
        connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?)",
            ((p.number, p.release, p.start, p.end) for p in passages),
        )


def _row(indexed: IndexedRelease) -> tuple[object, ...]:
    release = indexed.release
    key = release.key
    published = release.published.astimezone(UTC).isoformat()
    place = (indexed.number, indexed.event, key.entity, key.section, key.id, key.language.value)
    return (
        *place,
        release.alias,
        release.url,
        release.title,
        release.body,
        published,
        release.edited.astimezone(UTC).isoformat() if release.edited else None,
        "\n".join(sorted(indexed.names)),
    )


class PassageStore:
    """Reads the file `path`; any thread may use it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = local()

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Passages by number, of those `numbers` that there are."""
        rows = self._in("SELECT number, release, first, last FROM passages WHERE number", numbers)
        return {row[0]: Passage(*row) for row in rows}

    def release_of_each(self) -> list[int]:
        """The number of the release that each passage stands in, by the passage's number."""
        return [row[0] for row in self._execute("SELECT release FROM passages ORDER BY number", ())]

    def releases(self, numbers: Sequence[int]) -> dict[int, IndexedRelease]:
        """Releases by number, of those `numbers` that there are."""
        rows = self._in(f"SELECT {COLUMNS} FROM releases WHERE number", numbers)  # noqa: S608
        return {row[0]: _release(row) for row in rows}

    def accounts(self, events: Sequence[int]) -> list[IndexedRelease]:
        """All releases that tell one of `events`, by number."""
        rows = self._in(f"SELECT {COLUMNS} FROM releases WHERE event", events)  # noqa: S608
        return sorted(map(_release, rows), key=lambda source: source.number)

    def with_id(self, name: str) -> list[IndexedRelease]:
        """The releases that have this id in some entity and language, by number."""
        rows = self._execute(f"SELECT {COLUMNS} FROM releases WHERE id = ?", (name,))  # noqa: S608
        return sorted(map(_release, rows), key=lambda source: source.number)

    def titled(self, title: str) -> list[IndexedRelease]:
        """The releases that have this title, the newest first."""
        statement = f"SELECT {COLUMNS} FROM releases WHERE title = ?"  # noqa: S608
        found = map(_release, self._execute(statement, (title,)))
        return sorted(found, key=lambda source: source.release.published, reverse=True)

    def latest(self, language: Language, count: int, start: int = 0) -> list[IndexedRelease]:
        """The newest `count` releases in a language after the first `start`, the newest first."""
        rows = self._execute(
            f"SELECT {COLUMNS} FROM releases WHERE language = ? "  # noqa: S608
            "ORDER BY published DESC, number LIMIT ? OFFSET ?",
            (language.value, count, start),
        )
        return list(map(_release, rows))

    def languages(self) -> dict[Language, int]:
        """How many releases there are in each language."""
        rows = self._execute("SELECT language, count(*) FROM releases GROUP BY language", ())
        return {Language(row[0]): row[1] for row in rows}

    def newest(self) -> datetime | None:
        """When the newest release was published, in UTC."""
        (row,) = self._execute("SELECT max(published) FROM releases", ())
        return datetime.fromisoformat(row[0]) if row[0] else None

    def oldest(self) -> datetime | None:
        """When the oldest release was published, in UTC."""
        (row,) = self._execute("SELECT min(published) FROM releases", ())
        return datetime.fromisoformat(row[0]) if row[0] else None

    def published(self, first: date, last: date) -> list[int]:
        """Numbers of the releases published on these days in UTC, both inclusive."""
        rows = self._execute(
            "SELECT number FROM releases WHERE date(published) BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        )
        return [row[0] for row in rows]

    def told_in_languages(self) -> list[list[int]]:
        """Numbers of the releases of each event that is told in several languages."""
        rows = self._execute(
            "SELECT event, group_concat(number) FROM releases GROUP BY event "
            "HAVING count(DISTINCT language) > 1 ORDER BY min(number)",
            (),
        )
        return [sorted(map(int, row[1].split(","))) for row in rows]

    def urls(self) -> list[str]:
        """Addresses of all releases."""
        return [row[0] for row in self._execute("SELECT url FROM releases", ())]

    def _in(self, statement: str, numbers: Sequence[int]) -> list[Any]:
        marks = ",".join("?" * len(numbers))
        return self._execute(f"{statement} IN ({marks})", [int(number) for number in numbers])

    def _execute(self, statement: str, values: Sequence[object]) -> list[Any]:
        try:
            return self._connection().execute(statement, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise IndexDamagedError(
                f"{self._path.name}: {error}; run: elshi index rebuild"
            ) from error

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(f"file:{self._path}?mode=ro&immutable=1", uri=True)
            self._local.connection = connection
        return connection


_LANGUAGES = {language.value: language for language in Language}


def _release(row: tuple[Any, ...]) -> IndexedRelease:
    # Lists read thousands of them, so nothing is checked: the file's hash was.
    number, event, entity, section, id_, language, alias, url, title, body, *rest = row
    published, edited, names = rest
    key = ReleaseKey(entity, section, id_, _LANGUAGES[language])
    release = Release(
        key,
        url,
        title,
        body,
        datetime.fromisoformat(published),
        alias=alias,
        edited=datetime.fromisoformat(edited) if edited else None,
    )
    return IndexedRelease(number, event, release, frozenset(names.split("\n") if names else ()))
