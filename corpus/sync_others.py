"""The sources besides gov.kz that a self-hoster adds: feeds, and a folder that is watched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.orm import Session, sessionmaker

from corpus.database import begin_writing
from corpus.importer import import_paths
from corpus.source.feeds import read_feed
from corpus.source.settings import SourceSettings
from corpus.source.site import Site
from corpus.store import Change, Origin, save
from corpus.sync import SyncResult


def sync_feed(
    sessions: sessionmaker[Session],
    settings: SourceSettings,
    url: str,
    sleep: Callable[[float], None] | None = None,
) -> SyncResult:
    """Store the releases of the feed at `url`; what it no longer lists has not vanished.

    Raises SourceError, and StoreError.
    """
    parts = urlsplit(url)
    # Another site: headers that are meant for gov.kz are none of its business.
    own = replace(settings, url=f"{parts.scheme}://{parts.netloc}", headers=())
    with Site(own, sleep) if sleep else Site(own) as site:
        content = site.fetch(url)
    now = datetime.now(UTC)
    changes: Counter[Change] = Counter()
    with sessions.begin() as session:
        begin_writing(session)
        for fetched in read_feed(content, url, now):
            changes[save(session, fetched.release, now, Origin(fetched.html))] += 1
    return _result(changes, requests=1)


class WatchedFolder:
    """A folder whose files are imported whenever one of them is new or another than before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: frozenset[tuple[str, int, int]] = frozenset()

    def sync(self, sessions: sessionmaker[Session]) -> SyncResult:
        """Import the folder if something in it has changed since the last call; raises StoreError.

        A file that cannot be read is told among the troubles, once.
        """
        held = self._held()
        if held == self._seen:
            return _result(Counter())
        found = import_paths(sessions, [self._folder])
        self._seen = held
        changes = Counter(
            {Change.NEW: found.new, Change.CHANGED: found.changed, Change.SAME: found.same}
        )
        troubles = tuple(f"{refusal.path}: {refusal.reason}" for refusal in found.bad)
        return replace(_result(changes), troubles=troubles)

    def _held(self) -> frozenset[tuple[str, int, int]]:
        files = (path for path in self._folder.rglob("*") if path.is_file())
        stats = ((path, path.stat()) for path in files)
        return frozenset((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in stats)


def _result(changes: Counter[Change], requests: int = 0) -> SyncResult:
    counts = {change: changes[change] for change in Change}
    return SyncResult(counts, 0, 0, requests, (), ())
