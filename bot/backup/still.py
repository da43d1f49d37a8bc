"""Keeps bot and sync away while a backup is brought back, and readies what it brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.backup.manifest import BOT, CORPUS
from bot.telegram.storage.database import Database, hold
from corpus.database import make_engine, migrate
from corpus.settings import CorpusSettings
from corpus.sync_lock import sync_lock


@contextmanager
def nobody_writing(environ: Mapping[str, str]) -> Iterator[None]:
    """Hold the data folder; raises AlreadyRunningError, or StoreError where a sync runs."""
    settings = CorpusSettings.from_env(environ)
    held = hold(settings.home / "bot.lock")
    try:
        engine = make_engine(settings.database_url)
        try:
            with sync_lock(engine, settings.home):
                yield
        finally:
            engine.dispose()
    finally:
        held.close()


def prepare(folder: Path) -> None:
    """Bring the databases in `folder` to this program's form.

    Raises StateError and StoreError where a newer program wrote them.
    """
    if (folder / BOT).exists():
        Database(folder).close()
    if (folder / CORPUS).exists():
        engine = make_engine(f"sqlite:///{folder / CORPUS}")
        try:
            migrate(engine)
        finally:
            engine.dispose()
