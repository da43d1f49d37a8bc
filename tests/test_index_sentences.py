"""Where sentences end in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.sentences import sentences

PARTS = ["А.", "Дж.", "г.", "No.", "5", "U.S.", "млрд", "Met", "ol", "«", "»", "”", "!", "…", "–"]
SPACES = [" ", "\n", "\u00a0", "\t", "\n\n", ""]


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Министр А.Төребеков елшіні қабылдады.", "Кездесу өтті."],
        ["Президент Дж. В. Кипроно прибыл.", "Он выступил."],
        ["H.E. John Smith arrived.", "He spoke."],
        ["Mr. Khan thanked Dr. Lee.", "They met J. Doe."],
        ["В 2025 г. подписан договор.", "Это важно."],
        ["Рост в 2024 г.", "Стороны договорились."],
        ["Встреча на ул. Достык прошла.", "Все довольны."],
        ["Оборот достиг 2 млрд долл. США.", "Это рекорд."],
        ["Сауда 3 млрд долл. АҚШ болды.", "Ол өсті."],
        ["The U.S. Secretary came.", "He left."],
        ["She returned to the U.S.", "The talks went on."],
        ["See Order No. 5 today.", "It holds."],
        ["The answer was no.", "He left."],
        ["«Мы рады», – сказал он.", "«Мы едем!» – сказал он.", "Все ушли."],
        ["«Біз дайынбыз!» – деді ол.", "Кездесу аяқталды."],
        ["“Is it far?” he asked.", "“No.”", "She left."],
        ["Оборот вырос (на 5%).", "«Это много», – отметил посол."],
        ["It ended…", "Then it began?!", "Yes!"],
        ["Growth was 5.4 percent."],
        ["no full stop", "and a new line"],
    ],
    ids=lambda parts: parts[0],
)
def test_sentences(expected: list[str]) -> None:
    separator = "\n" if "stop" in expected[0] else " "
    assert cut(separator.join(expected)) == expected


@pytest.mark.parametrize("text", ["", " ", "\n \n\t"])
def test_no_sentences_in_white_space(text: str) -> None:
    assert cut(text) == []


@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from(PARTS + SPACES), max_size=30).map("".join),
    )
)
def test_sentences_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    covered = 0
    for start, end in sentences(text):
        assert covered <= start < end
        assert not text[covered:start].strip()
        assert text[start:end] == text[start:end].strip()
        covered = end
    assert not text[covered:].strip()
