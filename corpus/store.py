"""Releases in and out of the database, every version of them kept.

Open with `open_corpus`; then `with sessions.begin() as session` to write and `with sessions()
as session` to read. The functions take the session first and never commit. Errors of the
database come as StoreError.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, insert, select, update
from sqlalchemy.orm import Session, sessionmaker

from corpus.database import make_engine, migrate
from corpus.models import ChangeRow, ReleaseRow, VersionRow
from corpus.release import Language, Release, ReleaseKey
from corpus.settings import CorpusSettings

_BATCH = 500
_KEY = (ReleaseRow.entity, ReleaseRow.section, ReleaseRow.id, ReleaseRow.language)
_IS_CURRENT = and_(VersionRow.release_pk == ReleaseRow.pk, VersionRow.number == ReleaseRow.version)


class Change(StrEnum):
    """What happened to a release; SAME is not noted, the others are."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    RESTORED = "restored"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class Origin:
    """What the site gave besides: the body's HTML, and the language it lists the release under."""

    html: str | None = None
    label: Language | None = None


def open_corpus(settings: CorpusSettings) -> sessionmaker[Session]:
    """Sessions on the corpus, its database made or brought up to date; raises StoreError."""
    engine = make_engine(settings.database_url)
    try:
        migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return sessionmaker(engine, expire_on_commit=False)


def close_corpus(sessions: sessionmaker[Session]) -> None:
    """Close the database that `open_corpus` opened."""
    sessions.kw["bind"].dispose()


def save(session: Session, release: Release, now: datetime, origin: Origin = Origin()) -> Change:
    """Store `release`, and tell whether it is new, another version, back, or known already.

    A fetched release is what its page says now: it becomes current whenever it differs from the
    current version, and a page that had vanished is back. One from a file, whose `fetched` is
    None, may be an old copy: it changes nothing if any stored version reads like it.
    """
    row = session.execute(
        select(
            ReleaseRow.pk, ReleaseRow.version, ReleaseRow.content_hash, ReleaseRow.vanished
        ).where(_is(release.key))
    ).first()
    if row is None:
        _note(session, _add(session, release, now, origin), Change.NEW, 1, now)
        return Change.NEW
    known = row.content_hash == release.content_hash or (
        release.fetched is None and _has_version(session, row.pk, release.content_hash)
    )
    if (
        not known
        and origin.html is not None
        and _is_reading(session, row.pk, row.version, release, origin.html)
    ):
        read_again(session, row.pk, row.version, release)
        known = True
    values: dict[str, Any] = {"vanished": None}
    if release.alias is not None:
        values["alias"] = release.alias
    if origin.label is not None:
        values["label"] = origin.label.value
    version = row.version + (not known)
    if not known:
        values |= {"version": version, "content_hash": release.content_hash}
        _add_version(session, row.pk, version, release, now, origin)
    session.execute(update(ReleaseRow).where(ReleaseRow.pk == row.pk).values(values))
    change = Change.RESTORED if row.vanished else Change.SAME if known else Change.CHANGED
    if change is not Change.SAME:
        _note(session, row.pk, change, version, now)
    return change


def get(session: Session, key: ReleaseKey) -> Release | None:
    """The current version of a release, also where its page has vanished; None if unknown."""
    row = session.execute(_releases().where(_is(key), _IS_CURRENT)).first()
    return _to_release(row) if row else None


def iterate(session: Session) -> Iterator[Release]:
    """The current versions of all releases that have not vanished, sorted by key."""
    query = _releases().where(_IS_CURRENT, ReleaseRow.vanished.is_(None)).order_by(*_KEY)
    for row in session.execute(query.execution_options(yield_per=_BATCH)):
        yield _to_release(row)


def versions(session: Session, key: ReleaseKey) -> list[Release]:
    """Every version of a release that was ever stored, in order of arrival."""
    query = _releases().where(_is(key), VersionRow.release_pk == ReleaseRow.pk)
    return [_to_release(row) for row in session.execute(query.order_by(VersionRow.number))]


def read_again(session: Session, pk: int, version: int, release: Release) -> None:
    """Put another reading of the same HTML in the place of the current version: it is no edit."""
    is_version = and_(VersionRow.release_pk == pk, VersionRow.number == version)
    session.execute(
        update(VersionRow)
        .where(is_version)
        .values(body=release.body, content_hash=release.content_hash)
    )
    session.execute(
        update(ReleaseRow).where(ReleaseRow.pk == pk).values(content_hash=release.content_hash)
    )


def mark_vanished(session: Session, key: ReleaseKey, now: datetime) -> bool:
    """Note that the page of a release is gone; False if it is unknown or was gone already."""
    query = select(ReleaseRow.pk, ReleaseRow.version).where(_is(key), ReleaseRow.vanished.is_(None))
    found = session.execute(query).first()
    if found is None:
        return False
    session.execute(update(ReleaseRow).where(ReleaseRow.pk == found.pk).values(vanished=now))
    _note(session, found.pk, Change.VANISHED, found.version, now)
    return True


def fingerprint(session: Session) -> str:
    """SHA-256, in hex, over the keys and content hashes of what `iterate` gives.

    Reads no text: a third of a second for 50,000 releases.
    """
    query = select(*_KEY, ReleaseRow.content_hash).where(ReleaseRow.vanished.is_(None))
    digest = hashlib.sha256()
    for row in session.execute(query.order_by(*_KEY).execution_options(yield_per=10_000)):
        digest.update("\x1f".join(row).encode() + b"\n")
    return digest.hexdigest()


def _is(key: ReleaseKey) -> ColumnElement[bool]:
    values = (key.entity, key.section, key.id, key.language.value)
    return and_(*(column == value for column, value in zip(_KEY, values, strict=True)))


def _releases() -> Select[*tuple[Any, ...]]:
    return select(
        *_KEY,
        ReleaseRow.alias,
        VersionRow.url,
        VersionRow.title,
        VersionRow.body,
        VersionRow.published,
        VersionRow.fetched,
        VersionRow.number,
        VersionRow.stored,
    )


def _to_release(row: Row[Any]) -> Release:
    return Release(
        key=ReleaseKey(row.entity, row.section, row.id, Language(row.language)),
        url=row.url,
        title=row.title,
        body=row.body,
        published=row.published,
        fetched=row.fetched,
        alias=row.alias,
        edited=row.stored if row.number > 1 else None,
    )


def _note(session: Session, pk: int, change: Change, version: int, now: datetime) -> None:
    row = {"release_pk": pk, "kind": change.value, "version": version, "noted": now}
    session.execute(insert(ChangeRow).values(row))


def _add(session: Session, release: Release, now: datetime, origin: Origin) -> int:
    key = release.key
    pk = session.execute(
        insert(ReleaseRow)
        .values(
            entity=key.entity,
            section=key.section,
            id=key.id,
            language=key.language.value,
            alias=release.alias,
            label=origin.label.value if origin.label else None,
            version=1,
            content_hash=release.content_hash,
            first_seen=now,
        )
        .returning(ReleaseRow.pk)
    ).scalar_one()
    _add_version(session, pk, 1, release, now, origin)
    return pk


def _add_version(
    session: Session, pk: int, number: int, release: Release, now: datetime, origin: Origin
) -> None:
    session.execute(
        insert(VersionRow).values(
            release_pk=pk,
            number=number,
            content_hash=release.content_hash,
            url=release.url,
            title=release.title,
            body=release.body,
            html=origin.html,
            published=release.published,
            fetched=release.fetched,
            stored=now,
        )
    )


def _is_reading(session: Session, pk: int, version: int, release: Release, html: str) -> bool:
    """Whether the current version is another reading of the same HTML, and no other page."""
    stored = session.execute(
        select(VersionRow.html, VersionRow.title, VersionRow.url, VersionRow.published).where(
            VersionRow.release_pk == pk, VersionRow.number == version
        )
    ).one()
    shown = (stored.html, stored.title, stored.url, stored.published)
    return shown == (html, release.title, release.url, release.published)


def _has_version(session: Session, pk: int, content_hash: str) -> bool:
    query = select(VersionRow.number).where(
        VersionRow.release_pk == pk, VersionRow.content_hash == content_hash
    )
    return session.scalar(query.limit(1)) is not None
