"""What goes wrong between the bot and Telegram, and many people at once."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from botapi import TOKEN, BotApi
from telegram_users import GROUP, FakeEngine, Person, running, settings_for

from bot.errors import SecondPollerError, TokenRefusedError
from bot.telegram.intake import polling
from bot.telegram.run import serve
from bot.telegram.sending import delivering, outbox


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "FIRST_PAUSE", 0.05)
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.05)


@pytest.fixture
async def person(api: BotApi, tmp_path: Path) -> AsyncIterator[Person]:
    async with running(api, tmp_path):
        yield Person(api)


async def test_fifty_people_at_once_do_not_wait_for_the_slow_ones(
    api: BotApi, tmp_path: Path
) -> None:
    async with running(api, tmp_path):
        people = [Person(api, id=100 + number) for number in range(50)]
        for person in people:
            slow = person.id % 10 == 0
            await person.say(f"{'slow 3 ' if slow else ''}question of {person.id}")
        quick = [person for person in people if person.id % 10]
        for person in quick:
            assert f"question of {person.id}" in await person.hear()
        assert all(not api.methods.of_bot(person.id) for person in people if person.id % 10 == 0)
        for person in people:
            await person.hear()
        assert all(len(api.methods.of_bot(person.id)) == 1 for person in people)


@pytest.mark.parametrize(
    ("status", "description", "parameters"),
    [
        (429, "Too Many Requests: retry after 1", {"retry_after": 1}),
        (502, "Bad Gateway", None),
        (500, "Internal Server Error", None),
    ],
)
@pytest.mark.usefixtures("short_pauses")
async def test_send_is_repeated(
    api: BotApi, person: Person, status: int, description: str, parameters: dict[str, int] | None
) -> None:
    times = 1 if parameters else 3
    api.fail("sendMessage", status, description, parameters=parameters, times=times)
    began = time.perf_counter()
    await person.say("Who came?")
    assert (await person.hear()).startswith("Answer")
    assert time.perf_counter() - began >= (1 if parameters else 0.35)
    assert len(api.methods.of_bot(person.id)) == 1


async def test_refusal_for_one_chat_holds_up_no_other(api: BotApi, person: Person) -> None:
    api.fail(
        "sendMessage",
        429,
        "Too Many Requests: retry after 2",
        parameters={"retry_after": 2},
        where=lambda params: params["chat_id"] == person.id,
    )
    other = Person(api, id=8)
    await person.say("Who came?")
    await api.until(lambda: api.calls("sendMessage"))
    await other.say("Who came?")
    await other.hear()
    assert not api.methods.of_bot(person.id)


@pytest.mark.usefixtures("short_pauses")
async def test_connection_cut_before_the_reply_is_tried_once_more(
    api: BotApi, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = person.api.methods.perform
    tries = []

    def perform(method: str, params: dict[str, Any]) -> object:
        if method == "sendMessage":
            tries.append(params["text"])
            if len(tries) < 4:
                for connection in list(api._server.server_state.connections):
                    connection.transport.abort()
        return send(method, params)

    monkeypatch.setattr(api.methods, "perform", perform)
    await person.say("Who came?")
    await api.until(lambda: len(tries) == 2)
    await asyncio.sleep(0.4)
    assert len(tries) == 2, "a message too many is better than none, but not two"


async def test_blocked_by_the_user_is_noted_and_not_repeated(
    api: BotApi, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await person.say("slow 0.2")
    api.methods.blocked.add(person.id)
    await api.until(lambda: api.calls("sendMessage"))
    other = Person(api, id=8)
    await other.say("Who came?")
    await other.hear()
    assert len([c for c in api.calls("sendMessage") if c.params["chat_id"] == person.id]) == 1
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_no_right_to_write_is_no_error(
    api: BotApi, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("sendMessage", 400, "Bad Request: not enough rights to send text messages to the chat")
    await person.say("@elshi_bot who came?", GROUP)
    await api.until(lambda: api.calls("sendMessage"))
    await person.say("/new")
    await person.hear()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_answer_follows_a_group_that_migrated(api: BotApi, person: Person) -> None:
    new = GROUP | {"id": -1009}
    api.methods.chats[new["id"]] = new
    await person.say("@elshi_bot slow 0.2", GROUP)
    api.methods.migrated[GROUP["id"]] = new["id"]
    assert (await api.shown(new["id"]))[0]["text"].startswith("Answer")


async def test_refused_markup_is_sent_as_plain_text_once(
    api: BotApi, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("sendMessage", 400, "Bad Request: can't parse entities: Unsupported start tag")
    await person.say("Who <came>?")
    (shown,) = await api.shown(person.id)
    assert "entities" not in shown
    assert "Quoted: Who <came>?" in shown["text"]
    assert "A <title> & more (https://www.gov.kz/" in shown["text"]
    assert "refused the mark-up" in caplog.text


async def test_press_too_old_is_no_error(
    api: BotApi, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    await person.say("/start")
    (page,) = await api.shown(person.id)
    api.fail(
        "answerCallbackQuery",
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    await person.press(page, "Help")
    await api.until(lambda: "Ask as you" in api.methods.of_bot(person.id)[0]["text"])
    await person.press(page, "Help")
    await api.until(lambda: len(api.calls("editMessageText")) == 2)
    assert "message is not modified" in api.calls("editMessageText")[1].reply["description"]
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_answer_that_cannot_be_sent_waits_for_the_next_start(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(outbox.Outbox.send_once, "__defaults__", (0.0,))
    person = Person(api)
    async with running(api, tmp_path):
        api.fail("sendMessage", 502, "Bad Gateway", times=1)
        await person.say("Who came?")
        await api.until(lambda: "reference" in caplog.text)
    assert not api.methods.of_bot(person.id)
    async with running(api, tmp_path):
        assert (await person.hear()).startswith("Answer")
    assert len(api.methods.of_bot(person.id)) == 1


@pytest.mark.parametrize(
    ("status", "description", "parameters"),
    [(502, "Bad Gateway", None), (429, "Too Many Requests", {"retry_after": 1})],
)
@pytest.mark.usefixtures("short_pauses")
async def test_poll_goes_on_after_a_failure(
    api: BotApi, person: Person, status: int, description: str, parameters: dict[str, int] | None
) -> None:
    api.fail("getUpdates", status, description, parameters=parameters)
    await person.say("/new")
    await person.hear()
    await person.say("Who came?")
    assert (await person.hear(2)).startswith("Answer")


@pytest.mark.usefixtures("short_pauses")
async def test_start_waits_for_telegram(
    api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("getMe", 502, "Bad Gateway")
    async with running(api, tmp_path):
        await Person(api).say("/new")
        await api.shown(7)
    assert "cannot be reached, next try in 0 s" in caplog.text


async def test_stop_while_telegram_cannot_be_reached(api: BotApi, tmp_path: Path) -> None:
    api.fail("getMe", 502, "Bad Gateway", times=99)
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(0.2, stop.set)
    await asyncio.wait_for(serve(settings_for(api, tmp_path), FakeEngine(), stop), 2)


async def test_refused_token_ends_with_one_line(api: BotApi, tmp_path: Path) -> None:
    settings = settings_for(api, tmp_path, token="999:AAwrong")
    with pytest.raises(TokenRefusedError) as caught:
        await serve(settings, FakeEngine(), asyncio.Event())
    assert str(caught.value).startswith("TELEGRAM_BOT_TOKEN was refused")
    assert "AAwrong" not in str(caught.value)
    assert "\n" not in str(caught.value)


async def test_token_withdrawn_ends_the_bot(api: BotApi, tmp_path: Path) -> None:
    api.fail("getUpdates", 401, "Unauthorized")
    with pytest.raises(TokenRefusedError):
        await serve(settings_for(api, tmp_path), FakeEngine(), asyncio.Event())


async def test_second_poller_ends_the_first_loudly(api: BotApi, tmp_path: Path) -> None:
    first = asyncio.create_task(
        serve(settings_for(api, tmp_path / "one"), FakeEngine(), asyncio.Event())
    )
    await api.until(lambda: api.polls)
    async with running(api, tmp_path / "two"):
        with pytest.raises(SecondPollerError, match="another process fetches the updates"):
            await asyncio.wait_for(first, 5)
        await Person(api).say("Who came?")
        await api.shown(7)


async def test_token_is_in_no_log(
    api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        async with running(api, tmp_path):
            api.fail("sendMessage", 502, "Bad Gateway")
            await Person(api).say("bug")
            await api.shown(7)
    bots = [r for r in caplog.records if not r.name.startswith(("uvicorn", "httpx", "httpcore"))]
    text = "\n".join(f"{record.getMessage()} {record.exc_text}" for record in bots)
    assert "Update 1000 failed" in text
    assert TOKEN not in text


async def test_a_flood_of_commands_is_dropped_and_told_of_once(api: BotApi, tmp_path: Path) -> None:
    async with running(api, tmp_path, rate_limit=1):
        person, other = Person(api), Person(api, id=8)
        for _ in range(30):
            await person.say("/about")
        await other.say("Who came?")
        await api.shown(other.id)
        await api.until(lambda: len(api.methods.of_bot(person.id)) == 6)
        told = [message["text"] for message in api.methods.of_bot(person.id)]
        assert sum("questions a minute" in text for text in told) == 1
        await asyncio.sleep(0.3)
        assert len(api.methods.of_bot(person.id)) == 6
