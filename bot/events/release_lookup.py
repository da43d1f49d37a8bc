"""Which releases speak of what a query names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.query.query import EventQuery, Places
from corpus.release import Language
from index.analysis import terms
from index.passage import IndexedRelease
from index.places.gazetteer import Gazetteer
from index.search import Searcher
from index.text.sentences import sentences
from index.text.stemming import stems

NEWEST = 10  # releases of each language where nothing is named


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A release and the first sentence of it that says what is looked for, or its title."""

    source: IndexedRelease
    quote: str


def releases_on(query: EventQuery, searcher: Searcher) -> list[Mentioned]:
    """The releases that name all places and words of `query` in its period, oldest first.

    With them come the other accounts of the same event, in whatever language and words.
    """
    wanted = [*_places(query), *_words(query)]
    if not wanted:
        return _newest(query, searcher)
    numbers = searcher.releases_holding(wanted)
    sources = searcher.store.releases(numbers).values()
    within = [source for source in sources if _is_within(source, query.first, query.last)]
    ordered = sorted(within, key=lambda source: (source.release.published, source.number))
    found = [Mentioned(source, _quote(source, wanted)) for source in ordered]
    known = {source.number for source in ordered}
    accounts = searcher.store.accounts(sorted({source.event for source in ordered}))
    others = (source for source in accounts if source.number not in known)
    return found + [Mentioned(source, source.release.title) for source in others]


def _newest(query: EventQuery, searcher: Searcher) -> list[Mentioned]:
    """The newest releases, or all of the query's period, by their titles, oldest first."""
    store = searcher.store
    if query.first or query.last:
        first, last = query.first or date.min, query.last or date.max
        sources = [*store.releases(store.published(first, last)).values()]
    else:
        sources = [one for each in Language for one in store.latest(each, query.limit or NEWEST)]
    ordered = sorted(sources, key=lambda source: (source.release.published, source.number))
    return [Mentioned(source, source.release.title) for source in ordered]


def _places(query: EventQuery) -> list[frozenset[str]]:
    """The keys of each country, city and organisation that is named; a region is its members."""
    found: list[frozenset[str]] = [frozenset({f"@city:{city}"}) for city in sorted(query.cities)]
    for places in (query.origin, query.destination):
        found += _keys(places)
    return found


def _keys(places: Places) -> list[frozenset[str]]:
    countries = [frozenset({f"@country:{code}"}) for code in sorted(places.countries)]
    bodies = [frozenset({f"@organization:{key}"}) for key in sorted(places.organizations)]
    regions = [
        frozenset(f"@country:{code}" for code in _members(region))
        for region in sorted(places.regions)
    ]
    return [*countries, *bodies, *regions]


def _members(region: str) -> frozenset[str]:
    return Gazetteer.load().region_members(region)


def _words(query: EventQuery) -> list[frozenset[str]]:
    words = [*query.topic, *(query.person or "").split()]
    return [frozenset(stem for one in Language for stem in stems(word, one)) for word in words]


def _is_within(source: IndexedRelease, first: date | None, last: date | None) -> bool:
    day = source.release.day
    return (first is None or day >= first) and (last is None or day <= last)


def _quote(source: IndexedRelease, wanted: Sequence[frozenset[str]]) -> str:
    release = source.release
    best, most = release.title, 0
    for start, end in sentences(release.body):
        held = frozenset(terms(release.body[start:end], release.language))
        said = sum(bool(held & one) for one in wanted)
        if said > most:
            best, most = release.body[start:end], said
        if most == len(wanted):
            break
    return best
