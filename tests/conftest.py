"""Fixtures that more than one test file needs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy.orm import Session, sessionmaker

from corpus.settings import CorpusSettings
from corpus.store import close_corpus, open_corpus

# A bot that a test starts must not ask the real site.
os.environ["ELSHI_SYNC_EVERY"] = "off"

# A busy machine is no mistake of the code: what takes too long is for the benchmarks to tell.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

pytest_plugins = ["answering", "corpora", "telegram_fixtures", "watched"]


@pytest.fixture
def sessions(database_url: str, tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    """Sessions on an empty corpus, once of each kind of database."""
    opened = open_corpus(CorpusSettings(tmp_path, database_url))
    yield opened
    close_corpus(opened)
