"""Lists in Telegram: one message, turned by its buttons, for whoever asked and for a while."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from botapi import BotApi
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram_html import parse, units
from telegram_users import GROUP, FakeEngine, Person, running

from bot.answer import AnswerKind, Item, NearMiss
from bot.messages import Texts
from bot.rendering.telegram_lists import ON_A_PAGE, render_near_misses, render_pages
from bot.telegram.conversation.lists import Pages, Part, Turn, page, read_turn
from bot.telegram.storage.database import Database
from bot.telegram.storage.shelf import KEPT, Shelf, Shelved
from corpus.release import Language

EN = Texts(Language.EN)
PAGES = Pages(("one", "two", "three"), ("left out",))


def labels(message: dict[str, Any]) -> list[list[str]]:
    return [[b["text"] for b in row] for row in message["reply_markup"]["inline_keyboard"]]


async def turned(api: BotApi, person: Person, label: str, expected: str) -> dict[str, Any]:
    """Press a button under the only message and return it when it shows `expected`."""
    (message,) = await api.shown(person.id)
    await person.press(message, label)
    await api.until(lambda: expected in api.methods.of_bot(person.id)[0]["text"])
    (message,) = await api.shown(person.id)
    return message


async def test_a_long_list_is_one_message_that_its_buttons_turn(
    api: BotApi, person: Person
) -> None:
    await person.say("list 12 near 2")
    first = (await api.shown(person.id))[0]
    assert labels(first) == [["‹", "1/3", "›"], ["Why these?"], ["Sources", "More…"]]
    assert "5. Guest 5: in June 2025" in first["text"]
    assert "Guest 6" not in first["text"]
    assert labels(await turned(api, person, "›", "6. Guest 6")) == [
        ["‹", "2/3", "›"],
        ["Why these?"],
        ["Sources", "More…"],
    ]
    await turned(api, person, "›", "12. Guest 12")
    await turned(api, person, "›", "1. Guest 1:")
    await turned(api, person, "‹", "12. Guest 12")
    assert len(api.methods.of_bot(person.id)) == 1


async def test_what_was_left_out_is_shown_and_left_again(api: BotApi, person: Person) -> None:
    await person.say("list 1 near 7")
    (message,) = await api.shown(person.id)
    assert labels(message) == [["Why these?"], ["Sources", "More…"]]
    near = await turned(api, person, "Why these?", "Envoy 5: another rank")
    assert labels(near) == [["‹", "1/2", "›"], ["Back to the list"]]
    await turned(api, person, "›", "Envoy 7")
    assert labels(await turned(api, person, "Back to the list", "Guest 1")) == [
        ["Why these?"],
        ["Sources", "More…"],
    ]


async def test_where_nothing_is_found_what_came_near_is_offered(
    api: BotApi, person: Person
) -> None:
    await person.say("near 1")
    assert labels((await api.shown(person.id))[0]) == [["What came near?"], ["More…"]]
    await turned(api, person, "What came near?", "Envoy 1: another rank")


async def test_the_middle_button_only_answers(api: BotApi, person: Person) -> None:
    await person.say("list 6")
    (message,) = await api.shown(person.id)
    query = await person.press(message, "1/2")
    await api.until(lambda: api.calls("answerCallbackQuery"))
    assert api.calls("answerCallbackQuery")[0].params["callback_query_id"] == query
    assert not api.calls("editMessageText")


async def test_buttons_outlast_a_restart(api: BotApi, tmp_path: Path) -> None:
    person = Person(api)
    async with running(api, tmp_path):
        await person.say("list 6")
        await api.shown(person.id)
    async with running(api, tmp_path):
        await turned(api, person, "›", "Guest 6")


async def test_only_the_asker_turns_a_list_in_a_group(api: BotApi, person: Person) -> None:
    await person.say("/ask list 6", GROUP)
    (message,) = await api.shown(GROUP["id"])
    await Person(api, id=8).press(message, "›")
    await api.until(lambda: api.calls("answerCallbackQuery"))
    assert api.calls("answerCallbackQuery")[0].params["text"] == EN.text("not-your-list")
    assert not api.calls("editMessageText")
    await person.press(message, "›")
    await api.until(lambda: "Guest 6" in api.methods.of_bot(GROUP["id"])[0]["text"])


@pytest.mark.parametrize(
    "data", ["list:AAAAAAAAAAAA:0", "why:AAAAAAAAAAAA:9999", "at:AAAAAAAAAAAA:1"]
)
async def test_a_list_that_is_gone_says_so(api: BotApi, person: Person, data: str) -> None:
    await person.say("list 6")
    await person.press_data((await api.shown(person.id))[0], data)
    await api.until(lambda: api.calls("answerCallbackQuery"))
    params = api.calls("answerCallbackQuery")[0].params
    assert (params["text"], params["show_alert"]) == (EN.text("outdated-list"), True)


async def test_a_list_is_turned_in_its_own_chat_only(api: BotApi, person: Person) -> None:
    await person.say("/ask list 6", GROUP)
    (message,) = await api.shown(GROUP["id"])
    data = message["reply_markup"]["inline_keyboard"][0][2]["callback_data"]
    await person.say("list 1")
    await person.press_data((await api.shown(person.id))[0], data)
    await api.until(lambda: api.calls("answerCallbackQuery"))
    assert api.calls("answerCallbackQuery")[0].params["text"] == EN.text("outdated-list")


async def test_a_page_that_never_was_is_no_error(api: BotApi, person: Person) -> None:
    await person.say("list 6")
    (message,) = await api.shown(person.id)
    data = message["reply_markup"]["inline_keyboard"][0][2]["callback_data"]
    await person.press_data(message, data[:-1] + "99")
    await person.press(message, "›")
    await api.until(lambda: "Guest 6" in api.methods.of_bot(person.id)[0]["text"])


async def test_an_edited_question_gets_its_list_in_place(api: BotApi, person: Person) -> None:
    asked = await person.say("list 2")
    await api.shown(person.id)
    await person.edit(asked, "list 7")
    begins = partial(lambda: "5. Guest 5" in api.methods.of_bot(person.id)[0]["text"])
    await api.until(begins)
    await turned(api, person, "›", "Guest 7")


async def test_forgetting_deletes_lists(api: BotApi, person: Person) -> None:
    await person.say("list 6")
    (message,) = await api.shown(person.id)
    await person.say("/forget")
    await person.hear(2)
    await person.press(message, "›")
    await api.until(lambda: api.calls("answerCallbackQuery"))
    assert api.calls("answerCallbackQuery")[0].params["text"] == EN.text("outdated-list")


def test_lists_are_kept_for_a_while(database: Database) -> None:
    now = [1000.0]
    shelf = Shelf(database, lambda: now[0])
    key = "AAAAAAAAAAAA"
    shelf.put(key, Shelved(PAGES, 1, 7, Language.KK))
    assert shelf.get(key) == Shelved(PAGES, 1, 7, Language.KK)
    assert shelf.get("another") is None
    now[0] += KEPT
    assert shelf.get(key) is None
    shelf.sweep()
    now[0] -= KEPT
    assert shelf.get(key) is None


@pytest.mark.parametrize(
    "data",
    [None, "", "list", "list::1", "list:abc:1", "list:abcdefgh:-1", "list:abcdefgh:1:2",
     "drop:abcdefgh:1", "list:ab'cdefgh:1", "list:abcdefgh:99999", "list:" + "a" * 60 + ":1",
     "list:abcdefgh:١"],
)  # fmt: skip
def test_hostile_data_is_no_turn(data: str | None) -> None:
    assert read_turn(data) is None


@pytest.mark.parametrize("part", Part)
def test_a_turn_is_read_as_written_and_fits_a_button(part: Part) -> None:
    turn = Turn(part, "a" * 16, 9999)
    assert read_turn(str(turn)) == turn
    assert len(str(turn).encode()) <= 64


def test_pages_turn_in_a_circle() -> None:
    last = page(PAGES, Turn(Part.LIST, "abcdefgh", 2), EN)
    assert last is not None
    assert last.buttons is not None
    row = last.buttons.inline_keyboard[0]
    assert [button.callback_data for button in row] == [
        "list:abcdefgh:1",
        "at:abcdefgh:2",
        "list:abcdefgh:0",
    ]
    assert page(PAGES, Turn(Part.WHY, "abcdefgh", 1), EN) is None


def test_every_page_says_what_was_asked_and_searched() -> None:
    found = FakeEngine().answer("list 12 near 3")
    pages = render_pages(found, "Late.")
    assert len(pages) == -(-12 // ON_A_PAGE)
    assert all(one.startswith("<i>Late.</i>") and "Searched: 2" in one for one in pages)
    assert all("&lt;came&gt;" in one for one in pages)
    assert found.kind is AnswerKind.PASSAGES
    assert render_near_misses(FakeEngine().answer("list 12")) == ()


HOSTILE = st.one_of(
    st.text(max_size=80),
    st.sampled_from(["<b>", "</blockquote>", "&lt;", "a\x00b", "\ud83d", "🇰🇿" * 90, "x" * 5000]),
)


@given(st.lists(st.tuples(HOSTILE, HOSTILE), min_size=1, max_size=8), HOSTILE)
@settings(max_examples=60, deadline=None)
def test_pages_of_hostile_texts_are_messages_that_telegram_takes(
    told: list[tuple[str, str]], headline: str
) -> None:
    found = FakeEngine().answer("list 1 near 1")
    sources = [replace(found.items[0].sources[0], title=a, quote=b) for a, b in told]
    answer = replace(
        found,
        headline=headline,
        items=tuple(Item(one.title, (one,), detail=one.quote) for one in sources),
        near_misses=tuple(NearMiss(one.title, one.quote, one) for one in sources),
    )
    for message in (*render_pages(answer), *render_near_misses(answer)):
        text, entities = parse(message)
        assert text.strip()
        assert units(text) <= 4096
        assert len(entities) <= 100
