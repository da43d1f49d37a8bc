from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

from corpus.progress import meter, silent


def test_elsewhere_a_line_is_said_after_each_pause(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 1.0, 6.0, 6.0, 7.0, 12.0, 12.0])
    monkeypatch.setattr("corpus.progress.time.monotonic", lambda: next(clock))
    with meter("Items") as shown:
        for done, total in ((1, 9), (2, 9), (3, 9), (4, None)):
            shown.advance(done, total)
        shown.say("Refused a.txt: no text")
    assert capsys.readouterr().err == "Items: 2 of 9\nItems: 4\nRefused a.txt: no text\n"


def test_end_is_told_where_it_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    for at_end in (False, True):
        with meter("Reading", at_end=at_end) as shown:
            shown.advance(1, 2)
            shown.advance(2, 2)
    assert capsys.readouterr().err == "Reading: 2 of 2\n"


def test_silence(capsys: pytest.CaptureFixture[str]) -> None:
    with silent("Work") as shown:
        shown.advance(1, 2)
        shown.say("nothing")
    assert capsys.readouterr().err == ""


def test_on_a_terminal_a_bar_is_drawn_and_lines_stay() -> None:
    program = (
        "from corpus.progress import meter\n"
        "with meter('Reading [events]') as shown:\n"
        "    shown.advance(1, 2)\n"
        "    shown.say('Refused [b]a.txt')\n"
        "    shown.advance(2, 2)\n"
    )
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", program], stderr=theirs, env=os.environ | {"TERM": "xterm"}
    )
    process.wait(30)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert process.returncode == 0
    assert "2/2" in shown
    assert "Refused [b]a.txt" in shown
    assert "Reading [events]" in shown
