"""Answers questions from the index: understand, look up, compose, check."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property, lru_cache
from threading import Lock

from bot.answer import Answer, Citation, Scope
from bot.compose import compose_abstention, compose_passages
from bot.errors import IndexUnusableError
from bot.evidence import quotes
from bot.judgement import is_answered
from bot.messages import Texts
from bot.ports import EngineStatus
from bot.question import Question, read_question
from corpus.provenance import is_invented
from corpus.release import Language
from index.encoder import Encoder
from index.errors import IndexingError
from index.models import load_encoder
from index.passage import Hit
from index.search import Searcher
from index.settings import IndexSettings
from index.snapshot import current_name

PASSAGES = 24  # passages whose sentences are looked at


class PassageEngine:
    """The engine over the index that `settings` name; any number of threads may ask it.

    A snapshot that another process publishes is read from the next question on.
    """

    def __init__(self, settings: IndexSettings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._name: str | None = None
        self._searcher: Searcher | None = None

    def answer(
        self, question: str, history: Sequence[str] = (), language: Language | None = None
    ) -> Answer:
        """What the releases say to `question`, asked after the questions in `history`.

        Without `language` the answer is in the language of the question. Raises `BotError`
        when there is no usable index.
        """
        started = time.perf_counter()
        try:
            answer = self._answer(read_question(question, tuple(history), language))
        except IndexingError as error:
            raise IndexUnusableError(str(error)) from error
        return replace(answer, took_ms=1000 * (time.perf_counter() - started))

    def status(self) -> EngineStatus:
        """What the engine answers from at this moment."""
        try:
            return _status(self._current())
        except IndexingError as error:
            raise IndexUnusableError(str(error)) from error

    def _answer(self, question: Question) -> Answer:
        searcher = self._current()
        among = searcher.naming(question.guests) if question.guests else None
        hits = searcher.search(question.lookup, _stemmed_as(question), PASSAGES, among)
        found = quotes(question, hits, searcher.idf)
        scope = _scope(question, searcher)
        is_named = among is not None or not question.guests
        if is_named and is_answered(question, found):
            answer = _checked(compose_passages(question, found, scope), hits)
        else:
            answer = compose_abstention(question, found, scope)
        return replace(answer, notice=_notice(question, answer.citations))

    def _current(self) -> Searcher:
        name = current_name(self._settings.folder)
        with self._lock:
            if self._searcher is None or name != self._name:
                self._searcher = Searcher(self._settings.folder, self._encoder)
                self._name = name
            return self._searcher

    @cached_property
    def _encoder(self) -> Encoder:
        return load_encoder(self._settings.model, self._settings.models)


def _stemmed_as(question: Question) -> list[Language]:
    """Languages whose stemming the words of the question may need."""
    if question.language is Language.EN:
        return [Language.EN]
    other = Language.KK if question.language is Language.RU else Language.RU
    return [question.language, other]


def _scope(question: Question, searcher: Searcher) -> Scope:
    texts = Texts(question.language)
    interpretation = texts.text("read-as-topic", words=", ".join(question.topic) or question.text)
    return Scope(searcher.manifest.releases, searcher.store.newest(), interpretation)


def _checked(answer: Answer, hits: Sequence[Hit]) -> Answer:
    """`answer` without any quote that does not stand in the release it cites."""
    bodies = {hit.source.release.url: hit.source.release for hit in hits}

    def stands(citation: Citation) -> bool:
        release = bodies[citation.url]
        return citation.quote in release.body or citation.quote in release.title

    return replace(answer, citations=tuple(filter(stands, answer.citations)))


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
