"""Which news answers a standing question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.events.criteria import reasons
from bot.events.lookup import candidates
from bot.events.selection import ON_TOPIC, select
from bot.events.topic import share_of_topic
from bot.passages.evidence import Quote
from bot.passages.finding import PASSAGES, quotes_of
from bot.passages.judgement import answers
from bot.query.query import EventQuery
from bot.question import Question
from bot.watches.news import Happening, News, Story, is_news
from corpus.release import Language
from index.extraction.event import Event
from index.search import Searcher


@dataclass(frozen=True, slots=True)
class Scope:
    """What of the news is looked at: what is `changed`, and published by `grace` of `since`."""

    since: datetime
    grace: timedelta
    unchanged: frozenset[bytes] = frozenset()


def wanted_happenings(
    query: EventQuery, language: Language, news: News, scope: Scope
) -> list[Happening]:
    """The happenings that answer `query`, in order of date."""
    return [
        one
        for one in news.happenings
        if one.digest not in scope.unchanged
        and is_news(one, scope.since, scope.grace)
        and one.event.superseded_by is None
        and _fits(one.event, query, language, news)
    ]


def wanted_stories(question: Question, news: News, scope: Scope) -> list[tuple[Story, Quote]]:
    """The stories with a sentence that answers `question`, each with the best of its sentences."""
    searcher = news.searcher
    stories = {
        one.releases[0].event: one
        for one in news.stories
        if one.digest not in scope.unchanged and one.published >= scope.since - scope.grace
    }
    numbers = [release.number for story in stories.values() for release in story.releases]
    found: dict[int, Quote] = {}
    for quote in _quotes(question, numbers, searcher):
        if answers(question, quote):
            found.setdefault(quote.source.event, quote)
    return [(stories[number], quote) for number, quote in found.items()]


def is_topic_passed_over(query: EventQuery, language: Language, searcher: Searcher) -> bool:
    """Whether the topic of `query` is but a way to put it, which no event so far holds."""
    if not query.topic:
        return False
    events = candidates(query, searcher.events).events
    numbers = {telling.release for event in events for telling in event.tellings}
    releases = searcher.store.releases(sorted(numbers))

    def share(event: Event) -> float:
        return share_of_topic(event, query.topic, language, releases)

    return bool(select(query, events, share).unheld)


def _fits(event: Event, query: EventQuery, language: Language, news: News) -> bool:
    if reasons(event, query) != frozenset():
        return False
    if not query.topic:
        return True
    return share_of_topic(event, query.topic, language, news.releases) >= ON_TOPIC


def _quotes(question: Question, numbers: Sequence[int], searcher: Searcher) -> Iterable[Quote]:
    if not numbers:
        return ()
    among = searcher.of_releases(numbers)
    if question.guests:
        naming = searcher.naming(question.guests)
        if naming is None:
            return ()
        among = among & naming
    hits = searcher.search(question.lookup, _stemmed_as(question), PASSAGES, among)
    return quotes_of(question, hits, searcher)


def _stemmed_as(question: Question) -> list[Language]:
    return [question.language, *(one for one in Language if one is not question.language)]
