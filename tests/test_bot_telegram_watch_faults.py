"""What goes wrong while notices go out: Telegram's refusals, and the end of the process."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path
from typing import Any

import pytest
from botapi import BotApi
from telegram_users import FORUM, GROUP, Person, running
from test_bot_telegram_watches import WATCH, ask
from watched import Newsroom, visit
from watching_kills import Room

from bot.telegram.watches import looking, sender

KENYA = visit("10", "Kenya", "James Kariuki")


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "EVERY", 0.1)
    monkeypatch.setattr(sender, "IDLE", 0.05)
    monkeypatch.setattr(sender, "FIRST_RETRY", 0.2)


async def told(api: BotApi, newsroom: Newsroom, chat_id: int, count: int = 1) -> list[str]:
    """Publish, and return what a chat was told of it once that is `count` messages."""
    before = len(api.methods.of_bot(chat_id))
    await asyncio.to_thread(newsroom.publish, KENYA)
    await api.until(lambda: len(api.methods.of_bot(chat_id)) >= before + count)
    await asyncio.sleep(0.6)
    return [message["text"] for message in api.methods.of_bot(chat_id)[before:]]


@pytest.mark.parametrize(
    ("status", "how", "messages", "is_marked"),
    [
        (429, {"parameters": {"retry_after": 1}}, 1, False),
        (502, {}, 1, True),
        (200, {"accepted": True, "hang": 6.0}, 2, True),
        (500, {"times": 3}, 1, True),
    ],
    ids=["flood", "bad gateway", "no reply", "three errors"],
)
async def test_a_notice_that_fails_is_sent_again_and_says_if_it_may_be_a_repeat(
    api: BotApi,
    newsroom: Newsroom,
    status: int,
    how: dict[str, Any],
    messages: int,
    is_marked: bool,
) -> None:
    async with running(api, newsroom.home, newsroom.engine()):
        await ask(Person(api), WATCH)
        api.fail("sendMessage", status, "Trouble", **how)
        notices = await told(api, newsroom, 7, messages)
    assert len(notices) == messages
    assert notices[-1].startswith("May be a repeat") is is_marked
    assert not any(notice.startswith("May be a repeat") for notice in notices[:-1])


async def test_a_refusal_for_one_chat_holds_up_no_other(api: BotApi, newsroom: Newsroom) -> None:
    async with running(api, newsroom.home, newsroom.engine()):
        for number in (7, 8):
            await ask(Person(api, id=number), WATCH)
        api.fail(
            "sendMessage",
            429,
            "Too Many Requests",
            parameters={"retry_after": 60},
            where=lambda params: params["chat_id"] == 7,
        )
        assert len(await told(api, newsroom, 8)) == 1
        assert len(api.methods.of_bot(7)) == 1


async def test_blocking_the_bot_ends_the_watches(api: BotApi, newsroom: Newsroom) -> None:
    async with running(api, newsroom.home, newsroom.engine()):
        for number in (7, 8):
            await ask(Person(api, id=number), WATCH)
        api.methods.blocked.add(7)
        assert len(await told(api, newsroom, 8)) == 1
        refused = [c for c in api.calls("sendMessage") if c.status == 403]
        assert len(refused) == 1
        api.methods.blocked.clear()
        assert "no watches" in (await ask(Person(api), "/watches"))["text"]


async def test_who_is_shut_out_by_the_owner_is_told_nothing(
    api: BotApi, newsroom: Newsroom
) -> None:
    owner = Person(api, id=1)
    async with running(api, newsroom.home, newsroom.engine(), admins=frozenset({1})):
        for number in (7, 8):
            await ask(Person(api, id=number), WATCH)
        await owner.say("/block 7")
        await owner.hear()
        assert len(await told(api, newsroom, 8)) == 1
        assert len(api.methods.of_bot(7)) == 1


async def test_a_group_that_became_a_supergroup_is_told_there(
    api: BotApi, newsroom: Newsroom
) -> None:
    new = GROUP | {"id": -1009}
    async with running(api, newsroom.home, newsroom.engine()):
        await ask(Person(api), WATCH, GROUP)
        api.methods.chats[-1009] = new
        api.methods.migrated[GROUP["id"]] = -1009
        assert len(await told(api, newsroom, -1009)) == 1


async def test_a_topic_that_is_gone_is_told_in_the_group(api: BotApi, newsroom: Newsroom) -> None:
    async with running(api, newsroom.home, newsroom.engine()):
        await Person(api).say(WATCH, FORUM, message_thread_id=4, is_topic_message=True)
        await api.shown(FORUM["id"])
        api.fail(
            "sendMessage",
            400,
            "Bad Request: message thread not found",
            times=99,
            where=lambda params: "message_thread_id" in params,
        )
        assert len(await told(api, newsroom, FORUM["id"])) == 1


async def test_a_stop_loses_and_repeats_nothing(api: BotApi, newsroom: Newsroom) -> None:
    async with running(api, newsroom.home, newsroom.engine()):
        await ask(Person(api), WATCH)
    newsroom.publish(KENYA)
    for _ in range(3):
        async with running(api, newsroom.home, newsroom.engine()):
            await api.until(lambda: len(api.methods.of_bot(7)) == 2)
            await asyncio.sleep(0.3)
    assert not api.methods.of_bot(7)[-1]["text"].startswith("May be a repeat")
    assert len(api.methods.of_bot(7)) == 2


async def test_kills_at_random_moments_lose_nothing_and_repeat_nothing_in_silence(
    api: BotApi, tmp_path: Path
) -> None:
    room = Room(api, tmp_path, chats=40)
    room.publish(visit("10", "Kenya", "James Kariuki"))
    await room.run_and_kill(3, random.Random(6), 1.2)
    room.publish(visit("11", "Egypt", "Badr Abdelatty"))
    await room.start()
    await room.told("Badr Abdelatty", 60)
    await room.end()
    for name in ("James Kariuki", "Badr Abdelatty"):
        counted = room.count(name)
        assert (counted.lost, counted.silent) == (0, 0)
        assert counted.marked <= 3 * sender.IN_FLIGHT
