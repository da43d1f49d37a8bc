"""Inline mode over HTTP: cards in any chat, by Telegram's limits, at once."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from botapi import BotApi
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram_html import parse
from telegram_methods import check_results
from telegram_users import FakeEngine, Person, running

from bot.engine import PassageEngine
from bot.messages import Texts
from bot.telegram.inline.answering import article
from bot.telegram.inline.cards import Card, cards_of, nothing_card
from bot.telegram.inline.desk import InlineDesk
from bot.telegram.inline.finding import ON_A_PAGE, spoken
from corpus.release import Language

EN, RU, KK = Language.EN, Language.RU, Language.KK


@pytest.fixture
async def reader(api: BotApi, tmp_path: Path, engine: PassageEngine) -> AsyncIterator[Person]:
    """Somebody whose bot answers from a real index."""
    async with running(api, tmp_path, engine):
        yield Person(api)


async def test_a_short_query_finds_events_as_cards(reader: Person) -> None:
    results = await reader.found("african fms 2025")
    whole, first, *_ = results
    assert "foreign minister" in whole["title"]
    assert "2025" in first["description"]
    content = first["input_message_content"]
    shown, entities = parse(content["message_text"])
    assert content["parse_mode"] == "HTML"
    assert {"bold", "blockquote", "text_link"} <= {entity.type for entity in entities}
    assert "Ministry of Foreign Affairs of the Republic of Kazakhstan, " in shown
    (button,) = first["reply_markup"]["inline_keyboard"][0]
    assert button["text"] == "Read the release"
    assert button["url"] in shown


async def test_an_empty_query_shows_the_newest_releases_page_by_page(
    reader: Person, engine: PassageEngine
) -> None:
    newest = engine.searcher().store.latest(EN, 1)[0].release
    results = await reader.found("")
    assert results[0]["title"] == newest.title
    call = reader.api.calls("answerInlineQuery")[-1].params
    assert (call["is_personal"], call["cache_time"]) == (True, 10)
    assert call["button"]["start_parameter"] == "inline"
    assert await reader.found("", "99999") == []
    assert [r["title"] for r in await reader.found("", "1; DROP")] == [r["title"] for r in results]


async def test_nothing_found_is_said(reader: Person) -> None:
    (only,) = await reader.found("<b>qwertyuiop")
    assert only["title"] == "No sentence of the releases answers this."
    shown, _ = parse(only["input_message_content"]["message_text"])
    assert shown == "The releases say nothing of “<b>qwertyuiop”."


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("президенты 2024", "Министерство иностранных дел Республики Казахстан, "),
        ("сыртқы істер министрлері 2025", "Қазақстан Республикасының Сыртқы істер министрлігі, "),
    ],
)
async def test_cards_are_in_the_language_of_the_query(
    reader: Person, query: str, said: str
) -> None:
    results = await reader.found(query)
    assert said in results[-1]["input_message_content"]["message_text"]


async def test_long_lists_are_paged(api: BotApi, person: Person) -> None:
    first = await person.found("list 50")
    assert len(first) == ON_A_PAGE
    offset = api.calls("answerInlineQuery")[-1].params["next_offset"]
    second = await person.found("list 50", offset)
    third = await person.found("list 50", api.calls("answerInlineQuery")[-1].params["next_offset"])
    ids = [result["id"] for page in (first, second, third) for result in page]
    assert len(ids) == len(set(ids)) == 51
    assert (
        "next_offset" not in api.calls("answerInlineQuery")[-1].params
        or not (api.calls("answerInlineQuery")[-1].params["next_offset"])
    )


async def test_what_is_typed_waits_for_no_slow_answer(api: BotApi, tmp_path: Path) -> None:
    async with running(api, tmp_path, rate_limit=100):
        for number in range(20):
            await Person(api, 100 + number).say("slow 1.5")
        started = time.monotonic()
        assert await Person(api, 7).found("list 2")
        answered = len(api.calls("sendMessage"))
        assert answered == 0, f"{answered} slow answers came first"
        assert time.monotonic() - started < 10
        await api.until(lambda: len(api.calls("sendMessage")) == 20)


async def test_nothing_typed_is_stored(api: BotApi, tmp_path: Path) -> None:
    async with running(api, tmp_path):
        await Person(api).found("list 2 secretword")
    files = [path.read_bytes() for path in tmp_path.iterdir() if path.is_file()]
    assert not [content for content in files if b"secretword" in content]


async def test_only_those_let_in_find_anything(api: BotApi, tmp_path: Path) -> None:
    async with running(api, tmp_path, allowed=frozenset({8})):
        assert await Person(api, 7).found("list 2") == []
        assert await Person(api, 8).found("list 2")


async def test_an_engine_that_fails_finds_nothing(person: Person) -> None:
    assert await person.found("broken index") == []
    assert await person.found("list 2")


async def test_a_query_that_grew_old_is_no_error(api: BotApi, person: Person) -> None:
    api.fail("answerInlineQuery", 400, "Bad Request: query is too old")
    await person.type("list 1")
    await api.until(lambda: api.calls("answerInlineQuery"))
    assert await person.found("list 2")


async def test_a_guest_is_answered_once_where_the_bot_is_no_member(
    api: BotApi, person: Person, fake_engine: FakeEngine
) -> None:
    for number, text in enumerate(("@elshi_bot list 7", "@elshi_bot", "@elshi_bot bug"), start=1):
        query_id = f"guest-{number}"
        api.methods.queries.add(query_id)
        chat = {"id": -900, "type": "group", "title": "Elsewhere"}
        message = {"message_id": number, "date": 1700000000, "chat": chat, "text": text}
        asked = message | {"from": person.sender, "guest_query_id": query_id}
        await api.update(guest_message=asked)
    await api.until(lambda: len(fake_engine.asked) == 2)
    await api.until(lambda: "guest-1" in api.methods.found)
    (result,) = api.methods.found["guest-1"]
    assert "5. <b>Guest 5</b>" in result["input_message_content"]["message_text"]
    (button,) = result["reply_markup"]["inline_keyboard"][0]
    assert button["url"] == "https://t.me/elshi_bot?start=inline"
    assert fake_engine.asked[0][0] == "list 7"
    assert not api.calls("sendMessage")


async def test_of_what_one_user_types_the_newest_counts() -> None:
    desk, gate = InlineDesk(threads=1), threading.Event()
    busy = asyncio.create_task(desk.run(1, "0", gate.wait))
    await asyncio.sleep(0)
    typed = [asyncio.create_task(desk.run(7, str(n), partial(int, n))) for n in range(3)]
    other = asyncio.create_task(desk.run(8, "9", lambda: 9))
    await asyncio.sleep(0)
    gate.set()
    assert await asyncio.gather(*typed, other) == [None, None, 2, 9]
    await busy


@pytest.mark.parametrize(
    ("query", "chosen", "client", "language"),
    [
        ("ghana", None, RU, EN),
        ("ghana", KK, RU, KK),
        ("гана", None, KK, KK),
        ("гана", None, RU, RU),
        ("гана елшісі", None, RU, KK),
        ("визиты министров", None, EN, RU),
        ("", None, KK, KK),
        ("2025", None, None, EN),
    ],
)
def test_the_language_of_cards(
    query: str, chosen: Language | None, client: Language | None, language: Language
) -> None:
    assert spoken(query, chosen, client) is language


@settings(max_examples=50)
@given(st.text(max_size=300), st.text(max_size=400), st.text(max_size=5000), st.text(max_size=80))
def test_any_card_is_one_that_telegram_takes(
    title: str, description: str, said: str, url: str
) -> None:
    engine = FakeEngine(extra=said.replace("bug", "").replace("broken index", ""))
    cards = [*cards_of(engine.answer("list 3")), nothing_card(title, Texts(EN))]
    cards.append(Card(title or "x", description, "text", url))
    results = [article(number, card, Texts(EN)).to_dict() for number, card in enumerate(cards)]
    check_results(results)
    assert all(len(card.title) <= 120 and len(card.description) <= 200 for card in cards[:-1])
