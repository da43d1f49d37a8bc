"""Character n-grams of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.grams import LENGTH, grams


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("?!", []),
        ("у", ["_у_"]),
        ("ел", ["_ел_"]),
        ("Елші", ["_елш", "елші", "лші_"]),
        ("қала, ел", ["_қал", "қала", "ала_", "_ел_"]),
    ],
)
def test_grams_of_a_text(text: str, found: list[str]) -> None:
    assert grams(text) == found


@given(st.text(alphabet="абвгқә", min_size=LENGTH, max_size=20))
def test_grams_overlap_and_spell_the_word(word: str) -> None:
    found = grams(word)
    assert found[0] + "".join(gram[-1] for gram in found[1:]) == f"_{word}_"
