"""Pages, the buttons under them, and what Telegram's menu shows."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from botapi import BotApi
from telegram_users import FakeEngine, Person, running

from bot.messages import Texts
from corpus.release import Language


async def test_example_button_really_asks(api: BotApi, person: Person) -> None:
    await person.say("/start")
    (page,) = await api.shown(person.id)
    query = await person.press(page, "Burkina Faso, 2025")
    text = await person.hear(2)
    assert text.startswith("Your question: What did Kazakhstan and Burkina Faso sign in June 2025?")
    assert "Quoted: What did Kazakhstan" in text
    assert api.calls("answerCallbackQuery")[0].params["callback_query_id"] == query
    order = [
        call.method for call in api.transcript if not call.method.startswith(("getMy", "setMy"))
    ]
    assert order[-2:] == ["answerCallbackQuery", "sendMessage"]


async def test_buttons_turn_the_page_in_place(api: BotApi, person: Person) -> None:
    def begins(text: str) -> bool:
        return api.methods.of_bot(person.id)[0]["text"].startswith(text)  # type: ignore[no-any-return]

    await person.say("/start")
    (page,) = await api.shown(person.id)
    for label, text in [
        ("Help", "Ask as you would"),
        ("Back", "Elshi answers"),
        ("About", "Elshi searches"),
        ("Back", "Elshi answers"),
        ("Privacy", "What the bot stores"),
        ("Back", "Elshi answers"),
        ("Language", "Which language"),
    ]:
        await person.press(page, label)
        await api.until(partial(begins, text))
        (page,) = await api.shown(person.id)
    assert len(api.methods.of_bot(person.id)) == 1


async def test_chosen_language_stays(api: BotApi, person: Person, fake_engine: FakeEngine) -> None:
    await person.say("/language")
    (page,) = await api.shown(person.id)
    await person.press(page, "Қазақша")
    await api.until(lambda: "қазақша сөйлейді" in api.methods.of_bot(person.id)[0]["text"])
    await person.say("Who came?")
    assert "2 релиз қаралды" in await person.hear(2)
    assert fake_engine.asked[0][2] is Language.KK
    await person.press(page, "As I ask")
    await api.until(lambda: "сұрақтың тілінде" in api.methods.of_bot(person.id)[0]["text"])
    await person.say("Кто приезжал?")
    assert "Просмотрено 2 релиза" in await person.hear(3)
    await person.say("/new")
    assert (await person.hear(4)).startswith("Начат новый разговор")


@pytest.mark.parametrize(
    "data", ["show:nowhere", "ask:example-9", "x", "language:xx:1:2", "r_1" * 20]
)
async def test_button_of_another_time(api: BotApi, person: Person, data: str) -> None:
    await person.say("/start")
    await person.press_data((await api.shown(person.id))[0], data)
    await api.until(lambda: api.calls("answerCallbackQuery"))
    params = api.calls("answerCallbackQuery")[0].params
    assert (params["text"], params["show_alert"]) == (
        Texts(Language.EN).text("outdated-buttons"),
        True,
    )


async def test_button_under_a_message_that_is_gone(api: BotApi, person: Person) -> None:
    await person.say("/start")
    (page,) = await api.shown(person.id)
    api.methods.messages[person.id].pop(page["message_id"])
    await person.press(page, "Help")
    assert (await person.hear()).startswith("Ask as you would")
    gone = {"chat": person.private, "message_id": 1, "date": 0}
    await person.press_data(gone, "show:privacy")
    assert (await person.hear(2)).startswith("What the bot stores")


async def test_commands_and_descriptions_are_set_once(api: BotApi, tmp_path: Path) -> None:
    for start in (1, 2):
        async with running(api, tmp_path):
            await api.until(lambda: len(api.calls("getMyShortDescription")) == 4 * start)  # noqa: B023
            await api.until(lambda: len(api.calls("setMyShortDescription")) == 4)
    assert len(api.calls("setMyCommands")) == 8
    assert len(api.calls("setMyDescription")) == len(api.calls("setMyShortDescription")) == 4
    commands = api.methods.settings["Commands", "all_private_chats", "kk"]
    assert [command["command"] for command in commands][:3] == ["start", "ask", "watch"]
    assert commands[1]["description"] == "Сұрақ қою"
