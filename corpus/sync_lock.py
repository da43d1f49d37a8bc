"""One sync at a time over one corpus, also from several machines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Engine, text

from corpus.errors import StoreError

_BUSY = "another sync is running over this corpus; wait for it, or stop it"
_LOCK = 5_119_172  # an arbitrary number that names the lock of syncs in PostgreSQL


@contextmanager
def sync_lock(engine: Engine, home: Path) -> Iterator[None]:
    """Hold the corpus for one sync; raises StoreError where another one has it.

    A process that dies lets go of it. SQLite is locked by a file in `home`, PostgreSQL by a
    lock of its own, which holds for other machines too.
    """
    if engine.dialect.name != "sqlite":
        with _server_lock(engine):
            yield
        return
    home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(home / "sync.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreError(_BUSY) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _server_lock(engine: Engine) -> Iterator[None]:
    with engine.connect() as connection:
        held = connection.scalar(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": _LOCK})
        connection.commit()
        if not held:
            raise StoreError(_BUSY)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LOCK})
            connection.commit()
