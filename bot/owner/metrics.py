"""Counts what the bot does, for Prometheus and for the owner's /status.

Labels come from closed sets: kinds, languages, methods, classes of errors; never from users.
"""

from __future__ import annotations

import time
from collections import Counter as Tally
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from bot.answer import AnswerKind
from corpus.release import Language

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
OK = "ok"
_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_HOUR = 3600.0
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Condition:
    """What is measured only when it is asked for; `index_age` is in seconds, None without one."""

    queue: int
    releases: Mapping[Language, int]
    index_age: float | None
    site_refuses: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """What happened since the start and within the last hour; `memory` is in bytes."""

    answers: int
    answers_hour: int
    errors: Mapping[str, int]
    errors_hour: int
    refused_calls: Mapping[str, int]
    memory: int | None
    uptime: float


class Metrics:
    """Counters of one bot; safe to use from several threads. `now` counts seconds."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._started = now()
        self._recent_answers: deque[float] = deque(maxlen=_MOST)
        self._recent_errors: deque[float] = deque(maxlen=_MOST)
        self._failed: Tally[str] = Tally()
        self._refused_calls: Tally[str] = Tally()
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._answers = Counter(
            "elshi_answers", "Answers given.", ["kind", "language"], registry=registry
        )
        self._seconds = Histogram(
            "elshi_answer_seconds", "Time to an answer.", buckets=_BUCKETS, registry=registry
        )
        self._errors = Counter(
            "elshi_errors", "Updates that failed, by class.", ["error"], registry=registry
        )
        self._calls = Counter(
            "elshi_telegram_calls",
            "Calls to Telegram by how they ended.",
            ["method", "outcome"],
            registry=registry,
        )
        self._refusals = Counter(
            "elshi_refusals", "Questions that were not taken.", ["reason"], registry=registry
        )
        self._add_gauges(registry)

    def _add_gauges(self, registry: CollectorRegistry) -> None:
        self._queue = Gauge("elshi_queue_updates", "Updates not done.", registry=registry)
        self._releases = Gauge(
            "elshi_index_releases", "Releases searched.", ["language"], registry=registry
        )
        self._age = Gauge("elshi_index_age_seconds", "Age of the index.", registry=registry)
        self._site = Gauge(
            "elshi_site_refuses", "1 while the ministry's site refuses.", registry=registry
        )

    def answered(self, kind: AnswerKind, language: Language, seconds: float) -> None:
        """Count an answer and the time that it took."""
        self._answers.labels(kind, language).inc()
        self._seconds.observe(seconds)
        self._recent_answers.append(self._now())

    def failed(self, error: BaseException | None) -> None:
        """Count an update that failed."""
        name = type(error).__name__
        self._errors.labels(name).inc()
        self._failed[name] += 1
        self._recent_errors.append(self._now())

    def called(self, method: str, outcome: str) -> None:
        """Count a call to Telegram; `outcome` is OK or what it failed with."""
        self._calls.labels(method, outcome).inc()
        if outcome != OK:
            self._refused_calls[outcome] += 1

    def refused(self, reason: str) -> None:
        """Count a question that was not taken."""
        self._refusals.labels(reason).inc()

    def counts(self) -> Counts:
        """What has been counted so far."""
        since = self._now() - _HOUR
        memory = self._registry.get_sample_value("process_resident_memory_bytes")
        values = (s for metric in self._answers.collect() for s in metric.samples)
        return Counts(
            answers=int(sum(s.value for s in values if s.name.endswith("_total"))),
            answers_hour=sum(at > since for at in list(self._recent_answers)),
            errors=dict(self._failed),
            errors_hour=sum(at > since for at in list(self._recent_errors)),
            refused_calls=dict(self._refused_calls),
            memory=None if memory is None else int(memory),
            uptime=self._now() - self._started,
        )

    def exposition(self, found: Condition | None) -> bytes:
        """Everything in Prometheus's text format; without `found`, its gauges stay as they were."""
        if found is not None:
            self._queue.set(found.queue)
            self._site.set(found.site_refuses)
            self._age.set(float("nan") if found.index_age is None else found.index_age)
            for language, count in found.releases.items():
                self._releases.labels(language).set(count)
        return generate_latest(self._registry)
