"""The gazetteer: names in all their forms, at their exact place, and who belongs where."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mention_labels import label

from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import (
    CountryMention,
    MentionForm,
)

EN, RU, KK = Language.EN, Language.RU, Language.KK
GAZETTEER = Gazetteer.load()


def countries(text: str, language: Language) -> list[CountryMention]:
    mentions = GAZETTEER.mentions(text, language)
    return [mention for mention in mentions if isinstance(mention, CountryMention)]


FUNCTION_WORDS = [
    "того",
    "же",
    "и",
    "в",
    "на",
    "с",
    "по",
    "из",
    "до",
    "мали",
    "это",
    "он",
    "она",
    "они",
    "перу",
    "чад",
    "кто",
    "что",
    "где",
    "мен",
    "және",
    "бір",
    "осы",
    "сол",
    "бұл",
    "туралы",
    "кейін",
    "үшін",
    "the",
    "of",
    "us",
    "who",
    "to",
    "and",
    "may",
    "in",
    "it",
    "that",
    "was",
]


def found(text: str, language: Language) -> list[tuple[str, str]]:
    mentions = GAZETTEER.mentions(text, language)
    return [(text[m.start : m.end], label(m)) for m in mentions]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        (EN, "the Republic of the Congo", "CG"),
        (EN, "the Democratic Republic of the Congo", "CD"),
        (EN, "Congo (Brazzaville)", "CG"),
        (EN, "the DRC", "CD"),
        (EN, "Guinea-Bissau", "GW"),
        (EN, "Equatorial Guinea", "GQ"),
        (EN, "Papua New Guinea’s", "PG"),
        (EN, "Guinea", "GN"),
        (EN, "Nigerien", "NE"),
        (EN, "Nigerian", "NG"),
        (EN, "South Sudan", "SS"),
        (EN, "North Macedonia", "MK"),
        (EN, "Burkinabe\u0300", "BF"),
        (EN, "Cote d'Ivoire", "CI"),
        (EN, "Swaziland", "SZ"),
        (EN, "Turkey", "TR"),
        (EN, "the U.S.", "US"),
        (EN, "Beninese", "BJ"),
        (RU, "Республикой Корея", "KR"),
        (RU, "Кот-д'Ивуаром", "CI"),
        (RU, "Демократической Республике Конго", "CD"),
        (RU, "главы Того", "TG"),
        (RU, "Объединённых Арабских Эмиратов", "AE"),
        (RU, "эмиратского", "AE"),
        (RU, "южнокорейскому", "KR"),
        (RU, "нигерийской", "NG"),
        (RU, "нигерской", "NE"),
        (RU, "китайцами", "CN"),
        (RU, "с РК", "KZ"),
        (KK, "Сенегалдың", "SN"),
        (KK, "Бразилияға", "BR"),
        (KK, "бразилиялық", "BR"),
        (KK, "Корея Республикасының", "KR"),
        (KK, "Конго Демократиялық Республикасына", "CD"),
        (KK, "АҚШ-тың", "US"),
        (KK, "неміс", "DE"),
        (KK, "Ұлыбританиядан", "GB"),
        (KK, "Иордания Хашимит Корольдігінің", "JO"),
    ],
)
def test_country_is_known_in_every_form(language: Language, text: str, code: str) -> None:
    mentions = GAZETTEER.mentions(text, language)
    assert [label(mention) for mention in mentions] == [code]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (EN, "held in Nur-Sultan and St. Petersburg", ["Astana", "Saint Petersburg"]),
        (RU, "из Нур-Султана в Алматы", ["Astana", "Almaty"]),
        (KK, "Нұр-Сұлтаннан Түркістанға", ["Astana", "Turkistan"]),
        (EN, "North and West Africa", ["northern_africa", "western_africa"]),
        (RU, "западноафриканских стран", ["western_africa"]),
        (KK, "Латын Америкасы елдерінен", ["latin_america"]),
        (KK, "Оңтүстік-Шығыс Азияда", ["south_eastern_asia"]),
        (RU, "с ЕС, ШОС и МАГАТЭ", ["EU", "SCO", "IAEA"]),
        (KK, "ТМҰ-ның, ИЫҰ-ға", ["OTS", "OIC"]),
        (EN, "the Organization of Turkic States", ["OTS"]),
        (RU, "Содружества Независимых Государств", ["CIS"]),
    ],
)
def test_cities_regions_and_organizations(
    language: Language, text: str, expected: list[str]
) -> None:
    assert [name for _, name in found(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (RU, "Того же дня стороны обсудили это, того требует время"),
        (RU, "на русском языке"),
        (EN, "tell us who made the Vienna Convention"),
        (EN, "Air Astana and the Caspian Sea"),
        (EN, "the French language"),
        (EN, "Minister Sofia Andersson spoke"),
        (RU, "министр-советник София Петрова"),
        (KK, "Алматы облысының әкімі ағылшын тілінде сөйледі"),
    ],
)
def test_ordinary_words_are_no_places(language: Language, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize("code", sorted(GAZETTEER.country_codes()))
def test_every_country_finds_itself_in_three_languages(code: str) -> None:
    for language in Language:
        name = GAZETTEER.country_name(code, language)
        mentions = countries(f"x {name}", language)
        assert [m.code for m in mentions] == [code], name


def test_words_with_two_meanings_say_so() -> None:
    [congolese] = countries("the Congolese minister", EN)
    [tunis] = countries("прибыл в Тунис", RU)
    assert (congolese.code, congolese.also) == ("CG", ("CD",))
    assert congolese.form is MentionForm.ADJECTIVE
    assert (tunis.code, tunis.city) == ("TN", "Tunis")


@pytest.mark.parametrize(
    ("organization", "code", "last_out", "first_in"),
    [
        ("EU", "HR", date(2013, 6, 30), date(2013, 7, 1)),
        ("NATO", "SE", date(2024, 3, 6), date(2024, 3, 7)),
        ("BRICS", "ID", date(2025, 1, 5), date(2025, 1, 6)),
        ("SCO", "BY", date(2024, 7, 3), date(2024, 7, 4)),
        ("ASEAN", "TL", date(2025, 10, 25), date(2025, 10, 26)),
    ],
)
def test_members_join_on_their_day(
    organization: str, code: str, last_out: date, first_in: date
) -> None:
    assert code not in GAZETTEER.organization_members(organization, last_out)
    assert code in GAZETTEER.organization_members(organization, first_in)


@pytest.mark.parametrize(
    ("organization", "code", "last_in"),
    [("EU", "GB", date(2020, 1, 30)), ("ECOWAS", "NE", date(2025, 1, 28))],
)
def test_members_leave_on_their_day(organization: str, code: str, last_in: date) -> None:
    assert code in GAZETTEER.organization_members(organization, last_in)
    assert code not in GAZETTEER.organization_members(organization)


@pytest.mark.parametrize(
    ("region", "size"),
    [("africa", 55), ("central_asia", 5), ("nordic", 5), ("baltic", 3), ("gulf", 6), ("arab", 22)],
)
def test_regions_have_their_countries(region: str, size: int) -> None:
    assert len(GAZETTEER.region_members(region)) == size


@pytest.mark.parametrize("language", list(Language))
@given(words=st.lists(st.sampled_from(FUNCTION_WORDS), max_size=30))
def test_function_words_name_nothing(language: Language, words: list[str]) -> None:
    assert found(" ".join(words), language) == []


@given(text=st.text(alphabet="АстанТогоéо́Café-’' .()Ққtogoaбіи\u0301\u0306", max_size=60))
def test_offsets_stay_in_the_text_and_apart(text: str) -> None:
    for language in Language:
        position = 0
        for mention in GAZETTEER.mentions(text, language):
            assert position <= mention.start < mention.end <= len(text)
            position = mention.end
