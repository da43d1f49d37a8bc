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
    """The answer that lists the releases `found`: one item for all accounts of one event.

    Where news are asked for, those are the newest ones, the newest first.
    """
    texts = Texts(question.language)
    accounts = _accounts(found)
    told = reversed(accounts) if query.shape is Shape.LATEST else accounts
    items = tuple(_item(account, question) for account in told)[: query.limit]
    kind = AnswerKind.COUNT if query.shape is Shape.COUNT else AnswerKind.LIST
    said = _headline(query, len(items), len(accounts), texts)
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


def _headline(query: EventQuery, shown: int, total: int, texts: Texts) -> str:
    if query.shape is not Shape.LATEST:
        return texts.text("release-mentions", count=shown)
    if not _names_anything(query):
        return texts.text("releases-newest")
    return texts.text("release-news", count=shown, total=total, left=total - shown)


def _names_anything(query: EventQuery) -> bool:
    return bool(query.origin or query.cities or query.topic)


def releases_in_words(query: EventQuery, texts: Texts) -> str:
    """What releases `query` asks for, in words."""
    cities = [Gazetteer.load().city_name(city, texts.language) for city in sorted(query.cities)]
    names = [*place_names(query.origin, texts.language), *cities, *query.topic]
    when = in_time(query.first, query.last, texts)
    if not _names_anything(query):
        return texts.text("read-as-newest", when=when or "none")
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
