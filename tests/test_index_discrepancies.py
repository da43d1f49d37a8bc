from __future__ import annotations

from datetime import UTC, datetime

import pytest

from corpus.release import Language, Release, ReleaseKey
from index.discrepancies import Aspect, discrepancies, one_a_language

TEXTS = {
    Language.EN: "Astana, June 3, 2025 – Foreign Minister of Ghana Kwame Boateng arrived in "
    "Astana on an official visit. Trade reached $1.4 million, and 12,500 tonnes of wheat were "
    "sold.",
    Language.RU: "Астана, 3 июня 2025 года – Министр иностранных дел Ганы Кваме Боатенг прибыл в "
    "Астану с официальным визитом. Товарооборот достиг 1,4 млн долларов США, продано 12 500 тонн "
    "пшеницы.",
    Language.KK: "Астана, 2025 жылғы 3 маусым – Гананың Сыртқы істер министрі Кваме Боатенг ресми "
    "сапармен Астанаға келді. Тауар айналымы 1,4 млн АҚШ долларына жетті, 12 500 тонна бидай "
    "сатылды.",
}


def release(language: Language, change: tuple[str, str] = ("", "")) -> Release:
    body = TEXTS[language].replace(*change) if change[0] else TEXTS[language]
    key = ReleaseKey("mfa", "news", "1", language)
    published = datetime(2025, 6, 3, 12, tzinfo=UTC)
    return Release(key, f"https://mfa.example/{language}/1", "", body, published)


def accounts(**changes: tuple[str, str]) -> list[Release]:
    return [release(language, changes.get(language.value, ("", ""))) for language in Language]


def test_same_account_in_three_languages_differs_in_nothing() -> None:
    assert discrepancies(accounts()) == []


@pytest.mark.parametrize(
    ("change", "aspect", "value"),
    [
        ({"ru": ("1,4", "1,7")}, Aspect.NUMBER, "1.7"),
        ({"kk": ("12 500", "15 200")}, Aspect.NUMBER, "15200"),
        ({"en": ("June 3, 2025", "June 4, 2025")}, Aspect.DATE, "2025-06-04"),
        ({"ru": ("Ганы", "Гвинеи")}, Aspect.COUNTRY, "GN"),
        ({"en": ("Kwame Boateng", "Samuel Amoako")}, Aspect.PERSON, "Samuel Amoako"),
    ],
)
def test_what_one_account_alone_tells_is_shown_with_its_sentence(
    change: dict[str, tuple[str, str]], aspect: Aspect, value: str
) -> None:
    found = [one for one in discrepancies(accounts(**change)) if one.value == value]
    (one,) = found
    assert one.aspect is aspect
    assert one.sentence in one.release.body
    assert {lacking.language for lacking in one.lacking} == {*Language} - {one.release.language}


def test_what_two_accounts_share_is_shown_once() -> None:
    found = discrepancies(accounts(kk=("1,4", "1,9")))
    assert [(one.value, len(one.lacking)) for one in found if one.aspect is Aspect.NUMBER] == [
        ("1.4", 1),
        ("1.9", 2),
    ]


def test_small_numbers_and_years_are_no_figures() -> None:
    told = ("tonnes of wheat", "tonnes of wheat in 3 deals of 2024")
    assert discrepancies(accounts(en=told)) == []


def test_one_account_a_language() -> None:
    again = release(Language.EN, ("Ghana", "Togo"))
    assert one_a_language([*accounts(), again]) == accounts()
