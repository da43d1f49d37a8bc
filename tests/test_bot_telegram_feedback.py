"""Reports on answers, taken in Telegram; what of them is kept, told, and forgotten."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from botapi import BotApi
from sqlalchemy import Boolean, Float, Integer, Table, insert, select
from telegram_users import GROUP, FakeEngine, Person, running

from bot.errors import StateError
from bot.feedback.report import Problem
from bot.telegram.feedback.reports import Reports
from bot.telegram.storage.asked import KEPT, Asked, AskedQuestions
from bot.telegram.storage.database import Database, ReadOnlyDatabase
from bot.telegram.storage.forgetting import KEPT_ANYHOW
from bot.telegram.storage.models import Base
from bot.telegram.storage.state import State
from corpus.release import Language

ROOT = Path(__file__).resolve().parent.parent
ASKED = Asked(5, 0, 7, "Who came?", ("Before",), None, Language.EN, "s1")


def elshi(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", *words],
        cwd=ROOT,
        env={**os.environ, "ELSHI_HOME": str(home)},
        capture_output=True,
        text=True,
    )


async def report(person: Person, label: str, question: str = "list 3") -> dict[str, Any]:
    """Ask, open the menu, press the button; return the bot's thanks."""
    await person.say(question)
    answer = (await person.api.shown(person.id))[-1]
    await person.press(answer, "More…")
    await person.api.until(lambda: person.api.calls("editMessageReplyMarkup"))
    opened = person.api.methods.of_bot(person.id)[-1]
    await person.press(opened, label)
    return (await person.api.shown(person.id, 2))[-1]


async def test_one_tap_stores_a_report_with_what_was_shown(
    person: Person, api: BotApi, tmp_path: Path
) -> None:
    thanks = await report(person, "Row wrong")
    assert "Which row is wrong" in thanks["text"]
    assert thanks["reply_to_message"]["message_id"] == 2
    (stored,) = Reports(ReadOnlyDatabase(tmp_path)).newest()
    assert (stored.problem, stored.question, stored.comment) == (Problem.WRONG, "list 3", "")
    assert "3. Guest 3" in stored.shown
    assert "Guest 3 <came>." in stored.shown


async def test_a_reply_to_the_thanks_is_a_comment_and_no_question(
    person: Person, fake_engine: FakeEngine, tmp_path: Path
) -> None:
    thanks = await report(person, "Something missing")
    await person.say("Row 2 was in <May>", reply_to_message=thanks)
    assert await person.hear(3) == "Thank you, this has been added to your report."
    (stored,) = Reports(ReadOnlyDatabase(tmp_path)).newest()
    assert (stored.problem, stored.comment) == (Problem.MISSING, "Row 2 was in <May>")
    assert [asked[0] for asked in fake_engine.asked] == ["list 3"]


async def test_other_replies_are_questions(person: Person) -> None:
    await person.say("Who came?")
    answer = (await person.api.shown(person.id))[-1]
    await person.say("And before?", reply_to_message=answer)
    assert (await person.hear(2)).startswith("Answer to And before?")


async def test_nobody_comments_anothers_report(api: BotApi, tmp_path: Path) -> None:
    async with running(api, tmp_path):
        asker, other = Person(api), Person(api, id=8)
        await asker.say("/ask Who came?", GROUP)
        (answer,) = await api.shown(GROUP["id"])
        await asker.press_data(
            answer,
            answer["reply_markup"]["inline_keyboard"][-1][-1]["callback_data"].replace(
                "more", "missing"
            ),
        )
        thanks = (await api.shown(GROUP["id"], 2))[-1]
        await other.say("this one too", GROUP, reply_to_message=thanks)
        assert "Answer to this one too" in (await api.shown(GROUP["id"], 3))[-1]["text"]
    (stored,) = Reports(ReadOnlyDatabase(tmp_path)).newest()
    assert stored.comment == ""


def test_the_same_report_is_kept_once_and_for_a_while(database: Database) -> None:
    now = [1000.0]
    reports = Reports(database, lambda: now[0])
    reports.note_shown("k" * 12, ASKED, "An answer")
    first = reports.put(Problem.WRONG, "k" * 12, ASKED)
    assert reports.put(Problem.WRONG, "k" * 12, ASKED) == first
    assert reports.put(Problem.MISSING, "k" * 12, ASKED) != first
    now[0] += KEPT
    reports.sweep()
    assert reports.count() == 0
    assert reports.shown("k" * 12) is None


def test_reports_are_listed_and_exported_beside_a_running_bot(
    database: Database, tmp_path: Path
) -> None:
    reports = Reports(database)
    reports.note_shown("k" * 12, ASKED, "An answer")
    reports.put(Problem.WRONG, "k" * 12, ASKED)
    reports.note_prompt(1, 9)
    assert reports.comment(5, 7, 9, '=HYPERLINK("x")\nsecond line') == 1
    with database.session() as session:  # the bot is in the middle of writing
        session.execute(select(1))
        listed = elshi(tmp_path, "feedback", "list")
        assert listed.returncode == 0, listed.stderr
        assert listed.stdout.count("\n") == 1
        assert 'wrong  kkkkkkkkkkkk  Who came? (=HYPERLINK("x") second line)' in listed.stdout
        (row,) = csv.DictReader(io.StringIO(elshi(tmp_path, "feedback", "export").stdout))
        assert row["comment"] == '\'=HYPERLINK("x")\nsecond line'
        (line,) = elshi(tmp_path, "feedback", "export", "--json").stdout.splitlines()
    told = json.loads(line)
    assert (told["shown"], told["snapshot"], told["history"]) == ("An answer", "s1", ["Before"])
    assert not {"user_id", "chat_id"} & set(told)


def test_reading_beside_the_bot_takes_no_lock_and_writes_nothing(
    database: Database, tmp_path: Path
) -> None:
    reader = ReadOnlyDatabase(tmp_path)
    with reader.session() as reading:
        reading.execute(select(Base.metadata.tables["report"])).all()
        Reports(database).put(Problem.WRONG, "k" * 12, ASKED)  # not held up by the reader
    with pytest.raises(StateError, match="readonly"):
        Reports(reader).put(Problem.WRONG, "m" * 12, ASKED)


@pytest.mark.parametrize("words", [("feedback", "list"), ("replay", "1")])
def test_without_a_bots_database_it_is_one_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    ended = elshi(tmp_path, *words)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "has the bot run" in ended.stderr


def test_an_answer_that_is_not_kept_is_told(database: Database, tmp_path: Path) -> None:
    ended = elshi(tmp_path, "replay", "nothing")
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "no answer is kept under 'nothing'" in ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shown", "snapshot", "status", "said"),
    [
        (None, None, 0, "Word for word the same, out of the same index"),
        (None, "before", 0, "Answered then out of the index before, now out of"),
        ("Otherwise", "before", 0, "-Otherwise"),
        ("Otherwise", None, 1, "although the index is the same"),
    ],
)
def test_replay_gives_the_answer_again(
    answering_home: Path,
    models: Path,
    shown: str | None,
    snapshot: str | None,
    status: int,
    said: str,
) -> None:
    from bot.engine import PassageEngine
    from bot.feedback.replay import as_shown
    from index.settings import BUNDLED, IndexSettings

    engine = PassageEngine(IndexSettings(answering_home / "index", BUNDLED, models))
    answer = engine.answer("Who visited Astana in 2025?")
    asked = Asked(5, 0, 7, answer.question, (), None, answer.language, snapshot or answer.snapshot)
    database = Database(answering_home)
    try:
        key = AskedQuestions(database).put(asked)
        Reports(database).note_shown(key, asked, shown or as_shown(answer))
        ended = subprocess.run(
            [sys.executable, "-c", "from bot.cli import main; main()", "replay", "--", key],
            cwd=ROOT,
            env={**os.environ, "ELSHI_HOME": str(answering_home), "ELSHI_MODELS": str(models)},
            capture_output=True,
            text=True,
        )
    finally:
        database.close()
    assert ended.returncode == status, ended.stderr
    assert said in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def filled(table: Table, **ids: int) -> dict[str, Any]:
    """A row of a table, with something in each column that needs it."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.name in ids:
            row[column.name] = ids[column.name]
        elif not column.nullable:
            number = ids["user_id"]
            kind = (bool, Boolean), (int, Integer | Float), (str, object)
            made = next(made for made, type_ in kind if isinstance(column.type, type_))
            row[column.name] = made(number)
    return row


TABLES = sorted(Base.metadata.tables)


@pytest.mark.parametrize("name", TABLES)
def test_forget_leaves_nothing_of_a_user_in_any_table(database: Database, name: str) -> None:
    table = Base.metadata.tables[name]
    with database.session() as session:
        session.execute(insert(table).values(filled(table, user_id=7, chat_id=7)))
        session.execute(insert(table).values(filled(table, user_id=8, chat_id=8)))
    State(database).forget_user(7)
    with database.session() as session:
        left = [tuple(row) for row in session.execute(select(table))]
    of_people = {"user_id", "chat_id"} & set(table.c.keys())
    assert len(left) == (1 if of_people and name not in KEPT_ANYHOW else 2)


def test_every_table_says_whose_its_rows_are() -> None:
    """A new table has a user_id or a chat_id, or is known to hold nothing of people."""
    nameless = {
        n for n in TABLES if not {"user_id", "chat_id"} & set(Base.metadata.tables[n].c.keys())
    }
    assert nameless == {"banned"}  # ids that the owner shut out; /forget lets nobody in again


async def test_forget_in_the_chat_deletes_reports_and_answers(
    person: Person, tmp_path: Path
) -> None:
    await report(person, "Row wrong")
    await person.say("/forget")
    assert (await person.hear(3)).startswith("What was stored about you has been deleted")
    # Updates are marked as done in batches; their texts go then.
    await person.api.until(lambda: "list 3" not in dump(tmp_path))
    assert "Guest" not in dump(tmp_path)


def dump(home: Path) -> str:
    connection = sqlite3.connect(f"{(home / 'bot.sqlite').as_uri()}?mode=ro", uri=True)
    try:
        return "\n".join(connection.iterdump())
    finally:
        connection.close()
