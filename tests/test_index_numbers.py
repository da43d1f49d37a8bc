from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12,500 tonnes", ["12500"]),
        ("12 500 тонн", ["12500"]),
        ("1\u00a0400\u00a0000 теңге", ["1400000"]),
        ("1,4 млн долларов", ["1.4"]),
        ("$1.40 million", ["1.4"]),
        ("from 7 to 10.0 per cent", ["7", "10"]),
        ("3,5 и 12", ["3.5", "12"]),
        ("B2B, G20 and C5+1", ["1"]),
        ("no number", []),
    ],
)
def test_numbers_are_read_however_they_are_parted(text: str, values: list[str]) -> None:
    assert [found.value for found in find_numbers(text)] == values


@given(st.integers(0, 10**9))
def test_separators_change_no_value(number: int) -> None:
    spellings = {f"{number}", f"{number:,}", f"{number:,}".replace(",", "\u202f")}
    assert {find_numbers(f"of {written} tonnes")[0].value for written in spellings} == {str(number)}


@given(st.text("0123456789 ,.a", max_size=40))
def test_mentions_slice_the_text(text: str) -> None:
    for found in find_numbers(text):
        assert text[found.start].isdigit()
        assert text[found.end - 1].isdigit()
        assert found.value.replace(".", "").isdigit()
