"""Logs: their form, their level, and what of questions and secrets is in them."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from botapi import BotApi
from telegram_users import Person, running

from bot.log_setup import QUESTIONS, JsonFormatter
from bot.telegram.logs import redacted_logs

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(("setting", "told"), [("off", False), ("on", True)])
async def test_questions_are_logged_only_where_the_owner_wants_it(
    api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture, setting: str, told: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    async with running(api, tmp_path, log_questions=setting):
        person = Person(api)
        await person.say('Who came\n"secretly"?')
        await person.hear()
        await person.say("/privacy")
        privacy = await person.hear(2)
    lines = [record.getMessage() for record in caplog.records if record.name == QUESTIONS]
    said = 'Asked in en, answered as passages: "Who came\\n\\"secretly\\"?"'
    assert lines == ([said] if told else [])
    assert ("secretly" in caplog.text) is told
    assert ("has your questions written to the log" in privacy) is told


def test_a_line_of_json_holds_a_traceback_and_no_secret() -> None:
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(JsonFormatter().format(record))  # type: ignore[method-assign]
    log = logging.getLogger("test.json")
    log.addHandler(handler)
    try:
        with redacted_logs("123:secret"):
            try:
                raise ValueError("to 123:secret\nfailed")
            except ValueError:
                log.exception("Sending %s", "Қазақ\n123:secret")
    finally:
        log.removeHandler(handler)
    (line,) = lines
    assert "\n" not in line
    told = json.loads(line)
    assert (told["level"], told["logger"]) == ("error", "test.json")
    assert told["message"] == "Sending Қазақ\n***"
    assert "ValueError: to ***\nfailed" in told["traceback"]
    assert told["time"].endswith("+00:00")


@pytest.mark.parametrize(
    ("environ", "status", "said"),
    [
        ({"ELSHI_LOG_FORMAT": "xml"}, 2, "ELSHI_LOG_FORMAT is not one of text, json"),
        ({"ELSHI_LOG_LEVEL": "loud"}, 2, "ELSHI_LOG_LEVEL is not one of"),
        ({"ELSHI_LOG_FORMAT": "JSON", "ELSHI_LOG_LEVEL": "info"}, 0, ""),
    ],
)
def test_a_wrong_value_is_one_line(environ: dict[str, str], status: int, said: str) -> None:
    program = [sys.executable, "-c", "from bot.cli import main; main()", "feedback", "--help"]
    ended = subprocess.run(
        program, cwd=ROOT, env={**os.environ, **environ}, capture_output=True, text=True
    )
    assert ended.returncode == status
    assert said in ended.stderr
    assert ended.stderr.count("\n") == (1 if status else 0)
