"""`elshi corpus sync`, `changes` and `diff` as processes of their own, over a real site."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from govkz import NEWEST, GovKz, Reply, article, articles, gov_kz

from corpus.settings import CorpusSettings
from corpus.store import close_corpus, fingerprint, open_corpus

ELSHI = [sys.executable, "-W", "error", "-c", "from bot.cli import main; main()", "corpus"]


@pytest.fixture
def site() -> Iterator[GovKz]:
    with gov_kz(articles(230)) as found:
        yield found


def environ(site: GovKz, home: Path) -> dict[str, str]:
    return os.environ | {
        "ELSHI_HOME": str(home),
        "DATABASE_URL": "",
        "ELSHI_SOURCE_URL": site.url,
        "ELSHI_SOURCE_PAUSE": "0",
    }


def elshi(site: GovKz, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*ELSHI, *arguments]
    return subprocess.run(
        command, env=environ(site, home), text=True, capture_output=True, check=False
    )


def mark(home: Path) -> str:
    sessions = open_corpus(CorpusSettings(home, f"sqlite:///{home / 'corpus.sqlite'}"))
    with sessions() as session:
        found = fingerprint(session)
    close_corpus(sessions)
    return found


def test_sync_killed_at_any_moment_ends_like_an_undisturbed_one(
    site: GovKz, tmp_path: Path
) -> None:
    assert elshi(site, tmp_path / "calm", "sync").returncode == 0
    stormy = tmp_path / "stormy"
    chance = random.Random(5)
    for _ in range(4):
        seen = site.requests
        process = subprocess.Popen(
            [*ELSHI, "sync"], env=environ(site, stormy), stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 30
        wanted = seen + chance.randint(1, 4)
        while site.requests < wanted and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.002)
        time.sleep(chance.random() / 20)
        process.send_signal(signal.SIGKILL)
        process.wait()
    last = elshi(site, stormy, "sync")
    assert last.returncode == 0, last.stderr
    assert mark(stormy) == mark(tmp_path / "calm")


def test_two_syncs_at_once_are_impossible(site: GovKz, tmp_path: Path) -> None:
    def slow(rows: list[dict[str, object]]) -> list[dict[str, object]]:
        time.sleep(3)
        return rows

    site.faults.append(slow)
    first = subprocess.Popen([*ELSHI, "sync"], env=environ(site, tmp_path))
    deadline = time.monotonic() + 30
    while not site.requests and time.monotonic() < deadline:
        time.sleep(0.01)
    second = elshi(site, tmp_path, "sync")
    assert second.returncode == 1
    assert second.stderr == (
        "elshi: another sync is running over this corpus; wait for it, or stop it\n"
    )
    assert first.wait() == 0
    assert not site.overlapping


def test_refusal_is_told_and_heeded(site: GovKz, tmp_path: Path) -> None:
    site.always = Reply(400, b'{"error": "notAllowed"}')
    first = elshi(site, tmp_path, "sync")
    assert first.returncode == 1
    assert first.stderr == "elshi: the site refuses (HTTP 400): notAllowed\n"
    again = elshi(site, tmp_path, "sync")
    assert "it is left alone until" in again.stderr
    assert site.requests == 1
    status = json.loads(elshi(site, tmp_path, "status", "--json").stdout)
    (source,) = status["sources"]
    assert source["state"] == "refused"
    assert "notAllowed" in elshi(site, tmp_path, "status").stdout
    site.always = None
    assert elshi(site, tmp_path, "sync", "--now").returncode == 0
    assert (
        json.loads(elshi(site, tmp_path, "status", "--json").stdout)["sources"][0]["state"] == "ok"
    )


def test_edits_are_watched(site: GovKz, tmp_path: Path) -> None:
    told = elshi(site, tmp_path, "sync", "--languages", "ru").stdout
    assert told == "Releases: 230 new, 0 changed, 0 vanished, 0 restored, 0 same. Requests: 6.\n"
    assert "Nothing was edited" in elshi(site, tmp_path, "changes").stdout
    site.articles[0] = article(
        230, site.articles[0].published, body={"ru": "<p>Стороны обсудили торговлю и связь.</p>"}
    )
    site.articles[1:2] = []
    site.articles.append(article(999, NEWEST))
    elshi(site, tmp_path, "sync", "--languages", "ru", "--since", "2026-11-01")
    lines = elshi(site, tmp_path, "changes", "--json").stdout.splitlines()
    assert {(row["change"], row["release"]) for row in map(json.loads, lines)} == {
        ("changed", "mfa/news/900230/ru"),
        ("vanished", "mfa/news/900229/ru"),
    }
    everything = elshi(site, tmp_path, "changes", "--json", "--all").stdout.splitlines()
    assert len(everything) == 233
    assert not elshi(site, tmp_path, "changes", "--json", "--since", "2999-01-01").stdout
    shown = elshi(site, tmp_path, "diff", "900230").stdout
    assert "торговлю и [-транспорт на встрече 230-]{+связь+}." in shown
    assert "only one version" in elshi(site, tmp_path, "diff", "900229").stdout
    unknown = elshi(site, tmp_path, "diff", "no/such")
    assert (unknown.returncode, unknown.stderr) == (1, "Error: no release is known as no/such\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--languages", "de"], "known are en, ru and kk"),
        (["--languages", ","], "names no language"),
        (["--entity", "../mfa"], "no entity or section"),
        (["--section", "News Page"], "no entity or section"),
    ],
)
def test_wrong_lists_are_told(
    site: GovKz, tmp_path: Path, arguments: list[str], words: str
) -> None:
    wrong = elshi(site, tmp_path, "sync", *arguments)
    assert wrong.returncode == 2
    assert words in wrong.stderr
    assert not site.requests


def test_full_disk_is_told_and_the_next_run_goes_on(site: GovKz, tmp_path: Path) -> None:
    assert elshi(site, tmp_path, "status").returncode == 0  # the tables are there
    for name in ("corpus.sqlite-wal", "corpus.sqlite-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000)); "
    code = f"{limit}from bot.cli import main; main()"
    full = subprocess.run(
        [sys.executable, "-c", code, "corpus", "sync"],
        env=environ(site, tmp_path),
        text=True,
        capture_output=True,
        check=False,
    )
    assert full.returncode == 1
    assert full.stderr.splitlines()[-1].startswith("elshi: the corpus database refuses: ")
    assert "Traceback" not in full.stderr
    assert elshi(site, tmp_path, "sync").returncode == 0
    assert json.loads(elshi(site, tmp_path, "status", "--json").stdout)["releases"] == 690


def test_locked_database_is_waited_for(site: GovKz, tmp_path: Path) -> None:
    elshi(site, tmp_path, "status")
    with sqlite3.connect(tmp_path / "corpus.sqlite", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        process = subprocess.Popen(
            [*ELSHI, "sync", "--languages", "ru"], env=environ(site, tmp_path)
        )
        deadline = time.monotonic() + 30
        while not site.requests and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.5)
        assert process.poll() is None
        other.execute("ROLLBACK")
        assert process.wait() == 0
