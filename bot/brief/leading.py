"""The countries that Kazakhstan is told to have been in contact with most."""

from __future__ import annotations

from functools import lru_cache

from bot.brief.brief import Subject, SubjectKind
from bot.brief.naming import Named
from bot.brief.told import HOME
from bot.errors import IndexUnusableError
from bot.query.query import HAPPENED
from index.errors import IndexingError
from index.events.filter import EventFilter
from index.places.gazetteer import Gazetteer
from index.search import Searcher


def most_in_contact(searcher: Searcher, limit: int) -> tuple[Subject, ...]:
    """The countries with most events, the first the one with most. Raises BotError."""
    return tuple(Subject(SubjectKind.COUNTRY, code) for code in _ranked(searcher)[:limit])


def suggestions(named: Named, searcher: Searcher, limit: int) -> tuple[Subject, ...]:
    """What to offer where no one subject was named: of a region those most in contact."""
    if not named.suggestions:
        return most_in_contact(searcher, limit)
    if not named.is_region:
        return named.suggestions[:limit]
    among = {subject.key for subject in named.suggestions}
    known = [code for code in _ranked(searcher) if code in among]
    return tuple(Subject(SubjectKind.COUNTRY, code) for code in known[:limit])


@lru_cache(maxsize=2)
def _ranked(searcher: Searcher) -> tuple[str, ...]:
    # A snapshot never changes.
    counts = {code: _count(searcher, code) for code in Gazetteer.load().country_codes() - {HOME}}
    return tuple(sorted((code for code in counts if counts[code]), key=lambda c: (-counts[c], c)))


def _count(searcher: Searcher, code: str) -> int:
    one, home = frozenset({code}), frozenset({HOME})
    wanted = (
        EventFilter(countries=one, statuses=HAPPENED),
        EventFilter(countries=home, to_countries=one, statuses=HAPPENED),
    )
    try:
        return sum(len(searcher.events.select(filter_)) for filter_ in wanted)
    except IndexingError as error:
        raise IndexUnusableError(str(error)) from error
