"""Many chats with a watch each, and a bot that is killed at random moments while it tells them."""

from __future__ import annotations

import asyncio
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from botapi import TOKEN, BotApi
from fakes import FakeEncoder
from watched import visit

from bot.telegram.storage.database import Database
from bot.telegram.watches.kept import Kind, Watch
from bot.telegram.watches.store import Watches
from corpus.release import Language, Release
from index.build import build
from index.search import Searcher

FIRST_CHAT = 10_000
QUESTIONS = (
    "African foreign ministers in Astana",
    "visits of foreign ministers to Kazakhstan",
    "министры иностранных дел африканских стран в Астане",
    "Астанаға Африка сыртқы істер министрлерінің сапарлары",
)
REPEATED = ("May be a repeat", "Возможно, это повтор", "Қайталануы мүмкін")


@dataclass(frozen=True, slots=True)
class Counted:
    """How often the chats were told of an event: lost, told once, and told again.

    `silent` were told again without a word on it, `marked` with one.
    """

    lost: int
    silent: int
    marked: int


class Room:
    """A data folder with watches and an index, and the bot over it in a process."""

    def __init__(self, api: BotApi, home: Path, chats: int) -> None:
        self.api = api
        self.home = home
        self.chats = range(FIRST_CHAT, FIRST_CHAT + chats)
        self.releases: list[Release] = []
        self.publish(visit("1", "Ghana", published=datetime.now(UTC) - timedelta(days=400)))
        self._watch()

    def publish(self, *added: Release) -> None:
        """Add releases to the index."""
        self.releases = sorted([*self.releases, *added], key=lambda one: one.published)
        build(self.releases, str(len(self.releases)), FakeEncoder(), self.home / "index")

    def _watch(self) -> None:
        snapshot = Searcher(self.home / "index", FakeEncoder()).name
        languages = (Language.EN, Language.EN, Language.RU, Language.KK)
        with database(self.home) as opened:
            watches = Watches(opened)
            for number, chat in enumerate(self.chats):
                self.api.methods.chats[chat] = {"id": chat, "type": "private", "first_name": "A"}
                text, language = QUESTIONS[number % 4], languages[number % 4]
                watch = Watch(
                    chat, 0, chat, Kind.EVENTS, text, text, language, snapshot, datetime.now(UTC)
                )
                watches.add(watch, (), 10)

    async def start(self) -> None:
        """Start the process."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(Path(__file__).with_name("watching_process.py")),
            env={
                **os.environ,
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_BASE_URL": self.api.base_url,
                "ELSHI_HOME": str(self.home),
            },
        )

    async def run_and_kill(self, kills: int, chance: random.Random, longest: float) -> None:
        """Start the process and kill it, again and again, each time after a random while."""
        for _ in range(kills):
            polls = self.api.polls
            await self.start()
            await self._polled(polls)
            await asyncio.sleep(chance.uniform(0.0, longest))
            self.process.kill()
            await self.process.wait()

    async def _polled(self, polls: int) -> None:
        try:
            await self.api.until(lambda: self.api.polls > polls, within=180)
        except TimeoutError:
            self.process.kill()
            raise

    async def told(self, name: str, within: float) -> None:
        """Wait until every chat was told of `name`, and a while longer."""
        await self.api.until(lambda: not self.count(name).lost, within)
        await asyncio.sleep(1.5)

    async def end(self) -> None:
        """End the process as a container does."""
        self.process.terminate()
        await self.process.wait()

    def count(self, name: str) -> Counted:
        """How often the chats were told of what `name` stands in."""
        plain: Counter[int] = Counter()
        marked: Counter[int] = Counter()
        for chat in self.chats:
            for message in self.api.methods.of_bot(chat):
                if name in message["text"]:
                    again = message["text"].startswith(REPEATED)
                    (marked if again else plain)[chat] += 1
        lost = sum(not plain[chat] and not marked[chat] for chat in self.chats)
        return Counted(lost, sum(n - 1 for n in plain.values()), sum(marked.values()))


@contextmanager
def database(home: Path) -> Iterator[Database]:
    """The bot's database, while no bot runs on it."""
    opened = Database(home)
    try:
        yield opened
    finally:
        opened.close()
