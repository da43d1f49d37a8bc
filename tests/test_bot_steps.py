"""Which sentences sum something up, and what is set right or belongs to another country."""

from __future__ import annotations

import pytest
from told import answered, asked, found, told

from bot.passages.focus import focus_of
from bot.passages.judgement import answers
from corpus.release import Language

ITEMS = (
    "On roads. From 1 March buses will run to Lusaka twice a week.",
    "On rice. Deliveries to Togo reached 700 tonnes in two months.",
    "On schools. A class of the Kazakh language will be opened in Accra.",
    "On visas. The rules for sailors remain as they were until summer.",
)


def test_a_summary_of_one_briefing_tells_each_of_its_items() -> None:
    body = "\n\n".join(("Astana, 3 February 2024 – The weekly briefing was held today.", *ITEMS))
    hits = told(body, title="Weekly briefing", day="2024-02-03")
    quoted = [c.quote for c in answered("Sum up the briefing of 3 February 2024", hits).citations]
    assert all(any(quote in item for quote in quoted) for item in ITEMS)


def test_a_summary_of_a_day_is_of_what_was_published_that_day() -> None:
    hits = [
        *told(f"The briefing was held today.\n\n{ITEMS[0]}", title="Briefing", day="2024-02-03"),
        *told(f"The briefing was held today.\n\n{ITEMS[1]}", title="Briefing", number=2),
    ]
    cited = {c.url for c in answered("Sum up the briefing of 3 February 2024", hits).citations}
    assert cited == {"https://mfa.example/1"}


def test_what_was_not_signed_is_no_document_that_was() -> None:
    body = (
        "At the talks in Lima a memorandum on glaciers was signed. "
        "The treaty on transit was not signed at the talks in Lima."
    )
    answer = answered("Which documents were signed at the talks in Lima?", told(body))
    assert "glaciers" in answer.citations[0].quote
    assert "transit" not in answer.headline


@pytest.mark.parametrize(
    ("body", "given"),
    [
        ("The embassy in Peru is at 5 Rose Street in Lima.", True),
        ("Citizens in Peru may write to the embassy in Chile (Santiago, 5 Rose Street).", False),
    ],
)
def test_an_address_is_of_the_country_named_before_it(body: str, given: bool) -> None:
    question = "What is the address of the embassy in Peru?"
    assert any(answers(asked(question), quote) for quote in found(question, told(body))) is given


def test_a_correction_is_shown_beside_what_it_sets_right() -> None:
    hits = [
        *told("The first meeting of the council with Peru will be held in Cusco in May."),
        *told(
            "The place of the first meeting of the council with Peru should read Trujillo "
            "instead of Cusco.",
            title="Correction",
            day="2024-05-22",
            number=2,
        ),
    ]
    answer = answered("Where will the council with Peru hold its first meeting?", hits)
    assert any("Trujillo" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "word"),
    [("Елшіліктің мөрі қандай?", "мөрі"), ("Қандай мөр басылды?", "мөр")],
)
def test_in_kazakh_a_question_word_at_the_end_asks_of_what_is_before_it(
    question: str, word: str
) -> None:
    assert focus_of(question, Language.KK).words == {word}
