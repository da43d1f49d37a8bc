"""A release with its other versions and the events that it tells, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answer import Citation, Item
from bot.events.items import Releases, Teller, item
from bot.events.selection import Group
from bot.messages import Texts
from bot.passages.compose import cite
from bot.query.query import EventQuery, ItemOf
from corpus.release import Language, Release
from index.extraction.event import Account, Event, EventKind
from index.passage import IndexedRelease
from index.search import Searcher
from index.text.sentences import sentences

_OPENING = 2  # sentences
_LONGEST_OPENING = 600


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a release tells: what kind it is, and the item that tells of it."""

    kind: EventKind
    item: Item


@dataclass(frozen=True, slots=True)
class ReleaseCard:
    """A release in the reader's `language`: how it begins, its other versions, its events.

    `versions` are in other languages, `retold` other releases in its own on the same.
    """

    release: Release
    language: Language
    opening: Citation
    versions: tuple[Citation, ...]
    retold: tuple[Citation, ...]
    events: tuple[Told, ...]


def card_of(source: IndexedRelease, searcher: Searcher, language: Language) -> ReleaseCard:
    """What the index knows of a release, told in `language`."""
    release = source.release
    others = [one for one in searcher.store.accounts([source.event]) if one.number != source.number]
    versions = [one for one in others if one.release.language is not release.language]
    retold = [one for one in others if one.release.language is release.language]
    return ReleaseCard(
        release,
        language,
        cite(release, opening(release.body)),
        tuple(cite(one.release, one.release.title) for one in versions),
        tuple(cite(one.release, one.release.title) for one in retold),
        _events(source, searcher, language),
    )


def opening(body: str) -> str:
    """The first sentences of a body, word for word, as far as they are short enough."""
    ends = [end for _, end in sentences(body)[:_OPENING]]
    fitting = [end for end in ends if end <= _LONGEST_OPENING]
    return body[: max(fitting)].strip() if fitting else body[:_LONGEST_OPENING].strip()


def _events(source: IndexedRelease, searcher: Searcher, language: Language) -> tuple[Told, ...]:
    """The events in the order in which the release tells of them."""
    events = searcher.events.of_releases([source.number])
    numbers = {telling.release for event in events for telling in event.tellings}
    releases = searcher.store.releases(sorted(numbers))
    placed = [(_own(event, source), event) for event in events]
    placed.sort(key=lambda pair: (pair[0].start, pair[1].number))
    return tuple(_told(event, own, source, releases, language) for own, event in placed)


def _own(event: Event, source: IndexedRelease) -> Account:
    return next(one.account for one in event.tellings if one.release == source.number)


def _told(
    event: Event, own: Account, source: IndexedRelease, releases: Releases, language: Language
) -> Told:
    """The event as an item that quotes the release itself."""
    query = EventQuery(event.best.kind, item_of=ItemOf.VISIT)
    told = item(Group("", (event,)), Teller(query, Texts(language), releases))
    quote = cite(source.release, source.release.body[own.start : own.end].strip())
    others = tuple(one for one in told.sources if one.url != quote.url)
    return Told(event.best.kind, replace(told, sources=(quote, *others), quoted=1))
