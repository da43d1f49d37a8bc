"""Reads a list of the site page by page and stores what each page holds and no longer holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy.orm import Session, sessionmaker

from corpus.database import begin_writing
from corpus.errors import UnreadableError
from corpus.release import ReleaseKey
from corpus.source.gov_kz import GovKz, Read
from corpus.source.items import Fetched
from corpus.store import Change, Origin, mark_vanished, save
from corpus.sync_state import ListKey, has_own_label, note_answer, stored

Note = Callable[[Session, Read], None]

MOST_VANISHED = 25  # on one page; more is a fault of the site rather than its will


@dataclass(slots=True)
class Tally:
    """What a sync has found so far; `drift` keeps the order in which it was seen."""

    changes: Counter[Change] = field(default_factory=Counter)
    items: int = 0
    empty: int = 0
    mislabelled: int = 0
    drift: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Missing:
    """A stored release that no page held; it would stand at the border of the page at `offset`."""

    key: ReleaseKey
    offset: int


class ListReader:
    """Reads the list `listed` in order; `oldest` and `is_changed` are those of the last page."""

    def __init__(
        self, sessions: sessionmaker[Session], source: GovKz, listed: ListKey, tally: Tally
    ) -> None:
        self.oldest: datetime | None = None
        self.is_changed = False
        self._sessions = sessions
        self._source = source
        self._listed = listed
        self._tally = tally
        self._before: Read | None = None
        self._missing: dict[str, _Missing] = {}

    def read(self, offset: int, note: Note) -> Read:
        """Read and store the page with the item at `offset`; `note` writes along with it.

        Raises SourceError, and StoreError.
        """
        read = self._source.read(self._listed.label, offset)
        self._check_moved_on(read)
        self._tally.items += read.page.items
        self._tally.empty += len(read.page.empty)
        self._tally.drift.update(dict.fromkeys(read.page.drift))
        with self._sessions.begin() as session:
            begin_writing(session)
            now = datetime.now(UTC)
            note_answer(session, self._listed.entity, self._listed.section, now)
            self.is_changed = self._store(session, read, now)
            note(session, read)
        self._before = read
        return read

    def settle(self) -> None:
        """Mark as vanished what stood at the border of two pages and is in neither.

        Something else may have vanished between the two requests and moved it over the border,
        so the first page is read once more.
        """
        for offset in sorted({missing.offset for missing in self._missing.values()}):
            ids = _present(self._source.read(self._listed.label, offset))
            gone = [m for m in self._missing.values() if m.offset == offset and m.key.id not in ids]
            with self._sessions.begin() as session:
                begin_writing(session)
                for missing in gone:
                    self._vanish(session, missing.key, datetime.now(UTC))
        self._missing.clear()

    def _check_moved_on(self, read: Read) -> None:
        before = self._before
        moved = before is None or before.offset == read.offset or before.page.ids != read.page.ids
        if not moved and read.page.ids:
            raise UnreadableError(
                "the site gives the same page again, whatever page it is asked for"
            )

    def _store(self, session: Session, read: Read, now: datetime) -> bool:
        changes = [self._save(session, fetched, now) for fetched in read.page.fetched]
        for number in _present(read):
            self._missing.pop(number, None)
        times = [fetched.release.published for fetched in read.page.fetched]
        gone = self._find_missing(session, read, times, now)
        self.oldest = min(times, default=self.oldest)
        return gone or any(change is not Change.SAME for change in changes)

    def _save(self, session: Session, fetched: Fetched, now: datetime) -> Change:
        release = fetched.release
        if release.language is not fetched.label:
            # Russian text under the Kazakh label, say: the Russian list's own copy goes first.
            self._tally.mislabelled += 1
            if has_own_label(session, release.key):
                return Change.SAME
        change = save(session, release, now, Origin(fetched.html, fetched.label))
        self._tally.changes[change] += 1
        return change

    def _find_missing(
        self, session: Session, read: Read, times: list[datetime], now: datetime
    ) -> bool:
        """Mark what the page should hold and does not; keep for `settle` what is not sure."""
        if not times and read.page.items:
            return False
        follows = self._before is not None and self._before.offset < read.offset
        newest = max(times, default=None)
        first = None if read.is_last else min(times)
        last = None if read.offset == 0 else self.oldest if follows else newest
        known = stored(session, self._listed, first, last)
        present = _present(read) | (_present(self._before) if self._before and follows else set())
        absent = {number: value for number, value in known.items() if number not in present}
        if len(absent) > MOST_VANISHED:
            raise UnreadableError(
                f"the site's list lacks {len(absent)} releases at once; not believed"
            )
        found = False
        for number, (key, published) in absent.items():
            inside = (first is None or published > first) and (
                read.offset == 0 or newest is None or published < newest
            )
            if inside or number in read.page.empty:
                self._vanish(session, key, now)
                found = True
            elif self._before and follows:
                self._missing[number] = _Missing(key, self._before.offset)
        return found

    def _vanish(self, session: Session, key: ReleaseKey, now: datetime) -> None:
        self._tally.changes[Change.VANISHED] += mark_vanished(session, key, now)


def _present(read: Read) -> set[str]:
    """The releases that the page held in its language, or that could not be read."""
    return set(read.page.ids) - set(read.page.empty)
