"""The words that a question turns on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.passages.focus import focus_of
from bot.question import question_language
from corpus.release import Language


@pytest.mark.parametrize(
    ("question", "words", "is_count"),
    [
        ("Which airline did the minister fly with?", {"airline"}, False),
        ("How many young doctors were sent?", {"young", "doctors"}, True),
        ("What monthly wage do teachers get?", {"monthly", "wage"}, False),
        ("Who is the architect of the embassy?", {"architect"}, False),
        ("What did the minister eat?", set(), False),
        ("Who arrived, and what was his post?", set(), False),
        ("Какой новый подарок вручили министру?", {"новый", "подарок"}, False),
        ("Сколько школ построено?", {"школ"}, True),
        ("Как зовут переводчика президента?", {"переводчика"}, False),
        ("Когда открылась школа?", set(), False),
        ("Министр қандай сыйлық алды?", {"сыйлық"}, False),
        ("Пойыздың машинисі кім?", {"машинисі"}, False),
        ("Неше мектеп салынды?", {"мектеп"}, True),
    ],
)
def test_what_a_question_turns_on(question: str, words: set[str], is_count: bool) -> None:
    focus = focus_of(question, question_language(question))
    assert (set(focus.words), focus.is_count) == (words, is_count)


@given(st.text(max_size=120), st.sampled_from(Language))
def test_a_focus_is_part_of_the_question(question: str, language: Language) -> None:
    assert len(focus_of(question, language).words) <= 3
