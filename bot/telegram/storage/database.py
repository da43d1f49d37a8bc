"""The bot's own SQLite file: opened, locked and written durably.

One process uses it at a time, with several threads in it, which take turns; so no write ever
waits in vain for another. Everything here blocks: call it off the event loop.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import URL, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import NullPool

import bot.telegram.feedback.models
import bot.telegram.owner.models
import bot.telegram.watches.models  # noqa: F401 - so that its tables are made
from bot.errors import AlreadyRunningError, StateError
from bot.telegram.storage.migration import FORMAT, migrate
from bot.telegram.storage.models import Base


class Sessions(Protocol):
    """What gives sessions on the bot's database, to write or only to read."""

    def session(self) -> AbstractContextManager[Session]:
        """Yield a session. Raises StateError."""
        ...


class Database:
    """The file `bot.sqlite` in `home`, held for this process until `close`."""

    def __init__(self, home: Path) -> None:
        """Open the file, or make it. Raises StateError and AlreadyRunningError."""
        self.path = home / "bot.sqlite"
        self._turn = threading.Lock()
        self._hold = hold(home / "bot.lock")
        self._engine = create_engine(
            URL.create("sqlite", database=str(self.path)), hide_parameters=True
        )
        event.listen(self._engine, "connect", _make_durable)
        self._sessions = sessionmaker(self._engine)
        try:
            self.path.touch(mode=0o600)  # it holds what people ask
            self._prepare()
        except OSError as error:
            self.close()
            raise StateError(self.path, error.strerror or str(error)) from error
        except StateError:
            self.close()
            raise

    def close(self) -> None:
        """Close the file and let another process have it."""
        self._engine.dispose()
        self._hold.close()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Yield a session that is committed at the end. Raises StateError."""
        with _translated(self.path), self._turn, self._sessions.begin() as session:
            yield session

    def _prepare(self) -> None:
        with self.session() as session:
            found = session.execute(text("PRAGMA user_version")).scalar_one()
            if found > FORMAT:
                raise StateError(self.path, f"was written by a newer version (format {found})")
            migrate(session.connection())
            Base.metadata.create_all(session.connection())
            session.execute(text(f"PRAGMA user_version = {FORMAT}"))


class ReadOnlyDatabase:
    """The file `bot.sqlite` in `home` to read from, also beside a running bot.

    It takes no lock that would keep the bot waiting, and can write nothing.
    """

    def __init__(self, home: Path) -> None:
        """Open the file. Raises StateError where there is none."""
        self.path = home / "bot.sqlite"
        if not self.path.is_file():
            raise StateError(self.path, "is not there: has the bot run on this data folder yet?")
        address = f"{self.path.absolute().as_uri()}?mode=ro"
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(address, uri=True),
            poolclass=NullPool,
            hide_parameters=True,
        )
        self._sessions = sessionmaker(self._engine)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Yield a session that can only read. Raises StateError."""
        with _translated(self.path), self._sessions() as session:
            yield session


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        problem = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise StateError(path, problem) from error


def hold(path: Path) -> sqlite3.Connection:
    """Return an open connection that keeps other processes out until it is closed.

    SQLite's lock on a file of its own works on every system and ends with the process, however
    that ends.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=0, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise StateError(path, str(error)) from error
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        connection.close()
        if error.sqlite_errorname == "SQLITE_BUSY":
            raise AlreadyRunningError(path) from error
        raise StateError(path, str(error)) from error
    return connection


def _make_durable(connection: Any, _record: object) -> None:  # noqa: ANN401 - the DBAPI has no type
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
