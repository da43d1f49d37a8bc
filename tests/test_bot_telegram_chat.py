"""A person and the bot in a private chat: every command and kind of content."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from botapi import BotApi
from telegram_users import FakeEngine, Person, running

from bot.messages import Texts
from corpus.release import Language

LANGUAGES = [(language, Texts(language)) for language in Language]


@pytest.fixture
async def person(api: BotApi, tmp_path: Path, fake_engine: FakeEngine) -> AsyncIterator[Person]:
    async with running(api, tmp_path, fake_engine, rate_limit=4):
        yield Person(api)


@pytest.mark.parametrize(("language", "texts"), LANGUAGES)
async def test_commands_in_each_language(person: Person, language: Language, texts: Texts) -> None:
    person.language_code = f"{language}-XX"
    expected = {
        "/start": texts.text("greeting"),
        "/start r_1<script>": texts.text("greeting"),
        "/help": texts.text("help", bot="elshi_bot"),
        "/about": texts.text("about", releases=2),
        "/privacy": texts.text("privacy", minutes=30, days=30, lists=7, numbers=2, logged="off"),
        "/language": texts.text("language-choice"),
        "/ask": texts.text("ask-what"),
        "/new": texts.text("new-started"),
        "/forget": texts.text("forgotten"),
        "/HELP@Elshi_Bot": texts.text("help", bot="elshi_bot"),
        "/nonsense": texts.text("unknown-command"),
        "/help@other_bot": texts.text("unknown-command"),
    }
    for count, (command, text) in enumerate(expected.items(), start=1):
        await person.say(command)
        assert (await person.hear(count)).startswith(text)


async def test_about_says_what_is_searched_and_that_it_is_invented(person: Person) -> None:
    await person.say("/about")
    assert (await person.hear()).splitlines() == [
        "Elshi searches 2 releases of Kazakhstan’s Ministry of Foreign Affairs.",
        "In English: 1, in Russian: 1, in Kazakh: 0",
        "Newest release: 3 June 2025",
        "Last update: 3 June 2025, 19:11 (Astana time)",
        "",
        "These releases are an invented sample, there to try the bot out. Nothing in them is news.",
    ]


async def test_question_is_answered_with_quote_link_and_no_preview(
    api: BotApi, person: Person
) -> None:
    await person.say("Who <b>visited</b> & signed?")
    (shown,) = await api.shown(person.id)
    assert shown["text"].startswith("Answer to Who <b>visited</b> & signed?\n\nQuoted: Who")
    assert "[1] A <title> & more, 3 June 2025" in shown["text"]
    assert "reply_to_message" not in shown
    assert {entity["type"] for entity in shown["entities"]} == {
        "bold",
        "blockquote",
        "text_link",
        "italic",
    }
    assert api.calls("sendMessage")[0].params["link_preview_options"] == {"is_disabled": True}


async def test_long_answer_comes_in_several_messages(api: BotApi, person: Person) -> None:
    await person.say("long 40")
    await api.until(lambda: len(api.methods.of_bot(person.id)) >= 3)
    shown = "".join(message["text"] for message in await api.shown(person.id, 3))
    assert all(f"Sentence {number} of a long answer." in shown for number in range(40))


@pytest.mark.parametrize(
    "attack",
    [
        "</b><a href='javascript:x'>y",
        "&lt;b&gt; &amp;nbsp; &#60;",
        "<blockquote>" * 40,
        "🇰🇿\u202e{x} %s $1",
    ],
)
async def test_hostile_text_comes_back_as_text(person: Person, attack: str) -> None:
    await person.say(attack)
    assert f"Quoted: {attack}".split("\u202e")[0] in await person.hear()


async def test_follow_up_knows_the_questions_before_until_new(
    person: Person, fake_engine: FakeEngine
) -> None:
    for count, text in enumerate(["Who came?", "And in 2024?", "/new", "And now?"], start=1):
        await person.say(text)
        await person.hear(count)
    assert [(question, history) for question, history, _ in fake_engine.asked] == [
        ("Who came?", ()),
        ("And in 2024?", ("Who came?",)),
        ("And now?", ()),
    ]


async def test_questions_of_one_person_are_answered_in_order(
    person: Person, fake_engine: FakeEngine
) -> None:
    await person.say("slow 0.3 first")
    await person.say("second")
    assert "second" in await person.hear(2)
    assert fake_engine.asked[1][1] == ("slow 0.3 first",)


async def test_edited_question_edits_its_answer(api: BotApi, person: Person) -> None:
    asked = await person.say("long 40")
    before = [message["message_id"] for message in await api.shown(person.id, 3)]
    await person.edit(asked, "Who came?")
    await api.until(lambda: len(api.methods.of_bot(person.id)) == 1)
    (left,) = api.methods.of_bot(person.id)
    assert left["message_id"] == before[0]
    assert left["text"].startswith("Answer to Who came?")
    await person.edit(asked, "long 40")
    assert len(await api.shown(person.id, 3)) == 3


async def test_edit_without_change_or_without_answer(api: BotApi, person: Person) -> None:
    asked = await person.say("Who came?")
    await person.hear()
    await person.edit(asked, "Who came?")
    await api.until(lambda: api.calls("editMessageText"))
    assert len(api.methods.of_bot(person.id)) == 1
    api.methods.messages[person.id].pop(api.methods.of_bot(person.id)[0]["message_id"])
    await person.edit(asked, "Who left?")
    assert "Who left?" in await person.hear()


async def test_language_unknown_to_the_bot_gets_the_default(person: Person) -> None:
    person.language_code = None
    await person.say("/new")
    assert (await person.hear()).startswith("A new conversation")


@pytest.mark.parametrize(
    "content",
    [
        {
            "sticker": {
                "file_id": "a",
                "file_unique_id": "b",
                "type": "regular",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
            }
        },
        {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}},
        {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]},
        {"location": {"latitude": 51.1, "longitude": 71.4}},
        {"dice": {"emoji": "🎲", "value": 3}},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_content_that_is_no_text_gets_a_hint(person: Person, content: dict[str, Any]) -> None:
    await person.post(**content)
    assert await person.hear() == Texts(Language.EN).text("unknown-content")


async def test_caption_is_a_question(person: Person) -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    await person.post(photo=photo, caption="Who came?")
    assert (await person.hear()).startswith("Answer to Who came?")


async def test_question_too_long(person: Person, fake_engine: FakeEngine) -> None:
    await person.say("a" * 1001)
    assert await person.hear() == Texts(Language.EN).text("too-long", limit=1000)
    assert fake_engine.asked == []


async def test_too_many_questions_are_refused_once(person: Person, fake_engine: FakeEngine) -> None:
    for number in range(8):
        await person.say(f"question {number}")
    await person.say("/new")
    assert await person.hear(6)
    texts = [message["text"] for message in person.api.methods.of_bot(person.id)]
    assert sum(text.startswith("You can ask 4 questions a minute.") for text in texts) == 1
    assert len(fake_engine.asked) == 4
    other = Person(person.api, id=8)
    await other.say("Who came?")
    assert (await other.hear()).startswith("Answer")


async def test_late_answer_says_so(api: BotApi, person: Person) -> None:
    asked = await person.say("Who came?", date=int(time.time()) - 600)
    (shown,) = await api.shown(person.id)
    assert shown["text"].startswith("This answer comes late: the bot was away")
    assert shown["reply_to_message"]["message_id"] == asked["message_id"]


async def test_questions_asked_while_the_bot_was_away_are_no_flood(person: Person) -> None:
    for number in range(8):
        await person.say(f"question {number}", date=int(time.time()) - 3600 + 20 * number)
    assert "question 7" in await person.hear(8)


async def test_error_is_told_with_a_reference_that_the_log_has(
    person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await person.say("this is a bug with a private text")
    reference = (await person.hear()).rpartition(" ")[2]
    assert f"reference {reference}" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "private text" not in caplog.text
    await person.say("broken index")
    assert (await person.hear(2)).startswith("Something went wrong")
    assert "the index is damaged" in caplog.text


async def test_typing_is_shown_only_when_the_wait_is_noticeable(
    api: BotApi, person: Person
) -> None:
    await person.say("quick")
    await person.hear()
    assert not api.calls("sendChatAction")
    await person.say("slow 0.8")
    await person.hear(2)
    assert [call.params["action"] for call in api.calls("sendChatAction")] == ["typing"]
