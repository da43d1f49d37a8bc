"""What a sentence holds of a question: countries, time, the kind of thing, the relation."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import answered, asked, found, rarity, told

from bot.passages.evidence import Quote, quotes
from bot.passages.judgement import answers
from corpus.release import Language

SLOWEST = 5.0  # seconds


def about(question: str, sentence: str, body: str, **release: str) -> Quote:
    """The sentence of `body` that begins so, as it was found for `question`."""
    quotes = found(question, told(body, **release))  # type: ignore[arg-type]
    return next(quote for quote in quotes if quote.text.startswith(sentence))


@pytest.mark.parametrize(
    ("sentence", "title", "is_about"),
    [
        ("Peru will open a school next year.", "News", True),
        ("The school will open next year.", "Visit to Peru", True),
        ("Chile will open a school next year.", "Visits to Peru and Chile", False),
        ("The school will open next year.", "Ministers of Peru, Chile, Cuba and Mali", False),
        ("The school will open next year.", "News", False),
    ],
)
def test_a_sentence_is_about_the_country_that_it_or_its_setting_names(
    sentence: str, title: str, is_about: bool
) -> None:
    quote = about("When will the school in Peru open?", sentence, sentence, title=title)
    assert quote.about is is_about


@pytest.mark.parametrize(
    ("question", "sentence", "day", "timely"),
    [
        ("What was trade with Peru in 2023?", "In 2023 trade with Peru grew.", "2024-05-20", True),
        ("What was trade with Peru in 2022?", "In 2023 trade with Peru grew.", "2024-05-20", False),
        ("What was trade with Peru in 2024?", "Trade with Peru grew a lot.", "2024-05-20", True),
        ("What did Peru sign in May 2024?", "Peru signed a treaty there.", "2024-05-20", True),
        ("What did Peru sign in May 2021?", "Peru signed a treaty there.", "2024-05-20", False),
    ],
)
def test_a_sentence_is_of_the_time_that_it_or_its_release_tells(
    question: str, sentence: str, day: str, timely: bool
) -> None:
    assert about(question, sentence, sentence, day=day).timely is timely


@pytest.mark.parametrize(
    ("question", "sentence", "answered"),
    [
        ("How many schools were built in Peru?", "Peru has built 14 schools this year.", True),
        ("How many schools were built in Peru?", "Peru has built schools since May 2021.", False),
        ("How much did the school in Peru cost?", "The school in Peru cost 3 million euros.", True),
        ("How much did the school in Peru cost?", "The school in Peru has 300 pupils.", False),
        ("What is the phone number of the embassy in Peru?",
         "The embassy in Peru can be called at +51 1 234 56 78.", True),
        ("What is the phone number of the embassy in Peru?",
         "The embassy in Peru was opened on 12 May 2021.", False),
        ("Who is the foreign minister of Peru?",
         "Foreign Minister of Peru Juan Rey met Ivan Petrov of Bulgaria.", True),
        ("Who is the foreign minister of Peru?",
         "The foreign minister of Peru met Ivan Petrov of Bulgaria.", False),
        ("Who is the ambassador of Peru?", "Foreign Minister of Peru Juan Rey arrived.", False),
        ("What did the minister of Peru say about schools?",
         "“Schools come first,” the minister of Peru said about schools.", True),
        ("What did the minister of Peru say about schools?",
         "The minister of Peru visited three schools.", False),
        ("Which hotel did the minister of Peru stay at?",
         "The minister of Peru stayed in Astana for two days.", False),
        ("What is the address of the embassy of Peru?",
         "The embassy of Peru is at 7 Abay Street.", True),
        ("What is the address of the embassy of Peru?",
         "The embassy of Peru was opened by the minister.", False),
    ],
)  # fmt: skip
def test_an_answer_holds_the_kind_of_thing_asked_for(
    question: str, sentence: str, answered: bool
) -> None:
    quote = about(question, sentence, sentence, title="On Peru")
    assert answers(asked(question), quote) is answered


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("Сколько школ построили в Перу?", "Peru has built 14 schools.", Language.EN),
        ("Перуде неше мектеп салынды?", "В Перу построено 14 школ.", Language.RU),
        ("How many schools were built in Peru?", "Перуде 14 мектеп салынды.", Language.KK),
    ],
)
def test_another_language_answers_as_well(question: str, sentence: str, language: Language) -> None:
    (quote,) = found(question, told(sentence, language=language))
    assert answers(asked(question), quote)
    assert quote.text == sentence


def test_the_year_after_a_follow_up_is_the_one_that_counts() -> None:
    history = ("What was trade with Peru in 2022?",)
    body = "In 2022 trade with Peru was 3 million dollars. In 2023 it was 4 million dollars."
    best = found("And in 2023?", told(body, title="Peru"), history)[0]
    assert best.text.startswith("In 2023")


@given(st.text(max_size=300), st.sampled_from(["How many?", "Кто приехал?", "Peru 2023"]))
def test_every_quote_stands_in_its_release(body: str, question: str) -> None:
    for quote in found(question, told(body)):
        assert quote.text in body


@pytest.mark.parametrize(
    "piece", ["7", "A", "A ", "1 ", "a.", "“", "12 May ", "no. ", "Ab-", "was 5 million dollars "]
)
def test_hostile_texts_take_no_longer_than_they_are_long(piece: str) -> None:
    body = piece * (12_000 // len(piece))
    questions = [
        "How much did the e-mail cost, who wrote it, and what is the phone number?",
        "What did the minister say, and where?",
    ]
    started = time.process_time()
    for question in questions:
        answered(question, told(body))
        answered(body[:2000] + question, told("Short."))
    assert time.process_time() - started < SLOWEST


@pytest.mark.parametrize(
    ("question", "body"),
    [
        (
            "What does a driving permit cost in Peru?",
            "A driving permit in Peru costs 70 Peruvian pounds.",
        ),
        (
            "What share of the mine does Peru own?",
            "Of the mine Peru owns the larger share, 62 per cent.",
        ),
        (
            "What caused the bus crash in Peru?",
            "The cause of the accident in Peru was a broken brake.",
        ),
        (
            "How many ppl were hurt in the crash in Peru?",
            "In the accident in Peru 9 people were injured.",
        ),
        (
            "Who led the Peruvian side at the talks?",
            "At the talks the Peruvian side was headed by Ana Ruiz.",
        ),
    ],
)
def test_what_is_said_in_other_words_answers(question: str, body: str) -> None:
    assert answers(asked(question), about(question, body[:20], body, title="News from Peru"))


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("What share of the mine does Peru own?", False),
        ("How long is the road of the mine in Peru?", True),
    ],
)
def test_a_share_is_no_other_number(question: str, answered: bool) -> None:
    body = "To the mine in Peru leads a road 62 kilometres long."
    assert answers(asked(question), about(question, body[:20], body)) is answered


def test_a_period_that_moves_with_the_day_of_asking_rules_no_release_out() -> None:
    body = "Last year trade with Peru grew to 5 million dollars."
    assert about("What was trade with Peru last year?", body[:20], body).timely


FIRST, SECOND = "The bridge in Peru is very long.", "The bridge in Peru is painted blue."


def nearest_by_words(question: str, nearness: dict[int, float]) -> str:
    """The best of two alike sentences, each as near by its words as told of where it begins."""
    hits = told(f"{FIRST} {SECOND}", title="Bridge in Peru")
    number = hits[0].source.number
    near = {(number, start): score for start, score in nearness.items()}
    return quotes(asked(question), hits, rarity, near)[0].text


@pytest.mark.parametrize(
    ("nearness", "best"),
    [
        ({}, FIRST),
        ({0: 0.3, len(FIRST) + 1: 0.5}, SECOND),
        ({0: 0.5, len(FIRST) + 1: 0.3}, FIRST),
        ({0: 0.5}, FIRST),
    ],
    ids=["nothing known", "second nearer", "first nearer", "second not looked at"],
)
def test_of_sentences_alike_the_one_nearer_by_its_words_is_best(
    nearness: dict[int, float], best: str
) -> None:
    assert nearest_by_words("What does the bridge in Peru look like?", nearness) == best


def test_where_a_kind_is_asked_for_words_do_not_outweigh_it() -> None:
    hits = told("The bridge in Peru cost a lot. For it 4 million dollars were paid in Peru.")
    near = {(hits[0].source.number, 0): 0.6}
    question = asked("How much did the bridge in Peru cost?")
    assert "4 million" in quotes(question, hits, rarity, near)[0].text
