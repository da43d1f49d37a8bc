"""Short answers: whole phrases, in the order asked, and the one sentence that bears them out."""

from __future__ import annotations

import pytest
from told import answered, told

from bot.answer import Answer
from bot.passages.phrases import figure_phrase
from bot.rendering.telegram import render
from bot.rendering.terminal import render_text
from corpus.release import Language

EN, RU, KK = Language.EN, Language.RU, Language.KK


@pytest.mark.parametrize(
    ("text", "figure", "phrase", "language"),
    [
        ("It brought 78 citizens of Peru, and not 87.", "78", "78 citizens of Peru", EN),
        ("In the vote 141 delegations supported the text.", "141", "141 delegations", EN),
        ("They may stay for up to 30 days from each entry.", "30",
         "up to 30 days from each entry", EN),
        ("Eleven contracts worth 37 million were concluded.", "Eleven", "Eleven contracts", EN),
        ("It invited 37 registered companies from Lima.", "37", "37 registered companies", EN),
        ("Over 90 days in any half-year.", "90", "Over 90 days in any half-year", EN),
        ("The charter cost $312,000, said the ministry.", "312,000", "$312,000", EN),
        ("С доходом не менее 3000 долларов в месяц.", "3000", "не менее 3000 долларов в месяц", RU),
        ("Участвовали 187 делегаций поддержали 12.", "187", "187 делегаций", RU),
        ("Кандидатураны 176 мемлекет қолдады.", "176", "176 мемлекет", KK),
        ("Елшілікте алты дипломат қызмет атқарады.", "алты", "алты дипломат", KK),
        ("Онда 30 күнге дейін бола алады.", "30", "30 күнге дейін", KK),
        ("Аймақтағы 27 мектепке 14 300 кітап берілді.", "27", "27 мектепке", KK),
    ],
)  # fmt: skip
def test_a_figure_goes_with_its_whole_phrase(
    text: str, figure: str, phrase: str, language: Language
) -> None:
    start = text.index(figure)
    first, end = figure_phrase(text, start, start + len(figure), language)
    assert text[first:end] == phrase


@pytest.mark.parametrize(
    ("question", "body", "headline"),
    [
        ("How many scholarships does Peru give?",
         "The number of scholarships that Peru gives is 35, not 50.", "35 scholarships."),
        ("Сколько стипендий выделило Перу?",
         "Число стипендий, которые выделило Перу, достигло 35.", "35 стипендий."),
        ("Сколько стипендий выделило Перу?",
         "Число стипендий, которые выделило Перу, достигло 33.", "33."),
        ("For how long may citizens of Peru stay?",
         "Citizens of Peru may stay for up to 30 days and no more than 90 days in any half-year.",
         "Up to 30 days and no more than 90 days in any half-year."),
        ("What was the vote on the resolution of Peru?",
         "For the resolution of Peru 142 states voted, 2 against, and 19 abstained.",
         "142 states voted, 2 against, and 19 abstained."),
        ("How many months must the passport be valid in Peru?",
         "In Peru the passport must be valid for six months after a stay of 90 days.",
         "Six months."),
        ("What length of railway will Peru build, and for how much?",
         "Peru will finance a railway for 500 million dollars, of a length of 115 kilometres.",
         "500 million dollars, of a length of 115 kilometres."),
        ("When does the agreement with Peru enter into force?",
         "The agreement with Peru, signed on 3 May 2024, will enter into force on 24 June 2024.",
         "24 June 2024."),
        ("Until when does the embassy in Peru take papers?",
         "The embassy in Peru takes papers from 10 April 2024 to 31 May 2024.", "31 May 2024."),
        ("At what time on what date is the ceremony in Peru?",
         "The ceremony in Peru will be held on 4 June 2024 at 11:00.", "4 June 2024, 11:00."),
        ("When will the office in Peru open again?",
         "The office in Peru will open again not on 16 June 2024, but on 2 July 2024.",
         "2 July 2024."),
        ("Who led the side of Peru at the forum?",
         "At the forum Deputy Minister of Kazakhstan Arman Saken led one side and "
         "Minister of Peru Juan Rey led the other side.", "Juan Rey."),
    ],
)  # fmt: skip
def test_the_first_line_is_the_thing_asked_for(question: str, body: str, headline: str) -> None:
    assert answered(question, told(body, title="On Peru")).headline == headline


def test_parts_stand_in_the_order_in_which_they_are_asked_for() -> None:
    body = (
        "The contracts with Peru were worth 37 million dollars. "
        "To conclude them Peru had sent 64 firms to the capital."
    )
    answer = answered(
        "How many firms did Peru send, and what were the contracts worth?", told(body)
    )
    assert answer.headline == "64 firms; 37 million dollars."


def test_a_correction_needs_nothing_beside_it() -> None:
    body = (
        "The ministry of Peru corrects its release: 78 citizens were on the plane, not 87. "
        "The plane from Peru carried 4 doctors and citizens of 3 states."
    )
    answer = answered("How many citizens of Peru were on the plane?", told(body, title="Peru"))
    assert [citation.quote for citation in answer.citations] == [body.split(". ")[0] + "."]


def _why() -> Answer:
    body = "The office in Peru was closed because of a flood. It has four rooms."
    return answered("Why was the office in Peru closed?", told(body, title="On the office"))


def test_where_no_few_words_answer_the_sentence_stands_first_and_once() -> None:
    answer = _why()
    assert answer.leading == 1
    sentence = "The office in Peru was closed because of a flood."
    text, (message,) = render_text(answer), render(answer)
    assert text.startswith(f"> {sentence}\n")
    assert message.startswith(f"<blockquote>{sentence}</blockquote>")
    assert text.count(sentence) == message.count(sentence) == 1


@pytest.mark.parametrize(
    ("question", "body", "is_titled"),
    [
        ("How many diplomats has the embassy in Peru?", "The embassy has six diplomats.", False),
        ("Why was the embassy in Peru closed?", "The embassy in Peru was closed by rain.", False),
        ("Why was the embassy in Peru closed?", "It was closed because of heavy rain.", True),
    ],
)
def test_a_title_stands_where_the_sentence_does_not_say_of_whom_it_speaks(
    question: str, body: str, is_titled: bool
) -> None:
    answer = answered(question, told(body, title="From Peru"))
    assert answer.is_titled is is_titled
    assert ("From Peru" in render_text(answer)) is is_titled
