"""Swapped texts are consistent, and parts of them are parts of the whole."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.swapping import Swap, make_swap, read_countries

TEXT = (
    "ACCRA, 3 May. The Ghanaian minister, Kofi Osei-Bonsu, met a Finn. Finland is far from the "
    "Gambia, said Osei-Bonsu; Finnish guests and Ghanaians agreed in Accra."
)
GROUPS = [{"GH", "KE", "GM"}, {"FI", "SE", "DK"}]


@pytest.fixture(scope="module")
def swap() -> Swap:
    codes = {country.code for country in read_countries()}
    fixed = codes - {"GH", "KE", "GM", "FI", "SE", "DK"}
    return make_swap([TEXT], ["Kofi Osei-Bonsu"], GROUPS, fixed, Random(5))


def test_countries_stay_in_their_groups(swap: Swap) -> None:
    for group in GROUPS:
        assert {swap.code(code) for code in group} == group
        assert all(swap.code(code) != code for code in group)
    assert (swap.code("KZ"), swap.code(None)) == ("KZ", None)


def test_nothing_of_what_was_swapped_is_left(swap: Swap) -> None:
    swapped = swap.text(TEXT)
    for word in ("ACCRA", "Accra", "Ghanaian", "Kofi", "Osei", "Bonsu", "Finland", "Finnish"):
        assert word not in swapped
    assert "the Kenya" not in swapped
    assert "the Ghana" not in swapped


def test_names_keep_their_shape(swap: Swap) -> None:
    name = swap.text("Kofi Osei-Bonsu")
    assert re.fullmatch(r"[A-Z][a-z]{3} [A-Z][a-z]{3}-[A-Z][a-z]{4}", name)
    assert f", {name}," in swap.text(TEXT)
    assert swap.people == 3


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_a_part_of_the_text_is_a_part_of_the_swapped_text(one: int, two: int) -> None:
    swap = Swap({"Ghanaian": "Kenyan", "Accra": "Nairobi", "Osei": "Ubua"}, {}, 1)
    start, end = sorted((one, two))
    inside = any(
        match.start() < edge < match.end()
        for match in re.finditer("(?:[Aa]n? )?(?:Ghanaian|Accra|Osei)", TEXT)
        for edge in (start, end)
    )
    if not inside:
        assert (
            swap.cut(TEXT, start, end)
            == swap.text(TEXT)[len(swap.cut(TEXT, 0, start)) :][: len(swap.cut(TEXT, start, end))]
        )
    assert swap.cut(TEXT, 0, len(TEXT)) == swap.text(TEXT)
