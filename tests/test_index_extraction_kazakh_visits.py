"""Visits read out of Kazakh releases from end to end."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.release import Language, Release, ReleaseKey
from index.extraction.event import Account, EventKind, Role, Status, VisitForm
from index.extraction.read import read_accounts

FM, DFM, PM = Role.FOREIGN_MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.PRIME_MINISTER
DONE, PLANNED, PAST = Status.TOOK_PLACE, Status.PLANNED, Status.PAST_MENTION
DATELINE = "Астана, 2024 жылғы 14 мамыр – "


def visits(body: str) -> list[Account]:
    """What a Kazakh release of 14 May 2024 tells of visits."""
    release = Release(
        key=ReleaseKey("mfa", "news", "1", Language.KK),
        url="https://mfa.example/kz/press/news/details/1?lang=kk",
        title="Жаңалық",
        body=body,
        published=datetime(2024, 5, 14, 9, tzinfo=UTC),
    )
    return [a for a in read_accounts(release) if a.kind is EventKind.VISIT]


def row(account: Account) -> tuple[object, ...]:
    """What is compared of an account."""
    party = account.party
    side = party.country or party.organization
    return (party.role, side, account.city, account.to_country, account.when, account.status)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Астанаға ресми сапармен Перу Сыртқы істер министрі Хавьер Гонсалес келді.",
         [(FM, "PE", "Astana", "KZ", "2024-05-14", DONE)]),
        ("Перу СІМ басшысы Хавьер Гонсалес жұмыс сапарымен елордада жүр.",
         [(FM, "PE", "Astana", "KZ", "2024-05-14", DONE)]),
        ("Кеше Перу СІМ басшысы Хавьер Гонсалестің Астанаға жұмыс сапары аяқталды.",
         [(FM, "PE", "Astana", "KZ", "2024-05-13", DONE)]),
        ("Мемлекет басшысы елімізге ресми сапармен келген Ирландия Премьер-министрін қабылдады.",
         [(PM, "IE", "Astana", "KZ", "2024-05-14", DONE)]),
        ("Үкімет басшысы Ирландияның Көлік министрін қабылдады.",
         [(Role.MINISTER, "IE", "Astana", "KZ", "2024-05-14", DONE)]),
        ("Бүгін елордаға Мажарстан Парламентінің төрағасы Ласло Ковач бастаған делегация келді.",
         [(Role.SPEAKER, "HU", "Astana", "KZ", "2024-05-14", DONE)]),
        ("Эстонияның Сыртқы істер министрі Мартен Саар кеше Шымкентте болды.",
         [(FM, "EE", "Shymkent", "KZ", "2024-05-13", DONE)]),
        ("Эстонияның Сыртқы істер министрі Мартен Саар Түркістан мен Астанада болды.",
         [(FM, "EE", "Turkistan", "KZ", "2024-05-14", DONE),
          (FM, "EE", "Astana", "KZ", "2024-05-14", DONE)]),
        ("Камерун Сыртқы қатынастар министрі 20–21 мамырда Астанаға келеді.",
         [(FM, "CM", "Astana", "KZ", "2024-05-20", PLANNED)]),
        ("Марокко Сыртқы істер министрі қыркүйекте Астанаға келмек.",
         [(FM, "MA", "Astana", "KZ", "2024-09", PLANNED)]),
        ("Марокко Сыртқы істер министрінің Астанаға сапары келесі жылға жоспарланған.",
         [(FM, "MA", "Astana", "KZ", "2025", PLANNED)]),
        ("Алжирдің СІМ басшысы Астанаға келе алмады.",
         [(FM, "DZ", "Astana", "KZ", None, Status.CANCELLED)]),
        ("Тунис Сыртқы істер министрінің Астанаға сапары кейінге қалдырылды.",
         [(FM, "TN", "Astana", "KZ", None, Status.POSTPONED)]),
        ("2019 жылы Астанаға Исландия Президенті келген болатын.",
         [(Role.PRESIDENT, "IS", "Astana", "KZ", "2019", PAST)]),
        ("Тараптар Исландия Президентінің 2019 жылы Астанаға жасаған сапарын еске алды.",
         [(Role.PRESIDENT, "IS", "Astana", "KZ", "2019", PAST)]),
        ("Норвегия Сыртқы істер министрінің 20 мамырға жоспарланған Қазақстанға сапары өтпейді.",
         [(FM, "NO", None, "KZ", "2024-05-20", Status.CANCELLED)]),
        ("Бүгін Астана әуежайына Сербия Президентінің ұшағы қонды.",
         [(Role.PRESIDENT, "RS", "Astana", "KZ", "2024-05-14", DONE)]),
        ("Дүйсенбіде Перу СІМ басшысы Алматыда болса, бүгін Астанада келіссөз жүргізді.",
         [(FM, "PE", "Almaty", "KZ", "2024-05-13", DONE),
          (FM, "PE", "Astana", "KZ", "2024-05-14", DONE)]),
        ("Ресми өкіл Чили мен Перудің сыртқы істер министрлері Астанада болғанын еске салды.",
         [(FM, "CL", "Astana", "KZ", None, PAST), (FM, "PE", "Astana", "KZ", None, PAST)]),
        ("Бүгiн елордаға Литваның Сыртқы iстер министрi ресми сапармен келдi.",  # Latin i
         [(FM, "LT", "Astana", "KZ", "2024-05-14", DONE)]),
        ("Қаңтарда Чили Президенті, ал ақпанда Перу Сыртқы істер министрі Астанада болды.",
         [(Role.PRESIDENT, "CL", "Astana", "KZ", "2024-01", PAST),
          (FM, "PE", "Astana", "KZ", "2024-02", PAST)]),
    ],
)  # fmt: skip
def test_arrivals_receptions_and_plans(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [row(account) for account in visits(DATELINE + text)] == expected


def test_a_forum_brings_all_who_are_listed() -> None:
    read = visits(
        "Түркістан, 2024 жылғы 14 мамыр – Форумға қатысу үшін Түркістанға Сербия Сыртқы істер "
        "министрі Ивица Петрович, сондай-ақ Катар мен Оманның сыртқы істер министрлерінің "
        "орынбасарлары және Ирактың Энергетика министрі келді."
    )
    assert [(a.party.role, a.party.country, a.party.person) for a in read] == [
        (FM, "RS", "Ивица Петрович"),
        (DFM, "QA", None),
        (DFM, "OM", None),
        (Role.MINISTER, "IQ", None),
    ]
    assert {(a.city, a.form) for a in read} == {("Turkistan", VisitForm.CONFERENCE)}


def test_who_comes_along_is_of_the_same_country() -> None:
    read = visits(
        DATELINE + "Гана Президенті Кваме Боатенг Астанаға келді. Президентпен бірге балық "
        "шаруашылығы, денсаулық сақтау және қаржы министрлері келді. Делегация құрамында Сыртқы "
        "істер министрі Кофи Аду бар."
    )
    assert [(a.party.role, a.party.country, a.party.person) for a in read] == [
        (Role.PRESIDENT, "GH", "Кваме Боатенг"),
        (Role.MINISTER, "GH", None),
        (Role.MINISTER, "GH", None),
        (Role.MINISTER, "GH", None),
        (FM, "GH", "Кофи Аду"),
    ]


def test_the_guest_is_who_has_come_and_not_who_may_come() -> None:
    read = visits(
        DATELINE + "Оман Сыртқы істер министрінің орынбасары Салем Хамдан Астанаға келді. Оман "
        "Сыртқы істер министрінің сапары күзге жоспарланған. Қонақ Шымкентте зауытты аралап көрді."
    )
    came = [(a.party.role, a.city) for a in read if a.status is DONE]
    assert came == [(DFM, "Astana"), (DFM, "Shymkent")]


def test_own_officials_travel_abroad() -> None:
    (read,) = visits(
        "Токио, 2024 жылғы 14 мамыр – Қазақстан Сыртқы істер министрі Ерлан Сапарұлы ресми "
        "сапармен Токиода болды.\n\nОл Жапонияның Сыртқы істер министрі Хироси Танакамен "
        "келіссөз өткізді."
    )
    assert row(read) == (FM, "KZ", "Tokyo", "JP", "2024-05-14", DONE)
    assert (read.party.person, read.form) == ("Ерлан Сапарұлы", VisitForm.OFFICIAL)


def test_a_chain_of_converbs_shares_subject_place_and_tense() -> None:
    read = visits(
        DATELINE + "Норвегия Премьер-министрі Олаф Берг жұмыс сапарымен Алматыға келіп, "
        "технопаркті аралап көрді. Ертең ол Түркістанға барып, кесенені тамашалайды."
    )
    assert [(a.city, a.status) for a in read] == [("Almaty", DONE), ("Turkistan", PLANNED)]


@pytest.mark.parametrize(
    "text",
    [
        "Бұл – Гвинея Сыртқы істер министрінің Қазақстанға тұңғыш сапары.",
        "Бұған дейін гвинеялық сыртқы істер министрлері елімізде болмаған.",
        "М.Куяте – Қазақстанға келген Гвинеяның алғашқы сыртқы істер министрі.",
    ],
)
def test_the_first_visit_ever_is_marked(text: str) -> None:
    opening = "Гвинеяның Сыртқы істер министрі Морисанда Куяте Астанаға келді.\n\n"
    read = visits(DATELINE + opening + text)
    assert [(a.party.country, a.first_ever) for a in read] == [("GN", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Сыртқы істер министрінің орынбасары Никарагуа сыртқы істер вице-министрі Артуро Лопеспен "
        "бейнеконференция форматында консультациялар өткізді.",
        "Мемлекет басшысы Иран Президентімен телефон арқылы сөйлесті.",
        "Мемлекет басшысы Қытай Халық Республикасының Елшісін қабылдады.",
        "Норвегия Сыртқы істер министрінің сапары туралы хабар жоққа шығарылды.",
        "Екі елдің сауда айналымы өсіп келеді.",
        "Үндістан Президентінің кеңсесі бұл ақпаратты растады.",
        "Тараптар министрлер кеңесінің отырысын өткізуге келісті.",
    ],
)
def test_nobody_travels(text: str) -> None:
    assert visits(DATELINE + text) == []


@given(st.text(alphabet="абвгғдеқмнңорөстұүіъ .,«»–АӘТ-", max_size=120))
def test_every_account_quotes_its_body(noise: str) -> None:
    body = f"{DATELINE}Перу СІМ басшысы {noise} Лимадан Астанаға келді. {noise}"
    for account in visits(body):
        assert body[account.start : account.end].strip() == body[account.start : account.end] != ""


def test_hostile_text_is_read_in_time() -> None:
    body = "сыртқы істер және " * 2000 + "министрі " * 2000 + "а-" * 20000 + "форум келді."
    assert visits(body) == []
