"""The inbox and what runs the answers, apart from Telegram."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from telegram import Bot, Update
from telegram.ext import AIORateLimiter, ExtBot
from telegram_users import FakeEngine

from bot.settings import BotSettings
from bot.telegram.app import build_application, processor_of, services_of
from bot.telegram.intake.inbox import Inbox, Processor
from bot.telegram.intake.journal import Journal
from bot.telegram.storage.database import Database

BOT = Bot("123:abc")


@pytest.fixture
def journal(database: Database) -> Journal:
    return Journal(database, 123)


async def test_put_writes_down_what_resume_gives_back(journal: Journal) -> None:
    inbox, sent = Inbox(journal), Update.de_json(message("Кто приезжал? 🇰🇿"), BOT)
    await inbox.put(sent)
    await inbox.put(sent)
    await inbox.put("a signal of the application")
    assert [inbox.get_nowait(), inbox.get_nowait()] == [sent, "a signal of the application"]
    later = Inbox(journal)
    assert await later.resume(BOT) == 1
    found = later.get_nowait()
    assert isinstance(found, Update)
    assert found.to_dict() == sent.to_dict()


async def test_delivery_gives_back_in_order_what_went_out(journal: Journal) -> None:
    inbox = Inbox(journal)
    await inbox.put(Update.de_json(message("long"), BOT))
    await inbox.delivery(1).record(10)
    await inbox.delivery(1).record(11)
    later = Inbox(journal)
    await later.resume(BOT)
    delivery = later.delivery(1)
    assert [delivery.next_already_sent() for _ in range(3)] == [10, 11, None]
    await delivery.record(12)
    assert delivery.sent == (10, 11, 12)
    assert delivery.next_already_sent() is None


@pytest.mark.parametrize("outcome", ["answered", "failed", "closed", "cancelled"])
async def test_update_is_done_only_when_answered(journal: Journal, outcome: str) -> None:
    inbox = Inbox(journal)
    processor, begun = Processor(inbox), asyncio.Event()
    update = Update.de_json(message("Who?"), BOT)
    await inbox.put(update)

    async def answer() -> None:
        begun.set()
        inbox.delivery(1).failed = outcome == "failed"
        await asyncio.sleep(60 if outcome == "cancelled" else 0)

    if outcome == "closed":
        processor.close()
    task = asyncio.create_task(processor.process_update(update, answer()))
    if outcome == "cancelled":
        await begun.wait()
        assert processor.cancel() == 1
    await asyncio.wait([task])
    assert begun.is_set() == (outcome != "closed")
    assert inbox.count_open() == (outcome != "answered")


def test_application_is_wired(database: Database, tmp_path: Path) -> None:
    settings = BotSettings(token="123:abc", base_url="http://127.0.0.1:1", home=tmp_path)
    application = build_application(settings, FakeEngine(), database)
    assert isinstance(application.bot, ExtBot)
    assert isinstance(application.bot.rate_limiter, AIORateLimiter)
    assert application.bot.base_url == "http://127.0.0.1:1/bot123:abc"
    assert application.updater is None
    assert application.update_queue is services_of(application).inbox
    assert processor_of(application).max_concurrent_updates > 256


def message(text: str) -> dict[str, object]:
    user = {"id": 7, "is_bot": False, "first_name": "User"}
    chat = {"id": 7, "type": "private", "first_name": "User"}
    return {
        "update_id": 1,
        "message": {"message_id": 5, "date": 1, "chat": chat, "from": user, "text": text},
    }
