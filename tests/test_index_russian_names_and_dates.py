"""Russian case forms of names in the gazetteer, and dates that name no year."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import CityMention, CountryMention
from index.times.dates import find_dates, iso


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("мнение португальцев", "PT"),
        ("встреча с сенегальцем", "SN"),
        ("группа непальцев", "NP"),
        ("встреча с бразильцами", "BR"),
        ("права китайцев", "CN"),
        ("переговоры с Корейской Республикой", "KR"),
        ("президент Тимора-Лешти", "TL"),
        ("министр РБ", "BY"),
    ],
)
def test_country_is_found_in_an_oblique_case(text: str, code: str) -> None:
    (mention,) = Gazetteer.load().mentions(text, Language.RU)
    assert isinstance(mention, CountryMention)
    assert (mention.code, mention.also) == (code, ())


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("переговоры в Ханое", "Hanoi"),
        ("самолёт из Ханоя", "Hanoi"),
        ("прибыл в южную столицу", "Almaty"),
        ("из южной столицы", "Almaty"),
    ],
)
def test_city_is_found_in_an_oblique_case(text: str, city: str) -> None:
    (mention,) = Gazetteer.load().mentions(text, Language.RU)
    assert isinstance(mention, CityMention)
    assert mention.city == city


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("в уходящем году Астану посетили", "2024"),
        ("весной уходящего года", "2024"),
        ("во втором полугодии ожидаются визиты", "2024"),
        ("рассчитывает прибыть до конца года", "2024"),
        ("визит, запланированный на 27−28 марта", "2024-03-27"),
    ],
)
def test_date_without_a_year_takes_that_of_publication(text: str, written: str) -> None:
    (mention,) = find_dates(text, Language.RU, date(2024, 7, 16))
    assert iso(mention) == written


def test_half_of_a_day_is_no_half_of_a_year() -> None:
    assert find_dates("во второй половине дня", Language.RU, date(2024, 7, 16)) == []
