"""Releases that speak of something, as the items of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, AnswerKind, Citation, Item, Scope
from bot.events.headlines import place_names
from bot.events.release_lookup import Mentioned
from bot.messages import Texts
from bot.passages.compose import cite
from bot.query.interpretation import in_time
from bot.query.query import EventQuery, Shape
from bot.question import Question
from index.places.gazetteer import Gazetteer


def compose_releases(
    question: Question, query: EventQuery, found: Sequence[Mentioned], scope: Scope
) -> Answer:
    """The answer that lists the releases `found`: one item for all accounts of one event."""
    texts = Texts(question.language)
    items = tuple(_item(account, question) for account in _accounts(found))[: query.limit]
    kind = AnswerKind.COUNT if query.shape is Shape.COUNT else AnswerKind.LIST
    said = texts.text("release-mentions", count=len(items))
    if not items:
        kind, said = AnswerKind.ABSTENTION, texts.text("answer-nothing")
    return Answer(
        question.written,
        question.language,
        kind,
        said,
        (),
        scope,
        took_ms=0.0,
        items=items,
        count=len(items) if items else None,
    )


def releases_in_words(query: EventQuery, texts: Texts) -> str:
    """What releases `query` asks for, in words."""
    cities = [Gazetteer.load().city_name(city, texts.language) for city in sorted(query.cities)]
    names = [*place_names(query.origin, texts.language), *cities, *query.topic]
    when = in_time(query.first, query.last, texts)
    asked = ", ".join([*names, when] if when else names)
    return texts.text("read-as-releases", names=asked)


def _accounts(found: Sequence[Mentioned]) -> list[list[Mentioned]]:
    accounts: dict[int, list[Mentioned]] = {}
    for one in found:
        accounts.setdefault(one.source.event, []).append(one)
    return list(accounts.values())


def _item(account: Sequence[Mentioned], question: Question) -> Item:
    def rank(one: Mentioned) -> tuple[bool, bool]:
        release = one.source.release
        return one.quote == release.title, release.language is not question.language

    ordered = sorted(account, key=rank)  # what says it word for word, then what can be read
    sources: list[Citation] = [cite(one.source.release, one.quote) for one in ordered]
    day = ordered[0].source.release.day
    return Item(label=sources[0].title, sources=tuple(sources), date=day.isoformat())
