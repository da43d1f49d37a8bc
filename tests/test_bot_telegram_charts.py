"""Pictures of an answer in a chat: sent once in reply, then redrawn in their own message."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from botapi import BotApi
from telegram_users import GROUP, FakeEngine, Person, running


def labels(message: dict[str, Any]) -> set[str]:
    return {b["text"] for row in message["reply_markup"]["inline_keyboard"] for b in row}


async def opened(api: BotApi, person: Person) -> dict[str, Any]:
    await person.say("countries 6")
    (message,) = await api.shown(person.id)
    await person.press(message, "More…")
    await api.until(lambda: api.calls("editMessageReplyMarkup"))
    return api.methods.of_bot(person.id)[0]


async def test_a_chart_comes_in_reply_and_turns_into_others(api: BotApi, person: Person) -> None:
    answer = await opened(api, person)
    await person.press(answer, "Chart")
    _, picture = await api.shown(person.id, 2)
    assert picture["reply_to_message"]["message_id"] == answer["message_id"]
    assert "By month, 6 in all" in picture["caption"]
    assert "Months" not in labels(picture)
    await person.press(picture, "Countries")
    await api.until(lambda: "By country" in api.methods.of_bot(person.id)[1]["caption"])
    await person.press(api.methods.of_bot(person.id)[1], "Map")
    await api.until(lambda: "6 countries" in api.methods.of_bot(person.id)[1]["caption"])
    assert len(api.methods.of_bot(person.id)) == 2
    sent = api.calls("sendPhoto")[0].params["photo"]["content"]
    assert sent.startswith(b"\x89PNG")


async def test_only_the_asker_draws_in_a_group(api: BotApi, person: Person) -> None:
    await person.say("/ask countries 6", GROUP)
    (message,) = await api.shown(GROUP["id"])
    key = message["reply_markup"]["inline_keyboard"][-1][-1]["callback_data"].split(":")[2]
    await Person(api, id=8).press_data(message, f"do:chart:{key}")
    await api.until(lambda: api.calls("answerCallbackQuery"))
    assert "Somebody else" in api.calls("answerCallbackQuery")[0].params["text"]
    await person.press_data(message, f"do:chart:{key}:nothing")
    await api.until(lambda: api.calls("sendPhoto"))
    assert "By month" in api.calls("sendPhoto")[0].params["caption"]


async def test_pictures_count_as_questions_do(api: BotApi, tmp_path: Path) -> None:
    person = Person(api)
    async with running(api, tmp_path, FakeEngine(), rate_limit=2):
        answer = await opened(api, person)
        await person.press(answer, "Chart")
        await api.shown(person.id, 2)
        await person.press(answer, "Chart")
        assert "2" in await person.hear(3)
    assert len(api.calls("sendPhoto")) == 1


async def test_a_caption_stays_within_telegrams_limit(api: BotApi, person: Person) -> None:
    await person.say("countries 6 " + "😀<" * 480)
    (message,) = await api.shown(person.id)
    await person.press(message, "More…")
    await api.until(lambda: api.calls("editMessageReplyMarkup"))
    await person.press(api.methods.of_bot(person.id)[0], "Chart")
    _, picture = await api.shown(person.id, 2)
    assert picture["caption"].startswith("Countries 6 😀<")
