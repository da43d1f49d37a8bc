"""What is told of how a question was read: only what it does not say in its own words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.answer import Answer, AnswerKind, Scope
from bot.messages import Texts
from bot.passages.understood import understood
from bot.question import read_question
from bot.rendering.notes import reading_note, scope_notes
from bot.rendering.terminal import render_near_misses, render_text
from corpus.release import Language

TODAY = date(2025, 12, 1)


@pytest.mark.parametrize(
    ("question", "history", "read_as"),
    [
        ("What was the trade with Peru in 2023?", (), ""),
        ("Каков был товарооборот с Перу за 2023 год?", (), ""),
        ("Перумен сауда көлемі 2023 жылы қанша болды?", (), ""),
        ("What was the trade with the DRC?", (), "Democratic Republic of the Congo"),
        ("Сколько граждан вывезли из ОАЭ?", (), ""),
        ("How many tourists came last year?", (), "2024"),
        ("And how many of them stayed?", ("How many citizens left Peru?",),
         "with the question before: Peru"),
        ("А кто их встречал?", ("Сколько граждан вернулось?",), "вместе с предыдущим вопросом"),
    ],
)  # fmt: skip
def test_only_what_goes_beyond_the_words(
    question: str, history: tuple[str, ...], read_as: str
) -> None:
    assert understood(read_question(question, history, None), TODAY) == read_as


def answer(scope: Scope) -> Answer:
    return Answer("Q", Language.EN, AnswerKind.FACT, "14.", (), scope, 1.0, notice="Invented.")


def test_the_words_that_were_looked_for_are_told_on_request_alone() -> None:
    shown = answer(Scope(3, datetime(2025, 12, 1, tzinfo=UTC), "trade, peru", understood="Peru"))
    assert render_text(shown).endswith(
        "Searched: 3 releases to 1 December 2025. Read as: Peru. Invented."
    )
    assert render_near_misses(shown) == "Read as: trade, peru."
    assert reading_note(shown, Texts(Language.RU)) == "Понято так: trade, peru"


def test_a_reading_of_events_is_told_whole() -> None:
    shown = answer(Scope(3, None, "visits to Astana"))
    assert scope_notes(shown, Texts(Language.EN))[1:] == ["Read as: visits to Astana"]
    assert reading_note(shown, Texts(Language.EN)) is None
    assert render_near_misses(shown) == "Nothing came near."
