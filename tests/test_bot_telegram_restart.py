"""The bot as a process: stopped, killed and started again without losing or doubling an answer."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from botapi import TOKEN, BotApi
from telegram_users import Person

SCRIPT = Path(__file__).with_name("telegram_process.py")


class Process:
    """The bot in a process of its own."""

    def __init__(self, api: BotApi, home: Path) -> None:
        self.api = api
        self.home = home
        self.stop_within = 8.0
        self.environ = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_BASE_URL": api.base_url,
            "ELSHI_HOME": str(home),
        }

    async def start(self, **environ: str) -> None:
        """Start, and wait until it polls."""
        polls = self.api.polls
        await self.spawn(**environ)
        await self.api.until(lambda: self.api.polls > polls or self.process.returncode is not None)

    async def spawn(self, **environ: str) -> None:
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(SCRIPT),
            str(self.stop_within),
            env=self.environ | environ,
            stderr=asyncio.subprocess.PIPE,
        )
        assert self.process.stderr
        self.reading = asyncio.create_task(self.process.stderr.read())

    async def end(self, number: signal.Signals) -> tuple[int, str]:
        """Send a signal; return exit status and log once it has ended."""
        self.process.send_signal(number)
        return await self.wait()

    def marked(self) -> set[int]:
        """Return the chats whose answers are noted as sent."""
        connection = sqlite3.connect(self.home / "bot.sqlite")
        rows = connection.execute("SELECT chat_id FROM incoming WHERE sent != '[]'").fetchall()
        connection.close()
        return {chat_id for (chat_id,) in rows}

    def payloads(self) -> list[str]:
        """Return what is kept of the texts of updates."""
        connection = sqlite3.connect(self.home / "bot.sqlite")
        rows = connection.execute("SELECT payload FROM incoming").fetchall()
        connection.close()
        return [payload for (payload,) in rows]

    async def wait(self) -> tuple[int, str]:
        log = (await self.reading).decode()
        return await self.process.wait(), log


@pytest.fixture
async def bot(api: BotApi, tmp_path: Path) -> AsyncIterator[Process]:
    bot = Process(api, tmp_path / "home")
    yield bot
    if bot.process.returncode is None:
        bot.process.kill()
        await bot.wait()


async def test_sigterm_finishes_running_answers(api: BotApi, bot: Process) -> None:
    await bot.start()
    person, late = Person(api), Person(api, id=8)
    await person.say("slow 0.8 question")
    await asyncio.sleep(0.3)
    began = time.perf_counter()
    status, log = await bot.end(signal.SIGTERM)
    assert status == 0
    assert time.perf_counter() - began < 7
    assert (await person.hear()).startswith("Answer to slow")
    assert api.unconfirmed == []
    assert bot.payloads() == [""], "done, and its text is gone"
    await late.say("asked while the bot is away")
    await bot.start()
    assert "asked while" in await late.hear()
    assert len(api.methods.of_bot(person.id)) == len(api.methods.of_bot(late.id)) == 1
    assert TOKEN not in log


async def test_kill_loses_and_doubles_nothing(api: BotApi, bot: Process) -> None:
    await bot.start()
    people = [Person(api, id=100 + number) for number in range(12)]
    for person in people:
        await person.say(f"slow 0.{person.id % 6} question of {person.id}")
    await api.until(lambda: len(api.calls("sendMessage")) >= 3)
    status, _ = await bot.end(signal.SIGKILL)
    assert status == -signal.SIGKILL
    accepted = {person.id for person in people if api.methods.of_bot(person.id)}
    marked = bot.marked()
    assert accepted >= marked > set()
    await bot.start()
    for person in people:
        assert f"question of {person.id}" in await person.hear()
    status, _ = await bot.end(signal.SIGTERM)
    assert status == 0
    for person in people:
        twice = person.id in accepted - marked
        assert len(api.methods.of_bot(person.id)) == 1 + twice


async def test_answer_cut_in_the_middle_goes_on_where_it_was(api: BotApi, bot: Process) -> None:
    api.fail(
        "sendMessage",
        429,
        "Too Many Requests",
        parameters={"retry_after": 30},
        where=lambda p: "Sentence 30" in p["text"],
    )
    await bot.start()
    person = Person(api)
    await person.say("long 40")
    await api.until(lambda: any(call.status == 429 for call in api.calls("sendMessage")))
    await bot.end(signal.SIGKILL)
    sent = len(api.methods.of_bot(person.id))
    assert sent >= 1
    await bot.start()
    await api.until(lambda: "Sentence 39" in api.methods.of_bot(person.id)[-1]["text"])
    texts = [message["text"] for message in api.methods.of_bot(person.id)]
    assert len(set(texts)) == len(texts) > sent


async def test_second_process_on_the_same_folder_ends_with_one_line(
    api: BotApi, bot: Process, tmp_path: Path
) -> None:
    await bot.start()
    second = Process(api, tmp_path / "home")
    await second.spawn()
    status, log = await second.wait()
    assert status == 1
    assert log.strip().splitlines()[-1].startswith("another bot already runs on this data folder")


async def test_wrong_token_ends_with_status_1(api: BotApi, bot: Process) -> None:
    await bot.spawn(TELEGRAM_BOT_TOKEN="999:AAwrong-token")
    status, log = await bot.wait()
    assert status == 1
    assert log.strip().splitlines()[-1].startswith("TELEGRAM_BOT_TOKEN was refused by http://127")
    assert "AAwrong-token" not in log
    assert "Traceback" not in log


async def test_engine_that_hangs_does_not_hold_up_the_stop(api: BotApi, bot: Process) -> None:
    bot.stop_within = 0.5
    await bot.start()
    person = Person(api)
    await person.say("slow 30")
    await asyncio.sleep(0.3)
    began = time.perf_counter()
    status, log = await bot.end(signal.SIGTERM)
    assert status == 0
    assert time.perf_counter() - began < 7
    assert "1 answers are left for the next start" in log
