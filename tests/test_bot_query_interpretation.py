from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from event_questions import table
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.query.interpretation import interpretation
from bot.query.query import EventQuery, Places
from bot.query.reading import read_query
from corpus.release import Language
from index.extraction.event import EventKind, Role, Status, VisitForm
from index.places.gazetteer import Gazetteer

NEWEST = date(2025, 12, 31)
EN, RU, KK = Language.EN, Language.RU, Language.KK
QUESTIONS = [(lang, question) for lang in Language for question, _ in table("questions", lang)]


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        (
            EN,
            "Which African foreign ministers visited Astana in 2024?",
            "visits to Astana by foreign ministers of African countries, 2024",
        ),
        (
            RU,
            "Какие министры иностранных дел африканских стран приезжали в Астану в 2024 году?",
            "визиты министров иностранных дел стран Африки в Астану, 2024 год",
        ),
        (
            KK,
            "2024 жылы Астанаға Африка елдерінің қандай сыртқы істер министрлері келді?",
            "Африка елдері сыртқы істер министрлерінің Астанаға сапарлары, 2024 жыл",
        ),
        (
            EN,
            "How many EU ministers apart from Malta came to Almaty from March to June 2024?",
            "visits to Almaty by ministers of EU countries, March 2024 – June 2024; "
            "except: Malta; how many",
        ),
        (
            RU,
            "Когда в Туркестан приезжал президент Сингапура?",
            "визиты президентов в город Туркестан; откуда: Сингапур; когда",
        ),
        (
            KK,
            "Сингапур президенті Алматыға қашан келді?",
            "Сингапур президенттерінің Алматы қаласына сапарлары; қашан",
        ),
        (
            EN,
            "Which countries did Kazakhstan's foreign minister visit since 2023?",
            "visits abroad by foreign ministers of Kazakhstan, from 1 January 2023; "
            "by country visited",
        ),
        (
            RU,
            "Какие визиты в Казахстан были отменены в мае 2024 года?",
            "визиты в Казахстан, май 2024\u202fг.; отменённые",
        ),
        (
            KK,
            "2023–2024 жылдары Қазақстанға ресми сапармен кімдер келді?",
            "Қазақстанға сапарлар, 2023–2024 жылдар; тек ресми сапарлар",
        ),
        (
            EN,
            "Show me the three latest visits of US presidents to Astana",
            "visits to Astana by presidents of the United States; the latest 3",
        ),
    ],
)
def test_a_query_in_words(language: Language, question: str, expected: str) -> None:
    reading = read_query(question, (), language, NEWEST)
    assert reading is not None
    assert interpretation(reading.query, language) == expected


@pytest.mark.parametrize(("language", "question"), QUESTIONS)
def test_every_question_is_told_in_every_language(language: Language, question: str) -> None:
    reading = read_query(question, (), language, NEWEST)
    assert reading is not None
    for each in Language:
        words = interpretation(reading.query, each)
        assert words
        assert "none" not in words
        assert "  " not in words


@pytest.mark.parametrize("language", Language)
def test_every_field_is_told(language: Language) -> None:
    plain = EventQuery(EventKind.VISIT)
    changed: dict[str, Any] = {
        "kind": EventKind.CALL,
        "roles": frozenset({Role.SPEAKER}),
        "not_roles": frozenset({Role.AMBASSADOR}),
        "also_roles": frozenset({Role.PRIME_MINISTER}),
        "person": "Ivan Petrov",
        "origin": Places(frozenset({"KE"})),
        "not_origin": Places(frozenset({"KE"})),
        "destination": Places(frozenset({"KE"})),
        "not_destination": Places(frozenset({"KZ"})),
        "cities": frozenset({"Aktau"}),
        "not_cities": frozenset({"Aktau"}),
        "first": date(2024, 1, 1),
        "last": date(2024, 1, 1),
        "forms": frozenset({VisitForm.STATE}),
        "not_forms": frozenset({VisitForm.STATE}),
        "first_ever": True,
        "statuses": frozenset({Status.PLANNED}),
        "topic": ("water",),
        "missions": frozenset({"consulate"}),
        "documents": frozenset({"protocol"}),
    }
    told = {
        interpretation(replace(plain, **{name: value}), language) for name, value in changed.items()
    }
    assert len(told | {interpretation(plain, language)}) == len(changed) + 1
    untold = {"shape", "item_of", "limit", "members_on", "every_city"}
    assert changed.keys() | untold == {field.name for field in fields(EventQuery)}


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_group_of_countries_is_told_by_name(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(Language))
    code = data.draw(st.sampled_from(sorted(Gazetteer.load().country_codes())))
    query = EventQuery(EventKind.VISIT, origin=Places(frozenset({code})))
    assert Gazetteer.load().country_name(code, language) in interpretation(query, language)
