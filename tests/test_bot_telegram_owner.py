"""The owner's commands: by id, in private, unknown to everybody else."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from botapi import BotApi
from telegram_users import GROUP, FakeEngine, Person, running

from bot.messages import Texts
from bot.owner.metrics import Counts
from bot.telegram.commands import OWNER
from bot.telegram.owner import reindexing
from bot.telegram.owner.people import WRITTEN_EVERY, People
from bot.telegram.owner.status import status_text
from bot.telegram.storage.database import Database
from bot.telegram.storage.state import State
from corpus.release import Language

OWNER_ID = 1


@pytest.fixture
async def owner(api: BotApi, tmp_path: Path, fake_engine: FakeEngine) -> AsyncIterator[Person]:
    """The owner of a bot that runs."""
    async with running(api, tmp_path, fake_engine, admins=frozenset({OWNER_ID})):
        yield Person(api, id=OWNER_ID)


@pytest.mark.parametrize("command", OWNER)
async def test_to_others_the_command_is_unknown(owner: Person, command: str) -> None:
    other = Person(owner.api)
    await other.say(f"/{command} 1")
    assert await other.hear() == "There is no such command. /help lists what the bot can do."


async def test_in_a_group_there_is_silence(owner: Person) -> None:
    await owner.say("/status", GROUP)
    await owner.say("/ask Who came?", GROUP)
    (message,) = await owner.api.shown(GROUP["id"])
    assert "Answer to Who came?" in message["text"]


async def test_the_menu_shows_the_commands_to_the_owner_only(owner: Person) -> None:
    await owner.api.until(lambda: len(owner.api.calls("setMyShortDescription")) == 4)
    scopes = {
        call.params["scope"]["type"]: {command["command"] for command in call.params["commands"]}
        for call in owner.api.calls("setMyCommands")
    }
    assert scopes["chat"] >= {*OWNER, "ask"}
    assert not (scopes["all_private_chats"] | scopes["all_group_chats"]) & set(OWNER)


async def test_status_tells_what_happened(owner: Person) -> None:
    asker = Person(owner.api)
    await asker.say("Who came?")
    await asker.say("a bug")
    await asker.api.shown(asker.id, 2)
    await owner.say("/status")
    told = await owner.hear()
    assert "Index: built 3 June 2025, 19:11; newest release 3 June 2025, 19:11; releases: 2" in told
    assert "Answers: 1 since the start, 1 in the last hour" in told
    assert "Errors by class: ZeroDivisionError 1" in told
    assert "python-telegram-bot 22" in told
    assert "Who came" not in told


@pytest.mark.parametrize("language", Language)
def test_status_is_told_without_an_index(language: Language) -> None:
    counts = Counts(0, 0, {}, 0, {"RetryAfter": 2}, None, 7300.0)
    told = status_text(Texts(language), counts, None, None)
    assert Texts(language).text("owner-status-broken") in told
    assert "RetryAfter 2" in told


async def test_users_are_counted_and_not_named(owner: Person) -> None:
    await Person(owner.api, id=77).say("Who came?")
    await Person(owner.api, id=78).say("/ask Кто приезжал?", GROUP)
    await owner.api.shown(77)
    await owner.api.shown(GROUP["id"])
    await owner.say("/users")
    told = await owner.hear()
    assert "Users: 3\nActive in a day: 3\nActive in a week: 3\nGroups: 1" in told
    assert "English 1, Russian 1, Kazakh 0" in told
    assert "77" not in told


async def test_a_blocked_user_is_ignored_until_let_in(
    owner: Person, fake_engine: FakeEngine
) -> None:
    other = Person(owner.api)
    await owner.say("/block 7")
    assert await owner.hear() == "7 is shut out: the bot ignores them."
    await other.say("Who came?")
    await other.say("/forget")
    await owner.say("/unblock 7")
    assert await owner.hear(2) == "7 may use the bot again."
    await other.say("And now?")
    assert (await other.hear()).startswith("Answer to And now?")
    assert [asked[0] for asked in fake_engine.asked] == ["And now?"]


@pytest.mark.parametrize("words", ["", "7 8", "all", "1", "٧", "9" * 30])
async def test_block_takes_one_id_that_is_no_owners(owner: Person, words: str) -> None:
    await owner.say(f"/block {words}")
    assert (await owner.hear()).startswith("Give one id")


async def test_feedback_shows_the_newest_reports(owner: Person) -> None:
    asker = Person(owner.api)
    await asker.say("Who <b>came</b>?")
    (answer,) = await asker.api.shown(asker.id)
    buttons = [b for row in answer["reply_markup"]["inline_keyboard"] for b in row]
    more = next(b["callback_data"] for b in buttons if ":more:" in b["callback_data"])
    await asker.press_data(answer, more.replace("more", "missing"))
    await asker.hear(2)
    await owner.say("/feedback")
    told = await owner.hear()
    assert told.startswith("1 report on answers.")
    assert f"something missing, answer {more.rpartition(':')[2]}\nWho <b>came</b>?" in told


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (
            "print('Loading', flush=True); print('Releases indexed: 3')",
            "ready. Releases indexed: 3",
        ),
        ("import sys; print('The disk is full'); sys.exit(1)", "stays as it was. The disk is full"),
    ],
    ids=["done", "failed"],
)
async def test_reindex_tells_how_it_ended(
    owner: Person, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    monkeypatch.setattr(reindexing, "COMMAND", (sys.executable, "-c", program))
    await owner.say("/reindex")
    await owner.api.until(
        lambda: (
            said in owner.api.methods.of_bot(OWNER_ID)[-1]["text"]
            if owner.api.methods.of_bot(OWNER_ID)
            else False
        )
    )
    assert len(owner.api.methods.of_bot(OWNER_ID)) == 1


async def test_reindex_runs_once_at_a_time_and_takes_no_other_word(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = "import sys, time; print(sys.argv[1:]); sys.stdout.flush(); time.sleep(2)"
    monkeypatch.setattr(reindexing, "COMMAND", (sys.executable, "-c", program))
    await owner.say("/reindex ; rm -rf")
    assert (await owner.hear()).startswith("/reindex brings")
    await owner.say("/reindex rebuild")
    await owner.hear(2)
    await owner.say("/reindex")
    assert await owner.hear(3) == "The index is being built already."
    await owner.api.until(lambda: "ready" in owner.api.methods.of_bot(OWNER_ID)[1]["text"])
    assert "['rebuild']" in owner.api.methods.of_bot(OWNER_ID)[1]["text"]


def test_people_are_noted_once_an_hour_and_survive_a_restart(database: Database) -> None:
    now = [1_000_000.0]
    people = People(database, lambda: now[0])
    people.note(7, 7)
    people.note(7, 7)
    people.ban(8)
    people.note(8, 8)
    people.note(-100, 9)
    people.note(10, 10)
    State(database).block(10)
    people.write()
    now[0] += WRITTEN_EVERY
    people.note(7, 7)
    people.note(11, 11)
    people.forgotten(11)
    people.write()
    again = People(database, lambda: now[0])
    assert again.is_banned(8, -100)
    assert again.reachable() == [7]
    now[0] += 24 * 3600 - 1
    counts = again.counts()
    assert (counts.users, counts.day, counts.week, counts.groups) == (4, 1, 4, 1)
