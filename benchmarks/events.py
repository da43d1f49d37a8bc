"""Events read out of releases a second, and answers to list questions over 100,000 events.

Releases are put together from paragraphs of the bundled sample, 250 words each, and read on
one core. The events are invented (see `benchmarks.synthetic_events`).
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.measures import print_table
from benchmarks.synthetic import sample_releases
from benchmarks.synthetic_events import write_synthetic
from benchmarks.workspace import CACHE, MODELS
from corpus.release import Language, Release, ReleaseKey
from index.events.filter import EventFilter
from index.events.store import EventStore
from index.extraction.event import EventKind, Role
from index.extraction.read import read_accounts
from index.places.gazetteer import Gazetteer

if TYPE_CHECKING:
    pass

WORDS = 250
QUESTIONS = Path(__file__).with_name("list_questions.csv")
TARGETS = {"rate": 150, "ms": 30}


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds on the clock, and of this process's own work."""

    clock: float
    own: float


def main(arguments: list[str]) -> None:
    """Print a table of reading and one of answering."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks events", description=__doc__)
    parser.add_argument("--releases", type=int, default=300, help="of each language")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--profile", action="store_true", help="say where reading takes time")
    options = parser.parse_args(arguments)
    if options.profile:
        _profile(options.releases)
        return
    _measure_reading(options.releases)
    _measure_answering(options.events)


def _measure_reading(count: int) -> None:
    rows = []
    for language in Language:
        releases = list(_releases(language, count))
        _read(releases[: count // 10])  # data and patterns are made at first use
        seconds, found = _read(releases)
        target = f"{TARGETS['rate']}" if language is Language.EN else ""
        rows.append((language.value, f"{count / seconds:.0f}", f"{found / count:.1f}", target))
    print_table(("releases of 250 words", "a second", "accounts each", "target"), rows)


def _read(releases: list[Release]) -> tuple[float, int]:
    """Seconds of one core's work, and how many accounts were read."""
    started = time.process_time()
    found = sum(len(read_accounts(release)) for release in releases)
    return time.process_time() - started, found


def _releases(language: Language, count: int) -> Iterator[Release]:
    """Releases of at least 250 words, of paragraphs in their order, no two the same."""
    sample = [release for release in sample_releases() if release.language is language]
    paragraphs = cycle((release, part) for release in sample for part in release.body.split("\n\n"))
    for number in range(count):
        parts: list[str] = []
        while sum(len(part.split()) for part in parts) < WORDS:
            of, part = next(paragraphs)
            parts.append(part)
        key = ReleaseKey("mfa", "press", f"{number}", language)
        published = of.published + timedelta(days=number)
        yield Release(key, of.url, of.title, "\n\n".join(parts), published)


def _profile(count: int) -> None:
    import cProfile
    import pstats

    releases = list(_releases(Language.EN, count))
    _read(releases[: count // 10])
    with cProfile.Profile() as profile:
        _read(releases)
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def _measure_answering(count: int) -> None:
    from bot.engine import PassageEngine  # the model's runtime, which reading does without
    from index.embedding.models import load_encoder
    from index.settings import BUNDLED, IndexSettings

    with TemporaryDirectory(prefix="elshi-", dir=_cache()) as name:
        folder = Path(name)
        events = write_synthetic(folder, count, load_encoder(BUNDLED, MODELS))
        (store,) = folder.glob("snapshots/*/events")
        selecting = _times_of_selection(EventStore(store))
        engine = PassageEngine(IndexSettings(folder, BUNDLED, MODELS))
        engine.answer("Who visited Astana?")  # opens the index
        rows = [("selection", *_figures(selecting), "")]
        for language in Language:
            times = [_timed(partial(engine.answer, question)) for question in _questions(language)]
            rows.append((f"answer, {language}", *_figures(times), f"{TARGETS['ms']}"))
    print()
    head = (f"over {events} events", "median ms", "p95 ms", "median CPU ms", "p95 CPU ms", "target")
    print_table(head, rows)


def _cache() -> Path:
    CACHE.mkdir(parents=True, exist_ok=True)
    return CACHE


def _questions(language: Language) -> list[str]:
    with QUESTIONS.open(encoding="utf-8", newline="") as lines:
        return [row[language] for row in csv.DictReader(lines)]


def _timed(work: Callable[[], object]) -> Taken:
    clock, own = time.perf_counter(), time.process_time()
    work()
    return Taken(1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - own))


def _times_of_selection(store: EventStore) -> list[Taken]:
    africa = Gazetteer.load().region_members("africa")
    asked = [
        EventFilter(
            kinds=frozenset({EventKind.VISIT}),
            roles=frozenset({role}),
            countries=africa,
            cities=frozenset({"Astana"}),
        )
        for role in Role
    ]
    return [_timed(partial(store.select, wanted)) for wanted in asked]


def _figures(times: list[Taken]) -> tuple[str, ...]:
    clock, own = sorted(one.clock for one in times), sorted(one.own for one in times)
    p95 = int(0.95 * len(times))
    return tuple(f"{one:.1f}" for one in (median(clock), clock[p95], median(own), own[p95]))
