"""The process that syncs beside the bot: started, started again, stopped, told no secret."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from bot.syncing import COMMAND, SECRETS, kept_synced


def program(tmp_path: Path, then: str) -> list[str]:
    """A command that notes its argument and what it knows of secrets, and then goes on."""
    code = (
        "import os, sys, time\n"
        f"known = [name for name in {SECRETS!r} if name in os.environ]\n"
        f"open({str(tmp_path / 'notes')!r}, 'a').write(f'{{sys.argv[1]}} {{known}}\\n')\n"
        f"{then}\n"
    )
    return [sys.executable, "-c", code]


def notes(tmp_path: Path, count: int) -> list[str]:
    deadline = time.monotonic() + 20
    path = tmp_path / "notes"
    while time.monotonic() < deadline:
        lines = path.read_text().splitlines() if path.exists() else []
        if len(lines) >= count:
            return lines
        time.sleep(0.02)
    raise AssertionError("the process did not run")


def test_process_runs_while_the_bot_does_and_knows_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name, "secret")
    started = time.monotonic()
    with kept_synced("5m", program(tmp_path, "time.sleep(60)")):
        assert notes(tmp_path, 1) == ["5m []"]
    assert time.monotonic() - started < 20


def test_process_that_ends_is_started_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with kept_synced("10s", program(tmp_path, "sys.exit(3)"), restart_after=0.05):
        assert len(notes(tmp_path, 3)) >= 3
    assert "ended with status 3" in caplog.text


def test_never_means_no_process(tmp_path: Path) -> None:
    with kept_synced(None, program(tmp_path, "")):
        time.sleep(0.2)
    assert not (tmp_path / "notes").exists()


def test_command_is_our_own() -> None:
    assert COMMAND[0] == sys.executable
    assert COMMAND[-3:] == ("corpus", "sync", "--every")
