"""Bodies cut into passages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.text.sentences import sentences
from index.text.split import LONGEST, SHORTEST, split

LONG = "Both sides agreed to go on. " * 50
PIECES = ["Short.", "«Да!» – сказал он. ", LONG, "x" * 1000, "\n", "\n\n", " \n ", "  "]


def parts(body: str) -> list[str]:
    return [body[start:end] for start, end in split(body)]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=8))
def test_passages_hold_all_text_in_order_and_are_not_too_long(pieces: list[str]) -> None:
    body = "".join(pieces)
    covered = 0
    for start, end in split(body):
        assert covered <= start < end <= len(body)
        assert not body[covered:start].strip()
        assert end - start <= LONGEST or len(sentences(body[start:end])) == 1
        covered = end
    assert not body[covered:].strip()


def test_paragraphs_stand_alone_where_they_are_long_enough() -> None:
    first, second = "A" * SHORTEST, "B" * SHORTEST
    assert parts(f"{first}\n\n{second}") == [first, second]


def test_a_short_paragraph_joins_the_next() -> None:
    assert parts(f"Heading\n\n{'B' * 200}") == [f"Heading\n\n{'B' * 200}"]


def test_a_short_paragraph_stays_alone_before_one_that_would_be_too_long() -> None:
    assert parts(f"Heading\n\n{'B' * LONGEST}") == ["Heading", "B" * LONGEST]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    assert len(parts(LONG)) == 2
    assert all(part.startswith("Both") and part.endswith("go on.") for part in parts(LONG))


def test_a_line_break_inside_a_paragraph_does_not_end_the_passage() -> None:
    body = f"{'A' * 130}\n{'B' * 130}"
    assert parts(body) == [body]
