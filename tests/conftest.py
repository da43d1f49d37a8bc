"""Databases that more than one test file runs over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import find_binaries, running_postgres
from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from corpus.database import make_engine
from corpus.settings import CorpusSettings
from corpus.store import close_corpus, open_corpus


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed")
    with running_postgres(binaries) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new' / 'corpus.sqlite'}"
    url: str = request.getfixturevalue("postgres_server")
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url


@pytest.fixture
def sessions(database_url: str, tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    """Sessions on an empty corpus."""
    opened = open_corpus(CorpusSettings(tmp_path, database_url))
    yield opened
    close_corpus(opened)
