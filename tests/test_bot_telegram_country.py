"""/country in a chat: briefs over a real index, turned by buttons that outlast everything."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from botapi import BotApi
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram_users import GROUP, Person, running

from bot.brief.brief import Part, Subject, SubjectKind
from bot.brief.naming import known_subject
from bot.engine import PassageEngine
from bot.telegram.takeaway.country_buttons import CountryPress, read_country_press
from corpus.release import Language
from index.places.gazetteer import Gazetteer

LEONE = "co:SL:overview:0:en"


@pytest.fixture
async def reader(api: BotApi, tmp_path: Path, engine: PassageEngine) -> AsyncIterator[Person]:
    """Somebody who writes to a bot that answers from a real index."""
    async with running(api, tmp_path, engine):
        yield Person(api)


def data_of(message: dict[str, Any]) -> dict[str, str]:
    """Labels of the buttons under a message, without what they count, and their data."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {b["text"].partition(" (")[0]: b["callback_data"] for row in rows for b in row}


async def turned(api: BotApi, person: Person, label: str) -> dict[str, Any]:
    """The bot's last message after the button that begins so was pressed."""
    message = api.methods.of_bot(person.id)[-1]
    edits = len(api.calls("editMessageText"))
    await person.press_data(message, data_of(message)[label])
    await api.until(lambda: len(api.calls("editMessageText")) > edits)
    return dict(api.methods.of_bot(person.id)[-1])


async def test_a_brief_is_one_message_with_its_parts_as_buttons(
    api: BotApi, reader: Person
) -> None:
    await reader.say("/country Sierra Leone")
    (message,) = await api.shown(reader.id)
    assert message["text"].startswith("Kazakhstan – Sierra Leone")
    assert "5 documents were signed" in message["text"]
    assert data_of(message)["Documents"] == "co:SL:documents:0:en"
    assert "Visits there" not in data_of(message)  # nothing is told of any
    documents = await turned(api, reader, "Documents")
    assert "Agreement on Trade and Economic Cooperation" in documents["text"]
    assert "Five documents were signed, among them" in documents["text"]
    assert (await turned(api, reader, "Overview"))["text"] == message["text"]
    assert len(api.methods.of_bot(reader.id)) == 1


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Burkina Faso", "Kazakhstan – Burkina Faso"),
        ("tell me about relations with Ghana", "Kazakhstan – Ghana"),
        ("отношения с Эфиопией", "Казахстан – Эфиопия"),
        ("Ганамен қарым-қатынас", "Қазақстан – Гана"),
        ("/country Гана", "Казахстан – Гана"),
        ("/country Әзербайжан", "Қазақстан – Әзербайжан"),
        ("/country EU", "Kazakhstan – European Union"),
    ],
)
async def test_a_brief_is_in_the_language_of_its_name(
    reader: Person, said: str, title: str
) -> None:
    await reader.say(said)
    assert (await reader.hear()).startswith(title)


async def test_a_chosen_language_comes_first(api: BotApi, reader: Person) -> None:
    await reader.say("/language")
    await reader.press((await api.shown(reader.id))[0], "Қазақша")
    await api.until(lambda: api.calls("editMessageText"))
    await reader.say("/country Ghana")
    assert (await reader.hear(2)).startswith("Қазақстан – Гана")


async def test_a_bare_name_goes_on_from_a_question_but_not_from_a_brief(reader: Person) -> None:
    await reader.say("Which foreign ministers visited Astana in 2023?")
    await reader.hear()
    await reader.say("And Ghana?")
    assert not (await reader.hear(2)).startswith("Kazakhstan –")
    await reader.say("/new")
    await reader.hear(3)
    await reader.say("Ghana")
    assert (await reader.hear(4)).startswith("Kazakhstan – Ghana")
    await reader.say("Ethiopia")
    assert (await reader.hear(5)).startswith("Kazakhstan – Ethiopia")


@pytest.mark.parametrize(
    ("said", "told", "offered"),
    [
        ("/country", "On which country", "Sierra Leone"),
        ("/country Congo", "Which of these", "Democratic Republic of the Congo"),
        ("/country Guinea", "Which of these", "Equatorial Guinea"),
        ("/country Korea", "Which of these", "North Korea"),
        ("/country Swedn", "Is one of these meant?", "Sweden"),
        ("/country Africa", "one country", "Ghana"),
        ("/country Kazakhstan", "Kazakhstan’s own", "Sierra Leone"),
        ("/country <b>qwrt</b>", "no country or organisation", "Sierra Leone"),
    ],
)
async def test_what_may_be_meant_is_offered(
    api: BotApi, reader: Person, said: str, told: str, offered: str
) -> None:
    await reader.say(said)
    (message,) = await api.shown(reader.id)
    assert told in message["text"]
    brief = await turned(api, reader, offered)
    assert brief["text"].startswith(f"Kazakhstan – {offered}")


async def test_buttons_outlast_a_restart_and_a_refusal(
    api: BotApi, tmp_path: Path, engine: PassageEngine
) -> None:
    person = Person(api)
    async with running(api, tmp_path, engine):
        await person.say("/country Sierra Leone")
        await api.shown(person.id)
    api.fail("editMessageText", 429, "Too Many Requests", parameters={"retry_after": 1})
    async with running(api, tmp_path, engine):
        message = await turned(api, person, "Documents")
        await api.until(lambda: "Five documents" in api.methods.of_bot(person.id)[0]["text"])
    assert message["message_id"] == api.methods.of_bot(person.id)[0]["message_id"]


async def test_in_a_group_only_who_asked_turns_a_brief(api: BotApi, reader: Person) -> None:
    await reader.say("/country Ghana", GROUP)
    (message,) = await api.shown(GROUP["id"])
    assert data_of(message)["Documents"] == "co:GH:documents:0:en:7"
    await Person(api, id=8).press_data(message, data_of(message)["Documents"])
    await api.until(lambda: api.calls("answerCallbackQuery"))
    assert "somebody else" in api.calls("answerCallbackQuery")[0].params["text"]
    assert not api.calls("editMessageText")
    await reader.press_data(message, data_of(message)["Documents"])
    await api.until(lambda: api.calls("editMessageText"))


@pytest.mark.parametrize(
    "data",
    [
        "co:KZ:overview:0:en",
        "co:ZZ:overview:0:en",
        "co:GH:nothing:0:en",
        "co:GH:overview:0:xx",
        "co:GH:overview:-1:en",
        "co:GH:overview:0",
        "co:GH:overview:٣:en",
        "og:GH:overview:0:en",
        "co:GH:overview:0:en:7:8",
        "co:",
    ],
)
async def test_forged_buttons_are_said_to_be_outdated(
    api: BotApi, reader: Person, data: str
) -> None:
    await reader.say("/country Ghana")
    (message,) = await api.shown(reader.id)
    await reader.press_data(message, data)
    await api.until(lambda: api.calls("answerCallbackQuery"))
    assert "out of date" in api.calls("answerCallbackQuery")[0].params["text"]
    assert not api.calls("editMessageText")


async def test_a_page_that_is_not_there_is_the_last_one(api: BotApi, reader: Person) -> None:
    await reader.say("/country EU")
    (message,) = await api.shown(reader.id)
    for data in ("co:SL:documents:999:en", "og:EU:there:4:en"):
        edits = len(api.calls("editMessageText"))
        await reader.press_data(message, data)
        await api.until(lambda edits=edits: len(api.calls("editMessageText")) > edits)  # type: ignore[misc]
    assert api.methods.of_bot(reader.id)[0]["text"].startswith("Kazakhstan – European Union")


@settings(deadline=None)  # the first example reads data files
@given(st.text(max_size=70))
def test_no_data_of_a_button_breaks_its_reading(data: str) -> None:
    assert read_country_press(data) is None


def test_every_button_fits_into_telegrams_64_bytes_and_is_read_back() -> None:
    gazetteer = Gazetteer.load()
    keys = [(SubjectKind.COUNTRY, "GH")]
    keys += [(SubjectKind.ORGANIZATION, key) for key in gazetteer.organization_keys()]
    for kind, key in keys:
        subject = Subject(kind, key)
        assert known_subject(kind, key) == subject
        for part in Part:
            press = CountryPress(subject, part, 999, Language.KK, -1_002_147_483_647_999)
            assert len(str(press).encode()) <= 64
            assert read_country_press(str(press)) == press
