"""Databases and releases for the tests of the corpus."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from postgres import find_binaries, running_server
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker

from corpus.release import Language, Release, ReleaseKey
from corpus.settings import CorpusSettings
from corpus.store import close_corpus, open_corpus

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def make_release(number: str = "1", **changes: object) -> Release:
    """A small release; `changes` replace its values."""
    values: dict[str, object] = {
        "key": ReleaseKey("mfa", "news", number, Language.EN),
        "url": f"https://www.gov.kz/memleket/entities/mfa/press/news/details/{number}?lang=en",
        "title": "Talks Held",
        "body": "The talks were held.\n\nThey will go on.",
        "published": datetime(2026, 11, 2, 9, 15, 0, 250, tzinfo=UTC),
    }
    return Release(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The query part of the address of a PostgreSQL server, started for these tests."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL server (initdb, pg_ctl) is installed")
    pytest.importorskip("psycopg")
    with running_server(binaries) as query:
        yield query


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'folder' / 'corpus.sqlite'}"
    query = request.getfixturevalue("postgres")
    name = f"t{uuid.uuid4().hex}"
    server = f"postgresql+psycopg://postgres@/postgres?{query}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.replace("/postgres?", f"/{name}?")


@contextmanager
def in_memory() -> Iterator[sessionmaker[Session]]:
    """Sessions on an empty corpus in memory."""
    opened = open_corpus(CorpusSettings(Path(), "sqlite://"))
    try:
        yield opened
    finally:
        close_corpus(opened)
