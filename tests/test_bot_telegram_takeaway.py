"""Files of an answer in a chat: offered in the menu, sent in reply, once and to their owner."""

from __future__ import annotations

from pathlib import Path

from botapi import BotApi
from telegram_users import GROUP, Person, running


def labels(message: dict[str, object]) -> list[list[str]]:
    markup = message["reply_markup"]
    assert isinstance(markup, dict)
    return [[button["text"] for button in row] for row in markup["inline_keyboard"]]


async def opened(api: BotApi, person: Person, question: str) -> dict[str, object]:
    """The answer to `question` with its menu open."""
    await person.say(question)
    (message,) = await api.shown(person.id)
    await person.press(message, "More…")
    await api.until(lambda: api.calls("editMessageReplyMarkup"))
    return api.methods.of_bot(person.id)[0]


async def test_the_menu_opens_and_closes_under_a_list(api: BotApi, person: Person) -> None:
    message = await opened(api, person, "list 6")
    assert {"CSV", "Excel"} <= {label for row in labels(message) for label in row}
    assert labels(message)[0] == ["‹", "1/2", "›"]
    await person.press(message, "Fewer")
    await api.until(lambda: len(api.calls("editMessageReplyMarkup")) == 2)
    assert labels(api.methods.of_bot(person.id)[0])[-1][-1] == "More…"


async def test_a_file_comes_in_reply_to_the_answer(api: BotApi, person: Person) -> None:
    message = await opened(api, person, "list 6")
    await person.press(message, "CSV")
    _, sent = await api.shown(person.id, 2)
    assert sent["reply_to_message"]["message_id"] == message["message_id"]
    assert sent["document"]["file_name"] == "list-6.csv"
    assert sent["caption"].startswith("Answer to list 6\n6 rows")
    (call,) = api.calls("sendDocument")
    assert call.params["document"]["content"].count(b"Guest") == 12


async def test_a_file_outlasts_a_restart_and_a_refusal(api: BotApi, tmp_path: Path) -> None:
    person = Person(api)
    async with running(api, tmp_path):
        message = await opened(api, person, "list 6")
    api.fail("sendDocument", 429, "Too Many Requests", parameters={"retry_after": 1})
    async with running(api, tmp_path):
        await person.press(message, "Excel")
        await api.shown(person.id, 2)
    assert [call.status for call in api.calls("sendDocument")] == [429, 200]


async def test_only_the_asker_takes_a_file_in_a_group(api: BotApi, person: Person) -> None:
    await person.say("/ask list 6", GROUP)
    (message,) = await api.shown(GROUP["id"])
    await Person(api, id=8).press(message, "More…")
    await api.until(lambda: api.calls("answerCallbackQuery"))
    assert "Somebody else" in api.calls("answerCallbackQuery")[0].params["text"]
    assert not api.calls("editMessageReplyMarkup")
