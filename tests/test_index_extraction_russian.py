"""Days, forms and first visits ever by Russian sentences, and what holds for any of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from russian_visits import ASTANA, visits

from index.extraction.event import VisitForm


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Накануне он побывал в Алматы.", "2025-05-13"),
        ("12–13 мая он посетил Шымкент.", "2025-05-12"),
        ("В апреле он посетил Туркестан.", "2025-04"),
        ("Последний раз он приезжал в Казахстан в 2011 году.", "2011"),
    ],
)
def test_day_is_that_of_the_clause(text: str, day: str) -> None:
    opening = "В Астану прибыл министр иностранных дел Исландии Йон Арнасон. "
    assert day in [account.when for account in visits(ASTANA + opening + text)]


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("с официальным визитом", VisitForm.OFFICIAL),
        ("с кратким рабочим визитом", VisitForm.WORKING),
        ("с государственным визитом", VisitForm.STATE),
        ("для участия в форуме", VisitForm.CONFERENCE),
        ("вечером", None),
    ],
)
def test_form_is_told_beside_the_verb(words: str, form: VisitForm | None) -> None:
    (visit,) = visits(f"{ASTANA}В столицу {words} прибыл Президент Исландии Йон Арнасон.")
    assert visit.form is form


@pytest.mark.parametrize(
    ("text", "is_first"),
    [
        ("Это первый в истории визит главы МИД Исландии в Казахстан.", True),
        ("Министр посещает Казахстан впервые.", True),
        ("Ранее главы МИД Исландии в Казахстан не приезжали.", True),
        ("Это первый визит министра в Казахстан с 2019 года.", False),
        ("Это второй визит министра в Казахстан.", False),
    ],
)
def test_first_visit_ever_is_told_from_others(text: str, is_first: bool) -> None:
    opening = "В Астану прибыл министр иностранных дел Исландии Йон Арнасон. "
    assert [account.first_ever for account in visits(ASTANA + opening + text)] == [is_first]


def test_one_visit_told_often_is_one_row_with_the_name() -> None:
    (visit,) = visits(
        ASTANA + "В Астану прибыл глава МИД Исландии. Встреча с Й. Арнасоном прошла в МИД.\n\n"
        "Министр иностранных дел Исландии Йон Арнасон посетил Астану с рабочим визитом. "
        "Гость осмотрел столицу."
    )
    assert (visit.party.person, visit.form) == ("Йон Арнасон", VisitForm.WORKING)


PIECES = st.sampled_from(
    ["Астана, 14 мая 2025 года – ", "министр иностранных дел ", "Исландии ", "и Дании ",
     "глава МИД ", "Йон Арнасон ", "Й. Арнасон ", "прибыл в Астану ", "посетил Казахстан ",
     "с визитом ", ", ", "который ", "находящийся в Алматы ", ". ", "\n\n", "принял ",
     "приглашён посетить Пекин ", "визит ", "президента ", "не состоялся", "он ",
     "его коллега ", "– ", "во главе с ", "делегация "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_account_stands_in_its_sentence(body: str) -> None:
    for account in visits(body):
        assert 0 <= account.start < account.end <= len(body)
        assert account.party.person is None or account.party.person in body
        assert account.to_country is not None
