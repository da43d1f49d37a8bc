from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.word_diff import Edit, Stretch, shortened, word_diff

WORDS = st.text("ab ,.\n«»", max_size=60)


@given(WORDS, WORDS)
def test_stretches_give_both_texts_again(before: str, after: str) -> None:
    stretches = word_diff(before, after)
    assert "".join(s.text for s in stretches if s.edit is not Edit.PUT_IN) == before
    assert "".join(s.text for s in stretches if s.edit is not Edit.TAKEN_OUT) == after


@pytest.mark.parametrize(
    ("before", "after", "edits"),
    [
        (
            "trade of 1,4 million",
            "trade of 1,7 million",
            [("1,4", Edit.TAKEN_OUT), ("1,7", Edit.PUT_IN)],
        ),
        ("Кот-д’Ивуар и Чад", "Чад", [("Кот-д’Ивуар и ", Edit.TAKEN_OUT)]),
        ("the same", "the same", []),
        ("", "new", [("new", Edit.PUT_IN)]),
    ],
)
def test_differences_are_whole_words(
    before: str, after: str, edits: list[tuple[str, Edit]]
) -> None:
    found = [(s.text, s.edit) for s in word_diff(before, after) if s.edit is not Edit.KEPT]
    assert found == edits


def test_long_kept_stretches_are_cut() -> None:
    text = "word " * 200
    cut = shortened(word_diff(f"{text}old {text}", f"{text}new {text}"))
    assert [s.edit for s in cut] == [Edit.KEPT, Edit.TAKEN_OUT, Edit.PUT_IN, Edit.KEPT]
    assert all(len(s.text) < 60 for s in cut)
    assert shortened([Stretch(Edit.KEPT, "short text")]) == [Stretch(Edit.KEPT, "short text")]
