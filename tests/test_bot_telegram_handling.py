"""Other forms of an answer, in the answer's own message: sources, table, year, reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from botapi import BotApi
from sqlalchemy import text
from telegram_html import parse, units
from telegram_users import GROUP, FakeEngine, Person, running

from bot.answer import Scope
from bot.rendering.telegram_views import render_sources, render_table
from bot.telegram.handling.years import in_year, neighbouring_years
from bot.telegram.storage.asked import Asked
from bot.telegram.storage.database import Database
from corpus.release import Language

ENGINE = FakeEngine()
TITLE = "Sources, with every sentence quoted:"
NEWEST = datetime(2025, 6, 3, tzinfo=UTC)
ASKED = Asked(5, 0, 7, "Who came in 2024?", ("Before",), None, Language.EN, "s1")


def labels(message: dict[str, Any]) -> list[str]:
    rows = message["reply_markup"]["inline_keyboard"]
    return [button["text"] for row in rows for button in row]


async def pressed(person: Person, label: str, expected: str, chat: int = 0) -> dict[str, Any]:
    """Press a button under the last message; return it when it holds `expected`."""
    api, chat_id = person.api, chat or person.id
    message = api.methods.of_bot(chat_id)[-1]
    await person.press(message, label)
    await api.until(lambda: expected in api.methods.of_bot(chat_id)[-1]["text"])
    return api.methods.of_bot(chat_id)[-1]


async def test_sources_and_table_stand_in_the_answers_place_and_lead_back(
    api: BotApi, person: Person
) -> None:
    await person.say("list 12")
    await api.shown(person.id)
    sources = await pressed(person, "Sources", TITLE)
    assert labels(sources) == ["‹", "1/3", "›", "Back to the list"]
    await pressed(person, "›", "Guest 6 <came>.")
    back = await pressed(person, "Back to the list", "1. Guest 1: in June 2025")
    assert "More…" in labels(back)
    await person.press(back, "More…")
    await api.until(lambda: "As table" in labels(api.methods.of_bot(person.id)[-1]))
    table = await pressed(person, "As table", "12. no date given – Guest 12")
    assert labels(table) == ["Back to the list"]
    assert len(api.methods.of_bot(person.id)) == 1


async def test_back_leads_to_the_page_of_the_list_that_was_left(
    api: BotApi, person: Person
) -> None:
    await person.say("list 12")
    await api.shown(person.id)
    await pressed(person, "›", "6. Guest 6: in June 2025")
    await pressed(person, "Sources", TITLE)
    await pressed(person, "›", "Guest 6 <came>.")
    await pressed(person, "›", "Guest 11 <came>.")
    back = await pressed(person, "Back to the list", "6. Guest 6: in June 2025")
    assert "2/3" in labels(back)


async def test_the_other_reading_and_another_year_take_the_answers_place(
    api: BotApi, person: Person, fake_engine: FakeEngine
) -> None:
    await person.say("list 2 two ways in 2024")
    await api.shown(person.id)
    other = await pressed(person, "Other reading", "Otherwise: Answer to")
    assert "Other reading" in labels(other)
    await person.press(other, "More…")
    await api.until(lambda: "Same for 2025" in labels(api.methods.of_bot(person.id)[-1]))
    year = await pressed(person, "Same for 2025", "two ways in 2025")
    assert "Your question: list 2 two ways in 2025" in year["text"]
    await pressed(person, "Sources", TITLE)
    assert fake_engine.asked[-1][0] == "list 2 two ways in 2025"
    await person.say("and them?")
    await api.shown(person.id, 2)
    assert "list 2 two ways in 2025" in fake_engine.asked[-1][1]
    assert len(api.methods.of_bot(person.id)) == 2


@pytest.mark.parametrize(
    "forged",
    [
        "sources:{}:99999999999999999999",
        "sources:{}:-1",
        "back:{}:9999",
        "year:{}:abc",
        "year:{}:2023",
        "here:{}",
    ],
)
async def test_forged_buttons_change_nothing_but_a_page(
    api: BotApi, person: Person, fake_engine: FakeEngine, forged: str
) -> None:
    await person.say("list 12")
    (message,) = await api.shown(person.id)
    key = message["reply_markup"]["inline_keyboard"][-1][0]["callback_data"].split(":")[2]
    await person.press_data(message, f"do:{forged.format(key)}")
    await api.until(lambda: api.calls("answerCallbackQuery"))
    await person.say("still there?")
    await api.shown(person.id, 2)
    assert {question for question, *_ in fake_engine.asked} == {"list 12", "still there?"}


async def test_a_short_answers_own_message_comes_back(api: BotApi, person: Person) -> None:
    await person.say("list 1")
    await api.shown(person.id)
    await pressed(person, "Sources", TITLE)
    await pressed(person, "Back to the list", "1. Guest 1: in June 2025")


async def test_in_a_group_only_who_asked_may_handle_an_answer(api: BotApi, person: Person) -> None:
    await person.say("@elshi_bot list 12", GROUP)
    (message,) = await api.shown(GROUP["id"])
    query = await Person(api, 8).press(message, "Sources")
    await api.until(lambda: api.calls("answerCallbackQuery"))
    answered = api.calls("answerCallbackQuery")[-1].params
    assert answered["callback_query_id"] == query
    assert "Somebody else asked" in answered["text"]
    assert await pressed(person, "Sources", TITLE, GROUP["id"])


async def test_an_edited_question_edits_a_paged_answer_with_its_buttons(
    api: BotApi, person: Person, fake_engine: FakeEngine
) -> None:
    asked = await person.say("list 12")
    (message,) = await api.shown(person.id)
    await pressed(person, "›", "6. Guest 6")
    await person.edit(asked, "list 7 in 2024")
    await api.until(lambda: "Answer to list 7" in api.methods.of_bot(person.id)[-1]["text"])
    await pressed(person, "›", "7. Guest 7")
    await pressed(person, "Sources", TITLE)
    assert fake_engine.asked[-1][0] == "list 7 in 2024"
    await person.press(message, "Sources")  # the button of the answer before the edit
    await api.until(lambda: fake_engine.asked[-1][0] == "list 12")
    assert len(api.methods.of_bot(person.id)) == 1


async def test_buttons_outlast_a_restart(api: BotApi, tmp_path: Path) -> None:
    person = Person(api)
    async with running(api, tmp_path):
        await person.say("list 12")
        await api.shown(person.id)
    async with running(api, tmp_path):
        await pressed(person, "Sources", TITLE)
        await pressed(person, "›", "Guest 6 <came>.")
        await pressed(person, "Back to the list", "5. Guest 5: in June 2025")


@pytest.mark.parametrize(
    ("question", "read_as", "years"),
    [
        ("Who came in 2024?", "", ("2023", "2025")),
        ("Who came in 2025?", "visits, 2025", ("2024",)),
        ("And the others?", "visits, 2024", ("2023", "2025")),
        ("Who came?", "", ()),
        ("Who came between 2022 and 2024?", "", ()),
        ("Who came since 2023?", "visits, from 1 January 2023", ()),
        ("Strategy 2050 of 2024", "", ()),
        ("Room 20245 in 1991", "", ("1992",)),
        ("Who came in 2030?", "", ()),
    ],
)
def test_years_beside_the_one_asked_about(
    question: str, read_as: str, years: tuple[str, ...]
) -> None:
    scope = Scope(2, NEWEST, read_as)
    answer = replace(ENGINE.answer("x"), question=question, scope=scope)
    assert neighbouring_years(answer) == years


def test_a_question_is_asked_of_another_year_in_its_own_words() -> None:
    assert in_year(ASKED, "2023") == replace(ASKED, question="Who came in 2023?")
    followed = in_year(replace(ASKED, question="And who left?"), "2023")
    assert (followed.history, followed.question) == (("Before", "And who left?"), "And in 2023?")


@pytest.mark.parametrize("count", [1, 40])
def test_other_forms_fit_telegram_and_lose_nothing(count: int) -> None:
    answer = ENGINE.answer(f"list {count}")
    for pages, told in (
        (render_sources(answer), "Guest {} <came>."),
        (render_table(answer), "{}. no date given – Guest {}"),
    ):
        shown = [parse(page)[0] for page in pages]
        assert all(units(page) <= 4096 for page in shown)
        whole = "\n".join(shown)
        assert [n for n in range(1, count + 1) if told.format(n, n) not in whole] == []


def test_a_file_of_an_earlier_version_gets_its_new_column(tmp_path: Path) -> None:
    first = Database(tmp_path)
    with first.session() as session:
        session.execute(text("ALTER TABLE asked DROP COLUMN otherwise"))
        session.execute(text("PRAGMA user_version = 1"))
    first.close()
    again = Database(tmp_path)
    with again.session() as session:
        columns = session.execute(text("SELECT name FROM pragma_table_info('asked')")).scalars()
        assert "otherwise" in set(columns)
    again.close()
