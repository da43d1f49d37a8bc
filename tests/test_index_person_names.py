"""Which spellings are of one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.person_names import latin, same_person


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Qassym-Jomart Tokayev", "Касым-Жомарт Токаев"),
        ("Қасым-Жомарт Тоқаевтың", "К. Токаева"),
        ("António Guterres", "Антониу Гутерреш"),
        ("Антониу Гутеррешем", "Guterres"),
        ("Josep Borrell", "Жозеп Боррельмен"),
        ("Wang Yi", "Ван И"),
        ("Péter Szijjártó", "Петером Сийярто"),
        ("Mevlüt Çavuşoğlu", "Мевлюта Чавушоглу"),
        ("Hakan Fidan", "Хакан Фидан"),
        ("Jean-Noël Barrot", "Жан-Ноэлем Барро"),
        ("Karamoko Jean-Marie Traoré", "Карамоко Жан-Мари Траоре"),
        ("Tokayev Kassym-Jomart", "Kassym-Jomart Tokayev"),
        ("Subrahmanyam Jaishankar", "С.Джайшанкар"),
        ("", "Hakan Fidan"),
    ],
)
def test_one_person(one: str, two: str) -> None:
    assert same_person(one, two)
    assert same_person(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Hakan Fidan", "Mevlüt Çavuşoğlu"),
        ("Annalena Baerbock", "Heiko Maas"),
        ("Сергей Лавров", "Sergei Ryabkov"),
        ("Peter Szijjártó", "Peter Pellegrini"),
        ("Роман Василенко", "Роман Скляр"),
        ("Mary Smith", "John Smith"),
        ("Kim Jong", "Kim Hyun-chong Lee"),
    ],
)
def test_two_persons(one: str, two: str) -> None:
    assert not same_person(one, two)
    assert not same_person(two, one)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_compared_both_ways_alike(one: str, two: str) -> None:
    assert same_person(one, two) == same_person(two, one)
    assert same_person(one, one)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Łukasz Ørsted", "lukas orsted"), ("Жүсіпов", "jusipov"), ("Zhusipov", "jusipov")],
)
def test_names_in_plain_letters(name: str, expected: str) -> None:
    assert latin(name) == expected
