"""All that standing questions are made of, put together."""

from __future__ import annotations

from dataclasses import dataclass

from bot.telegram.storage.database import Database
from bot.telegram.watches.looking import Desk
from bot.telegram.watches.queue import Queue
from bot.telegram.watches.store import Watches


@dataclass(frozen=True, slots=True)
class Watching:
    """The watches, their notices, and the news that they are held to."""

    watches: Watches
    queue: Queue
    desk: Desk


def make_watching(database: Database) -> Watching:
    """The parts over one database."""
    return Watching(Watches(database), Queue(database), Desk())
