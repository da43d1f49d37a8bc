"""Groups: only what is meant for the bot, topics and people kept apart, who may ask at all."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from botapi import BotApi
from telegram_methods import ME
from telegram_users import FORUM, GROUP, FakeEngine, Person, running

from bot.messages import Texts
from corpus.release import Language

EN = Texts(Language.EN)


def questions(fake_engine: FakeEngine) -> list[str]:
    return [question for question, _, _ in fake_engine.asked]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("@elshi_bot who came?", "who came?"),
        ("Who came, @Elshi_Bot", "Who came,"),
        ("/ask who came?", "who came?"),
        ("/ask@elshi_bot who came?", "who came?"),
        ("🇰🇿 @elshi_bot who came?", "🇰🇿  who came?"),
    ],
)
async def test_what_is_meant_for_the_bot_is_answered(
    api: BotApi, person: Person, fake_engine: FakeEngine, text: str, question: str
) -> None:
    asked = await person.say(text, GROUP)
    (shown,) = await api.shown(GROUP["id"])
    assert shown["reply_to_message"]["message_id"] == asked["message_id"]
    assert questions(fake_engine) == [question]


async def test_other_talk_is_left_alone(
    api: BotApi, person: Person, fake_engine: FakeEngine
) -> None:
    bot = {"id": 55, "is_bot": True, "first_name": "Other", "username": "other_bot"}
    for text in (
        "who came?",
        "@elshi_bots who came?",
        "/ask@other_bot who?",
        "/nonsense",
        "mail me@elshi_bot.kz",
    ):
        await person.say(text, GROUP)
    await person.say("@elshi_bot who came?", GROUP, **{"from": bot})
    await person.say("@elshi_bot who came?", GROUP, is_automatic_forward=True)
    await person.post(
        GROUP,
        sticker={
            "file_id": "a",
            "file_unique_id": "b",
            "type": "regular",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
        },
    )
    await person.post(GROUP, new_chat_members=[person.sender])
    await person.say("@elshi_bot the only question", GROUP)
    assert len(await api.shown(GROUP["id"])) == 1
    assert questions(fake_engine) == ["the only question"]


async def test_reply_to_the_bot_is_a_question(
    api: BotApi, person: Person, fake_engine: FakeEngine
) -> None:
    await person.say("@elshi_bot who came?", GROUP)
    (shown,) = await api.shown(GROUP["id"])
    await person.say("and in 2024?", GROUP, reply_to_message=shown)
    await api.shown(GROUP["id"], 2)
    assert fake_engine.asked[1][:2] == ("and in 2024?", ("who came?",))


async def test_anonymous_admin_is_answered(api: BotApi, person: Person) -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    await person.say("@elshi_bot who came?", GROUP, sender_chat=GROUP, **{"from": anonymous})
    assert len(await api.shown(GROUP["id"])) == 1


async def test_mention_alone_gets_told_how_to_ask(api: BotApi, person: Person) -> None:
    await person.say("@elshi_bot", GROUP)
    assert (await api.shown(GROUP["id"]))[0]["text"] == EN.text("ask-what")


async def test_topics_and_people_are_kept_apart(
    api: BotApi, person: Person, fake_engine: FakeEngine
) -> None:
    other = Person(api, id=8)
    topic = {"is_topic_message": True, "message_thread_id": 5}
    for count, (who, text, extra) in enumerate(
        [
            (person, "first", topic),
            (person, "elsewhere", {}),
            (other, "other", topic),
            (person, "second", topic),
        ],
        start=1,
    ):
        await who.say(f"@elshi_bot {text}", FORUM, **extra)
        await api.shown(FORUM["id"], count)
    assert [history for _, history, _ in fake_engine.asked] == [(), (), (), ("first",)]
    threads = [message.get("message_thread_id") for message in api.methods.of_bot(FORUM["id"])]
    assert threads == [5, None, 5, 5]


async def test_reply_thread_of_a_plain_group_is_no_topic(api: BotApi, person: Person) -> None:
    await person.say("@elshi_bot who came?", GROUP, message_thread_id=3)
    assert len(await api.shown(GROUP["id"])) == 1


async def test_question_deleted_meanwhile_is_answered_all_the_same(
    api: BotApi, person: Person
) -> None:
    asked = await person.say("@elshi_bot slow 0.2", GROUP)
    api.methods.messages[GROUP["id"]].pop(asked["message_id"])
    (shown,) = await api.shown(GROUP["id"])
    assert "reply_to_message" not in shown


async def test_buttons_belong_to_whoever_called_them(api: BotApi, person: Person) -> None:
    other = Person(api, id=8)
    await person.say("/start@elshi_bot", GROUP)
    (page,) = await api.shown(GROUP["id"])
    await other.press(page, "Help")
    await api.until(lambda: api.calls("answerCallbackQuery"))
    assert api.calls("answerCallbackQuery")[0].params["text"] == EN.text("not-your-buttons")
    await person.press(page, "Help")
    await api.until(lambda: "Ask as you" in api.methods.of_bot(GROUP["id"])[0]["text"])


async def test_edited_question_in_a_group(api: BotApi, person: Person) -> None:
    asked = await person.say("@elshi_bot who came?", GROUP)
    await api.shown(GROUP["id"])
    await person.edit(asked, "/ask who left?")
    await api.until(lambda: "who left?" in api.methods.of_bot(GROUP["id"])[0]["text"])
    ordinary = await person.say("talk", GROUP)
    await person.edit(ordinary, "more talk")
    await person.say("/new", GROUP)
    assert len(await api.shown(GROUP["id"], 2)) == 2


def membership(person: Person, chat: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    states: dict[str, dict[str, Any]] = {
        name: {"user": ME, "status": status} for name, status in (("old", old), ("new", new))
    }
    for state in states.values():
        if state["status"] == "kicked":
            state["until_date"] = 0
    return {
        "my_chat_member": {
            "chat": chat,
            "from": person.sender,
            "date": 1,
            "old_chat_member": states["old"],
            "new_chat_member": states["new"],
        }
    }


async def test_group_is_greeted_once(api: BotApi, person: Person) -> None:
    api.methods.chats[GROUP["id"]] = GROUP
    await api.update(**membership(person, GROUP, "left", "member"))
    assert (await api.shown(GROUP["id"]))[0]["text"] == EN.text("group-hint", bot="elshi_bot")
    await api.update(**membership(person, GROUP, "member", "left"))
    await api.update(**membership(person, person.private, "kicked", "member"))
    await person.say("/new")
    await person.hear()
    assert len(api.methods.of_bot(GROUP["id"])) == len(api.methods.of_bot(person.id)) == 1


async def test_conversation_follows_the_group_that_becomes_a_supergroup(
    api: BotApi, person: Person, fake_engine: FakeEngine
) -> None:
    old, new = GROUP | {"id": -5, "type": "group"}, GROUP | {"id": -1005}
    await person.say("@elshi_bot first", old)
    await api.shown(old["id"])
    await person.post(old, migrate_to_chat_id=new["id"])
    await person.say("ordinary talk", new)
    await asyncio.sleep(0.1)
    await person.say("@elshi_bot second", new)
    await api.shown(new["id"])
    assert fake_engine.asked[1][1] == ("first",)


async def test_only_allowed_people_and_chats_are_answered(
    api: BotApi, tmp_path: Path, fake_engine: FakeEngine
) -> None:
    async with running(api, tmp_path, fake_engine, allowed=frozenset({7, GROUP["id"]})):
        stranger, friend = Person(api, id=666, language_code="ru"), Person(api, id=7)
        await stranger.say("who came?")
        refusal = Texts(Language.RU).text("not-allowed", id="666")
        assert await stranger.hear() == refusal
        await stranger.say("/about")
        assert await stranger.hear(2) == refusal
        await stranger.press_data((await api.shown(666))[0], "ask:example-1")
        await api.until(lambda: api.calls("answerCallbackQuery"))
        assert api.calls("answerCallbackQuery")[0].params["text"] == refusal
        await stranger.say("just talk", FORUM)
        await stranger.say("@elshi_bot in a group that is allowed", GROUP)
        await api.shown(GROUP["id"])
        await friend.say("@elshi_bot by somebody who is allowed", FORUM)
        assert len(await api.shown(FORUM["id"])) == 1
    assert questions(fake_engine) == ["in a group that is allowed", "by somebody who is allowed"]
