"""Answers from passages: what is said first, what is shown, and what is not."""

from __future__ import annotations

import pytest
from told import answered, told

from bot.answer import AnswerKind
from corpus.release import Language


@pytest.mark.parametrize(
    ("question", "body", "headline"),
    [
        ("How many schools were built in Peru?",
         "With help from abroad Peru has built 14 schools, and 3 hospitals.", "14 schools."),
        ("What was the cost of the school in Peru?",
         "The school in Peru, opened in 2023, cost 3.5 million euros.", "3.5 million euros."),
        ("Who is the foreign minister of Peru?",
         "Foreign Minister of Peru Juan Rey met Ivan Petrov of Bulgaria.", "Juan Rey."),
        ("When was the school in Peru opened?",
         "The school in Peru was opened on 3 March 2024.", "3 March 2024."),
        ("What is the address of the embassy of Peru?",
         "The embassy of Peru occupies a house at 7 Abay Street, in the old town.",
         "7 Abay Street, in the old town."),
    ],
)  # fmt: skip
def test_the_first_line_answers(question: str, body: str, headline: str) -> None:
    answer = answered(question, told(body, title="On Peru"))
    assert answer.headline == headline
    assert answer.citations[0].quote == body


def test_both_parts_of_a_question_are_answered() -> None:
    body = (
        "Peru sent a mission of 64 firms to Astana. The guests saw the city. "
        "At the forum they concluded contracts worth 37 million dollars."
    )
    answer = answered(
        "How many firms did Peru send, and what were their contracts worth?", told(body)
    )
    shown = " ".join(citation.quote for citation in answer.citations)
    assert "64 firms" in shown
    assert "37 million dollars" in shown


def test_direct_speech_is_shown_whole_and_with_its_speaker() -> None:
    body = (
        "The minister of Peru spoke to the press. “We came to talk about wells. "
        "Water is our bread,” Juan Rey said. Then he left."
    )
    answer = answered("What did the minister of Peru say about wells?", told(body, title="Peru"))
    assert answer.kind is AnswerKind.QUOTE
    shown = [citation.quote for citation in answer.citations]
    assert "“We came to talk about wells." in shown
    assert "Water is our bread,” Juan Rey said." in shown


def test_a_correction_overrides_the_figure_that_it_corrects() -> None:
    first = told("On board the plane from Peru there were 87 citizens.", day="2024-05-20")
    later = told(
        "The Ministry corrects its release: the plane from Peru carried 78 citizens, not 87.",
        day="2024-05-22",
        number=2,
    )
    answer = answered("How many citizens were on the plane from Peru?", first + later)
    assert answer.headline.startswith("78 citizens")
    assert {citation.url for citation in answer.citations} >= {"https://mfa.example/2"}


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("What did the foreign minister of Peru sign in Astana in May 2024?",
         "The visit of the foreign minister of Peru has been cancelled.", Language.EN),
        ("Что подписал министр иностранных дел Перу в Астане в мае 2024 года?",
         "Визит министра иностранных дел Перу отложен на осень.", Language.RU),
        ("Перу сыртқы істер министрі Астанада 2024 жылғы мамырда қандай құжатқа қол қойды?",
         "Перу сыртқы істер министрінің сапары кейінге қалдырылды.", Language.KK),
    ],
)  # fmt: skip
def test_what_a_question_takes_for_granted_is_set_right(
    question: str, sentence: str, language: Language
) -> None:
    answer = answered(question, told(sentence, language=language))
    assert not answer.abstained
    assert [citation.quote for citation in answer.citations] == [sentence]


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("Which trade is larger, with Peru or with Chile in 2023?",
         "Chile (2023): 9 million dollars; Peru (2023): 4 million dollars."),
        ("Compare trade with Peru in 2022 and 2023.",
         "2022: 3 million dollars; 2023: 4 million dollars."),
    ],
)  # fmt: skip
def test_sums_stand_side_by_side(question: str, headline: str) -> None:
    peru = told("Trade with Peru grew from 3 million dollars in 2022 to 4 million dollars in 2023.")
    chile = told("In 2023 trade with Chile was 9 million dollars.", number=2)
    assert answered(question, peru + chile).headline == headline


def test_silence_shows_the_nearest_sentences_once_and_few_of_one_event() -> None:
    body = "The weather was fine. It rained in Peru later. Peru was dry again. Peru was hot."
    answer = answered("What did Peru sign?", told(body, title="Weather") + told(body, number=2))
    assert answer.abstained
    shown = [citation.quote for citation in answer.citations]
    assert 0 < len(shown) == len(set(shown)) <= 4
    assert all(quote in body for quote in shown)


def test_a_summary_goes_by_time() -> None:
    later = told("Today the minister of Peru arrived and signed a treaty.", day="2024-10-03")
    first = told("The minister of Peru will visit Astana in April.", day="2024-03-03", number=2)
    between = told("The visit of the minister of Peru is put off.", day="2024-04-03", number=3)
    answer = answered("Summarise the visit of the minister of Peru.", later + first + between)
    assert answer.kind is AnswerKind.SUMMARY
    assert [c.url[-1] for c in answer.citations] == ["2", "3", "1"]


def test_one_sentence_bears_out_one_figure() -> None:
    body = (
        "The bridge in Peru cost 3.5 million euros. The bridge in Peru was built by engineers. "
        "Peru thanked the engineers for the bridge."
    )
    answer = answered("How much did the bridge in Peru cost?", told(body, title="Bridge in Peru"))
    assert answer.headline == "3.5 million euros."
    assert [citation.quote for citation in answer.citations] == [body.split(". The")[0] + "."]


def test_a_number_of_four_digits_is_no_year() -> None:
    body = (
        "In August 2024 the aid train carried 1860 tonnes of flour and 120 tonnes of oil to Peru."
    )
    answer = answered("How many tonnes of flour did the aid train carry to Peru?", told(body))
    assert answer.headline.startswith("1860 tonnes of flour")


@pytest.mark.parametrize(
    ("question", "body", "headline"),
    [
        ("What was the number of engineers besides the 40 from Peru?",
         "Peru sent its 40 engineers besides others. All others were 65 engineers.",
         "65 engineers."),
        ("Who met Ana Torres at the lake in Peru?",
         "At the lake in Peru Ana Torres met guests. Among the guests was Juan Perez.",
         "Juan Perez."),
        ("Who is Ana Torres?", "Ana Torres leads the engineers in Peru.", "Ana Torres."),
    ],
    ids=["figure", "person", "asked who it is"],
)  # fmt: skip
def test_what_the_question_says_itself_is_no_answer(
    question: str, body: str, headline: str
) -> None:
    assert answered(question, told(body)).headline == headline


def test_a_sentence_nearer_than_the_one_with_the_short_answer_is_shown_too() -> None:
    begun = "Work on the second bridge over the border river began in the spring after the floods."
    opened = "The bridge was shown to guests in 2021 during work at the border."
    hits = told(begun, title="Bridge") + told(opened, title="Bridge", number=2, near=0.84)
    answer = answered("When did work on the second bridge over the border river begin?", hits)
    assert answer.headline == "2021."
    assert {citation.quote for citation in answer.citations} == {begun, opened}
