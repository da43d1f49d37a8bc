"""What is offered to do with an answer: its buttons, their data, and where it is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram_users import FakeEngine

from bot.messages import Texts
from bot.telegram.conversation.actions import (
    LESS,
    MORE,
    Action,
    Offer,
    action_rows,
    offers_for,
    read_action,
    with_actions,
)
from bot.telegram.storage.asked import KEPT, Asked, AskedQuestions
from bot.telegram.storage.database import Database
from bot.telegram.storage.state import State
from corpus.release import Language

EN = Texts(Language.EN)
KEY = "AAAAAAAAAAAA"
OFFERS = (
    Offer("first", "button-help", lambda _: ("",), in_menu=False),
    Offer("each", "button-about", lambda answer: [str(n) for n in range(len(answer.items))]),
)
ASKED = Asked(5, 0, 7, "Who came?", ("Before",), None, Language.KK, "s1", (("first", ""),))

words = st.from_regex(r"[A-Za-z0-9_-]{1,20}", fullmatch=True)


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True), words | st.just(""))
def test_the_data_of_a_button_is_read_back_and_fits(name: str, argument: str) -> None:
    action = Action(name, KEY, argument)
    assert read_action(str(action)) == action
    assert len(str(action).encode()) <= 64


@pytest.mark.parametrize(
    "data",
    [None, "", "do:more", "do:more:short", "do:MORE:AAAAAAAAAAAA", f"do:a:{KEY}:б", f"a:{KEY}"],
)
def test_other_data_is_no_action(data: str | None) -> None:
    assert read_action(data) is None


def labels(rows: list[list[InlineKeyboardButton]]) -> list[list[str]]:
    return [[button.text for button in row] for row in rows]


def test_some_actions_stand_at_once_and_the_others_in_a_menu() -> None:
    offered = offers_for(FakeEngine().answer("list 2"), OFFERS)
    assert offered == (("first", ""), ("each", "0"), ("each", "1"))
    closed = action_rows(KEY, offered, OFFERS, EN)
    assert labels(closed) == [["Help", "More…"]]
    assert closed[0][1].callback_data == f"do:{MORE}:{KEY}"
    opened = action_rows(KEY, offered, OFFERS, EN, opened=True)
    assert labels(opened) == [["Help", "About"], ["About", "Fewer"]]
    assert opened[1][1].callback_data == f"do:{LESS}:{KEY}"


def test_an_action_that_is_offered_no_more_has_no_button() -> None:
    assert action_rows(KEY, (("gone", ""),), OFFERS, EN) == []


def test_actions_take_the_place_of_those_before_and_leave_the_other_rows() -> None:
    turning = [InlineKeyboardButton("›", callback_data=f"list:{KEY}:1")]
    rows = action_rows(KEY, (("each", "1"),), OFFERS, EN)
    once = with_actions(InlineKeyboardMarkup([turning]), rows)
    assert once == with_actions(once, rows)
    assert once is not None
    assert once.inline_keyboard[0] == tuple(turning)
    assert with_actions(None, []) is None


def test_what_was_asked_is_kept_for_a_while(database: Database) -> None:
    now = [1000.0]
    asked = AskedQuestions(database, lambda: now[0])
    key = asked.put(ASKED)
    assert asked.get(key) == ASKED
    assert asked.get(KEY) is None
    now[0] += KEPT
    assert asked.get(key) is None
    asked.sweep()
    now[0] -= KEPT
    assert asked.get(key) is None


def test_what_was_asked_goes_with_its_user_and_moves_with_its_chat(database: Database) -> None:
    asked, state = AskedQuestions(database), State(database)
    key = asked.put(ASKED)
    state.move_chat(5, 6)
    assert asked.get(key) == replace(ASKED, chat_id=6)
    state.forget_user(7)
    assert asked.get(key) is None
    key = asked.put(ASKED)
    state.forget_chat(5)
    assert asked.get(key) is None
