"""Backups: made while the bot runs, checked before anything is replaced, whatever they hold."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import io
import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from botapi import BotApi
from fakes import make_release
from hypothesis import given
from hypothesis import strategies as st
from telegram_users import Person
from test_bot_telegram_restart import Process

from bot.backup.archive import unpack
from bot.backup.manifest import MANIFEST, read_manifest
from bot.errors import BackupError
from bot.page.kept import KeptAnswers
from bot.telegram.storage.database import Database
from corpus.settings import CorpusSettings
from corpus.store import close_corpus, open_corpus, save

ROOT = Path(__file__).resolve().parent.parent


def elshi(home: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", *words],
        cwd=ROOT,
        env={**os.environ, "ELSHI_HOME": str(home), "DATABASE_URL": "", **environ},
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a corpus and what a bot has stored."""
    home = tmp_path_factory.mktemp("stored")
    Database(home).close()
    settings = CorpusSettings(home, f"sqlite:///{home / 'corpus.sqlite'}")
    sessions = open_corpus(settings)
    with sessions.begin() as session:
        save(session, make_release(), datetime.now(UTC))
    close_corpus(sessions)
    return home


@pytest.fixture
def home(stored: Path, tmp_path: Path) -> Path:
    """A copy of `stored`, in a folder of its own."""
    return shutil.copytree(stored, tmp_path / "home")


def backed_up(home: Path, *options: str) -> Path:
    archive = home.parent / "kept.tar.gz"
    ended = elshi(home, "backup", str(archive), *options)
    assert ended.returncode == 0, ended.stderr
    return archive


def contents(archive: Path) -> dict[str, bytes]:
    with tarfile.open(archive, "r:gz") as tar:
        members = [(member.name, tar.extractfile(member)) for member in tar]
        return {name: opened.read() for name, opened in members if opened}


def repacked(archive: Path, members: list[tuple[tarfile.TarInfo, bytes]]) -> Path:
    with tarfile.open(archive, "w:gz") as tar:
        for member, content in members:
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return archive


def state(home: Path) -> dict[str, str]:
    """Hashes of what counts in a data folder."""
    names = [home / "corpus.sqlite", home / "bot.sqlite"]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in names}


async def test_a_backup_of_a_bot_that_answers_restores_to_a_bot_that_works(
    api: BotApi, home: Path, tmp_path: Path
) -> None:
    bot = Process(api, home)
    await bot.start()
    people = [Person(api, id=100 + number) for number in range(20)]
    for person in people[:10]:
        await person.say(f"slow 0.1 question of {person.id}")
    backup = asyncio.create_task(asyncio.to_thread(backed_up, home))
    for person in people[10:]:
        await person.say(f"slow 0.1 question of {person.id}")
    archive = await backup
    for person in people:
        await person.hear()
    assert (await bot.end(signal.SIGTERM))[0] == 0

    other = tmp_path / "other"
    ended = elshi(other, "restore", str(archive))
    assert ended.returncode == 0, ended.stderr
    assert "Restored, as of" in ended.stdout
    assert json.loads(elshi(other, "corpus", "status", "--json").stdout)["releases"] == 1
    bot = Process(api, other)
    await bot.start()
    late = Person(api, id=500)
    await late.say("Who came?")
    assert (await late.hear()).startswith("Answer to Who came?")
    assert (await bot.end(signal.SIGTERM))[0] == 0


async def test_restore_is_refused_while_the_bot_runs(api: BotApi, home: Path) -> None:
    archive = backed_up(home)
    bot = Process(api, home)
    await bot.start()
    before = state(home)["corpus.sqlite"]
    ended = await asyncio.to_thread(elshi, home, "restore", str(archive))
    await bot.end(signal.SIGTERM)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "another bot already runs" in ended.stderr
    assert state(home)["corpus.sqlite"] == before


def test_what_was_there_is_kept_aside(home: Path) -> None:
    archive = backed_up(home)
    connection = sqlite3.connect(home / "bot.sqlite")
    connection.execute("INSERT INTO user VALUES (7, 'kk', NULL)")
    connection.commit()  # it stands in the write-ahead log only
    assert (home / "bot.sqlite-wal").exists()
    ended = elshi(home, "restore", str(archive))
    connection.close()
    assert ended.returncode == 0, ended.stderr
    (aside,) = home.glob("before-restore-*")
    assert str(aside) in ended.stdout
    assert rows(aside / "bot.sqlite") == [(7, "kk", None)]
    assert rows(home / "bot.sqlite") == []
    assert not list(home.glob(".restoring-*"))
    assert not list(home.glob("*-wal"))


def test_the_answers_of_the_web_page_come_along(home: Path, tmp_path: Path) -> None:
    KeptAnswers(home).close()
    archive, other = backed_up(home), tmp_path / "other"
    assert elshi(other, "restore", str(archive)).returncode == 0
    assert set(contents(archive)) == {MANIFEST, "bot.sqlite", "corpus.sqlite", "page.sqlite"}
    assert (other / "page.sqlite").is_file()


def rows(path: Path) -> list[Any]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT * FROM user").fetchall()
    connection.close()
    return found


def test_a_damaged_database_is_replaced_and_kept(home: Path) -> None:
    archive = backed_up(home)
    (home / "bot.sqlite").write_bytes(b"damaged" * 1000)
    assert elshi(home, "restore", str(archive)).returncode == 0
    (aside,) = home.glob("before-restore-*")
    assert (aside / "bot.sqlite").read_bytes().startswith(b"damaged")
    assert rows(home / "bot.sqlite") == []


def test_a_backup_is_private_and_not_written_over(home: Path) -> None:
    archive = backed_up(home)
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    content = archive.read_bytes()
    again = elshi(home, "backup", str(archive))
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert "is there already" in again.stderr
    assert archive.read_bytes() == content
    assert sorted(path.name for path in home.parent.iterdir()) == [
        "home",
        "kept.tar.gz",
    ]


@pytest.mark.parametrize("words", [("backup", "new.tar.gz"), ("restore", "none.tar.gz")])
def test_where_there_is_nothing_it_is_one_line(tmp_path: Path, words: tuple[str, str]) -> None:
    ended = elshi(tmp_path, words[0], str(tmp_path / words[1]))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / words[1]).exists()


def test_with_postgresql_the_corpus_is_left_to_pg_dump(home: Path, tmp_path: Path) -> None:
    url = "postgresql://somebody:secret@127.0.0.1:1/elshi"
    archive = tmp_path / "bot-only.tar.gz"
    ended = elshi(home, "backup", str(archive), DATABASE_URL=url)
    assert ended.returncode == 0
    assert "pg_dump" in ended.stderr
    assert set(contents(archive)) == {MANIFEST, "bot.sqlite"}
    assert "secret" not in ended.stdout + ended.stderr


@pytest.mark.slow
def test_the_index_comes_along_where_it_is_asked_for(
    answering_home: Path, models: Path, tmp_path: Path
) -> None:
    archive, other = tmp_path / "all.tar.gz", tmp_path / "other"
    ended = elshi(answering_home, "backup", str(archive), "--with-index")
    assert ended.returncode == 0, ended.stderr
    assert elshi(other, "restore", str(archive)).returncode == 0
    told = elshi(other, "index", "status", "--json", ELSHI_MODELS=str(models))
    assert told.returncode == 0, told.stderr
    here = elshi(answering_home, "index", "status", "--json", ELSHI_MODELS=str(models))
    assert json.loads(told.stdout)["releases"] == json.loads(here.stdout)["releases"]


def file_member(name: str) -> tarfile.TarInfo:
    return tarfile.TarInfo(name)


def link_member(name: str, kind: bytes, target: str = "/etc/passwd") -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    return member


def told(**files: bytes) -> bytes:
    marks = {
        name: {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in files.items()
    }
    return json.dumps({"format": 1, "made": "now", "program": "0", "files": marks}).encode()


DATABASE = b"SQLite format 3\0" + bytes(84)
GOOD = told(**{"bot.sqlite": DATABASE})
HOSTILE: dict[str, list[tuple[tarfile.TarInfo, bytes]]] = {
    "no manifest": [(file_member("bot.sqlite"), DATABASE)],
    "manifest is no JSON": [(file_member(MANIFEST), b"{")],
    "manifest is a list": [(file_member(MANIFEST), b"[]")],
    "manifest nests": [(file_member(MANIFEST), b"[" * 100_000)],
    "another format": [(file_member(MANIFEST), GOOD.replace(b'"format": 1', b'"format": 2'))],
    "no files": [(file_member(MANIFEST), told())],
    "path outside": [
        (file_member(MANIFEST), told(**{"../bot.sqlite": DATABASE})),
        (file_member("../bot.sqlite"), DATABASE),
    ],
    "absolute path": [
        (file_member(MANIFEST), told(**{"/tmp/bot.sqlite": DATABASE})),
        (file_member("/tmp/bot.sqlite"), DATABASE),
    ],
    "path climbs in the index": [
        (file_member(MANIFEST), told(**{"index/snapshots/../../x": DATABASE})),
        (file_member("index/snapshots/../../x"), DATABASE),
    ],
    "file not told": [(file_member(MANIFEST), GOOD), (file_member("corpus.sqlite"), DATABASE)],
    "file missing": [(file_member(MANIFEST), GOOD)],
    "symbolic link": [
        (file_member(MANIFEST), GOOD), (link_member("bot.sqlite", tarfile.SYMTYPE), b""),
    ],
    "hard link": [
        (file_member(MANIFEST), GOOD), (link_member("bot.sqlite", tarfile.LNKTYPE), b""),
    ],
    "device": [(file_member(MANIFEST), GOOD), (link_member("bot.sqlite", tarfile.CHRTYPE), b"")],
    "manifest is a link": [(link_member(MANIFEST, tarfile.SYMTYPE), b"")],
    "file twice": [
        (file_member(MANIFEST), GOOD),
        (file_member("bot.sqlite"), DATABASE),
        (file_member("bot.sqlite"), DATABASE),
    ],
    "another hash": [(file_member(MANIFEST), GOOD), (file_member("bot.sqlite"), DATABASE[::-1])],
    "another size": [(file_member(MANIFEST), GOOD), (file_member("bot.sqlite"), DATABASE + b"x")],
    "no database": [(file_member(MANIFEST), GOOD), (file_member("bot.sqlite"), DATABASE)],
    "more than the disk holds": [
        (file_member(MANIFEST), GOOD.replace(b'"size": 100', b'"size": 9000000000000000')),
    ],
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_archive_is_refused_and_nothing_replaced(home: Path, case: str) -> None:
    members = [(member.replace(deep=True), content) for member, content in HOSTILE[case]]
    archive = repacked(home.parent / "hostile.tar.gz", members)
    before, names = state(home), sorted(home.iterdir())
    ended = elshi(home, "restore", str(archive))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1), ended.stderr
    assert "Traceback" not in ended.stderr
    assert state(home) == before
    assert sorted(path for path in home.iterdir() if path.suffix != ".lock") == [
        path for path in names if path.suffix != ".lock"
    ]


def test_a_header_that_asks_for_gigabytes_is_refused(tmp_path: Path) -> None:
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, 4 << 30
    archive = tmp_path / "bomb.tar.gz"
    archive.write_bytes(gzip.compress(header.tobuf() + bytes(1024)))
    with pytest.raises(BackupError, match="too large"):
        unpack(archive, tmp_path)


@pytest.mark.parametrize("cut", [0, 1, 100, -1, -20])
def test_an_archive_that_was_cut_is_refused(home: Path, cut: int) -> None:
    archive = backed_up(home)
    archive.write_bytes(archive.read_bytes()[:cut])
    (home.parent / "into").mkdir()
    with pytest.raises(BackupError):
        unpack(archive, home.parent / "into")


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_manifest_is_read_or_refused_in_words(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_manifest(content)


def test_a_database_of_a_newer_program_is_refused(home: Path) -> None:
    connection = sqlite3.connect(home / "bot.sqlite")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    archive = backed_up(home)
    before = state(home)
    ended = elshi(home, "restore", str(archive))
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "newer version" in ended.stderr
    assert state(home) == before
