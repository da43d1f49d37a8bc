"""Announcements: previewed, confirmed, sent within limits, to nobody twice."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from botapi import BotApi
from telegram_users import Person, running
from test_bot_telegram_restart import Process

from bot.telegram.owner.broadcast_buttons import read_button
from bot.telegram.owner.broadcasts import Broadcasts, Outcome, Stage
from bot.telegram.owner.people import People
from bot.telegram.storage.database import Database
from bot.telegram.storage.state import State

OWNER_ID = 1
TEXT = "Tomorrow <b>away</b>\nfrom 9 to 10."


def known(home: Path, api: BotApi, *ids: int) -> None:
    """Let these users have written to the bot before."""
    home.mkdir(exist_ok=True)
    database = Database(home)
    people = People(database)
    for user_id in ids:
        people.note(user_id, user_id)
        api.methods.chats[user_id] = Person(api, id=user_id).private
    people.write()
    database.close()


@pytest.fixture
async def owner(api: BotApi, tmp_path: Path) -> AsyncIterator[Person]:
    """The owner of a bot with five users, one of whom has shut it out."""
    known(tmp_path, api, 11, 12, 13, 14, 15)
    api.methods.blocked.add(13)
    async with running(api, tmp_path, admins=frozenset({OWNER_ID})):
        yield Person(api, id=OWNER_ID)


def received(api: BotApi, *ids: int) -> list[list[str]]:
    return [[message["text"] for message in api.methods.of_bot(user_id)] for user_id in ids]


async def previewed(owner: Person, text: str = TEXT) -> dict[str, Any]:
    await owner.say(f"/broadcast {text}")
    return (await owner.api.shown(OWNER_ID, 2))[1]


def told(api: BotApi) -> str:
    return str(api.methods.of_bot(OWNER_ID)[1]["text"])


async def test_an_announcement_is_previewed_confirmed_and_sent_once(owner: Person) -> None:
    api = owner.api
    asking = await previewed(owner)
    assert asking["text"] == "This is how it will look. Send it to 6 users?"
    assert received(api, OWNER_ID)[0][0] == TEXT
    assert received(api, 11, 12) == [[], []]
    await owner.press(asking, "Send")
    await owner.press(asking, "Send")
    await api.until(lambda: told(api).startswith("Sent."))
    assert "Received by 5 of 6; skipped, since they left: 1" in told(api)
    assert received(api, 11, 12, 13, 14, 15) == [[TEXT], [TEXT], [], [TEXT], [TEXT]]
    assert "reply_markup" not in api.methods.of_bot(OWNER_ID)[1]
    await asyncio.sleep(0.2)
    assert len(api.methods.of_bot(11)) == 1


async def test_an_announcement_that_is_dropped_goes_to_nobody(owner: Person) -> None:
    asking = await previewed(owner)
    await owner.press(asking, "Do not send")
    await owner.api.until(lambda: told(owner.api).startswith("Stopped."))
    await owner.press(asking, "Send")
    await owner.api.until(lambda: len(owner.api.calls("answerCallbackQuery")) == 2)
    await asyncio.sleep(1.2)
    assert received(owner.api, 11, 12) == [[], []]


async def test_nobody_else_can_confirm(owner: Person) -> None:
    asking = await previewed(owner)
    data = asking["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await Person(owner.api, id=11).press_data(asking, data)
    await owner.api.until(lambda: owner.api.calls("answerCallbackQuery"))
    (call,) = owner.api.calls("answerCallbackQuery")
    assert call.params["text"].startswith("These buttons are out of date")
    await asyncio.sleep(1.2)
    assert received(owner.api, 11) == [[]]


async def test_without_words_it_says_how(owner: Person) -> None:
    await owner.say("/broadcast  ")
    assert (await owner.hear()).startswith("Write the announcement after the command")


async def test_telegrams_refusals_are_waited_out_and_doubt_is_told(owner: Person) -> None:
    api = owner.api
    api.fail(
        "sendMessage",
        429,
        "Too Many Requests",
        parameters={"retry_after": 1},
        where=lambda p: p["chat_id"] == 11,
    )
    api.fail("sendMessage", 502, "Bad Gateway", where=lambda p: p["chat_id"] == 12)
    asking = await previewed(owner)
    await owner.press(asking, "Send")
    await api.until(lambda: told(api).startswith("Sent."))
    assert received(api, 11, 14) == [[TEXT], [TEXT]]
    assert len(received(api, 12)[0]) <= 1


async def test_it_keeps_to_twenty_five_a_second(api: BotApi, tmp_path: Path) -> None:
    known(tmp_path, api, *range(100, 160))
    async with running(api, tmp_path, admins=frozenset({OWNER_ID})):
        owner = Person(api, id=OWNER_ID)
        asking = await previewed(owner)
        began = time.perf_counter()
        await owner.press(asking, "Send")
        await api.until(lambda: told(api).startswith("Sent."))
        took = time.perf_counter() - began
    assert took > 60 / 25
    assert all(texts == [TEXT] for texts in received(api, *range(100, 160)))


async def test_a_killed_process_goes_on_and_writes_to_nobody_twice(
    api: BotApi, tmp_path: Path
) -> None:
    home, ids = tmp_path / "home", range(100, 180)
    known(home, api, *ids)
    bot = Process(api, home)
    bot.environ["ELSHI_ADMINS"] = str(OWNER_ID)
    await bot.start()
    owner = Person(api, id=OWNER_ID)
    asking = await previewed(owner)
    await owner.press(asking, "Send")
    await api.until(lambda: sum(map(len, received(api, *ids))) >= 20)
    await bot.end(signal.SIGKILL)
    assert sum(map(len, received(api, *ids))) < 80
    await bot.start()
    await api.until(lambda: told(api).startswith("Sent."), within=60)
    await bot.end(signal.SIGTERM)
    texts = received(api, *ids)
    assert all(len(each) <= 1 for each in texts)
    missed = sum(not each for each in texts)
    unclear = int(told(api).rpartition("not known whether it arrived: ")[2].rstrip("."))
    assert missed <= unclear <= 4


def test_what_was_being_sent_at_the_end_is_unclear_and_not_sent_again(database: Database) -> None:
    broadcasts = Broadcasts(database)
    number = broadcasts.draft(OWNER_ID, OWNER_ID, TEXT)
    assert broadcasts.start(number, 5, [11, 12])
    assert not broadcasts.start(number, 5, [11, 12])
    claimed = broadcasts.claim(number)
    assert broadcasts.recover() == 1
    assert {claimed, broadcasts.claim(number)} == {11, 12}
    assert broadcasts.claim(number) is None
    assert broadcasts.progress(number) == {Outcome.UNCLEAR: 1, Outcome.SENDING: 1}
    assert broadcasts.stop(number)
    stopped = broadcasts.get(number)
    assert stopped is not None
    assert stopped.stage is Stage.STOPPED


def test_somebody_who_is_forgotten_gets_no_announcement(database: Database) -> None:
    broadcasts = Broadcasts(database)
    number = broadcasts.draft(OWNER_ID, OWNER_ID, TEXT)
    broadcasts.start(number, 5, [11])
    State(database).forget_user(11)
    assert broadcasts.claim(number) is None


def test_announcements_are_swept_but_not_while_they_run(database: Database) -> None:
    now = [0.0]
    broadcasts = Broadcasts(database, lambda: now[0], kept=10.0)
    old, runs = (broadcasts.draft(OWNER_ID, OWNER_ID, TEXT) for _ in range(2))
    broadcasts.start(runs, 5, [11])
    now[0] = 10.0
    broadcasts.sweep()
    assert broadcasts.get(old) is None
    assert broadcasts.claim(runs) == 11


@pytest.mark.parametrize(
    "data", [None, "", "cast:send:", "cast:send:x", "cast:drop:1", "cast:send:٣"]
)
def test_other_data_is_no_button(data: str | None) -> None:
    assert read_button(data) is None
