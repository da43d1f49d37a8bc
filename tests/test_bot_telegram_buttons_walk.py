"""Every button under a real answer pressed in three languages, over HTTP with the real engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from botapi import BotApi
from telegram_users import Person, running

from bot.engine import PassageEngine
from bot.messages import Texts
from bot.telegram.conversation.actions import LESS, MORE, read_action
from bot.telegram.handling.views import BACK, VIEWS
from corpus.release import Language

QUESTIONS = {
    Language.EN: "Which ministers visited Kazakhstan in 2024?",
    Language.RU: "Какие министры приезжали в Казахстан в 2024 году?",
    Language.KK: "2024 жылы Қазақстанға қандай министрлер келді?",
}
IN_PLACE = {MORE, LESS, BACK, *VIEWS, "otherwise", "year"}


def buttons(message: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The names of actions under a message that change it, with their data."""
    for row in message["reply_markup"]["inline_keyboard"]:
        for button in row:
            action = read_action(button.get("callback_data"))
            if action is not None and action.name in IN_PLACE:
                yield action.name, button["callback_data"]


async def pressed(api: BotApi, person: Person, name: str) -> dict[str, Any]:
    """Press the button of an action and return the message when it has changed."""
    (message,) = api.methods.of_bot(person.id)
    data = next(data for known, data in buttons(message) if known == name)
    before = str(message)
    await person.press_data(message, data)
    await api.until(lambda: str(api.methods.of_bot(person.id)[0]) != before)
    (message,) = api.methods.of_bot(person.id)
    return message


@pytest.mark.parametrize("language", Language)
async def test_each_button_changes_the_message_and_leads_back(
    api: BotApi, tmp_path: Path, engine: PassageEngine, language: Language
) -> None:
    texts = Texts(language)
    async with running(api, tmp_path, engine):
        person = Person(api, 7, language)
        await person.say(QUESTIONS[language])
        (message,) = await api.shown(person.id)
        listed = message["text"]
        for view in VIEWS:
            if view not in dict(buttons(message)):
                await pressed(api, person, MORE)
            shown = await pressed(api, person, view)
            labels = [b["text"] for row in shown["reply_markup"]["inline_keyboard"] for b in row]
            assert texts.text("button-to-list") in labels
            message = await pressed(api, person, BACK)
            assert message["text"] == listed
        other = await pressed(api, person, "otherwise")
        assert other["text"].splitlines()[2] != listed.splitlines()[0]
        await pressed(api, person, MORE)
        year = await pressed(api, person, "year")
        assert "2023" in year["text"].splitlines()[0]
    assert not [call for call in api.transcript if call.status != 200]
