"""Looks for new snapshots of the index and holds all standing questions to each."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.errors import BotError
from bot.ports import Engine
from bot.telegram.watches.holding import match, outcome_of
from bot.telegram.watches.kept import Watch
from bot.telegram.watches.store import Watches
from bot.watches.matching import Scope
from bot.watches.news import News, read_news
from index.errors import IndexingError
from index.search import Searcher

log = logging.getLogger(__name__)

EVERY = 3.0
WINDOW = timedelta(days=90)  # what was published earlier is no news, however long the bot was away
BATCH = 50  # watches that are held to a snapshot in one transaction
BUSY, REST = 0.02, 0.01  # seconds: answers must not wait for the interpreter


class Desk:
    """Keeps the news of the newest snapshot that it was asked about."""

    def __init__(self) -> None:
        self._reading = threading.Lock()
        self._news: News | None = None

    def news(self, searcher: Searcher) -> News:
        """Return the news in the snapshot that `searcher` reads. Blocks; raises IndexingError."""
        with self._reading:
            if self._news is None or self._news.searcher.name != searcher.name:
                self._news = read_news(searcher, (datetime.now(UTC) - WINDOW).date())
            return self._news


@dataclass(frozen=True, slots=True)
class _Looked:
    """The snapshot that was looked at, and what tells whether something in it has changed."""

    name: str
    digests: frozenset[bytes]


class Looker:
    """Holds the watches to each new snapshot, in a task of its own."""

    def __init__(self, watches: Watches, engine: Engine, desk: Desk, grace: timedelta) -> None:
        self._watches = watches
        self._engine = engine
        self._desk = desk
        self._grace = grace
        self._looked: _Looked | None = None

    async def run(self) -> None:
        """Look every few seconds, until this is cancelled."""
        while True:
            try:
                told = await asyncio.to_thread(self.look)
                if told:
                    log.info("%d notices are to be sent", told)
            except (BotError, IndexingError) as error:
                log.info("The watches wait: %s", error)
            await asyncio.sleep(EVERY)

    def look(self) -> int:
        """Hold all watches to the snapshot there is; return how many notices that makes.

        Blocks. Raises BotError and IndexingError.
        """
        searcher = self._engine.searcher()
        after = told = 0
        while batch := self._watches.behind(searcher.name, after, BATCH):
            news = self._desk.news(searcher)
            told += self._hold(batch, news)
            after = batch[-1].id
        if self._looked is None or self._looked.name != searcher.name:
            self._looked = _Looked(searcher.name, self._desk.news(searcher).digests)
        return told

    def _hold(self, batch: Sequence[Watch], news: News) -> int:
        found = []
        began = time.perf_counter()
        for watch in batch:
            matched = match(watch, news, self._scope(watch))
            found.append(matched)
            if time.perf_counter() - began > BUSY:
                time.sleep(REST)
                began = time.perf_counter()
        known = self._watches.known([one.watch.id for one in found if one])
        chosen = self._watches.chosen_languages(one.watch.user_id for one in found if one)
        outcomes = [
            outcome_of(
                one,
                known.get(one.watch.id, {}),
                news,
                chosen.get(one.watch.user_id, one.watch.language),
            )
            for one in found
        ]
        return self._watches.hold(outcomes, news.searcher.name)

    def _scope(self, watch: Watch) -> Scope:
        # A watch that was not held to the snapshot looked at last may have missed what it held.
        looked = self._looked
        is_next = looked is not None and watch.snapshot == looked.name
        unchanged = looked.digests if looked is not None and is_next else frozenset()
        return Scope(watch.since, self._grace, unchanged)
