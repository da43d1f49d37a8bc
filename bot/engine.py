"""Answers questions from the index: understand, look up, compose, check."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property, lru_cache
from threading import Lock

from bot.answer import Answer, Citation, Scope
from bot.checking import checked
from bot.errors import IndexUnusableError
from bot.events.answers import answer_query
from bot.events.criteria import is_of_one
from bot.events.releases import releases_in_words
from bot.messages import Texts
from bot.passages.compose import compose, compose_denial, nearest_citations
from bot.passages.compose_countries import compose_countries
from bot.passages.compose_ranking import compose_ranking
from bot.passages.denials import find_denial
from bot.passages.finding import find, quotes_of
from bot.passages.judgement import is_answered
from bot.passages.ranking import rank_figures
from bot.passages.respelling import as_releases_spell
from bot.passages.understood import understood
from bot.ports import EngineStatus
from bot.query.interpretation import interpretation
from bot.query.membership import members_on
from bot.query.query import EventQuery, ItemOf
from bot.query.reading import Reading, as_read, read_otherwise, read_query
from bot.query.release_questions import read_release_query
from bot.question import Question, read_question
from bot.source_watch import SourceCondition
from corpus.dates import day_of
from corpus.provenance import is_invented
from corpus.release import Language
from index.embedding.encoder import Encoder
from index.embedding.models import load_encoder
from index.errors import IndexingError
from index.search import Searcher
from index.settings import IndexSettings
from index.snapshot import current_name


class PassageEngine:
    """The engine over the index that `settings` name; any number of threads may ask it.

    A snapshot that another process publishes is read from the next question on. `watch` tells
    how the ministry's site was.
    """

    def __init__(
        self, settings: IndexSettings, watch: Callable[[], SourceCondition] = SourceCondition
    ) -> None:
        self._settings = settings
        self._watch = watch
        self._opening = Lock()
        self._held: tuple[str | None, Searcher] | None = None

    def answer(
        self, question: str, history: Sequence[str] = (), language: Language | None = None
    ) -> Answer:
        """What the releases say to `question`, asked after the questions in `history`.

        Without `language` the answer is in the language of the question. Raises `BotError`
        when there is no usable index.
        """
        return self._answer(question, history, language, as_read)

    def answer_otherwise(
        self, question: str, history: Sequence[str] = (), language: Language | None = None
    ) -> Answer:
        """What the releases say to the other fair reading of `question`, where it has two.

        Raises `BotError` when there is no usable index.
        """
        return self._answer(question, history, language, read_otherwise)

    def answer_at_once(self, question: str, language: Language | None = None) -> Answer:
        """The answer, which no language model words. Raises `BotError` without a usable index."""
        return self.answer(question, (), language)

    def _answer(
        self,
        question: str,
        history: Sequence[str],
        language: Language | None,
        way: Callable[[Reading], Reading],
    ) -> Answer:
        started = time.perf_counter()
        searcher = self.searcher()
        try:
            read = read_question(question, tuple(history), language)
            answer = _answer(read, history, searcher, way)
        except IndexingError as error:
            raise IndexUnusableError(str(error)) from error
        took_ms = 1000 * (time.perf_counter() - started)
        return replace(answer, took_ms=took_ms, snapshot=searcher.name)

    def searcher(self) -> Searcher:
        """The index as it is at this moment. Raises `BotError` when there is no usable one."""
        try:
            return self._current()
        except IndexingError as error:
            raise IndexUnusableError(str(error)) from error

    def status(self) -> EngineStatus:
        """What the engine answers from at this moment."""
        found = _status(self.searcher())
        site = self._watch()
        return replace(
            found, synced=site.synced, refused_since=site.refused_since, refusal=site.refusal
        )

    def _current(self) -> Searcher:
        name = current_name(self._settings.folder)
        held = self._held
        if held is not None and held[0] == name:
            return held[1]
        # Whoever comes first opens the new snapshot; the others answer from the one before.
        if held is not None and self._opening.locked():
            return held[1]
        with self._opening:
            return self._opened(name)

    def _opened(self, name: str | None) -> Searcher:
        held = self._held
        if held is not None and held[0] == name:
            return held[1]  # by another thread, while this one waited
        searcher = Searcher(self._settings.folder, self._encoder)
        self._held = name, searcher
        # What was loaded stays: the collector need not look it through with each answer.
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        return searcher

    @cached_property
    def _encoder(self) -> Encoder:
        return load_encoder(self._settings.model, self._settings.models)


def _answer(
    question: Question,
    history: Sequence[str],
    searcher: Searcher,
    way: Callable[[Reading], Reading],
) -> Answer:
    ranked = _from_figures(question, searcher)
    if ranked is not None:
        return ranked
    newest = searcher.store.newest()
    reading = newest and _read(question, history, newest, searcher)
    answer = _from_events(question, way(reading), searcher) if reading else None
    return answer or _from_passages(question, searcher)


def _read(
    question: Question, history: Sequence[str], newest: datetime, searcher: Searcher
) -> Reading | None:
    """The question as one for releases or for events; None where it is neither."""
    day = day_of(newest)
    releases = read_release_query(question.written, question.language, day)
    if releases is not None:
        return Reading(releases)
    if not len(searcher.events):
        return None
    reading = read_query(question.written, tuple(history), question.language, day)
    members = members_on(question.written, question.language, day)
    if reading is None or members is None:
        return reading
    sides = tuple(replace(side, members_on=members) for side in reading.sides)
    other = reading.alternative and replace(reading.alternative, members_on=members)
    return Reading(replace(reading.query, members_on=members), other, sides)


def _read_as(query: EventQuery, language: Language) -> str:
    if query.item_of is ItemOf.RELEASE:
        return releases_in_words(query, Texts(language))
    return interpretation(query, language)


def _from_events(question: Question, reading: Reading, searcher: Searcher) -> Answer | None:
    """What the events say to the question as it was read; None where that is nothing."""
    read_as = _read_as(reading.query, question.language)
    scope = Scope(searcher.manifest.releases, searcher.store.newest(), read_as)
    answer = answer_query(question, reading.query, reading.sides, searcher, scope)
    if answer is None:
        return None
    if answer.abstained and is_of_one(reading.query):
        answer = _denied(question, searcher, scope) or answer
    if answer.abstained and not answer.citations:
        answer = _with_nearest(answer, question, searcher)
    other = reading.alternative and interpretation(reading.alternative, question.language)
    texts = Texts(question.language)
    return replace(
        answer,
        alternative=texts.text("also-read-as", interpretation=other.removesuffix("."))
        if other
        else None,
        notice=_notice(question, answer.all_citations),
    )


def _denied(question: Question, searcher: Searcher, scope: Scope) -> Answer | None:
    """What denies that the one visit asked about took place, in words that no event holds."""
    hits = find(question, searcher)
    denial = find_denial(question, quotes_of(question, hits, searcher))
    if denial is None:
        return None
    return checked(compose_denial(question, denial, scope), [denial.source.release])


def _with_nearest(answer: Answer, question: Question, searcher: Searcher) -> Answer:
    """`answer`, that there was none, with what the releases say to the question nevertheless."""
    hits = find(question, searcher)
    found = quotes_of(question, hits, searcher)
    if not is_answered(question, found):
        return answer
    answer = replace(answer, citations=nearest_citations(found))
    return checked(answer, [hit.source.release for hit in hits])


def _from_figures(question: Question, searcher: Searcher) -> Answer | None:
    """Which country's figure is largest or smallest; None where that is not asked or not told."""
    ranked = rank_figures(question, searcher)
    if not ranked:
        return None
    answer = compose_ranking(question, ranked, _scope(question, searcher))
    answer = checked(answer, [one.source.release for one in ranked])
    return replace(answer, notice=_notice(question, answer.citations))


def _from_passages(question: Question, searcher: Searcher) -> Answer:
    hits = find(question, searcher)
    spelt = as_releases_spell(question, hits)
    if spelt != question:
        question, hits = spelt, find(spelt, searcher)
    scope = _scope(question, searcher)
    found = quotes_of(question, hits, searcher)
    answer = compose_countries(question, found, scope) or compose(question, found, scope)
    answer = checked(answer, [hit.source.release for hit in hits])
    return replace(answer, notice=_notice(question, answer.all_citations))


def _scope(question: Question, searcher: Searcher) -> Scope:
    texts = Texts(question.language)
    read_as = texts.text("read-as-topic", words=", ".join(question.topic) or question.text)
    newest = searcher.store.newest()
    beyond = understood(question, day_of(newest)) if newest else ""
    return Scope(searcher.manifest.releases, newest, read_as, understood=beyond)


def _notice(question: Question, citations: Sequence[Citation]) -> str | None:
    if any(is_invented(citation.url) for citation in citations):
        return Texts(question.language).text("sample-notice")
    return None


@lru_cache(maxsize=1)
def _status(searcher: Searcher) -> EngineStatus:
    # A snapshot never changes, and health checks ask often.
    return EngineStatus(
        releases=searcher.manifest.releases,
        newest=searcher.store.newest(),
        indexed_at=datetime.fromisoformat(searcher.manifest.built),
        languages=searcher.store.languages(),
        invented=any(is_invented(url) for url in searcher.store.urls()),
    )
