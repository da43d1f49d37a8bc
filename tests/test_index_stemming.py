"""Words as stems in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.release import Language
from index.text.stemming import fold, kazakh_stem, stems, words

EN, RU, KK = Language.EN, Language.RU, Language.KK


@pytest.mark.parametrize(
    ("language", "stem", "forms"),
    [
        (KK, "министр", "министр министрі министрінің министрлері министрлеріне"),
        (KK, "елші", "елшілігі елшіліктің елшілік елшілері"),
        (KK, "қазақстан", "Қазақстанның Қазақстанға"),
        (KK, "кездес", "кездесу кездесуде кездесуі"),
        (KK, "visa", "visa visas"),
        (RU, "переговор", "переговоры переговорах ПЕРЕГОВОРОВ"),
        (RU, "министерств", "министерство министерства министерством"),
        (RU, "visa", "visas"),
        (EN, "agreement", "agreement agreements Agreement"),
        (EN, "sign", "signed signing signs"),
        (EN, "президент", "президентами президенту"),
    ],
)
def test_forms_share_a_stem(language: Language, stem: str, forms: str) -> None:
    assert stems(forms, language) == [stem] * len(forms.split())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка", "елка"),
        ("Türkiye Erdoğan São", "turkiye erdogan sao"),
        ("ﬁn １２", "fin 12"),
        ("Й Қ І Ә", "й қ і ә"),
        ("STRASSE Straße", "strasse strasse"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_keep_numbers_whole() -> None:
    assert words("3,5 млрд, 1.200 и 2025-й.") == ["3,5", "млрд", "1.200", "и", "2025", "й"]


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("абгғдежзийкқлмнңорстуүыіш", min_size=1, max_size=20))
def test_a_kazakh_stem_is_the_beginning_of_the_word(word: str) -> None:
    stem = kazakh_stem(word)
    assert word.startswith(stem[:-1])
    assert min(3, len(word)) <= len(stem) <= len(word)


@given(st.text(max_size=60), st.sampled_from(Language))
def test_every_word_has_one_stem(text: str, language: Language) -> None:
    assert len(stems(text, language)) == len(words(text))
