"""Standing questions in a chat, over an index that grows while the bot runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from botapi import BotApi
from telegram_users import GROUP, Person, running
from watched import NOW, Newsroom, release, visit

from bot.telegram.watches import looking, sender
from corpus.dates import ASTANA
from corpus.release import Language, Release

WATCH = "/watch African foreign ministers in Astana"


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "EVERY", 0.1)
    monkeypatch.setattr(sender, "IDLE", 0.05)
    monkeypatch.setattr(sender, "FIRST_RETRY", 0.2)


@pytest.fixture
async def reader(api: BotApi, newsroom: Newsroom) -> AsyncIterator[Person]:
    async with running(api, newsroom.home, newsroom.engine()):
        yield Person(api)


async def ask(person: Person, text: str, chat: dict[str, Any] | None = None) -> dict[str, Any]:
    """Say something and return the reply."""
    chat_id = (chat or person.private)["id"]
    count = len(person.api.methods.of_bot(chat_id))
    await person.say(text, chat)
    return (await person.api.shown(chat_id, count + 1))[-1]


async def told(person: Person, newsroom: Newsroom, *added: Release) -> list[str]:
    """Publish, and return what the person is told of it."""
    before = len(person.api.methods.of_bot(person.id))
    await asyncio.to_thread(newsroom.publish, *added)
    await asyncio.sleep(1.6)
    return [message["text"] for message in person.api.methods.of_bot(person.id)[before:]]


def labels(message: dict[str, Any]) -> list[str]:
    return [b["text"] for row in message["reply_markup"]["inline_keyboard"] for b in row]


async def test_an_event_is_told_once_in_whatever_language_and_words(
    reader: Person, newsroom: Newsroom
) -> None:
    reply = await ask(reader, WATCH)
    assert "visits to Astana by foreign ministers of African countries" in reply["text"]
    notice = await told(reader, newsroom, visit("10", "Kenya", "James Kariuki"))
    assert len(notice) == 1
    assert "Visit: James Kariuki, Kenya, foreign minister" in notice[0]
    assert newsroom.releases[-1].body[:60] in notice[0], "a verbatim quote"
    russian = release(
        "10",
        "Астана. Министр иностранных дел Кении Джеймс Кариуки прибыл в Астану с рабочим визитом.",
        "Министр Кении в Астане",
        Language.RU,
    )
    assert await told(reader, newsroom, russian) == []
    repost = visit("11", "Kenya", "James Kariuki", published=NOW + timedelta(minutes=1))
    assert await told(reader, newsroom, repost) == []
    assert len(await told(reader, newsroom, visit("12", "Egypt", "Badr Aziz"))) == 1
    corrected = visit("12", "Egypt", "Sameh Shoukry")
    assert await told(reader, newsroom, corrected) == []


async def test_what_is_old_or_not_asked_for_is_not_told(reader: Person, newsroom: Newsroom) -> None:
    await ask(reader, WATCH)
    history = [visit(str(n), "Kenya", published=NOW - timedelta(days=n)) for n in range(20, 40)]
    other = visit("50", "France", "Jean Martin")
    assert await told(reader, newsroom, *history, other) == []


async def test_a_topic_is_told_of_by_the_releases_that_answer_it(
    reader: Person, newsroom: Newsroom
) -> None:
    assert "releases that answer" in (await ask(reader, "/watch lithium deposits"))["text"]
    lithium = release("20", "A new lithium deposit was opened in East Kazakhstan.", "Lithium")
    other = release("21", "The embassy held a concert of folk music.", "Concert")
    notices = await told(reader, newsroom, lithium, other)
    assert len(notices) == 1
    assert "A new lithium deposit" in notices[0]
    kazakh = release("20", "Шығыс Қазақстанда литий кен орны ашылды.", "Литий", Language.KK)
    assert await told(reader, newsroom, kazakh) == []


async def test_several_watches_of_a_chat_share_a_message(
    reader: Person, newsroom: Newsroom
) -> None:
    await ask(reader, WATCH)
    await ask(reader, "/watch visits from Kenya")
    notices = await told(
        reader, newsroom, visit("10", "Kenya", "James Kariuki"), visit("11", "Egypt", "Badr Aziz")
    )
    assert len(notices) == 1
    assert notices[0].count("Visit: James Kariuki") == 1
    assert "Your watch: visits from Kenya" in notices[0]
    await reader.press(reader.api.methods.of_bot(reader.id)[-1], "My watches")
    listed = (await reader.api.shown(reader.id, 4))[-1]
    assert "1. African foreign ministers in Astana – at once" in listed["text"]


async def test_a_watch_pauses_goes_on_and_is_deleted_by_buttons(
    reader: Person, newsroom: Newsroom
) -> None:
    await ask(reader, WATCH)
    await told(reader, newsroom, visit("10", "Kenya", "James Kariuki"))
    notice = reader.api.methods.of_bot(reader.id)[-1]
    await reader.press(notice, "Pause")
    await reader.api.until(lambda: "Resume" in labels(reader.api.methods.of_bot(reader.id)[-1]))
    assert await told(reader, newsroom, visit("11", "Egypt", "Badr Aziz")) == []
    await reader.press(reader.api.methods.of_bot(reader.id)[-1], "Resume")
    await reader.api.until(lambda: "Pause" in labels(reader.api.methods.of_bot(reader.id)[-1]))
    assert len(await told(reader, newsroom, visit("12", "Togo", "Robert Kodjo"))) == 1
    await reader.press(reader.api.methods.of_bot(reader.id)[-1], "Delete")
    await reader.api.until(lambda: "reply_markup" not in reader.api.methods.of_bot(reader.id)[-1])
    assert await told(reader, newsroom, visit("13", "Mali", "Abdoulaye Diop")) == []
    assert "no watches" in (await ask(reader, "/watches"))["text"]


async def test_quiet_hours_and_digests_hold_notices_back(
    reader: Person, newsroom: Newsroom
) -> None:
    reply = await ask(reader, WATCH)
    await reader.press(reply, "once a day")
    await reader.api.until(lambda: "✓ once a day" in labels(reader.api.methods.of_bot(7)[-1]))
    assert await told(reader, newsroom, visit("10", "Kenya", "James Kariuki")) == []
    hour = datetime.now(ASTANA).hour
    await ask(reader, f"/watches {hour}-{(hour + 2) % 24}")
    await reader.press(reader.api.methods.of_bot(7)[0], "at once")
    await reader.api.until(lambda: "✓ at once" in labels(reader.api.methods.of_bot(7)[0]))
    await asyncio.sleep(0.5)
    assert len(reader.api.methods.of_bot(7)) == 2
    await ask(reader, "/watches 0-0")
    await reader.api.until(lambda: "Kenya" in reader.api.methods.of_bot(7)[-1]["text"])


async def test_there_are_only_so_many_watches(api: BotApi, newsroom: Newsroom) -> None:
    async with running(api, newsroom.home, newsroom.engine(), watches_per_user=2):
        person = Person(api)
        for country in ("Kenya", "Egypt"):
            assert "at once" in (await ask(person, f"/watch visits from {country}"))["text"]
        again = await ask(person, "/watch visits from Kenya")
        assert "visits to Kazakhstan" in again["text"], "the one there is"
        assert "2 watches" in (await ask(person, "/watch visits from Togo"))["text"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/watch", "Write after the command"),
        ("/watch ?!", "Write after the command"),
        ("/watch Who visited Astana in 2023?", "about the past"),
        ("/watch Кто посетил Астану в 2023 году?", "about the past"),
        ("/watch " + "long " * 300, "more than 1,000"),
    ],
)
async def test_what_cannot_be_watched_is_said(reader: Person, text: str, said: str) -> None:
    assert said in (await ask(reader, text))["text"]


async def test_an_answer_can_be_watched(reader: Person, newsroom: Newsroom) -> None:
    answer = await ask(reader, "Which African foreign ministers have visited Astana?")
    if "Watch" not in labels(answer):
        await reader.press(answer, "More…")
        await reader.api.until(lambda: "Watch" in labels(reader.api.methods.of_bot(7)[0]))
    await reader.press(reader.api.methods.of_bot(7)[0], "Watch")
    assert "told once" in (await reader.api.shown(7, 2))[-1]["text"]
    assert len(await told(reader, newsroom, visit("10", "Kenya", "James Kariuki"))) == 1


@pytest.mark.parametrize("language", ["en", "kk"])
async def test_a_channel_gets_each_story_once(
    api: BotApi, newsroom: Newsroom, language: str
) -> None:
    channel = {"id": -1007, "type": "channel", "title": "Releases", "username": "releases"}
    api.methods.chats[-1007] = channel
    settings = {"channel_language": Language(language), "channel_digest": "now"}
    for start in range(2):
        async with running(api, newsroom.home, newsroom.engine(), channel="@releases", **settings):
            await api.until(lambda: len(api.calls("getChat")) == start + 1)  # noqa: B023
            await asyncio.sleep(0.5)
            kazakh = release("60", "Кездесу өтті.", "Кездесу", Language.KK)
            await asyncio.to_thread(
                newsroom.publish, visit("10", "Kenya", "James Kariuki"), kazakh,
                release("60", "A meeting was held.", "Meeting"),
            )  # fmt: skip
            await api.shown(-1007)
            await asyncio.sleep(1.0)
    (post,) = api.methods.of_bot(-1007)
    assert "2" in post["text"].splitlines()[0]
    assert ("Meeting" in post["text"]) is (language == "en")
    assert ("Кездесу," in post["text"]) is (language == "kk")
    assert "James Kariuki" in post["text"], "what happened stands under its release"
    assert "reply_markup" not in post


async def test_forgetting_a_user_ends_their_watches(reader: Person, newsroom: Newsroom) -> None:
    await ask(reader, WATCH)
    await ask(reader, "/forget")
    assert await told(reader, newsroom, visit("10", "Kenya", "James Kariuki")) == []
    assert "no watches" in (await ask(reader, "/watches"))["text"]


async def test_in_a_group_only_their_owner_and_administrators_touch_watches(
    api: BotApi, reader: Person, newsroom: Newsroom
) -> None:
    reply = await ask(reader, WATCH, GROUP)
    other, chief = Person(api, id=8), Person(api, id=9)
    api.methods.administrators[GROUP["id"]] = {9}
    for label in ("Pause", "Delete"):
        query = await other.press(reply, label)
        await api.until(partial(_alert, api, query))
        assert "somebody else" in _alert(api, query)
    pressed = await chief.press(reply, "Pause")
    await api.until(lambda: _alert(api, pressed))
    await chief.press(reply, "Delete")
    await api.until(lambda: "Deleted" in api.methods.of_bot(GROUP["id"])[0]["text"])


def _alert(api: BotApi, query: str) -> str:
    calls = [c for c in api.calls("answerCallbackQuery") if c.params["callback_query_id"] == query]
    return str(calls[0].params.get("text", "")) if calls else ""


@pytest.mark.parametrize("data", ["w:", "w:delete:99999", "w:zone:0:../etc", "w:mode:1:never"])
async def test_forged_buttons_change_nothing(reader: Person, newsroom: Newsroom, data: str) -> None:
    reply = await ask(reader, WATCH)
    await reader.press_data(reply, data)
    await reader.api.until(lambda: reader.api.calls("answerCallbackQuery"))
    assert len(await told(reader, newsroom, visit("10", "Kenya", "James Kariuki"))) == 1
