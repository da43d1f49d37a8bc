"""`elshi bot` whole: real process, real index, real HTTP, questions in three languages."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from botapi import TOKEN, BotApi
from telegram_users import Person

MEMORANDUM = "Memorandum of Understanding on Political and Diplomatic Consultations"


@pytest.fixture
async def api(answering_home: Path, models: Path, tmp_path: Path) -> AsyncIterator[BotApi]:
    (tmp_path / "index").symlink_to(answering_home / "index")  # a bot file of its own
    async with BotApi() as api:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            "from bot.cli import main; main()",
            "bot",
            env=os.environ
            | {
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_BASE_URL": api.base_url,
                "ELSHI_HOME": str(tmp_path),
                "ELSHI_MODELS": str(models),
            },
            stderr=asyncio.subprocess.PIPE,
        )
        yield api
        process.send_signal(signal.SIGTERM)
        _, log = await asyncio.wait_for(process.communicate(), 20)
        assert process.returncode == 0, log.decode()
        assert TOKEN not in log.decode()
        assert "Traceback" not in log.decode()


async def test_the_right_release_is_quoted_in_each_language(api: BotApi) -> None:
    questions = {
        "en": "What did Kazakhstan and Burkina Faso sign in June 2025?",
        "ru": "Что подписали Казахстан и Буркина-Фасо в июне 2025 года?",
        "kk": "Қазақстан мен Буркина-Фасо 2025 жылғы маусымда қандай құжатқа қол қойды?",
    }
    for number, (language, question) in enumerate(questions.items(), start=11):
        person = Person(api, number, language)
        await person.say(question)
        heard = await person.hear()
        assert MEMORANDUM in heard
        shown = api.calls("sendMessage")[-1].params["text"]
        assert "details/1011047?lang=kk" in shown


async def test_silence_and_follow_up(api: BotApi) -> None:
    person = Person(api, 21, "en")
    await person.say("What did Kazakhstan sign with Paraguay?")
    assert "No sentence of the releases answers this." in await person.hear()
    await person.say("And with Burkina Faso?")
    assert MEMORANDUM in await person.hear(2)
