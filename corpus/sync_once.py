"""One sync from settings to result: the corpus opened, locked, and the site asked if it may be."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session, sessionmaker

from corpus.dates import ASTANA
from corpus.errors import RefusedError
from corpus.settings import CorpusSettings
from corpus.source.gov_kz import open_gov_kz
from corpus.source.settings import Lists, SourceSettings
from corpus.store import close_corpus, open_corpus
from corpus.sync import Options, Report, SyncResult, merged, sync
from corpus.sync_lock import sync_lock
from corpus.sync_state import LONGEST_WAIT, SourceState, source_report


def sync_once(
    settings: CorpusSettings,
    source: SourceSettings,
    lists: Lists,
    options: Options,
    report: Report,
    *,
    heeding: bool = True,
) -> SyncResult:
    """Sync `lists` into the corpus, one entity after the other.

    With `heeding`, a site that refused is not asked before its wait is over. Raises SourceError,
    and StoreError, also where another sync is running.
    """
    sessions = open_corpus(settings)
    try:
        with sync_lock(sessions.kw["bind"], settings.home):
            results = []
            for entity in lists.entities:
                if heeding:
                    _heed(sessions, entity, lists.section)
                with open_gov_kz(source, entity, lists.section, settings.home) as site:
                    results.append(sync(sessions, site, lists.languages, options, report))
            return merged(results)
    finally:
        close_corpus(sessions)


def _heed(sessions: sessionmaker[Session], entity: str, section: str) -> None:
    with sessions() as session:
        known = source_report(session, entity, section)
    now = datetime.now(UTC)
    until = known.wait_until
    # A wait longer than the longest one means that the clock was set back.
    if known.state is SourceState.REFUSED and until and now < until <= now + LONGEST_WAIT:
        raise RefusedError(
            f"{known.reason}; it is left alone until {until.astimezone(ASTANA):%Y-%m-%d %H:%M}"
            " (Astana time); --now asks at once"
        )
