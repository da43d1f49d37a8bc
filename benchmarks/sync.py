"""Syncs with a local gov.kz: after kills, what one later run finds, and how fast and large.

The site is that of the tests, over real HTTP; its pauses are switched off.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measures import print_table
from benchmarks.workspace import ROOT, measured
from corpus.settings import CorpusSettings
from corpus.store import close_corpus, fingerprint, open_corpus

sys.path.insert(0, str(ROOT / "tests"))  # where the local site is kept

from govkz import GovKz, article, articles, gov_kz

RELEASES = 1000  # each in three languages
KILLS = 10
ELSHI = [sys.executable, "-c", "from bot.cli import main; main()", "corpus", "sync"]


def main(arguments: list[str]) -> None:
    """Print what syncs found after kills and changes, then speed and memory by size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks sync", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 3334])
    options = parser.parse_args(arguments)
    # Processes that are measured come first: their peak is at least this one's.
    print_table(
        ("releases", "seconds", "releases a second", "peak, MB"),
        [_measured(size) for size in options.sizes],
    )
    newest = datetime.now(UTC) - timedelta(hours=1)
    with gov_kz(articles(RELEASES, newest)) as site, TemporaryDirectory() as folder:
        _check_kills(site, Path(folder))
        _check_changes(site, Path(folder) / "calm")


def _measured(size: int) -> tuple[str, ...]:
    with gov_kz(articles(size)) as site, TemporaryDirectory() as home:
        run = measured(ELSHI, _environ(site, Path(home)))
    rate = 3 * size / run.seconds
    return f"{3 * size:,}", f"{run.seconds:.1f}", f"{rate:.0f}", f"{run.peak:.0f}"


def _check_kills(site: GovKz, folder: Path) -> None:
    _sync(site, folder / "calm")
    chance = random.Random(11)  # noqa: S311
    kills = 0
    while kills < KILLS:
        wanted = site.requests + chance.randint(2, 12)
        process = subprocess.Popen(ELSHI, cwd=ROOT, env=_environ(site, folder / "stormy"))
        while site.requests < wanted and process.poll() is None:
            time.sleep(0.001)
        time.sleep(chance.random() / 10)
        if process.poll() is None:
            kills += 1
            process.send_signal(signal.SIGKILL)
        process.wait()
    _sync(site, folder / "stormy")
    same = _mark(folder / "stormy") == _mark(folder / "calm")
    print(f"\nAfter {kills} kills the corpus is {'the same' if same else 'ANOTHER ONE'}.")


def _check_changes(site: GovKz, home: Path) -> None:
    now = datetime.now(UTC)
    restored = [site.articles.pop(place) for place in (9, 7, 5)]
    _sync(site, home)
    site.articles[20:25] = []
    site.articles.extend(restored)
    for edited in site.articles[:25]:
        edited.body["ru"] = f"<p>Стороны обсудили иное: {edited.id}.</p>"
    site.articles.extend(article(5000 + n, now + timedelta(minutes=n)) for n in range(40))
    before = site.requests
    print(f"40 new, 25 edited, 5 vanished, 3 restored: {_sync(site, home)}")
    print(f"Requests: {site.requests - before} (at most 12 wanted)")


def _sync(site: GovKz, home: Path) -> str:
    done = subprocess.run(
        ELSHI, cwd=ROOT, env=_environ(site, home), capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def _environ(site: GovKz, home: Path) -> dict[str, str]:
    own = {
        "ELSHI_HOME": str(home),
        "DATABASE_URL": "",
        "ELSHI_SOURCE_URL": site.url,
        "ELSHI_SOURCE_PAUSE": "0",
    }
    return os.environ | own


def _mark(home: Path) -> str:
    sessions = open_corpus(CorpusSettings(home, f"sqlite:///{home / 'corpus.sqlite'}"))
    with sessions() as session:
        found = fingerprint(session)
    close_corpus(sessions)
    return found
