"""Keeps the corpus equal to the lists of the site: new, changed, vanished, restored releases.

The first run walks the whole list, and goes on where it was stopped. Later ones read from the
newest until a whole page is known, re-read some days, and a little of the rest, so that all is
read again within a month. What a page held and how far the walk is are stored together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session, sessionmaker

from corpus.errors import RefusedError, SourceError, UnreadableError
from corpus.release import Language
from corpus.source.gov_kz import SIZE, GovKz, Read
from corpus.store import Change
from corpus.sync_pages import ListReader, Tally
from corpus.sync_state import (
    ListKey,
    SourceState,
    Walk,
    WalkKind,
    count_stored,
    note_synced,
    note_trouble,
    note_walk,
    walk,
)

WINDOW = timedelta(days=7)  # releases are edited in their first days
ROUND = timedelta(days=28)  # all is read again within this time
MOST_BACKGROUND = 40  # pages of the slow walk in one run and list


@dataclass(frozen=True, slots=True)
class Options:
    """How much is read: what was published since `since`, and again what the `window` holds."""

    since: datetime | None = None
    window: timedelta = WINDOW


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a sync found; `troubles` are lists that could not be read, and why.

    `empty` counts items without a version in the language they were asked for, `mislabelled`
    those whose text is in another one.
    """

    changes: dict[Change, int]
    empty: int
    mislabelled: int
    requests: int
    drift: tuple[str, ...]
    troubles: tuple[str, ...]


Report = Callable[[Language, int], None]
"""Hears the language of a list and how many items were read so far, of all lists."""


@dataclass(frozen=True, slots=True)
class _Run:
    sessions: sessionmaker[Session]
    source: GovKz
    options: Options
    report: Report
    tally: Tally

    def reader(self, listed: ListKey) -> ListReader:
        """A reader of a list that counts into the run's tally."""
        return ListReader(self.sessions, self.source, listed, self.tally)


def sync(
    sessions: sessionmaker[Session],
    source: GovKz,
    languages: Sequence[Language],
    options: Options,
    report: Report,
) -> SyncResult:
    """Read the lists in `languages`, each on its own, and store what they hold.

    Raises RefusedError or UnavailableError where the site gives nothing; what was stored until
    then stays, and the next run goes on there. Raises StoreError.
    """
    run = _Run(sessions, source, options, report, Tally())
    entity, section = source.entity, source.section
    troubles: list[str] = []
    for language in languages:
        try:
            _sync_list(run, ListKey(entity, section, language))
        except UnreadableError as error:
            troubles.append(f"{language}: {error.reason}")
        except SourceError as error:
            is_refusal = isinstance(error, RefusedError)
            state = SourceState.REFUSED if is_refusal else SourceState.FAILED
            with sessions.begin() as session:
                note_trouble(session, entity, section, state, error.reason, datetime.now(UTC))
            raise
    with sessions.begin() as session:
        now = datetime.now(UTC)
        if troubles:
            reason = "; ".join(troubles)
            note_trouble(session, entity, section, SourceState.FAILED, reason, now)
        else:
            note_synced(session, entity, section, now, "; ".join(run.tally.drift))
    return _result(run.tally, source.requests, troubles)


def merged(results: Sequence[SyncResult]) -> SyncResult:
    """What several syncs found together."""
    return SyncResult(
        changes={change: sum(one.changes[change] for one in results) for change in Change},
        empty=sum(one.empty for one in results),
        mislabelled=sum(one.mislabelled for one in results),
        requests=sum(one.requests for one in results),
        drift=tuple(dict.fromkeys(told for one in results for told in one.drift)),
        troubles=tuple(told for one in results for told in one.troubles),
    )


def _result(tally: Tally, requests: int, troubles: Sequence[str]) -> SyncResult:
    changes = {change: tally.changes[change] for change in Change}
    drift = tuple(tally.drift)
    return SyncResult(changes, tally.empty, tally.mislabelled, requests, drift, tuple(troubles))


def _sync_list(run: _Run, listed: ListKey) -> None:
    with run.sessions() as session:
        history = walk(session, listed, WalkKind.HISTORY)
    if history.done:
        _read_newest(run, listed)
    if history.finished is None:
        _read_history(run, listed, history)
    elif run.options.since is None:
        _read_background(run, listed)


def _read_newest(run: _Run, listed: ListKey) -> None:
    """Read from the newest until a whole page is known and older than what is read again."""
    until = run.options.since or datetime.now(UTC) - run.options.window
    reader = run.reader(listed)
    offset = 0
    while True:
        read = reader.read(offset, lambda _session, _read: None)
        run.report(listed.label, run.tally.items)
        known = not reader.is_changed and reader.oldest is not None and reader.oldest < until
        if known or read.is_last:
            break
        offset = read.offset + read.size
    reader.settle()


def _read_history(run: _Run, listed: ListKey, history: Walk) -> None:
    """Read on where the first walk was stopped, to the end of the list or to `since`."""
    since = run.options.since
    reader = run.reader(listed)
    # A page back, since what vanished in between has moved the others up.
    offset = max(0, history.done - SIZE)
    over = False

    def note(session: Session, read: Read) -> None:
        now = datetime.now(UTC)
        # Only an empty page is the end for sure: a short one may be a fault of the site.
        finished = None if read.page.items else now
        done = Walk(read.offset + read.page.items, finished)
        note_walk(session, listed, WalkKind.HISTORY, done)
        if finished:
            note_walk(session, listed, WalkKind.BACKGROUND, Walk(rested=finished))

    while not over:
        read = reader.read(offset, note)
        run.report(listed.label, run.tally.items)
        old = bool(since and reader.oldest and reader.oldest < since)
        over = old or not read.page.items
        offset = read.offset + read.size
    reader.settle()


def _read_background(run: _Run, listed: ListKey) -> None:
    """Read as many pages of the slow walk as are due, so that a round takes a month."""
    with run.sessions() as session:
        slow = walk(session, listed, WalkKind.BACKGROUND)
        pages = math.ceil(count_stored(session, listed) / SIZE)
    reader = run.reader(listed)
    for _ in range(due_pages(slow, pages)):
        read = reader.read(slow.done, lambda _session, _read: None)
        run.report(listed.label, run.tally.items)
        now = datetime.now(UTC)
        done = 0 if read.is_last else read.offset + read.size
        slow = Walk(done, now if read.is_last else slow.finished, now)
        with run.sessions.begin() as session:
            note_walk(session, listed, WalkKind.BACKGROUND, slow)
        if read.is_last:
            break
    reader.settle()


def due_pages(slow: Walk, pages: int) -> int:
    """How many of a list's `pages` the slow walk is behind."""
    if not pages:
        return 0
    rested = slow.rested
    now = datetime.now(UTC)
    if rested is None or rested > now:  # never, or the clock was set back
        return 1
    return min(int((now - rested) / (ROUND / pages)), pages, MOST_BACKGROUND)
