"""What the corpus holds."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from corpus.models import ImportRow, ReleaseRow, VersionRow
from corpus.provenance import is_invented
from corpus.release import Language
from corpus.sync_state import SourceReport, source_reports

_CURRENT = and_(
    VersionRow.release_pk == ReleaseRow.pk,
    VersionRow.number == ReleaseRow.version,
    ReleaseRow.vanished.is_(None),
)


@dataclass(frozen=True, slots=True)
class CorpusStatus:
    """Figures of the corpus; the vanished releases are in `vanished` and `versions` only.

    `oldest` and `newest` are times of publication, `invented` counts releases of the sample.
    """

    releases: int
    by_language: dict[Language, int]
    versions: int
    vanished: int
    invented: int
    oldest: datetime | None
    newest: datetime | None
    last_import: datetime | None
    sources: tuple[SourceReport, ...] = ()


def corpus_status(session: Session) -> CorpusStatus:
    """The figures as they are now."""
    languages = session.execute(
        select(ReleaseRow.language, func.count())
        .where(ReleaseRow.vanished.is_(None))
        .group_by(ReleaseRow.language)
    )
    counts = {Language(language): count for language, count in languages}
    oldest, newest = session.execute(
        select(func.min(VersionRow.published), func.max(VersionRow.published)).where(_CURRENT)
    ).one()
    return CorpusStatus(
        releases=sum(counts.values()),
        by_language={language: counts.get(language, 0) for language in Language},
        versions=session.scalar(select(func.count()).select_from(VersionRow)) or 0,
        vanished=session.scalar(select(func.count(ReleaseRow.vanished))) or 0,
        invented=_invented(session),
        oldest=oldest,
        newest=newest,
        last_import=session.scalar(select(func.max(ImportRow.finished))),
        sources=tuple(source_reports(session)),
    )


def status_to_json(status: CorpusStatus) -> dict[str, Any]:
    """The status as machines read it; times in ISO 8601, UTC."""
    times = {
        name: time.isoformat() if (time := getattr(status, name)) else None
        for name in ("oldest", "newest", "last_import")
    }
    return asdict(status) | times | {"sources": [_source_to_json(one) for one in status.sources]}


def _source_to_json(source: SourceReport) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(source).items()
    }


def _invented(session: Session) -> int:
    urls = session.scalars(
        select(VersionRow.url).where(_CURRENT, VersionRow.url.contains(".example"))
    )
    return sum(is_invented(url) for url in urls)
