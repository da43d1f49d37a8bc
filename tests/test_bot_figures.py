"""Amounts of money in sentences, and the years they are of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.passages.figures import asks_for_least, figures_in

DAY = date(2024, 11, 5)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In 2023 trade was 4.5 million dollars.", [(4.5e6, "USD", 2023, False)]),
        (
            "Trade grew from 412 million dollars in 2021 to 538 million in 2022.",
            [(412e6, "USD", 2021, False), (538e6, "USD", 2022, False)],
        ),
        (
            "In nine months of the year it reached 1.2 billion euros, against 900 million in 2023.",
            [(1.2e9, "EUR", 2024, True), (900e6, "EUR", 2023, False)],
        ),
        ("Trade, 3 million dollars in 2023, is to be raised to 9 million dollars by 2027.",
         [(3e6, "USD", 2023, False)]),
        ("Товарооборот за 2022 год составил 634,8 млн долларов.", [(634.8e6, "USD", 2022, False)]),
        ("За прошлый год он превысил 2 млрд евро.", [(2e9, "EUR", 2023, False)]),
        ("Өткен жылы сауда көлемі 23,4 млн долларға жетті.", [(23.4e6, "USD", 2023, False)]),
        ("Trade came to 1,250,000 dollars in 2023.", [(1.25e6, "USD", 2023, False)]),
        ("Nothing was traded in 2023.", []),
    ],
)  # fmt: skip
def test_amounts_and_their_years(text: str, figures: list[tuple[float, str, int, bool]]) -> None:
    found = [(f.value, f.currency, f.year, f.is_part) for f in figures_in(text, DAY)]
    assert [(round(value), *rest) for value, *rest in found] == [
        (round(value), *rest) for value, *rest in figures
    ]


@given(st.text(alphabet="0123456789 .,млн$€ dollars in 2023", max_size=60))
def test_an_amount_stands_in_its_sentence(text: str) -> None:
    for figure in figures_in(text, DAY):
        assert figure.written in text[figure.start : figure.end]
        assert figure.year <= DAY.year


@pytest.mark.parametrize(
    ("question", "least"),
    [
        ("Which country has the smallest trade?", True),
        ("С какой страной торговля самая маленькая?", True),
        ("Сауда көлемі ең аз ел қайсы?", True),
        ("Which country trades most?", False),
        ("Сауда көлемі ең көп ел қайсы?", False),
    ],
)
def test_the_smallest_or_the_largest(question: str, least: bool) -> None:
    assert asks_for_least(question) is least
