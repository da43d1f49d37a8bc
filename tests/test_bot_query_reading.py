from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from event_questions import table, told
from hypothesis import given, settings
from hypothesis import strategies as st
from query_effect import taken_by_filter, taken_by_query

from bot.query.query import EventQuery, ItemOf, Places, Shape
from bot.query.reading import read_query
from corpus.release import Language
from index.extraction.event import EventKind, Role

NEWEST = date(2025, 12, 31)
SETS = Path(__file__).resolve().parents[2] / "shared" / "evaluation"
ITEMS = {"country": ItemOf.TRAVELLER, "to_country": ItemOf.DESTINATION, "visit": ItemOf.VISIT}


def rows(name: str) -> list[tuple[Language, str, str]]:
    return [(language, *row) for language in Language for row in table(name, language)]


@pytest.mark.parametrize(("language", "question", "expected"), rows("questions"))
def test_questions_about_events(language: Language, question: str, expected: str) -> None:
    assert told(read_query(question, (), language, NEWEST)) == expected


@pytest.mark.parametrize(("language", "chat", "expected"), rows("follow_ups"))
def test_follow_ups(language: Language, chat: str, expected: str) -> None:
    *history, question = chat.split(" || ")
    assert told(read_query(question, tuple(history), language, NEWEST)) == expected


@pytest.mark.parametrize(("language", "question", "expected"), rows("others"))
def test_questions_that_events_do_not_answer(
    language: Language, question: str, expected: str
) -> None:
    assert told(read_query(question, (), language, NEWEST)) == expected


def test_tables_are_as_large_as_they_should_be() -> None:
    for language in Language:
        assert len(table("questions", language)) >= 60
        assert len(table("others", language)) >= 40


def test_all_fields_of_a_query() -> None:
    question = "How many Nordic foreign ministers visited Astana in 2024?"
    reading = read_query(question, (), Language.EN, NEWEST)
    assert reading is not None
    assert reading.query == EventQuery(
        kind=EventKind.VISIT,
        shape=Shape.COUNT,
        roles=frozenset({Role.FOREIGN_MINISTER}),
        origin=Places(regions=frozenset({"nordic"})),
        cities=frozenset({"Astana"}),
        first=date(2024, 1, 1),
        last=date(2024, 12, 31),
    )
    assert reading.alternative is None


def test_ministers_alone_may_be_foreign_ministers_only() -> None:
    reading = read_query("Which Asian ministers came to Almaty?", (), Language.EN, NEWEST)
    assert reading is not None
    assert reading.query.roles == {Role.FOREIGN_MINISTER, Role.MINISTER}
    assert reading.alternative is not None
    assert reading.alternative.roles == {Role.FOREIGN_MINISTER}


def test_sides_of_a_comparison() -> None:
    question = "African foreign ministers in Astana: 2022 versus 2024"
    reading = read_query(question, (), Language.EN, NEWEST)
    assert reading is not None
    assert [(side.first, side.last) for side in reading.sides] == [
        (date(2022, 1, 1), date(2022, 12, 31)),
        (date(2024, 1, 1), date(2024, 12, 31)),
    ]


@pytest.mark.parametrize("language", Language)
def test_a_question_in_another_language_than_the_bots(language: Language) -> None:
    question = "Which Baltic foreign ministers visited Almaty?"
    expected = "foreign_minister from=baltic city=Almaty"
    assert told(read_query(question, (), language, NEWEST)) == expected


@given(st.text(max_size=200), st.sampled_from(Language))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str, language: Language) -> None:
    reading = read_query(text, (text,), language, NEWEST)
    assert reading is None or reading.query.kind in EventKind


@pytest.mark.parametrize("piece", ["foreign ", "министр ", "a", "«", "2024 and ", "елдері мен "])
def test_long_and_hostile_questions_take_no_time(piece: str) -> None:
    started = time.perf_counter()
    read_query(piece * (4000 // len(piece)), (), Language.RU, NEWEST)
    assert time.perf_counter() - started < 5


@pytest.mark.skipif(not SETS.is_dir(), reason="the evaluation sets are not here")
def test_filters_of_the_evaluation_sets() -> None:
    wrong, total = [], 0
    for folder in ("english", "trilingual"):
        visits = lines(folder, "visits")
        questions = {row["qid"]: row for row in lines(folder, "questions")}
        for row in lines(folder, "filters"):
            total += 1
            if not has_same_effect(row, questions[row["qid"]], visits):
                wrong.append((folder, row["qid"]))
    assert len(wrong) <= 0.1 * total, wrong


def lines(folder: str, name: str) -> list[dict[str, Any]]:
    text = (SETS / folder / f"{name}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def has_same_effect(
    row: dict[str, Any], question: dict[str, Any], visits: list[dict[str, Any]]
) -> bool:
    history, language = tuple(question["history"]), Language(question["lang"])
    reading = read_query(question["question"], history, language, NEWEST)
    if reading is None:
        return False
    query = reading.query
    outbound = bool({"traveller", "to_region"} & row["where"].keys())
    foreign = [visit for visit in visits if outbound or visit["country"] != "KZ"]
    taken = [visit for visit in foreign if taken_by_query(visit, query)]
    wanted = [visit for visit in foreign if taken_by_filter(visit, row["where"])]
    kinds = row["where"].get("kind", [])
    kinds = {kinds} if isinstance(kinds, str) else set(kinds)
    return (
        taken == wanted
        and query.forms == kinds
        and query.first_ever == row["where"].get("first_ever", False)
        and query.item_of is ITEMS[row["item"]]
    )
