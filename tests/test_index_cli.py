"""`elshi index` as a person types it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import elshi
from index.cli import index
from index.errors import IndexMissingError

RELEASE = """Prospects of Cooperation with Burkina Faso Discussed

03.06.2025 19:11:22 539

Astana, June 3, 2025 – The Deputy Prime Minister held a meeting with the Minister of Foreign \
Affairs of Burkina Faso, who arrived on a working visit.

The talks resulted in the signing of a Memorandum of Understanding on Political Consultations.

Source : https://www.gov.kz/memleket/entities/mfa/press/news/details/1011047?lang=en
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("EMBEDDING_MODEL", raising=False)
    monkeypatch.setenv("ELSHI_HOME", str(tmp_path / "home"))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(elshi, list(words))


def test_help_tells_every_command() -> None:
    result = CliRunner().invoke(index, ["--help"])
    assert result.exit_code == 0
    for command in ("rebuild", "update", "status", "search", "model"):
        assert command in result.output


def test_status_without_an_index_says_what_to_do(home: Path) -> None:
    error = run("index", "status").exception
    assert isinstance(error, IndexMissingError)
    assert str(error).endswith("run: elshi index rebuild")
    assert "\n" not in str(error)


@pytest.mark.slow
def test_from_a_file_to_hits(home: Path, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELSHI_MODELS", str(models))
    (home / "release.txt").write_text(RELEASE, encoding="utf-8")
    assert run("corpus", "import", str(home / "release.txt")).exit_code == 0
    built = run("index", "update")
    assert built.exit_code == 0, built.output
    assert re.fullmatch(
        r"Releases indexed: 1, as 2 passages; events: \d+; encoded now: 2\.\n", built.stdout
    )
    assert "Encoding passages: 2 of 2" in built.stderr
    assert run("index", "update").stdout == "The index is up to date.\n"
    assert "encoded now: 0." in run("index", "rebuild").stdout
    status = json.loads(run("index", "status", "--json").stdout)
    assert (status["state"], status["releases"], status["dimension"]) == ("up to date", 1, 384)
    found = run("index", "search", "Буркина-Фасо", "-k", "3")
    assert "2025-06-03 Prospects of Cooperation with Burkina Faso Discussed" in found.stdout
    assert "Memorandum of Understanding" in found.stdout
    assert "ready in" in run("index", "model").stdout


@pytest.mark.slow
def test_an_empty_corpus_can_be_indexed(
    home: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ELSHI_MODELS", str(models))
    told = "Releases indexed: 0, as 0 passages; events: 0; encoded now: 0.\n"
    assert run("index", "rebuild").stdout == told
    assert run("index", "search", "visas").stdout == ""
