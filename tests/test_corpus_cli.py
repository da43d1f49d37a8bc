"""`elshi corpus` as a person types it, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.sample import sample_path


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return kept | {"ELSHI_HOME": str(tmp_path / "home")}


def elshi(environ: dict[str, str], *words: str | Path) -> subprocess.CompletedProcess[str]:
    code = "from bot.cli import main; main()"
    command = [sys.executable, "-W", "error", "-c", code, "corpus", *(str(word) for word in words)]
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60)


def test_import_tells_what_was_read_and_refused(environ: dict[str, str], tmp_path: Path) -> None:
    missing = tmp_path / "none.txt"
    first = elshi(environ, "import", sample_path(), missing)
    assert first.returncode == 0
    assert first.stdout == "225 releases read: 225 new, 0 changed, 0 known already; 1 refused.\n"
    assert first.stderr == f"Refused {missing}: no such file or folder\n"
    second = elshi(environ, "import", sample_path())
    assert second.stdout == "225 releases read: 0 new, 0 changed, 225 known already; 0 refused.\n"


def test_status_for_people_and_for_machines(environ: dict[str, str]) -> None:
    empty = json.loads(elshi(environ, "status", "--json").stdout)
    assert (empty["releases"], empty["newest"], empty["last_import"]) == (0, None, None)
    elshi(environ, "import", sample_path())
    full = json.loads(elshi(environ, "status", "--json").stdout)
    assert full["by_language"] == {"en": 135, "ru": 45, "kk": 45}
    assert (full["releases"], full["versions"], full["vanished"]) == (225, 225, 0)
    lines = elshi(environ, "status").stdout.splitlines()
    assert lines[0] == "Releases:    225 (135 en, 45 ru, 45 kk)"
    assert lines[-1] == "225 of the releases are invented samples."


def test_import_of_nothing_fails(environ: dict[str, str], tmp_path: Path) -> None:
    result = elshi(environ, "import", tmp_path)
    assert result.returncode == 1
    assert "nothing could be imported" in result.stderr


@pytest.mark.parametrize(
    ("url", "status", "said"),
    [
        ("mysql://u:s3cret@h/d", 2, "DATABASE_URL"),
        ("postgresql://u:s3cret@127.0.0.1:1/d", 1, "refuses"),
        ("sqlite:////dev/null/x.sqlite", 1, "folder"),
    ],
)
def test_what_a_person_can_mend_is_one_line(
    environ: dict[str, str], url: str, status: int, said: str
) -> None:
    result = elshi(environ | {"DATABASE_URL": url}, "status")
    assert result.returncode == status
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert "s3cret" not in result.stderr
    assert result.stdout == ""


def test_help_loads_no_database(environ: dict[str, str]) -> None:
    code = "import sys, corpus.cli; print([m for m in ('sqlalchemy', 'rich') if m in sys.modules])"
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, env=environ, capture_output=True, text=True).stdout == "[]\n"
