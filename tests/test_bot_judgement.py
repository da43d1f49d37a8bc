"""What is let through as an answer, and what only looks like one."""

from __future__ import annotations

import pytest
from told import asked, found, told

from bot.passages.asked import asked_for
from bot.passages.focus import is_yes_no
from bot.passages.judgement import is_answered
from bot.passages.names import names_more, stems_in_each
from bot.question import question_language
from corpus.release import Language


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How long did the talks last?", "duration"),
        ("Сколько часов длились переговоры?", "duration"),
        ("Келіссөз неше сағатқа созылды?", "duration"),
        ("How long is the border with Peru?", "number"),
        ("How old is the minister?", "age"),
        ("Сколько лет министру?", "age"),
        ("Сколько лет действует договор?", "duration"),
        ("Министрдің жасы нешеде?", "age"),
        ("Who paid for the school?", "payer"),
        ("За чей счёт построена школа?", "payer"),
        ("Мектепті кім қаржыландырды?", "payer"),
        ("Which two countries voted against?", "country"),
        ("В какой стране откроют школу?", "country"),
        ("Қарарға қай ел қарсы болды?", "country"),
        ("Which airline flies to Lima?", "named"),
        ("В какой больнице лечили туристов?", "named"),
        ("Министр қай қонақүйге тоқтады?", "named"),
        ("Under what percentage are loans given?", "percent"),
        ("At what price per tonne was wheat sold?", "money"),
        ("How many tonnes of wheat were sold?", "number"),
    ],
)
def test_what_kind_of_thing_is_asked_for(question: str, kind: str) -> None:
    assert asked_for(question)[0].name == kind


@pytest.mark.parametrize(
    ("question", "is_so"),
    [
        ("Did Peru open a school?", True),
        ("Which school did Peru open?", False),
        ("Открыли ли в Перу школу?", True),
        ("Кто открыл в Перу школу?", False),
        ("Перуде мектеп ашылды ма?", True),
        ("Сауда қайсысымен көп болды: Перу ма, Чили ме?", False),
    ],
)
def test_a_question_of_yes_or_no_is_told(question: str, is_so: bool) -> None:
    assert is_yes_no(question, question_language(question)) is is_so


@pytest.mark.parametrize(
    ("question", "sentence", "is_so"),
    [
        ("How long did the talks with Peru last?", "The talks with Peru lasted two hours.", True),
        ("How long did the talks with Peru last?", "The talks with Peru had 12 topics.", False),
        ("How old is the minister of Peru?", "The minister of Peru, aged 52, arrived.", True),
        ("How old is the minister of Peru?", "The minister of Peru spoke of 52 farms.", False),
        ("Who paid for the school in Peru?", "Juan Rey financed the school in Peru.", True),
        ("Who paid for the school in Peru?", "Juan Rey visited the school in Peru.", False),
        ("Which country built a school in Peru?", "In Peru Chile has built a school.", True),
        ("Which country built a school in Peru?", "In Peru a country built a school.", False),
        ("Which company built the road in Peru?", "In Peru the company Rutas built a road.", True),
        ("Which company built the road in Peru?", "In Peru a company built a new road.", False),
        ("Has Peru’s minister opened a school?", "Peru’s minister opened a school.", True),
        ("Has Peru’s minister opened a bank?", "Peru’s minister opened a school.", False),
        ("Who is the honorary consul of Peru?", "Honorary consul of Peru is Juan Rey.", True),
        ("Who is the honorary consul of Peru?", "Juan Rey opened Peru’s consulate.", False),
    ],
)  # fmt: skip
def test_a_near_miss_is_no_answer(question: str, sentence: str, is_so: bool) -> None:
    quotes = found(question, told(sentence, title="On Peru"))
    assert is_answered(asked(question), quotes) is is_so


@pytest.mark.parametrize(
    ("sentence", "language", "is_so"),
    [
        ("The festival opened with “Road to Lima”.", Language.EN, True),
        ("The guests flew with Altair from Lima.", Language.EN, True),
        ("The minister of Peru, Juan Rey, met the Minister of Trade.", Language.EN, False),
        ("The Festival opened in May.", Language.EN, False),
        ("Фестиваль открыла лента «Дорога».", Language.RU, True),
        ("Глава МИД Перу открыл фестиваль.", Language.RU, False),
    ],
)
def test_a_name_is_one_that_the_question_has_not_given(
    sentence: str, language: Language, is_so: bool
) -> None:
    said = stems_in_each("Which film opened the festival? Каким фильмом открыли фестиваль?")
    assert names_more(sentence, language, said) is is_so
