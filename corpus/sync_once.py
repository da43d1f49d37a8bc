"""Syncs from settings to results: the corpus opened and locked, each source asked on its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy.orm import Session, sessionmaker

from corpus.dates import ASTANA
from corpus.errors import RefusedError
from corpus.settings import CorpusSettings
from corpus.source.gov_kz import open_gov_kz
from corpus.source.settings import Lists, SourceSettings
from corpus.store import close_corpus, open_corpus
from corpus.sync import Options, Report, SyncResult, sync
from corpus.sync_lock import sync_lock
from corpus.sync_others import WatchedFolder, sync_feed
from corpus.sync_state import LONGEST_WAIT, SourceState, source_report

Once = Callable[[Options], SyncResult]
"""Asks one source once; raises SourceError, and StoreError, also where another sync runs."""

UNTIL = "; it is left alone until"
"""What parts a refusal's reason from the time until which it is heeded."""


def site_syncs(
    settings: CorpusSettings, source: SourceSettings, lists: Lists, report: Report, *, heeding: bool
) -> list[Once]:
    """A sync for each entity in `lists`.

    With `heeding`, a site that refused is not asked before its wait is over.
    """

    def of(entity: str) -> Once:
        def once(sessions: sessionmaker[Session], options: Options) -> SyncResult:
            if heeding:
                _heed(sessions, entity, lists.section)
            with open_gov_kz(source, entity, lists.section, settings.home) as site:
                return sync(sessions, site, lists.languages, options, report)

        return _locked(settings, once)

    return [of(entity) for entity in lists.entities]


def other_syncs(settings: CorpusSettings, source: SourceSettings) -> list[Once]:
    """A sync for each feed in the settings, and one for the watched folder."""

    def of(url: str) -> Once:
        return _locked(settings, lambda sessions, _: sync_feed(sessions, source, url))

    found = [of(url) for url in source.feeds]
    if source.inbox is not None:
        folder = WatchedFolder(source.inbox)
        found.append(_locked(settings, lambda sessions, _: folder.sync(sessions)))
    return found


def _locked(
    settings: CorpusSettings, once: Callable[[sessionmaker[Session], Options], SyncResult]
) -> Once:
    def run(options: Options) -> SyncResult:
        sessions = open_corpus(settings)
        try:
            with sync_lock(sessions.kw["bind"], settings.home):
                return once(sessions, options)
        finally:
            close_corpus(sessions)

    return run


def _heed(sessions: sessionmaker[Session], entity: str, section: str) -> None:
    with sessions() as session:
        known = source_report(session, entity, section)
    now = datetime.now(UTC)
    until = known.wait_until
    # A wait longer than the longest one means that the clock was set back.
    if known.state is SourceState.REFUSED and until and now < until <= now + LONGEST_WAIT:
        raise RefusedError(
            f"{known.reason}{UNTIL} {until.astimezone(ASTANA):%Y-%m-%d %H:%M}"
            " (Astana time); --now asks at once"
        )
