"""Releases out of RSS and Atom feeds, which a self-hoster may add; the one file that reads them."""

from __future__ import annotations

from calendar import timegm
from datetime import UTC, datetime
from typing import Any

import feedparser

from corpus.address import read_address
from corpus.errors import UnreadableError
from corpus.release import Release, ReleaseKey
from corpus.source.items import Fetched, Texts

MOST = 1_000  # entries of one feed


def read_feed(content: bytes, url: str, now: datetime) -> list[Fetched]:
    """The releases in a feed, in its order; entries without address, text or date are left out.

    Raises UnreadableError where `content` is no feed.
    """
    # Bytes, so that it is never taken for an address to open.
    feed = feedparser.parse(content, response_headers={"content-location": url})
    if not feed.get("version"):
        raise UnreadableError(f"{url} is no RSS or Atom feed", reply=repr(content[:300]))
    found = (_fetched(entry, now) for entry in feed.entries[:MOST])
    return [fetched for fetched in found if fetched is not None]


def _fetched(entry: Any, now: datetime) -> Fetched | None:  # noqa: ANN401 - the library's own
    address = read_address(str(entry.get("link") or ""))
    published = _published(entry)
    texts = Texts.of(str(entry.get("title") or ""), _html(entry))
    if address is None or published is None or not texts.title or not texts.body:
        return None
    key = ReleaseKey(address.entity, address.section, address.page_id, texts.language)
    release = Release(key, address.url, texts.title, texts.body, published, now)
    return Fetched(release, texts.html, texts.language)


def _html(entry: Any) -> str:  # noqa: ANN401
    """The longest text that the entry has: the whole one, where the feed gives it."""
    texts = [str(content.get("value") or "") for content in entry.get("content") or []]
    return max([*texts, str(entry.get("summary") or "")], key=len)


def _published(entry: Any) -> datetime | None:  # noqa: ANN401
    parts = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(timegm(parts), UTC) if parts else None
    except (TypeError, ValueError, OverflowError):
        return None
