"""Case and bare form that Kazakh nouns and names show by their endings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.extraction.kazakh.cases import Case, case_endings, case_of, name_readings
from index.extraction.kazakh.places import bare_case


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("министрі", Case.NOMINATIVE),
        ("министрінің", Case.GENITIVE),
        ("министріне", Case.DATIVE),
        ("министрін", Case.ACCUSATIVE),
        ("министрінде", Case.LOCATIVE),
        ("министрінен", Case.ABLATIVE),
        ("министрімен", Case.INSTRUMENTAL),
        ("министрлерінің", Case.GENITIVE),
        ("президенті", Case.NOMINATIVE),
        ("президентті", Case.ACCUSATIVE),
        ("төраға", Case.NOMINATIVE),
        ("төрағасына", Case.DATIVE),
        ("хатшысымен", Case.INSTRUMENTAL),
        ("қаласындағы", Case.ATTRIBUTIVE),
        ("елімізге", Case.DATIVE),
    ],
)
def test_common_nouns_show_their_case(word: str, case: Case) -> None:
    assert case_of(word) is case


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("Астанаға", Case.DATIVE),
        ("Токиода", Case.LOCATIVE),
        ("Лимадан", Case.ABLATIVE),
        ("Қазақстан", Case.NOMINATIVE),
        ("Канада", Case.NOMINATIVE),
        ("Судан", Case.NOMINATIVE),
        ("Суданға", Case.DATIVE),
        ("Вена", Case.NOMINATIVE),
        ("Венада", Case.LOCATIVE),
        ("Конго Республикасына", Case.DATIVE),
        ("Оралға", Case.DATIVE),
    ],
)
def test_names_of_places_are_not_taken_for_inflected_ones(name: str, case: Case) -> None:
    assert bare_case(name) is case


@pytest.mark.parametrize(
    ("written", "bare", "case"),
    [
        ("Лопеспен", "Лопес", Case.INSTRUMENTAL),
        ("Диасбен", "Диас", None),
        ("Танакамен", "Танака", Case.INSTRUMENTAL),
        ("Сааровты", "Сааров", Case.ACCUSATIVE),
        ("Сааровті", "Сааров", Case.ACCUSATIVE),
        ("Мёрфидің", "Мёрфи", Case.GENITIVE),
        ("Мёрфинің", "Мёрфи", Case.GENITIVE),
        ("Ковачқа", "Ковач", Case.DATIVE),
        ("Ковачге", "Ковач", None),
        ("Линдгреннің", "Линдгрен", Case.GENITIVE),
        ("Линдгренның", "Линдгрен", None),
        ("Дуда", "Ду", None),
    ],
)
def test_names_lose_only_endings_that_fit_them(written: str, bare: str, case: Case | None) -> None:
    assert dict(name_readings(written)).get(bare) is case


@given(st.text(alphabet="абвгдежзиклмнопрстуәіңғүұқөһ", min_size=3, max_size=12))
def test_every_reading_of_a_name_begins_it(word: str) -> None:
    for stem, _ in name_readings(word):
        assert word.startswith(stem)
        assert word[len(stem) :] in ("", *case_endings())
