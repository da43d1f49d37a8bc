"""Events other than visits are read out of releases in three languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.release import Language, Release, ReleaseKey
from index.extraction.event import Account, EventKind, Status
from index.extraction.read import read_accounts


def _release(body: str, language: Language, title: str = "") -> Release:
    key = ReleaseKey("mfa", "press/news", "1", language)
    published = datetime(2024, 5, 16, 9, tzinfo=UTC)
    return Release(key, "https://example.org/1", title, body, published)


def _read(body: str, language: Language, kind: EventKind, title: str = "") -> list[Account]:
    accounts = read_accounts(_release(body, language, title))
    return [account for account in accounts if account.kind is kind]


DOCUMENTS = [
    (
        Language.EN,
        "Astana, 16 May 2024 – The Minister of Foreign Affairs of Spain, Pablo Herrera, held talks"
        " in Astana.\n\nThe parties signed the Agreement on Plant Quarantine and a Memorandum on"
        " Youth Exchanges.",
        [("ES", "Agreement on Plant Quarantine"), ("ES", "Memorandum on Youth Exchanges")],
    ),
    (
        Language.EN,
        "Following the talks the following documents were signed:\n1. Agreement between the"
        " Government of the Republic of Kazakhstan and the Government of the Republic of Croatia"
        " on Extradition;\n2. Protocol on Veterinary Control with Croatia.",
        [
            (
                "HR",
                "Agreement between the Government of the Republic of Kazakhstan and the Government"
                " of the Republic of Croatia on Extradition",
            ),
            ("HR", "Protocol on Veterinary Control with Croatia"),
        ],
    ),
    (
        Language.EN,
        "A memorandum on tourism was signed with Peru. The text of the agreement with Chile was"
        " initialled, and no documents were signed with Bolivia.",
        [("PE", "memorandum on tourism")],
    ),
    (
        Language.EN,
        "The minister signed an Agreement on Visas with the Minister of Foreign Affairs of Peru,"
        " Rosa Quispe, and a Protocol on Customs with the Minister of Foreign Affairs of Chile,"
        " Jorge Vidal.",
        [
            ("PE", "Agreement on Visas"),
            ("CL", "Protocol on Customs"),
        ],
    ),
    (
        Language.RU,
        "Министр иностранных дел Испании Пабло Эррера провёл переговоры в Астане. По их итогам"
        " подписаны Соглашение о карантине растений и Программа обменов на 2024–2026 годы.",
        [
            ("ES", "Соглашение о карантине растений"),
            ("ES", "Программа обменов на 2024–2026 годы"),
        ],
    ),
    (
        Language.RU,
        "С Хорватией подписан меморандум о туризме. Соглашение с Чили парафировано.",
        [("HR", "меморандум о туризме")],
    ),
    (
        Language.KK,
        "Испания Сыртқы істер министрі Пабло Эррера Астанада келіссөз жүргізді. Тараптар"
        " Өсімдіктер карантині туралы келісімге және Туризм жөніндегі меморандумға қол қойды.",
        [("ES", "Өсімдіктер карантині туралы келісім"), ("ES", "Туризм жөніндегі меморандум")],
    ),
]


@pytest.mark.parametrize(("language", "body", "expected"), DOCUMENTS)
def test_documents_signed_are_read_with_their_foreign_side(
    language: Language, body: str, expected: list[tuple[str, str]]
) -> None:
    found = _read(body, language, EventKind.DOCUMENT)
    assert [(account.party.country, account.name) for account in found] == expected
    assert {account.status for account in found} == {Status.TOOK_PLACE}


@pytest.mark.parametrize(
    ("language", "body"),
    [
        (Language.EN, "The sides plan to sign the Agreement on Transit with Peru in the autumn."),
        (Language.EN, "The Agreement on Transit with Peru will be signed in Lima."),
        (Language.EN, "The ministers spoke of the importance of signing the Treaty on Transit."),
        (Language.RU, "С Перу планируется подписать Соглашение о транзите."),
        (Language.RU, "Соглашение о транзите с Перу будет подписано осенью."),
        (Language.KK, "Перумен Транзит туралы келісімге күзде қол қойылады."),
    ],
)
def test_documents_yet_to_be_signed_are_planned(language: Language, body: str) -> None:
    (account,) = _read(body, language, EventKind.DOCUMENT, "Peru")
    assert account.status is Status.PLANNED


@pytest.mark.parametrize(
    ("language", "body"),
    [
        (
            Language.EN,
            "The President signed the Law “On Ratification of the Agreement between the"
            " Governments of Kazakhstan and Peru on Extradition”.",
        ),
        (Language.EN, "The resolution on the Treaty on Transit was adopted with Peru's support."),
        (
            Language.RU,
            "Глава государства подписал Закон «О ратификации Соглашения между Правительством"
            " Казахстана и Правительством Перу о выдаче».",
        ),
        (Language.RU, "Документы с Перу не подписывались."),
        (
            Language.KK,
            "Президент «Қазақстан мен Перу арасындағы келісімді ратификациялау туралы» Заңға қол"
            " қойды.",
        ),
        (Language.KK, "Перумен келісімге қол қойылған жоқ."),
    ],
)
def test_laws_and_what_was_not_signed_are_no_documents(language: Language, body: str) -> None:
    assert _read(body, language, EventKind.DOCUMENT) == []


def test_place_and_date_of_a_signing_are_those_of_its_paragraph() -> None:
    body = (
        "From 11 to 14 May the Minister of Foreign Affairs of Kazakhstan, Daniyar Omarov, visited"
        " Peru and Chile.\n\nIn Lima Omarov met with the"
        " Minister of Foreign Affairs of Peru, Rosa Quispe, on 12 May. The Agreement on Transit"
        " was signed.\n\nIn Santiago on 14 May Omarov met with the Minister of Foreign Affairs of"
        " Chile, Jorge Vidal. The Agreement on Customs was signed."
    )
    found = _read(body, Language.EN, EventKind.DOCUMENT)
    assert [(a.party.country, a.city, a.when) for a in found] == [
        ("PE", "Lima", "2024-05-12"),
        ("CL", "Santiago", "2024-05-14"),
    ]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        (
            Language.EN,
            "Astana, 16 May 2024 – Talks took place today. The parties agreed to open an embassy in"
            " Lima in June, and signed an Agreement on Transit with Peru.",
        ),
        (
            Language.RU,
            "Астана, 16 мая 2024 года – Сегодня прошли переговоры."
            " Стороны договорились открыть посольство в Лиме в июне и подписали с Перу Соглашение"
            " о транзите.",
        ),
        (
            Language.KK,
            "Астана, 2024 жылғы 16 мамыр – Бүгін келіссөз өтті."
            " Тараптар маусымда Лимада елшілік ашуға келісіп, Перумен Транзит туралы келісімге қол"
            " қойды.",
        ),
    ],
)
def test_place_and_date_of_another_verb_are_not_those_of_a_signing(
    language: Language, body: str
) -> None:
    (account,) = _read(body, language, EventKind.DOCUMENT)
    assert (account.city, account.when) == ("Astana", "2024-05-16")


@pytest.mark.parametrize(
    ("language", "body", "name"),
    [
        (Language.EN, "Four documents were signed with Peru.", "Four documents"),
        (Language.RU, "С Перу подписано пять документов.", "пять документов"),
        (Language.KK, "Перумен үш құжатқа қол қойылды.", "үш құжат"),
    ],
)
def test_a_number_of_documents_stands_for_their_names(
    language: Language, body: str, name: str
) -> None:
    (account,) = _read(body, language, EventKind.DOCUMENT)
    assert (account.party.country, account.name) == ("PE", name)


CALLS = [
    (
        Language.EN,
        "The Minister of Foreign Affairs of Kazakhstan spoke by telephone with the Minister of"
        " Foreign Affairs of Peru, Rosa Quispe.",
        ["PE"],
    ),
    (
        Language.EN,
        "A telephone conversation took place between the foreign ministers of Kazakhstan, Peru"
        " and Chile.",
        ["PE", "CL"],
    ),
    (Language.EN, "The foreign minister of Peru addressed the forum by video link.", []),
    (Language.EN, "Citizens in Peru may call the hotline by telephone.", []),
    (
        Language.RU,
        "Состоялся телефонный разговор министра иностранных дел Казахстана с министром"
        " иностранных дел Перу Росой Киспе.",
        ["PE"],
    ),
    (Language.RU, "Министр иностранных дел Перу выступил на форуме по видеосвязи.", []),
    (
        Language.KK,
        "Қазақстан Сыртқы істер министрі Перу Сыртқы істер министрі Роса Киспемен телефон арқылы"
        " сөйлесті.",
        ["PE"],
    ),
]


@pytest.mark.parametrize(("language", "body", "countries"), CALLS)
def test_calls_are_read_and_speeches_by_video_are_none(
    language: Language, body: str, countries: list[str]
) -> None:
    found = _read(body, language, EventKind.CALL)
    assert [account.party.country for account in found] == countries


def test_ministers_of_a_call_told_twice_are_one_call() -> None:
    body = (
        "The Minister of Foreign Affairs of Kazakhstan held a phone call with the Prime Minister"
        " and Minister of Foreign Affairs of Peru, Rosa Quispe.\n\nDuring the phone call, the"
        " ministers discussed trade."
    )
    assert len(_read(body, Language.EN, EventKind.CALL)) == 1


def test_a_currency_is_no_side_of_a_document() -> None:
    body = (
        "Ташкент, 15 мая 2024 года – Сегодня подписаны Протокол заседания комиссии и Дорожная"
        " карта торговли до 10 млрд долларов США."
    )
    found = _read(body, Language.RU, EventKind.DOCUMENT)
    assert {account.party.country for account in found} == {"UZ"}


def test_who_heads_a_mission_is_where_it_was_opened() -> None:
    body = (
        "В Сегеде (Венгрия) открыто Почётное консульство Республики Казахстан. Почётным консулом"
        " назначен Иштван Ковач."
    )
    (account,) = _read(body, Language.RU, EventKind.APPOINTMENT)
    assert (account.party.country, account.to_country) == ("KZ", "HU")


CREDENTIALS = [
    (
        Language.EN,
        "The Deputy Minister received copies of credentials from the newly appointed ambassadors"
        " of Peru, Croatia and Ghana.",
        ["PE", "HR", "GH"],
        "copies of credentials",
    ),
    (
        Language.EN,
        "The President accepted the credentials of two ambassadors.\n\nThey are the Ambassador of"
        " Peru, Rosa Quispe, and the Ambassador of Croatia, Ivo Marić.",
        ["PE", "HR"],
        "credentials",
    ),
    (
        Language.RU,
        "Верительные грамоты вручили послы Перу – Роса Киспе, Хорватии – Иво Марич.",
        ["PE", "HR"],
        "Верительные грамоты",
    ),
    (
        Language.RU,
        "Заместитель министра принял копии верительных грамот у послов Перу, Хорватии и Ганы.",
        ["PE", "HR", "GH"],
        "копии верительных грамот",
    ),
    (
        Language.KK,
        "Министрдің орынбасары Перу, Хорватия және Гана елшілерінен сенім грамоталарының"
        " көшірмелерін қабылдады.",
        ["PE", "HR", "GH"],
        "сенім грамоталарының көшірмелерін",
    ),
]


@pytest.mark.parametrize(("language", "body", "countries", "name"), CREDENTIALS)
def test_credentials_are_read_for_each_ambassador(
    language: Language, body: str, countries: list[str], name: str
) -> None:
    found = _read(body, language, EventKind.CREDENTIALS)
    assert [account.party.country for account in found] == countries
    assert {(account.name, account.city) for account in found} == {(name, "Astana")}


OPENINGS = [
    (
        Language.EN,
        "The Embassy of Kazakhstan was opened in Lima.",
        ("PE", "Lima", "Embassy of Kazakhstan", Status.TOOK_PLACE),
    ),
    (
        Language.EN,
        "The ministers opened the Croatian honorary consulate in Almaty.",
        ("HR", "Almaty", "Croatian honorary consulate", Status.TOOK_PLACE),
    ),
    (
        Language.EN,
        "The parties agreed to open an Embassy of Peru in Astana.",
        ("PE", "Astana", "Embassy of Peru", Status.PLANNED),
    ),
    (
        Language.RU,
        "В Загребе открыто почётное консульство Республики Казахстан.",
        ("HR", "Zagreb", "почётное консульство Республики Казахстан", Status.TOOK_PLACE),
    ),
    (
        Language.RU,
        "В Лиме состоялась церемония открытия Почётного консульства Казахстана.",
        ("PE", "Lima", "Почётного консульства Казахстана", Status.TOOK_PLACE),
    ),
    (
        Language.RU,
        "Обсуждалось открытие посольства Перу в Астане.",
        ("PE", "Astana", "посольства Перу", Status.PLANNED),
    ),
    (
        Language.KK,
        "Лимада Қазақстан Республикасының Бас консулдығы ашылды.",
        ("PE", "Lima", "Қазақстан Республикасының Бас консулдығы", Status.TOOK_PLACE),
    ),
    (
        Language.KK,
        "Тараптар Загребте Қазақстан елшілігін ашуға келісті.",
        ("HR", "Zagreb", "Қазақстан елшілігі", Status.PLANNED),
    ),
]


@pytest.mark.parametrize(("language", "body", "expected"), OPENINGS)
def test_openings_name_the_mission_the_foreign_side_and_the_place(
    language: Language, body: str, expected: tuple[str, str, str, Status]
) -> None:
    (account,) = _read(body, language, EventKind.OPENING)
    assert (account.party.country, account.city, account.name, account.status) == expected


def test_an_exhibition_opened_in_an_embassy_is_no_mission_opened() -> None:
    body = "An exhibition was opened at the Embassy of Kazakhstan in Lima."
    assert _read(body, Language.EN, EventKind.OPENING) == []


APPOINTMENTS = [
    (
        Language.EN,
        "By a decree of the Head of State, Daniyar Omarov has been appointed Ambassador of"
        " Kazakhstan to Peru.",
        ("Daniyar Omarov", "Ambassador of Kazakhstan to Peru", "KZ", "PE"),
    ),
    (
        Language.EN,
        "The following have been appointed:\n\nAigul Nurlanova – Ambassador to the Republic of"
        " Croatia;",
        ("Aigul Nurlanova", "Ambassador to the Republic of Croatia", "KZ", "HR"),
    ),
    (
        Language.RU,
        "Указом Главы государства Данияр Омаров назначен послом Казахстана в Перу.",
        ("Данияр Омаров", "послом Казахстана в Перу", "KZ", "PE"),
    ),
    (
        Language.KK,
        "Данияр Омаров Қазақстан Республикасының Перудегі Төтенше және Өкілетті Елшісі болып"
        " тағайындалды.",
        ("Данияр Омаров", "Төтенше және Өкілетті Елшісі", "KZ", "PE"),
    ),
    (
        Language.KK,
        "Лимада ашылған консулдықтың бас консулы болып Данияр Омаров тағайындалды.",
        ("Данияр Омаров", "бас консулы", "KZ", "PE"),
    ),
]


@pytest.mark.parametrize(("language", "body", "expected"), APPOINTMENTS)
def test_appointments_tell_who_was_named_to_what(
    language: Language, body: str, expected: tuple[str, str, str, str]
) -> None:
    (account,) = _read(body, language, EventKind.APPOINTMENT)
    party = account.party
    assert (party.person, party.office, party.country, account.to_country) == expected


@pytest.mark.parametrize(
    ("language", "body"),
    [
        (
            Language.EN,
            "The Minister of Foreign Affairs of Kazakhstan met with the Minister of Foreign"
            " Affairs of Peru, Rosa Quispe, in New York.",
        ),
        (
            Language.RU,
            "Министр иностранных дел Казахстана встретился в Нью-Йорке с министром иностранных"
            " дел Перу Росой Киспе.",
        ),
    ],
)
def test_talks_are_with_the_foreign_side(language: Language, body: str) -> None:
    (account,) = _read(body, language, EventKind.TALKS)
    assert (account.party.country, account.city) == ("PE", "New York")


def test_what_is_too_long_for_a_sentence_is_left_out() -> None:
    signing = "they signed the Agreement on Transit with Peru and "
    assert _read(signing * 20, Language.EN, EventKind.DOCUMENT)
    assert _read(signing * 2000, Language.EN, EventKind.DOCUMENT) == []


PIECES = [
    *(body for _, body, _ in (*DOCUMENTS, *CALLS)),
    *(body for _, body, *_ in (*CREDENTIALS, *OPENINGS, *APPOINTMENTS)),
    ":",
    "1. Agreement on",
    "was signed",
    "подписаны",
    "қол қойылды",
    "– Ambassador",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=5), st.sampled_from(list(Language)))
def test_every_name_and_sentence_is_verbatim(pieces: list[str], language: Language) -> None:
    body = "\n".join(pieces) or "."
    for account in read_accounts(_release(body, language)):
        assert 0 <= account.start < account.end <= len(body)
        if account.kind is not EventKind.VISIT:
            assert account.name is None or (account.name and account.name in body)
