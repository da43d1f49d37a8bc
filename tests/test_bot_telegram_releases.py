"""Releases that are handed in or linked to, over HTTP, with the real engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from answering import sample_rows
from botapi import BotApi
from telegram_users import GROUP, Person, running

from bot.engine import PassageEngine
from corpus.release import Language

ROW = next(row for row in sample_rows() if row["lang"] == "en" and len(row["body"]) > 800)
FORWARD: dict[str, Any] = {
    "type": "channel",
    "chat": {"id": -1001, "type": "channel", "title": "News"},
    "message_id": 5,
    "date": 1700000000,
}
STRANGE = "An exhibition of paintings opened on Friday and will be shown for a month. " * 5
UNKNOWN = "I know no release that this text comes from."


@pytest.fixture
async def person(api: BotApi, tmp_path: Path, engine: PassageEngine) -> AsyncIterator[Person]:
    """Somebody who writes to a bot that answers from a real index."""
    async with running(api, tmp_path, engine):
        yield Person(api)


async def test_a_forwarded_post_shows_its_release(person: Person) -> None:
    await person.say(f"⚡ {ROW['body'][:600]}", forward_origin=FORWARD)
    heard = await person.hear()
    assert "% of it is there word for word:" in heard
    assert ROW["title"] in heard
    sent = person.api.calls("sendMessage")[-1].params["text"]
    assert ROW["url"].replace("&", "&amp;") in sent


@pytest.mark.parametrize(
    "text", [ROW["title"], ROW["body"][:900], f"see {ROW['url']}", f"look: {ROW['url']}"]
)
async def test_a_pasted_text_a_title_or_a_link_will_do(person: Person, text: str) -> None:
    link = {"type": "url", "offset": 4, "length": len(ROW["url"])}
    await person.say(text, entities=[link] if text.startswith("see") else [])
    assert ROW["title"] in await person.hear()


async def test_an_unknown_forward_is_told_so_and_a_forwarded_question_answered(
    person: Person,
) -> None:
    await person.say(STRANGE, forward_origin=FORWARD)
    assert (await person.hear()).startswith(UNKNOWN)
    await person.say("Who visited Astana in 2025?", forward_origin=FORWARD)
    assert "visits to Astana, 2025" in await person.hear(2)


async def test_in_a_group_only_who_calls_the_bot_is_shown_a_release(person: Person) -> None:
    post = await person.say(ROW["body"][:600], GROUP, forward_origin=FORWARD)
    await person.say("@elshi_bot", GROUP, reply_to_message=post)
    (shown,) = await person.api.shown(GROUP["id"])
    assert ROW["title"] in shown["text"]


async def test_a_link_opens_a_release_in_the_readers_language(person: Person) -> None:
    number = ROW["url"].partition("details/")[2].partition("?")[0]
    await person.say(f"/start r_{number}")
    assert ROW["title"] in await person.hear()
    await person.say("/start r_999999999")
    assert "no such release" in await person.hear(2)
    await person.say("/start r_1 2")
    assert "Elshi answers questions" in await person.hear(3)


async def test_a_link_in_a_group_leads_to_the_answer_in_private(person: Person) -> None:
    await person.say("@elshi_bot Who visited Astana in 2025?", GROUP)
    (answer,) = await person.api.shown(GROUP["id"])
    url = answer["reply_markup"]["inline_keyboard"][-2][0]["url"]
    other = Person(person.api, 8, "ru")
    await other.say(f"/start {url.partition('start=')[2]}")
    heard = await other.hear()
    assert heard.startswith("Your question: Who visited Astana in 2025?")
    assert answer["text"].splitlines()[0] in heard


async def test_nobody_opens_what_another_asked_in_private(person: Person) -> None:
    await person.say("Who visited Astana in 2025?")
    (answer,) = await person.api.shown(person.id)
    data = answer["reply_markup"]["inline_keyboard"][-1][0]["callback_data"]
    key = data.split(":")[2]
    other = Person(person.api, 8)
    await other.say(f"/start q_{key}")
    assert (await other.hear()).startswith("This answer is no longer kept.")
    await person.say(f"/start q_{key}")
    assert "visits to Astana, 2025" in await person.hear(2)


async def test_long_cards_are_turned_by_their_buttons(
    person: Person, engine: PassageEngine
) -> None:
    searcher = engine.searcher()
    most = max(
        (source for language in Language for source in searcher.store.latest(language, 50)),
        key=lambda source: len(
            {e.best.start for e in searcher.events.of_releases([source.number])}
        ),
    )
    await person.say(
        most.release.url, entities=[{"type": "url", "offset": 0, "length": len(most.release.url)}]
    )
    (message,) = await person.api.shown(person.id)
    before = message["text"]
    await person.press(message, "›")
    await person.api.until(lambda: person.api.methods.of_bot(person.id)[0]["text"] != before)
    assert most.release.title in person.api.methods.of_bot(person.id)[0]["text"]
