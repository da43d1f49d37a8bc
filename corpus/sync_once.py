"""One sync from settings to result: the corpus opened, locked, and the site asked if it may be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session, sessionmaker

from corpus.dates import ASTANA
from corpus.errors import RefusedError
from corpus.release import Language
from corpus.settings import CorpusSettings
from corpus.source.gov_kz import open_gov_kz
from corpus.source.settings import SourceSettings
from corpus.store import close_corpus, open_corpus
from corpus.sync import Options, Report, SyncResult, sync
from corpus.sync_lock import sync_lock
from corpus.sync_state import LONGEST_WAIT, SourceState, source_report

Lists = tuple[str, str, Sequence[Language]]
"""Entity, section and languages."""


def sync_once(
    settings: CorpusSettings,
    source: SourceSettings,
    lists: Lists,
    options: Options,
    report: Report,
    *,
    heeding: bool = True,
) -> SyncResult:
    """Sync `lists` into the corpus.

    With `heeding`, a site that refused is not asked before its wait is over. Raises SourceError,
    and StoreError, also where another sync is running.
    """
    entity, section, languages = lists
    sessions = open_corpus(settings)
    try:
        with sync_lock(sessions.kw["bind"], settings.home):
            if heeding:
                _heed(sessions, entity, section)
            with open_gov_kz(source, entity, section, settings.home) as site:
                return sync(sessions, site, languages, options, report)
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
