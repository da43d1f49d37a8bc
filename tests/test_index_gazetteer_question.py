"""Places in questions as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mention_labels import label

from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.typos import within_one_edit
from index.text.transliteration import to_cyrillic

EN, RU, KK = Language.EN, Language.RU, Language.KK
GAZETTEER = Gazetteer.load()


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        (EN, "african FMs astana 2024 list", ["africa", "Astana"]),
        (EN, "gulf FMs kazkhstan 2025 wich city", ["gulf", "KZ"]),
        (EN, "who of us went to the un", []),
        (EN, "consulate general of togo", ["TG"]),
        (RU, "kakie afrikanskie ministry priezzhali v astanu", ["africa", "Astana"]),
        (RU, "kto iz stran briks byl v kazahstane", ["BRICS", "KZ"]),
        (RU, "что сказал министр того перу", ["PE"]),
        (RU, "главы мид из западной африки", ["western_africa"]),
        (RU, "которые были в визe", []),
        (KK, "Карагандыга кай шетелдик министр келди", ["Karaganda"]),
        (KK, "Burkina Faso ministri Astanaga kashan keldi", ["BF", "Astana"]),
        (KK, "сауда келиси туркия", ["TR"]),
    ],
)
def test_places_are_found(language: Language, question: str, expected: list[str]) -> None:
    mentions = GAZETTEER.mentions_in_question(question, language)
    assert [label(mention) for mention in mentions] == expected


@given(
    name=st.sampled_from(["mozambique", "azerbaijan", "kyrgyzstan", "bangladesh", "montenegro"]),
    cut=st.integers(min_value=2, max_value=9),
)
def test_one_missing_letter_is_forgiven(name: str, cut: int) -> None:
    typed = name[:cut] + name[cut + 1 :]
    [mention] = GAZETTEER.mentions_in_question(f"ministers of {typed}?", EN)
    expected = {"m": {"MZ", "ME"}, "a": {"AZ"}, "k": {"KG"}, "b": {"BD"}}[name[0]]
    assert label(mention) in expected


@given(word=st.text("abc", max_size=8), place=st.integers(0, 7), letter=st.sampled_from("xyz"))
def test_within_one_edit_is_symmetric(word: str, place: int, letter: str) -> None:
    added = word[:place] + letter + word[place:]
    assert within_one_edit(word, added)
    assert within_one_edit(added, word)
    assert not within_one_edit(word, added + "qq")


@given(text=st.text(max_size=80))
def test_hostile_questions_yield_offsets_in_the_text(text: str) -> None:
    for language in Language:
        for mention in GAZETTEER.mentions_in_question(text, language):
            assert 0 <= mention.start < mention.end <= len(text)


@pytest.mark.parametrize("word", ["Sarıoğlu", "ſome", "\u212aazakhstan", "İzmir"])
def test_letters_that_fold_to_latin_ones_are_read(word: str) -> None:
    assert to_cyrillic(f"when was {word} in astana").text
