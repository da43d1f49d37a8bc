"""Keeps the page's answers as they were given, under keys that nobody can guess.

What is kept is bounded: where it grows too large, the answers longest unread go first and leave
their questions, then those go too. Methods block and raise StateError.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.answer import Answer
from bot.errors import StateError
from bot.page.stored import answer_from_stored, answer_to_stored
from corpus.release import Language

FILE = "page.sqlite"
MOST_BYTES = 200_000_000
MOST_QUESTIONS = 200_000
_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, digest TEXT UNIQUE NOT NULL, question TEXT NOT NULL,
    language TEXT NOT NULL, asked REAL NOT NULL, read REAL NOT NULL,
    size INTEGER NOT NULL, answer BLOB
);
CREATE INDEX IF NOT EXISTS answers_by_read ON answers (read);
"""
_READ_NOTED = 3600.0


@dataclass(frozen=True, slots=True)
class Kept:
    """A question that was asked; its answer is None where it is kept no longer."""

    question: str
    language: Language
    asked: datetime
    answer: Answer | None


class KeptAnswers:
    """The answers in a file in `home`; `now` gives seconds since 1970. Any thread may use it."""

    def __init__(
        self,
        home: Path,
        now: Callable[[], float] = time.time,
        *,
        most_bytes: int = MOST_BYTES,
        most_questions: int = MOST_QUESTIONS,
    ) -> None:
        self._path = home / FILE
        self._now = now
        self._most_bytes, self._most_questions = most_bytes, most_questions
        self._turn = threading.Lock()
        try:
            home.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)  # it holds what people ask
            self._connection = sqlite3.connect(self._path, timeout=10, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise StateError(self._path, str(error)) from error
        with self._session() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(_SCHEMA)

    def put(self, answer: Answer) -> str:
        """Keep `answer` and return its key; the same answer has the same key however often."""
        stored = answer_to_stored(replace(answer, took_ms=0.0))
        digest = hashlib.blake2b(stored.encode("utf-8", "replace"), digest_size=16).hexdigest()
        body = zlib.compress(stored.encode("utf-8", "replace"))
        now = self._now()
        row = (secrets.token_urlsafe(9), digest, answer.question, answer.language, now, now)
        with self._session() as connection:
            connection.execute(
                "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) "
                "DO UPDATE SET read = excluded.read, size = excluded.size, "
                "answer = excluded.answer",
                (*row, len(body), body),
            )
            (key,) = connection.execute(
                "SELECT key FROM answers WHERE digest = ?", (digest,)
            ).fetchone()
            self._prune(connection)
        return str(key)

    def get(self, key: str) -> Kept | None:
        """What is kept under `key`; None where nothing is or was."""
        with self._session() as connection:
            row = connection.execute(
                "SELECT question, language, asked, read, answer FROM answers WHERE key = ?", (key,)
            ).fetchone()
            if row is None:
                return None
            if row[3] < self._now() - _READ_NOTED:
                connection.execute("UPDATE answers SET read = ? WHERE key = ?", (self._now(), key))
        question, language, asked, _, body = row
        moment = datetime.fromtimestamp(asked, UTC)
        return Kept(question, Language(language), moment, _answer(body))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _prune(self, connection: sqlite3.Connection) -> None:
        count, size = connection.execute("SELECT count(*), sum(size) FROM answers").fetchone()
        if size > self._most_bytes:
            connection.execute(
                "UPDATE answers SET answer = NULL, size = 0 WHERE key IN (SELECT key FROM ("
                "SELECT key, sum(size) OVER (ORDER BY read DESC, rowid DESC) AS upto FROM answers"
                ") WHERE upto > ?)",
                (self._most_bytes * 9 // 10,),
            )
        if count > self._most_questions:
            connection.execute(
                "DELETE FROM answers WHERE key IN (SELECT key FROM answers ORDER BY read LIMIT ?)",
                (count - self._most_questions * 9 // 10,),
            )

    @contextmanager
    def _session(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._turn, self._connection:
                yield self._connection
        except sqlite3.Error as error:
            raise StateError(self._path, str(error)) from error


def _answer(body: bytes | None) -> Answer | None:
    try:
        return answer_from_stored(zlib.decompress(body).decode()) if body else None
    except (ValueError, zlib.error):
        return None  # written by a version that told answers otherwise
