"""Visits in the many ways in which Kazakh press prose tells of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from corpus.release import Language, Release, ReleaseKey
from index.extraction.event import Account, EventKind
from index.extraction.read import read_accounts


def told(body: str) -> list[str]:
    """Who is told to be where, when and how, in a Kazakh release of 14 March 2024."""
    release = Release(
        key=ReleaseKey("mfa", "news", "1", Language.KK),
        url="https://mfa.example/kz/press/news/details/1?lang=kk",
        title="Жаңалық",
        body=body,
        published=datetime(2024, 3, 14, 9, tzinfo=UTC),
    )
    return [_row(a) for a in read_accounts(release) if a.kind is EventKind.VISIT]


def _row(account: Account) -> str:
    party = account.party
    side = party.country or party.organization
    place = account.city or account.to_country
    return f"{party.role} {side} {place} {account.when} {account.status}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ақпанда Венгрия Сыртқы істер министрі, ал 5 наурызда Польша Премьер-министрі "
         "Астанаға келді.",
         ["foreign_minister HU Astana 2024-02 took_place",
          "prime_minister PL Astana 2024-03-05 took_place"]),
        ("Бұдан бұрын Ливан Президенті Астанаға 2018 жылы, Иордания Премьер-министрі 2020 жылы "
         "келген еді.",
         ["president LB Astana 2018 past_mention",
          "prime_minister JO Astana 2020 past_mention"]),
        ("Ливан Президенті Астанада, Иордания Премьер-министрі Алматыда болды.",
         ["president LB Astana 2024-03-14 took_place",
          "prime_minister JO Almaty 2024-03-14 took_place"]),
        ("12 наурызда Астанаға Ливан Президенті, 13 наурызда Алматыға Иордания Премьер-министрі "
         "келді.",
         ["president LB Astana 2024-03-12 took_place",
          "prime_minister JO Almaty 2024-03-13 took_place"]),
        ("Малави Сыртқы істер министрі Мэри Тембо 12 наурызда Астанада, 13 наурызда Шымкентте "
         "болды.",
         ["foreign_minister MW Astana 2024-03-12 took_place",
          "foreign_minister MW Shymkent 2024-03-13 took_place"]),
    ],
)  # fmt: skip
def test_several_share_a_verb(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Непал Сыртқы істер министрінің Астанаға сапары іске аспады.",
         ["foreign_minister NP Astana None cancelled"]),
        ("Непал Сыртқы істер министрі Астанаға келе алмайтынын хабарлады.",
         ["foreign_minister NP Astana None cancelled"]),
        ("Непал Сыртқы істер министрі сапарын кейінге шегерді.",
         ["foreign_minister NP KZ None postponed"]),
        ("Непал Сыртқы істер министрінің сапары күн тәртібінен алынып тасталды.",
         ["foreign_minister NP KZ None cancelled"]),
        ("Ливан Премьер-министрі Астанаға сәуірде келмек болған, алайда сапар кейінге "
         "қалдырылды.",
         ["prime_minister LB Astana 2024-04 postponed"]),
        ("Наурыз айының соңында Непал Сыртқы істер министрін күтудеміз.",
         ["foreign_minister NP KZ 2024-03 planned"]),
        ("Йемен Президентіне Қазақстанға ресми сапармен келуге шақыру жолданды.",
         ["president YE KZ None planned"]),
        ("Ливан Премьер-министрі жақын арада Қазақстанға келуге уәде берді.",
         ["prime_minister LB KZ None planned"]),
    ],
)  # fmt: skip
def test_what_is_planned_or_called_off(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ливан Сыртқы істер министрі Камил Хаддад Астанаға келді. Кейін Түркістанға барып, "
         "кесенеге зиярат етті.",
         ["foreign_minister LB Astana 2024-03-14 took_place",
          "foreign_minister LB Turkistan 2024-03-14 took_place"]),
        ("Ливан Сыртқы істер министрі Камил Хаддад Астанаға келді. Форумға 300 турист пен "
         "кәсіпкер Түркістанға барды.",
         ["foreign_minister LB Astana 2024-03-14 took_place"]),
        ("Малави Президентін Сыртқы істер министрі Мэри Тембо мен Сауда министрі Питер Фири "
         "Астанаға ертіп келді.",
         ["president MW Astana 2024-03-14 took_place",
          "foreign_minister MW Astana 2024-03-14 took_place",
          "minister MW Astana 2024-03-14 took_place"]),
        ("Сыртқы істер министрінің орынбасары Алмас Ержанов Канада делегациясымен кездесті. "
         "Делегацияны Канада Сыртқы істер министрінің орынбасары Дэвид Браун басқарды.",
         ["deputy_foreign_minister CA Astana 2024-03-14 took_place"]),
        ("Экономика министрі Надим Хури бастаған ливандық делегация Алматыға келді.",
         ["minister LB Almaty 2024-03-14 took_place"]),
        ("Консультацияларды қазақстандық тараптан Сыртқы істер министрінің орынбасары Алмас "
         "Ержанов, испаниялық тараптан Сыртқы істер министрлігінің Мемлекеттік хатшысы Луис Рейес "
         "басқарды.",
         ["deputy_foreign_minister ES Astana 2024-03-14 took_place"]),
        ("Алматыдағы форумға Испаниядан Сыртқы істер министрінің орынбасары Луис Рейес қатысты.",
         ["deputy_foreign_minister ES Almaty 2024-03-14 took_place"]),
        ("Испания атынан Алматыда өткен форумға Экономика министрі Кармен Диас қатысты.",
         ["minister ES Almaty 2024-03-14 took_place"]),
        ("Мюнхен қауіпсіздік конференциясы аясында Қазақстанның Сыртқы істер министрі Азамат "
         "Серіков баяндама жасады.",
         ["foreign_minister KZ Munich 2024-03-14 took_place"]),
        ("Сыртқы істер министрлігінде Канада Сыртқы істер министрінің орынбасары Дэвид Браунмен "
         "кездесу өтті.",
         ["deputy_foreign_minister CA Astana 2024-03-14 took_place"]),
        ("Астанаға Замбия Премьер-министрінің орынбасары Джозеф Мвале мен Тау-кен министрі Пол "
         "Чанда келді.",
         ["deputy_prime_minister ZM Astana 2024-03-14 took_place",
          "minister ZM Astana 2024-03-14 took_place"]),
        ("Астанада форум өтті. Қонақтар қатарында Замбия Президенті Дэвид Банда, Ботсвана Сыртқы "
         "істер министрі Тебого Море болды.",
         ["president ZM Astana 2024-03-14 took_place",
          "foreign_minister BW Astana 2024-03-14 took_place"]),
        ("Алматыға Замбия Сыртқы істер министрі Пол Чанда бастаған үкіметтік делегация, Ботсвана "
         "Парламентінің спикері Тебого Море және Намибия Вице-президенті келді.",
         ["foreign_minister ZM Almaty 2024-03-14 took_place",
          "speaker BW Almaty 2024-03-14 took_place",
          "other NA Almaty 2024-03-14 took_place"]),
        ("Замбия Сыртқы істер министрі Пол Чанда Президенттің қабылдауында болды.",
         ["foreign_minister ZM Astana 2024-03-14 took_place"]),
        ("Уругвай Президентінің ұшағы Астана әуежайына қонды.",
         ["president UY Astana 2024-03-14 took_place"]),
        ("Перудің Еуропалық және халықаралық істер жөніндегі федералды министрі елордада болды.",
         ["foreign_minister PE Astana 2024-03-14 took_place"]),
        ("Астанада Сауд Арабиясының мұрагер ханзадасы Халид бин Салман болды.",
         ["other SA Astana 2024-03-14 took_place"]),
        ("Фиджи Премьер-министрі Тома Ваку Парижге сапары барысында Алматы әуежайына транзитпен "
         "аялдады.",
         ["prime_minister FJ Almaty 2024-03-14 took_place"]),
        ("Перу Сыртқы істер министрі Луис Вега Астанаға келді. Министр Дүниежүзілік банк "
         "өкілдерімен кездесті.",
         ["foreign_minister PE Astana 2024-03-14 took_place"]),
        ("Брифинг тақырыптары: Перу Сыртқы істер министрінің Алматыға сапары, ауа райы.", []),
        ("Перу Сыртқы істер министрі Луис Вега Алматыға сапарлап қайтты.",
         ["foreign_minister PE Almaty 2024-03-14 took_place"]),
        ("Перу Халық өкілдері палатасының төрайымы Анна Вега бастаған делегация Алматыға келді.",
         ["speaker PE Almaty 2024-03-14 took_place"]),
        ("Фиджи Премьер-министрі Тома Ваку Парижге бара жатып, Алматыда жолай тоқтады.",
         ["prime_minister FJ Almaty 2024-03-14 took_place"]),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, expected: list[str]) -> None:
    assert told(text) == expected
