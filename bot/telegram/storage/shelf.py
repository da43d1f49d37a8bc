"""Keeps the pages of lists for a while, so that their buttons outlast a restart.

Methods block; call them off the event loop. All of them raise StateError.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import delete

from bot.telegram.conversation.lists import Pages
from bot.telegram.storage.database import Database
from bot.telegram.storage.models import Listing
from corpus.release import Language

KEPT = 7 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Shelved:
    """Pages, whose they are, in which chat, and the language of their buttons."""

    pages: Pages
    chat_id: int
    user_id: int
    language: Language


class Shelf:
    """Lists by the key of their answer, which nobody can guess; `now` gives seconds since 1970."""

    def __init__(
        self, database: Database, now: Callable[[], float] = time.time, kept: float = KEPT
    ) -> None:
        self._database = database
        self._now = now
        self._kept = kept

    def put(self, key: str, shelved: Shelved) -> None:
        """Keep pages under the key of their answer."""
        pages = shelved.pages
        listing = Listing(
            key=key,
            chat_id=shelved.chat_id,
            user_id=shelved.user_id,
            language=shelved.language,
            pages=json.dumps([pages.listed, pages.why, pages.has_items]),
            kept_since=self._now(),
        )
        with self._database.session() as session:
            session.add(listing)

    def get(self, key: str) -> Shelved | None:
        """Return what is kept under `key`; None where it is gone or was never there."""
        with self._database.session() as session:
            found = session.get(Listing, key)
            if found is None or found.kept_since <= self._now() - self._kept:
                return None
            listed, why, has_items = json.loads(found.pages)
            pages = Pages(tuple(listed), tuple(why), has_items)
            return Shelved(pages, found.chat_id, found.user_id, Language(found.language))

    def sweep(self) -> None:
        """Delete what has been kept long enough."""
        old = Listing.kept_since <= self._now() - self._kept
        with self._database.session() as session:
            session.execute(delete(Listing).where(old))
