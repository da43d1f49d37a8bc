"""The bot while its own database, or a courtesy call to Telegram, fails."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
from pathlib import Path

import pytest
from botapi import BotApi
from telegram_users import Person, running

from bot.telegram.sending import waiting


def rename(home: Path, old: str, new: str) -> None:
    connection = sqlite3.connect(home / "bot.sqlite", timeout=5)
    connection.execute(f"ALTER TABLE {old} RENAME TO {new}")
    connection.close()


async def test_update_that_cannot_be_written_down_is_fetched_again(
    api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(api, tmp_path):
        rename(tmp_path, "incoming", "away")
        await Person(api).say("Who came?")
        await api.until(lambda: "No updates, next try in 1 s" in caplog.text)
        assert not api.methods.of_bot(7)
        rename(tmp_path, "away", "incoming")
        assert (await Person(api).hear()).startswith("Answer to Who came?")
        assert len(api.methods.of_bot(7)) == 1


async def test_webhook_asks_for_the_update_again(api: BotApi, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    root = f"http://127.0.0.1:{port}"
    async with running(api, tmp_path, webhook_url=root, listen=("127.0.0.1", port)):
        rename(tmp_path, "incoming", "away")
        await Person(api).say("Who came?")
        await asyncio.sleep(0.2)
        assert not api.methods.of_bot(7)
        rename(tmp_path, "away", "incoming")
        assert (await Person(api).hear()).startswith("Answer to Who came?")


async def test_error_is_told_even_when_nothing_can_be_looked_up(
    api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(api, tmp_path):
        rename(tmp_path, "user", "away")
        await Person(api, language_code="ru").say("Кто приезжал?")
        assert (await Person(api).hear()).startswith("Something went wrong here")
        rename(tmp_path, "away", "user")
    assert "no such table: user" in caplog.text
    assert "Кто приезжал?" not in caplog.text


async def test_typing_is_renewed_and_may_fail(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "NOTICEABLE", 0.05)
    monkeypatch.setattr(waiting, "RENEWED_EVERY", 0.1)
    async with running(api, tmp_path):
        api.fail("sendChatAction", 429, "Too Many Requests", parameters={"retry_after": 60})
        await Person(api).say("slow 0.5")
        await Person(api).hear()
    assert [call.status for call in api.calls("sendChatAction")[:3]] == [429, 200, 200]


async def test_commands_that_cannot_be_set_stop_nothing(
    api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("setMyCommands", 429, "Too Many Requests", parameters={"retry_after": 600}, times=3)
    api.fail("getMyDescription", 502, "Bad Gateway", times=9)
    async with running(api, tmp_path):
        await api.until(lambda: len(api.calls("setMyShortDescription")) == 4)
        await Person(api).say("Who came?")
        assert (await Person(api).hear()).startswith("Answer")
    assert len([call for call in api.calls("setMyCommands") if call.status == 200]) == 5
    assert "Commands or descriptions could not be set" in caplog.text
