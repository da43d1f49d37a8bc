"""Reads the HTML that is stored again, after the reading of HTML got better."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, sessionmaker

from corpus.database import begin_writing
from corpus.html_text import fragment_text
from corpus.models import ReleaseRow, VersionRow
from corpus.release import Language, Release, ReleaseKey
from corpus.store import read_again

_BATCH = 200


def reparse(sessions: sessionmaker[Session]) -> tuple[int, int]:
    """Read all current versions with HTML again; how many there are, how many read otherwise now.

    Raises StoreError. What was done stays done where it is stopped.
    """
    read = changed = 0
    last = 0
    while True:
        with sessions.begin() as session:
            begin_writing(session)
            rows = _rows(session, last)
            for release, version in rows:
                read += 1
                again = _again(release, version)
                if again is not None:
                    changed += 1
                    read_again(session, release.pk, version.number, again)
        if not rows:
            return read, changed
        last = rows[-1][0].pk


def _rows(session: Session, after: int) -> list[tuple[ReleaseRow, VersionRow]]:
    is_current = and_(
        VersionRow.release_pk == ReleaseRow.pk, VersionRow.number == ReleaseRow.version
    )
    query = (
        select(ReleaseRow, VersionRow)
        .join(VersionRow, is_current)
        .where(ReleaseRow.pk > after, VersionRow.html.is_not(None))
    )
    found = session.execute(query.order_by(ReleaseRow.pk).limit(_BATCH))
    return [(row[0], row[1]) for row in found]


def _again(release: ReleaseRow, version: VersionRow) -> Release | None:
    """The release as its HTML reads now; None where that is how it reads already."""
    body = fragment_text(version.html or "")
    if body == version.body or not body:
        return None
    key = ReleaseKey(release.entity, release.section, release.id, Language(release.language))
    known = Release(key, version.url, version.title, version.body, version.published)
    return replace(known, body=body)
