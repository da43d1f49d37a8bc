"""Holds standing questions to the news of a snapshot: what is to be told, and what is known.

Values in, values out; reading the index takes its time, so call these off the event loop.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.passages.evidence import Quote
from bot.query.query import EventQuery
from bot.telegram.watches.kept import Kind, Outcome, Watch
from bot.watches.identity import Page, from_json, sort_out, to_json
from bot.watches.matching import Scope, wanted_happenings, wanted_stories
from bot.watches.news import Happening, News, Story
from bot.watches.notice import Notice, event_notice, quote_notice, story_notice
from bot.watches.wanted import Unwatchable, read_wanted
from corpus.dates import day_of
from corpus.release import Language

FILLED = timedelta(days=14)  # before a watch begins: what it then knows


@dataclass(frozen=True, slots=True)
class Matched:
    """What answers a watch among the news: happenings, or stories each with a sentence."""

    watch: Watch
    query: EventQuery | None = None
    happenings: tuple[Happening, ...] = ()
    stories: tuple[tuple[Story, Quote | None], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.happenings or self.stories)


def match(watch: Watch, news: News, scope: Scope) -> Matched:
    """What of the news in `scope` answers `watch`, whether it knows it or not."""
    if watch.kind is Kind.CHANNEL:
        earliest = scope.since - scope.grace
        told = (one for one in news.stories if one.published >= earliest)
        fresh = (one for one in told if one.digest not in scope.unchanged)
        return Matched(watch, stories=tuple((one, None) for one in fresh))
    day = day_of(watch.since)
    wanted = read_wanted(watch.text, watch.history, watch.language, day)
    if isinstance(wanted, Unwatchable):  # by the rules of a newer version
        return Matched(watch)
    query = wanted.as_kept(passes_topic=watch.passes_topic)
    if watch.kind is Kind.TOPIC or query is None:
        return Matched(watch, stories=tuple(wanted_stories(wanted.question, news, scope)))
    happenings = wanted_happenings(query, wanted.question.language, news, scope)
    return Matched(watch, query, tuple(happenings))


def known_at_start(watch: Watch, news: News) -> list[str]:
    """What a watch that begins now knows already: what was told of late."""
    found = match(watch, news, Scope(watch.since - FILLED, timedelta(0)))
    told = [to_json(one.tellings) for one in found.happenings]
    return told + [_pages(story) for story, _ in found.stories]


def outcome_of(found: Matched, known: Mapping[int, str], news: News, language: Language) -> Outcome:
    """What is new of what was `found` to a watch that knows `known`, told in `language`."""
    if found.query is not None:
        return _of_events(found, found.query, known, news, language)
    return _of_stories(found, known, news, language)


def _of_events(
    found: Matched, query: EventQuery, known: Mapping[int, str], news: News, language: Language
) -> Outcome:
    told = {number: from_json(text, news.story_of) for number, text in known.items()}
    events = {one.tellings: one.event for one in found.happenings}
    sorted_out = sort_out(list(events), told, news.present)
    notices = tuple(
        (event_notice(events[tellings], query, news.releases, language), to_json(tellings))
        for tellings in sorted_out.new
    )
    changed = tuple((number, to_json(one)) for number, one in sorted_out.known.items())
    return Outcome(found.watch, language, notices, changed)


def _of_stories(
    found: Matched, known: Mapping[int, str], news: News, language: Language
) -> Outcome:
    pages = {number: _read_pages(text) for number, text in known.items()}
    notices: list[tuple[Notice, str]] = []
    changed: list[tuple[int, str]] = []
    for story, quote in found.stories:
        number = next((number for number, told in pages.items() if told & story.pages), None)
        if number is None:
            notices.append((_notice(story, quote, news, language), _pages(story)))
        elif not story.pages <= pages[number]:
            pages[number] |= story.pages
            changed.append((number, json.dumps(sorted(pages[number]))))
    return Outcome(found.watch, language, tuple(notices), tuple(changed))


def _notice(story: Story, quote: Quote | None, news: News, language: Language) -> Notice:
    if quote is not None:
        return quote_notice(quote)
    return story_notice(story, _told_in(story, news.happenings), news.releases, language)


def _told_in(story: Story, happenings: Sequence[Happening]) -> list[Happening]:
    numbers = {one.number for one in story.releases}
    return [
        one
        for one in happenings
        if any(telling.release in numbers for telling in one.event.tellings)
    ]


def _pages(story: Story) -> str:
    return json.dumps(sorted(story.pages))


def _read_pages(text: str) -> frozenset[Page]:
    return frozenset((entity, section, id_) for entity, section, id_ in json.loads(text))
