"""What a sync remembers: how far its walks are, what it stored of a list, how the site was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from corpus.models import ReleaseRow, SourceRow, VersionRow, WalkRow
from corpus.release import Language, ReleaseKey

FIRST_WAIT = timedelta(hours=1)
LONGEST_WAIT = timedelta(hours=24)


class WalkKind(StrEnum):
    """The first walk over a whole list, and the slow one that reads it all again."""

    HISTORY = "history"
    BACKGROUND = "background"


class SourceState(StrEnum):
    """How the site was when it was last asked."""

    OK = "ok"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ListKey:
    """One list of the site: an entity's section, in the language that it is asked for."""

    entity: str
    section: str
    label: Language


@dataclass(frozen=True, slots=True)
class Walk:
    """`done` items have been read, the newest first; `rested` is when the last page was."""

    done: int = 0
    finished: datetime | None = None
    rested: datetime | None = None


@dataclass(frozen=True, slots=True)
class SourceReport:
    """How the site was: `since` when it is in this `state`, when it may be asked again."""

    entity: str
    section: str
    state: SourceState
    reason: str | None = None
    since: datetime | None = None
    answered: datetime | None = None
    synced: datetime | None = None
    wait_until: datetime | None = None
    drift: str | None = None


def walk(session: Session, listed: ListKey, kind: WalkKind) -> Walk:
    """How far the walk is; one that has not begun has nothing done."""
    row = session.get(WalkRow, (*_columns(listed), kind.value))
    return Walk(row.done, row.finished, row.rested) if row else Walk()


def note_walk(session: Session, listed: ListKey, kind: WalkKind, now: Walk) -> None:
    """Store how far the walk is."""
    row = session.get(WalkRow, (*_columns(listed), kind.value))
    if row is None:
        entity, section, label = _columns(listed)
        row = WalkRow(entity=entity, section=section, label=label, kind=kind.value, done=0)
        session.add(row)
    row.done, row.finished, row.rested = now.done, now.finished, now.rested


def stored(
    session: Session, listed: ListKey, oldest: datetime | None, newest: datetime | None
) -> dict[str, tuple[ReleaseKey, datetime]]:
    """Releases by id that the list held and that have not vanished, with their publication.

    Only those published from `oldest` to `newest`, both inclusive; None is an open end.
    """
    query = select(ReleaseRow.id, ReleaseRow.language, VersionRow.published).where(
        VersionRow.release_pk == ReleaseRow.pk,
        VersionRow.number == ReleaseRow.version,
        ReleaseRow.vanished.is_(None),
        _is_listed(listed),
    )
    if oldest is not None:
        query = query.where(VersionRow.published >= oldest)
    if newest is not None:
        query = query.where(VersionRow.published <= newest)
    return {
        row.id: (
            ReleaseKey(listed.entity, listed.section, row.id, Language(row.language)),
            row.published,
        )
        for row in session.execute(query)
    }


def count_stored(session: Session, listed: ListKey) -> int:
    """How many releases of the list are stored and have not vanished."""
    query = select(func.count()).select_from(ReleaseRow)
    return session.scalar(query.where(_is_listed(listed), ReleaseRow.vanished.is_(None))) or 0


def has_own_label(session: Session, key: ReleaseKey) -> bool:
    """Whether the release is stored as its own language's list gives it."""
    found = session.scalar(
        select(ReleaseRow.label).where(
            ReleaseRow.entity == key.entity,
            ReleaseRow.section == key.section,
            ReleaseRow.id == key.id,
            ReleaseRow.language == key.language.value,
            ReleaseRow.vanished.is_(None),
        )
    )
    return found == key.language.value


def source_reports(session: Session) -> list[SourceReport]:
    """How the site was for each entity and section, sorted by these."""
    rows = session.scalars(select(SourceRow).order_by(SourceRow.entity, SourceRow.section))
    return [_report(row) for row in rows]


def source_report(session: Session, entity: str, section: str) -> SourceReport:
    """How the site was; one that was never asked is OK."""
    row = session.get(SourceRow, (entity, section))
    return _report(row) if row else SourceReport(entity, section, SourceState.OK)


def note_answer(session: Session, entity: str, section: str, now: datetime) -> None:
    """Store that the site answered."""
    row = _row(session, entity, section)
    if row.state != SourceState.OK:
        row.state, row.reason, row.since = SourceState.OK.value, None, now
    row.answered, row.refusals, row.wait_until = now, 0, None


def note_synced(session: Session, entity: str, section: str, now: datetime, drift: str) -> None:
    """Store that a sync came to its end, and what it saw drift."""
    row = _row(session, entity, section)
    row.synced, row.drift = now, drift or None


def note_trouble(
    session: Session, entity: str, section: str, state: SourceState, reason: str, now: datetime
) -> datetime | None:
    """Store that the site refused or failed; returns until when a refusal is to be heeded.

    The wait doubles with each refusal in a row, from an hour to a day.
    """
    row = _row(session, entity, section)
    if row.state != state:
        row.since = now
    row.state, row.reason = state.value, reason
    if state is SourceState.REFUSED:
        wait = min(FIRST_WAIT * 2 ** min(row.refusals, 10), LONGEST_WAIT)
        row.refusals += 1
        row.wait_until = now + wait
    return row.wait_until


def _columns(listed: ListKey) -> tuple[str, str, str]:
    return listed.entity, listed.section, listed.label.value


def _is_listed(listed: ListKey) -> ColumnElement[bool]:
    return and_(
        ReleaseRow.entity == listed.entity,
        ReleaseRow.section == listed.section,
        ReleaseRow.label == listed.label.value,
    )


def _row(session: Session, entity: str, section: str) -> SourceRow:
    row = session.get(SourceRow, (entity, section))
    if row is None:
        row = SourceRow(entity=entity, section=section, state=SourceState.OK.value, refusals=0)
        session.add(row)
    return row


def _report(row: SourceRow) -> SourceReport:
    return SourceReport(
        row.entity,
        row.section,
        SourceState(row.state),
        row.reason,
        row.since,
        row.answered,
        row.synced,
        row.wait_until,
        row.drift,
    )
