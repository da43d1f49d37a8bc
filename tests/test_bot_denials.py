"""Whether releases say that what a question takes for granted was otherwise."""

from __future__ import annotations

import pytest
from told import asked, found, told

from bot.passages.denials import contradicts, find_denial
from corpus.release import Language

WHEN = "What did the foreign minister of Peru sign in Astana in May 2024?"


def denied(question: str, sentence: str, language: Language = Language.EN) -> bool:
    release = told(sentence, language=language, title="Peru", day="2024-05-20")
    return find_denial(asked(question), found(question, release)) is not None


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The foreign minister of Peru did not visit Astana.", Language.EN),
        ("The visit of the foreign minister of Peru was called off.", Language.EN),
        ("The visit of the foreign minister of Peru fell through.", Language.EN),
        ("The foreign minister of Peru was unable to visit Astana.", Language.EN),
        ("Визит министра иностранных дел Перу не состоялся.", Language.RU),
        ("Визит министра иностранных дел Перу перенесён на осень.", Language.RU),
        ("Сообщения о визите министра иностранных дел Перу опровергнуты.", Language.RU),
        ("Перу сыртқы істер министрінің сапары болған жоқ.", Language.KK),
        ("Перу сыртқы істер министрінің сапары кейінге шегерілді.", Language.KK),
    ],
)
def test_what_did_not_happen_is_found_in_each_language(sentence: str, language: Language) -> None:
    assert denied(WHEN, sentence, language)


@pytest.mark.parametrize(
    "sentence",
    [
        "The foreign minister of Peru visited Astana.",
        "The visit of the foreign minister of Chile was called off.",
        "The visit of the president of Chile was called off.",
        "The foreign minister of Peru, on a visit, said: “Nothing was called off.”",
        "In Peru the price of copper did not come down before the visit of investors.",
    ],
)
def test_what_happened_or_is_of_others_denies_nothing(sentence: str) -> None:
    assert not denied(WHEN, sentence)


@pytest.mark.parametrize(
    "question",
    [
        "Was the visit of the foreign minister of Peru cancelled?",
        "Почему отменён визит министра иностранных дел Перу?",
        "Перу сыртқы істер министрінің сапары неге болған жоқ?",
        "Who is the foreign minister of Peru?",
        "What is the population of Peru?",
        "Is it safe to visit Peru?",
        "Можно ли посетить Перу?",
    ],
)
def test_a_question_that_takes_nothing_for_granted_is_not_denied(question: str) -> None:
    assert not denied(question, "The visit of the foreign minister of Peru was called off.")


@pytest.mark.parametrize(
    ("question", "day", "is_left"),
    [
        (WHEN, "2024-05-20", False),
        (WHEN, "2021-05-20", True),
        ("Where did the foreign minister of Peru sign it in May 2024?", "2024-05-20", True),
    ],
)
def test_a_denial_of_another_time_or_matter_leaves_the_question(
    question: str, day: str, is_left: bool
) -> None:
    release = told("The visit of the foreign minister of Peru was called off.", day=day)
    quotes = found(question, release)
    denial = find_denial(asked(question), quotes)
    assert denial is not None
    assert contradicts(asked(question), denial) is not is_left
