"""Answers a typed query from the events and releases of a snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answer import Answer, Scope
from bot.checking import checked
from bot.events.compose import Found, compose_events
from bot.events.corrected import without_corrected
from bot.events.items import Releases, Teller
from bot.events.lookup import Candidates, candidates
from bot.events.release_lookup import releases_on
from bot.events.releases import compose_releases
from bot.events.selection import Selection, select
from bot.events.topic import share_of_topic
from bot.messages import Texts
from bot.query.query import EventQuery, ItemOf, Shape
from bot.question import Question
from corpus.dates import day_of
from index.extraction.event import Event, EventKind
from index.search import Searcher


def answer_query(
    question: Question,
    query: EventQuery,
    sides: Sequence[EventQuery],
    searcher: Searcher,
    scope: Scope,
) -> Answer | None:
    """What the events say to `query`, or to `sides`, the queries that it compares.

    None where the releases may say more than the events do.

    That there was no visit is an answer. That no document, talk or appointment was read out
    of the releases is none, since they may tell of it in words that no reader knows.
    """
    if query.item_of is ItemOf.RELEASE:
        mentioned = releases_on(query, searcher)
        if query.shape is Shape.LATEST and not mentioned:
            return None  # "what is new in" may ask for a fact
        answer = compose_releases(question, query, mentioned, scope)
        return checked(answer, [one.source.release for one in mentioned])
    queries = sides or [query]
    looked_up = [candidates(one, searcher.events) for one in queries]
    releases = _releases(looked_up, searcher)
    found = [
        Found(one, _selected(one, question, among.events, releases))
        for one, among in zip(queries, looked_up, strict=True)
    ]
    if query.kind is not EventKind.VISIT and not any(side.selection.groups for side in found):
        return None
    teller = Teller(query, Texts(question.language), releases)
    unread = sum(among.unread for among in looked_up)
    answer = compose_events(question, found, teller, scope, _days(searcher), unread)
    return checked(answer, [source.release for source in releases.values()])


def _selected(
    query: EventQuery, question: Question, events: Sequence[Event], releases: Releases
) -> Selection:
    def share(event: Event) -> float:
        return share_of_topic(event, query.topic, question.language, releases)

    return select(query, without_corrected(events, releases), share)


def _releases(looked_up: Sequence[Candidates], searcher: Searcher) -> Releases:
    numbers = {
        telling.release
        for among in looked_up
        for event in among.events
        for telling in event.tellings
    }
    return searcher.store.releases(sorted(numbers))


def _days(searcher: Searcher) -> tuple[date, date]:
    """The days on which the oldest and the newest release were published."""
    ends = (searcher.store.oldest(), searcher.store.newest())
    first, last = (day_of(end) if end else date.min for end in ends)
    return first, last
