"""Warm answers, index size and build memory at 2,000 and 100,000 passages.

The releases are recombined from the bundled sample; beyond 5,000 passages vectors are
stand-ins (see `benchmarks.synthetic`), so the build's seconds are then without encoding.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.measures import print_table
from benchmarks.workspace import CACHE, MODELS, measured
from corpus.release import Language
from index.places.gazetteer import Gazetteer

TARGETS = {2_000: 20, 100_000: 40}
GUESTS = (
    *("FI", "JP", "HU", "DE", "TR", "GH", "BR", "IN", "QA", "SN"),
    *("AZ", "UZ", "FR", "IT", "PL", "EG", "KE", "VN", "MX", "NO"),
)
TEMPLATES = {
    Language.EN: (
        "What did Kazakhstan and {} agree on in 2024?",
        "Who met the foreign minister in Astana: {}?",
    ),
    Language.RU: (
        "Казахстан и {}: какие документы подписаны?",
        "{}: сколько компаний работает в Казахстане?",
    ),
    Language.KK: (
        "Қазақстан мен {} қандай құжатқа қол қойды?",
        "{}: сауда көлемі қанша?",
    ),
}
HEAD = ("passages", "median ms", "p95 ms", "target", "bytes/passage", "build s", "build peak MB")


def main(arguments: list[str]) -> None:
    """Print a table with a row for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks scale", description=__doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=list(TARGETS))
    parser.add_argument("--profile", action="store_true", help="say where answers take time")
    options = parser.parse_args(arguments)
    # All builds first: a child's peak counts what its parent holds.
    builds = {size: _build(size) for size in options.passages}
    print_table(HEAD, [_row(size, *builds[size]) for size in options.passages])
    if options.profile:
        _profile(options.passages[-1])


def _folder(size: int) -> Path:
    return CACHE / f"scale-{size}"


def _build(size: int) -> tuple[float, float]:
    """Seconds and peak MB of the build; those of before where the index is there already."""
    notes = _folder(size) / "build.json"
    if not notes.exists():
        print(f"Building an index of {size} passages", file=sys.stderr)
        command = [sys.executable, "-m", "benchmarks.synthetic", str(_folder(size)), str(size)]
        run = measured(command)
        notes.write_text(json.dumps([json.loads(run.output)["seconds"], run.peak]))
    seconds, peak = json.loads(notes.read_text())
    return float(seconds), float(peak)


def _row(size: int, seconds: float, peak: float) -> tuple[str, ...]:
    times = sorted(_times(size))
    files = (_folder(size) / "snapshots").rglob("*")
    stored = sum(path.stat().st_size for path in files if path.is_file())
    p95 = times[int(0.95 * len(times))]
    target = f"{TARGETS[size]}" if size in TARGETS else ""
    sizes = (f"{stored / size:.0f}", f"{seconds:.0f}", f"{peak:.0f}")
    return f"{size}", f"{median(times):.1f}", f"{p95:.1f}", target, *sizes


def _times(size: int) -> list[float]:
    from bot.engine import PassageEngine  # after the builds: its memory would count as theirs
    from index.settings import BUNDLED, IndexSettings

    engine = PassageEngine(IndexSettings(_folder(size), BUNDLED, MODELS))
    first, *others = _questions()
    engine.answer(first)  # opens the index; every other question is asked once, so seen first
    times = []
    for question in others:
        started = time.perf_counter()
        engine.answer(question)
        times.append(1000 * (time.perf_counter() - started))
    return times


def _questions() -> list[str]:
    """A question from each template on each guest, 120 in three languages."""
    gazetteer = Gazetteer.load()
    return [
        template.format(gazetteer.country_name(guest, language))
        for guest in GUESTS
        for language, templates in TEMPLATES.items()
        for template in templates
    ]


def _profile(size: int) -> None:
    import cProfile
    import pstats

    with cProfile.Profile() as profile:
        _times(size)
    pstats.Stats(profile).sort_stats("tottime").print_stats(15)
