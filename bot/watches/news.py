"""What the index has come to know of late: events and stories, with when they were first told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import blake2b

from bot.watches.identity import Page, Tellings, mark, page_of, tellings_of
from index.events.filter import EventFilter
from index.extraction.event import Event, Status
from index.passage import IndexedRelease
from index.search import Searcher

BEFORE = timedelta(days=120)  # events that long before what is looked for can be news
UNDATED = frozenset(Status) - {Status.PAST_MENTION}  # without a date, what is past is no news
DAY_LENGTH = len("2025-06-03")


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, how it is told, and when the first release that tells it was published."""

    event: Event
    tellings: Tellings
    published: datetime
    digest: bytes


@dataclass(frozen=True, slots=True)
class Story:
    """Releases that tell one thing, in any language, and when the first was published."""

    releases: tuple[IndexedRelease, ...]
    published: datetime
    digest: bytes

    @property
    def pages(self) -> frozenset[Page]:
        """What the story is known by."""
        return frozenset(page_of(one.release.key) for one in self.releases)


@dataclass(frozen=True, slots=True)
class News:
    """What was told since some day in the snapshot that `searcher` reads."""

    searcher: Searcher
    happenings: tuple[Happening, ...]
    stories: tuple[Story, ...]
    releases: Mapping[int, IndexedRelease]

    @property
    def digests(self) -> frozenset[bytes]:
        """What tells whether something is still as it was in another snapshot."""
        of_stories = (one.digest for one in self.stories)
        return frozenset((*of_stories, *(one.digest for one in self.happenings)))

    @property
    def present(self) -> frozenset[object]:
        """The marks of all tellings."""
        return frozenset(mark(told) for one in self.happenings for told in one.tellings)

    @property
    def story_of(self) -> dict[Page, int]:
        """The group of each release."""
        return {page_of(one.release.key): one.event for one in self.releases.values()}


def read_news(searcher: Searcher, since: date) -> News:
    """The news of releases published on `since` or later."""
    recent = searcher.store.published(since, date.max)
    events = [event for event in _events(searcher, since) if _is_told_in(event, frozenset(recent))]
    numbers = {telling.release for event in events for telling in event.tellings}
    groups = {one.event for one in searcher.store.releases(recent).values()}
    accounts = searcher.store.accounts(sorted(groups))
    releases = searcher.store.releases(sorted(numbers)) | {one.number: one for one in accounts}
    return News(searcher, _happenings(events, releases), _stories(accounts), releases)


def is_news(happening: Happening, since: datetime, grace: timedelta) -> bool:
    """Whether it was told, and if it is dated took place, no earlier than `grace` before `since`.

    What is told in passing counts only with its day, since a year holds old and new.
    """
    earliest = since - grace
    best = happening.event.best
    if happening.published < earliest:
        return False
    if best.status is Status.PAST_MENTION and len(best.when or "") != DAY_LENGTH:
        return False
    return best.last is None or best.last >= earliest.date()


def _events(searcher: Searcher, since: date) -> list[Event]:
    store = searcher.events
    dated = set(store.select(EventFilter(first=since - BEFORE)).tolist())
    any_date = set(store.select(EventFilter(first=date.min)).tolist())
    told = set(store.select(EventFilter(statuses=UNDATED)).tolist())
    return store.events(sorted(dated | (told - any_date)))


def _is_told_in(event: Event, releases: frozenset[int]) -> bool:
    return any(telling.release in releases for telling in event.tellings)


def _happenings(
    events: Sequence[Event], releases: Mapping[int, IndexedRelease]
) -> tuple[Happening, ...]:
    found = []
    for event in events:
        tellings = tellings_of(event, releases)
        first = min(releases[telling.release].release.published for telling in event.tellings)
        told = (event.superseded_by is None, *sorted(repr(mark(one)) for one in tellings))
        found.append(Happening(event, tellings, first, _digest(repr(told))))
    return tuple(found)


def _stories(accounts: Sequence[IndexedRelease]) -> tuple[Story, ...]:
    groups: dict[int, list[IndexedRelease]] = defaultdict(list)
    for one in accounts:
        groups[one.event].append(one)
    return tuple(
        Story(
            tuple(members),
            min(one.release.published for one in members),
            _digest(*map(_written, members)),
        )
        for members in groups.values()
    )


def _written(one: IndexedRelease) -> str:
    return f"{one.release.key}\n{one.release.title}\n{one.release.body}"


def _digest(*parts: str) -> bytes:
    return blake2b("\n".join(parts).encode(), digest_size=12).digest()
