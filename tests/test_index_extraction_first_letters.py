"""By which letters a match of a phrase can begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.extraction.first_letters import ANY, first_letters

PHRASES = [
    "came(?! by)",
    "(?:(?:has|have) )?(?:paid|made)",
    "a?b",
    "s?he",
    "(?<!at )in",
    r"\w+x|yy",
]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("came(?! by)", {"ca"}),
        ("(?:(?:has|have) )?(?:paid|made)", {"ha", "pa", "ma"}),
        ("a?b", {"ab", "b*"}),
        ("s?he", {"sh", "he"}),
        ("(?<!at )invitation", {"in"}),
        (r"\w+x|yy", {ANY, "yy"}),
    ],
)
def test_first_letters(phrase: str, expected: set[str]) -> None:
    assert first_letters(phrase) == expected


@given(st.sampled_from(PHRASES), st.text(alphabet="abcehimnpsvxy ", max_size=12))
def test_first_letters_hold_for_every_match(phrase: str, text: str) -> None:
    if re.match(phrase, text):
        assert {text[:2], text[:1] + ANY, ANY} & first_letters(phrase)
