from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.errors import AlreadyRunningError, StateError
from bot.telegram.intake.journal import KEPT, MAX_ATTEMPTS, Entry, Journal
from bot.telegram.storage.database import Database
from bot.telegram.storage.state import CONVERSATION_ENDS, REMEMBERED_TURNS, State, Talk
from corpus.release import Language

TALK = Talk(1, 0, 7)


class Clock:
    def __init__(self) -> None:
        self.time = 1_000_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(database: Database, clock: Clock) -> State:
    return State(database, clock)


@pytest.fixture
def journal(database: Database, clock: Clock) -> Journal:
    return Journal(database, 123, clock)


def test_languages_chosen_and_spoken_are_kept_apart(state: State) -> None:
    assert state.languages(7) == (None, None)
    state.remember(TALK, 1, "Кто?", Language.RU)
    state.choose_language(7, Language.KK)
    assert state.languages(7) == (Language.KK, Language.RU)
    state.choose_language(7, None)
    assert state.languages(7) == (None, Language.RU)


def test_history_keeps_the_last_questions_in_order(state: State, clock: Clock) -> None:
    for number in range(REMEMBERED_TURNS + 2):
        clock.time += 1
        state.remember(TALK, number, f"question {number}", Language.EN)
    assert state.history(TALK, 99) == tuple(f"question {n}" for n in range(2, REMEMBERED_TURNS + 2))
    assert state.history(TALK, REMEMBERED_TURNS + 1)[-1] == f"question {REMEMBERED_TURNS}"


def test_history_of_an_edited_question_holds_it_once(state: State) -> None:
    state.remember(TALK, 1, "first", Language.EN)
    state.remember(TALK, 1, "first, edited", Language.EN)
    assert state.history(TALK, 2) == ("first, edited",)


def test_history_ends_after_half_an_hour(state: State, clock: Clock) -> None:
    state.remember(TALK, 1, "first", Language.EN)
    clock.time += CONVERSATION_ENDS - 1
    assert state.history(TALK, 2) == ("first",)
    state.remember(TALK, 2, "second", Language.EN)
    clock.time += CONVERSATION_ENDS - 1
    assert state.history(TALK, 3) == ("first", "second")
    clock.time += 1
    assert state.history(TALK, 3) == ()


@pytest.mark.parametrize("other", [Talk(2, 0, 7), Talk(1, 5, 7), Talk(1, 0, 8)])
def test_history_leaks_into_no_other_conversation(state: State, other: Talk) -> None:
    state.remember(TALK, 1, "mine", Language.EN)
    assert state.history(other, 2) == ()
    state.end(other)
    assert state.history(TALK, 2) == ("mine",)
    state.end(TALK)
    assert state.history(TALK, 2) == ()


def test_forgetting_deletes_every_trace_of_the_text(state: State, tmp_path: Path) -> None:
    state.remember(TALK, 1, "a very private question", Language.EN)
    state.remember(Talk(2, 0, 7), 1, "another", Language.EN)
    state.forget_user(7)
    assert state.languages(7) == (None, None)
    assert state.history(TALK, 9) == state.history(Talk(2, 0, 7), 9) == ()


def test_chats_move_and_block(state: State) -> None:
    state.remember(TALK, 1, "before", Language.EN)
    state.move_chat(1, -1001)
    assert state.history(Talk(-1001, 0, 7), 9) == ("before",)
    state.block(1)
    state.block(1)
    assert state.is_blocked(1)
    state.unblock(1)
    assert not state.is_blocked(1)


def test_sweep_deletes_ended_conversations(state: State, clock: Clock, tmp_path: Path) -> None:
    state.remember(TALK, 1, "old", Language.EN)
    clock.time += CONVERSATION_ENDS
    state.remember(Talk(2, 0, 8), 1, "new", Language.EN)
    state.sweep()
    with sqlite3.connect(tmp_path / "bot.sqlite") as connection:
        assert connection.execute("SELECT question FROM turn").fetchall() == [("new",)]
    connection.close()


def test_journal_takes_an_update_once(journal: Journal, database: Database) -> None:
    assert journal.take([Entry(1, "{}")]) == [True]
    assert journal.take([Entry(1, "{}")]) == [False]
    assert Journal(database, 456).take([Entry(1, "{}")]) == [True], "another bot counts for itself"


def test_journal_resumes_what_is_not_done(journal: Journal) -> None:
    for number in (3, 1, 2):
        journal.take([Entry(number, f"payload {number}")])
    journal.finish([2])
    journal.record_sent(3, (10, 11))
    assert [(u.update_id, u.payload, u.sent) for u in journal.resume()] == [
        (1, "payload 1", ()),
        (3, "payload 3", (10, 11)),
    ]
    assert journal.count_open() == 2


def test_journal_gives_up_what_brings_the_bot_down(journal: Journal) -> None:
    journal.take([Entry(1, "poison")])
    tries = [len(journal.resume()) for _ in range(MAX_ATTEMPTS + 1)]
    assert tries == [1] * (MAX_ATTEMPTS - 1) + [0, 0]


def test_journal_forgets_texts_at_once_and_numbers_later(
    journal: Journal, clock: Clock, tmp_path: Path
) -> None:
    journal.take([Entry(1, "a private text")])
    journal.take([Entry(2, "unanswered")])
    journal.finish([1])
    journal.sweep()
    assert journal.take([Entry(1, "again")]) == [False]
    with sqlite3.connect(tmp_path / "bot.sqlite") as connection:
        assert connection.execute("SELECT payload FROM incoming").fetchall() == [
            ("",),
            ("unanswered",),
        ]
    connection.close()
    clock.time += KEPT
    journal.sweep()
    assert journal.take([Entry(1, "numbered anew")]) == [True]
    assert journal.take([Entry(2, "unanswered")]) == [False]


def test_journal_knows_the_answers_to_a_message(journal: Journal) -> None:
    journal.take([Entry(1, "{}", chat_id=7, message_id=5)])
    assert journal.answers_to(7, 5) == ()
    journal.record_sent(1, (8, 9))
    journal.finish([1])
    assert journal.answers_to(7, 5) == (8, 9)
    assert journal.answers_to(7, 6) == journal.answers_to(8, 5) == ()


def test_database_is_for_the_owner_alone(database: Database) -> None:
    assert database.path.stat().st_mode & 0o077 == 0


def test_database_is_held_by_one_bot(database: Database, tmp_path: Path) -> None:
    with pytest.raises(AlreadyRunningError) as caught:
        Database(tmp_path)
    assert caught.value.path == tmp_path / "bot.lock"
    database.close()
    Database(tmp_path).close()


@pytest.mark.parametrize("content", [b"this is no database, not at all" * 50, None])
def test_database_that_cannot_be_used(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bot.sqlite"
    if content is None:
        Database(tmp_path).close()
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    else:
        path.write_bytes(content)
    with pytest.raises(StateError) as caught:
        Database(tmp_path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_database_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StateError, match="file"):
        Database(tmp_path / "file" / "home")
    (tmp_path / "bot.sqlite").mkdir()
    with pytest.raises(StateError, match=r"bot\.sqlite"):
        Database(tmp_path)


def test_database_in_a_folder_of_any_name(tmp_path: Path) -> None:
    Database(tmp_path / "a?b#c%d").close()
    assert (tmp_path / "a?b#c%d" / "bot.sqlite").stat().st_size


def test_database_errors_hold_no_text(state: State, database: Database, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "bot.sqlite") as connection:
        connection.execute("DROP TABLE turn")
    connection.close()
    with pytest.raises(StateError) as caught:
        state.remember(TALK, 1, "a private text", Language.EN)
    assert "a private text" not in f"{caught.value} {caught.value.__cause__}"
