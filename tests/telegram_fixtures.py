"""Fixtures of the Telegram tests: the loopback server, a fake engine, a bot that runs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from botapi import BotApi
from telegram_users import FakeEngine, Person, running

from bot.telegram.storage.database import Database


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """The loopback Bot API server."""
    async with BotApi() as api:
        yield api


@pytest.fixture
def fake_engine() -> FakeEngine:
    """The engine that `person` is answered by; it notes what it was asked."""
    return FakeEngine()


@pytest.fixture
async def person(api: BotApi, tmp_path: Path, fake_engine: FakeEngine) -> AsyncIterator[Person]:
    """Somebody who writes to a bot that runs."""
    async with running(api, tmp_path, fake_engine):
        yield Person(api)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """The bot's own database, empty."""
    database = Database(tmp_path)
    yield database
    database.close()
