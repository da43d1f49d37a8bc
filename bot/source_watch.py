"""How the ministry's site was when it was last asked, for those who ask the bot about it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from corpus.errors import CorpusError
from corpus.settings import CorpusSettings
from corpus.store import close_corpus, open_corpus
from corpus.sync_state import SourceReport, SourceState, source_reports

FRESH = 30.0  # seconds for which what was read holds: health checks ask often


@dataclass(frozen=True, slots=True)
class SourceCondition:
    """When the site last answered, and since when and with what words it has refused."""

    synced: datetime | None = None
    refused_since: datetime | None = None
    refusal: str | None = None


def source_watch(environ: Mapping[str, str]) -> Callable[[], SourceCondition]:
    """What tells the condition of the site, out of the corpus; any number of threads may ask."""
    settings = CorpusSettings.from_env(environ)
    lock = Lock()
    known = SourceCondition()
    read_at = float("-inf")

    def watch() -> SourceCondition:
        nonlocal known, read_at
        with lock:
            if time.monotonic() - read_at > FRESH:
                known, read_at = _read(settings), time.monotonic()
            return known

    return watch


def _read(settings: CorpusSettings) -> SourceCondition:
    try:
        sessions = open_corpus(settings)
    except CorpusError:
        return SourceCondition()  # the answers come from the index, and go on
    try:
        with sessions() as session:
            return condition(source_reports(session))
    except CorpusError:
        return SourceCondition()
    finally:
        close_corpus(sessions)


def condition(reports: list[SourceReport]) -> SourceCondition:
    """The condition of the site as a whole: one list that it refuses is a refusal."""
    synced = max((report.synced for report in reports if report.synced), default=None)
    refused = [
        (report.since, report.reason)
        for report in reports
        if report.state is SourceState.REFUSED and report.since
    ]
    since, reason = min(refused, key=lambda each: each[0], default=(None, None))
    return SourceCondition(synced, since, reason)
