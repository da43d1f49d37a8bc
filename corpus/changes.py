"""What happened to releases: the watch over edits that nobody announces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from corpus.address import read_address
from corpus.models import ChangeRow, ReleaseRow, VersionRow
from corpus.release import Language, Release, ReleaseKey
from corpus.store import Change, versions


@dataclass(frozen=True, slots=True)
class Noted:
    """One change: `version` is the release's number of versions then, `noted` when it was seen."""

    key: ReleaseKey
    change: Change
    version: int
    noted: datetime
    title: str
    url: str


def changes(session: Session, since: datetime | None, kinds: frozenset[Change]) -> list[Noted]:
    """The changes of `kinds` that were noted since then, the newest first.

    The title and address are those of the version that the change led to.
    """
    query = (
        select(ReleaseRow, ChangeRow, VersionRow.title, VersionRow.url)
        .where(
            ChangeRow.release_pk == ReleaseRow.pk,
            ChangeRow.kind.in_([kind.value for kind in kinds]),
            and_(VersionRow.release_pk == ReleaseRow.pk, VersionRow.number == ChangeRow.version),
        )
        .order_by(ChangeRow.noted.desc(), ChangeRow.pk.desc())
    )
    if since is not None:
        query = query.where(ChangeRow.noted >= since)
    return [
        Noted(_key(release), Change(change.kind), change.version, change.noted, title, url)
        for release, change, title, url in session.execute(query)
    ]


def find(session: Session, name: str) -> list[ReleaseKey]:
    """Releases that `name` can mean, sorted: a key, an address, a number or an alias."""
    name = name.strip()
    parts = name.split("/")
    query = select(ReleaseRow)
    address = read_address(name)
    if address is not None:
        known = (ReleaseRow.entity, ReleaseRow.section, ReleaseRow.id)
        values = (address.entity, address.section, address.page_id)
        query = query.where(*(column == value for column, value in zip(known, values, strict=True)))
    elif len(parts) == 4:
        columns = (ReleaseRow.entity, ReleaseRow.section, ReleaseRow.id, ReleaseRow.language)
        query = query.where(*(c == v for c, v in zip(columns, parts, strict=True)))
    else:
        query = query.where((ReleaseRow.id == name) | (ReleaseRow.alias == name))
    return sorted(_key(row) for row in session.scalars(query.limit(100)))


def version_pair(
    session: Session, key: ReleaseKey, first: int | None, second: int | None
) -> tuple[Release, Release] | None:
    """Two versions by number from 1; without numbers the last two. None if there are not both."""
    stored = versions(session, key)
    second = len(stored) if second is None else second
    first = second - 1 if first is None else first
    if not (1 <= first <= len(stored) and 1 <= second <= len(stored)):
        return None
    return stored[first - 1], stored[second - 1]


def _key(row: ReleaseRow) -> ReleaseKey:
    return ReleaseKey(row.entity, row.section, row.id, Language(row.language))
