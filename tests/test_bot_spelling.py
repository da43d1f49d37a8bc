"""Names and places as they stand in a sentence of the reader's language."""

from __future__ import annotations

import pytest

from bot.inflection import as_destination
from bot.spelling import nominative
from corpus.release import Language

RU, KK, EN = Language.RU, Language.KK, Language.EN


@pytest.mark.parametrize(
    ("name", "text", "language", "expected"),
    [
        ("Марка Вебера", "встретил Марка Вебера. Марк Вебер отметил", RU, "Марк Вебер"),
        ("Анны Линд", "беседа с Анной Линд; Анна Линд подчеркнула", RU, "Анна Линд"),
        ("Сергеем Жуковским", "с Сергеем Жуковским. Сергей Жуковский", RU, "Сергей Жуковский"),
        ("Игорю Коваль", "передал Игорю Коваль, Игорь Коваль", RU, "Игорь Коваль"),
        ("Марка Вебера", "встретил Марка Вебера", RU, "Марка Вебера"),
        ("Ханс Мюллермен", "Ханс Мюллермен кездесті. Ханс Мюллер айтты", KK, "Ханс Мюллер"),
        ("Anna Lind", "Anna Lind’s visit", EN, "Anna Lind"),
        ("(.*)+", "anything", RU, "(.*)+"),
    ],
)
def test_nominative(name: str, text: str, language: Language, expected: str) -> None:
    assert nominative(name, text, language) == expected


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Astana", EN, "Astana"),
        ("Астана", RU, "Астану"),
        ("Алматы", RU, "Алматы"),
        ("Казахстан", RU, "Казахстан"),
        ("Саудовская Аравия", RU, "Саудовскую Аравию"),
        ("Коста-Рика", RU, "Коста-Рику"),
        ("Буркина-Фасо", RU, "Буркина-Фасо"),
        ("Никарагуа", RU, "Никарагуа"),
        ("США", RU, "США"),
        ("Астана", KK, "Астанаға"),
        ("Түркістан", KK, "Түркістанға"),
        ("Шымкент", KK, "Шымкентке"),
        ("Ақтөбе", KK, "Ақтөбеге"),
        ("Ташкент", KK, "Ташкентке"),
        ("АҚШ", KK, "АҚШ-қа"),
        ("БАӘ", KK, "БАӘ-ге"),
    ],
)
def test_destinations(name: str, language: Language, expected: str) -> None:
    assert as_destination(name, language) == expected
