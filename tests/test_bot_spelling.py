"""Names and places as they stand in a sentence of the reader's language."""

from __future__ import annotations

import pytest
from event_tellings import account
from fakes import make_release

from bot.events.spelling import nominative, persons
from bot.inflection import as_destination, as_origin
from corpus.release import Language
from index.extraction.event import Event, Party, Role, Telling
from index.passage import IndexedRelease

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
        ("Маршалловы Острова", RU, "Маршалловы Острова"),
        ("Острова Кука", RU, "Острова Кука"),
        ("Корея Республикасы", KK, "Корея Республикасына"),
        ("Комор аралдары", KK, "Комор аралдарына"),
        ("Алматы", KK, "Алматыға"),
        ("Израиль", KK, "Израильге"),
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


@pytest.mark.parametrize(
    ("group", "language", "expected"),
    [
        ("Африка елдері", KK, "Африка елдерінен"),
        ("аралдық мемлекеттер", KK, "аралдық мемлекеттерден"),
        ("ядролық державалар", KK, "ядролық державалардан"),
        ("стран Африки", RU, "стран Африки"),
    ],
)
def test_origins(group: str, language: Language, expected: str) -> None:
    assert as_origin(group, language) == expected


def test_a_kazakh_nominative_serves_where_a_russian_release_declines_the_name() -> None:
    releases = {
        number: IndexedRelease(number, 0, make_release(str(number), body, language), frozenset())
        for number, (language, body) in enumerate(
            [(RU, "Беседа с Петером Новаком состоялась."), (KK, "Петер Новак айтты.")]
        )
    }
    told = [
        Telling(number, account(party=Party(Role.FOREIGN_MINISTER, name, None, "KE")))
        for number, name in enumerate(["Петером Новаком", "Петер Новак"])
    ]
    event = Event(0, told[0].account, tuple(told))
    assert persons([event], RU, releases) == ("Петер Новак",)
    assert persons([event], KK, releases) == ("Петер Новак",)
