"""Cases, clauses and places of Russian sentences."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.release import Language, Release, ReleaseKey
from index.extraction.annotate import annotate
from index.extraction.annotation import Relation, Sentence
from index.extraction.lexicon import lexicon
from index.extraction.russian.cases import Case, case_of, name_case, name_stem
from index.extraction.russian.clauses import clauses
from index.extraction.russian.places import find_places

LIVING = Case.GENITIVE | Case.ACCUSATIVE


def sentence(text: str) -> Sentence:
    """The only sentence of a release's body."""
    release = Release(
        key=ReleaseKey("mfa", "news", "1", Language.RU),
        url="https://mfa.example/ru/press/news/details/1?lang=ru",
        title="Новости",
        body=text,
        published=datetime(2025, 5, 14, 9, tzinfo=UTC),
    )
    (found,) = annotate(release, lexicon(Language.RU))
    return found


@pytest.mark.parametrize(
    ("words", "case", "plural"),
    [
        ("министр иностранных дел", Case.NOMINATIVE, False),
        ("федерального министра", LIVING, False),
        ("заместителем министра", Case.INSTRUMENTAL, False),
        ("министры", Case.NOMINATIVE, True),
        ("послов", LIVING, True),
        ("делегацию", Case.ACCUSATIVE, False),
        ("главу МИД", Case.ACCUSATIVE, False),
        ("главы МИД", Case.GENITIVE | Case.NOMINATIVE, True),
        ("замминистра", Case.ANY, False),
        ("она", Case.NOMINATIVE, False),
    ],
)
def test_ending_tells_case_and_number(words: str, case: Case, plural: bool) -> None:
    assert case_of(words) == (case, plural)


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("Е. Оспанов", Case.NOMINATIVE),
        ("Е. Оспановым", Case.INSTRUMENTAL),
        ("Е. Оспанова", LIVING | Case.NOMINATIVE),
        ("Карл Линдгрен", Case.ANY),
    ],
)
def test_surname_tells_its_case_where_it_can(name: str, case: Case) -> None:
    assert name_case(name) == case


@pytest.mark.parametrize(
    "forms",
    [
        ["Оспанов", "Оспанова", "Оспанову", "Оспановым", "Оспанове", "Оспановой"],
        ["Линдгрен", "Линдгрена", "Линдгрену", "Линдгреном", "Линдгрене"],
        ["Коста", "Косты", "Косте", "Косту", "Костой"],
    ],
    ids=lambda forms: forms[0],
)
def test_case_forms_of_a_surname_have_one_stem(forms: list[str]) -> None:
    assert len({name_stem(form) for form in forms}) == 1


@given(st.text(alphabet="абвойымуея", min_size=1, max_size=12))
def test_stem_begins_the_surname(word: str) -> None:
    stem = name_stem(word)
    assert stem
    assert word.startswith(stem)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Он прибыл в Баку, где открыл выставку, а завтра вылетит в Тбилиси.", 3),
        ("Он прибыл в Баку и открыл выставку, а также осмотрел город.", 1),
        ("Астана, 14 мая 2025 года – Он прибыл в Баку.", 2),
        ("Министр, сообщил он, прибыл в Баку.", 2),
        ("Министр прибыл в Баку; визит продлится два дня.", 2),
    ],
)
def test_clauses_begin_after_conjunctions_and_datelines(text: str, parts: int) -> None:
    found = clauses(sentence(text))
    assert len(found) == parts
    assert (found[0].start, found[-1].end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Он прибыл в Баку из Астаны.", [("Baku", Relation.TO), ("Astana", Relation.FROM)]),
        ("Он посетил Алматы, Шымкент и Туркестан.",
         [("Almaty", Relation.TO), ("Shymkent", Relation.TO), ("Turkistan", Relation.TO)]),
        ("Астану посетили гости.", [("Astana", Relation.TO)]),
        ("Мэр Астаны посетил Париж.", [("Paris", Relation.TO)]),
        ("Встреча прошла в столице Кении.", [("Nairobi", Relation.IN)]),
        ("Вена, 14 мая 2025 года – Встреча состоялась.", [("Vienna", Relation.DATELINE)]),
        ("Посол аккредитован в Москве.", []),
        ("Товарооборот Алматы вырос.", []),
    ],
)  # fmt: skip
def test_place_stands_after_its_preposition_or_verb(
    text: str, expected: list[tuple[str, Relation]]
) -> None:
    assert [(p.city, p.relation) for p in find_places(sentence(text), [])] == expected
