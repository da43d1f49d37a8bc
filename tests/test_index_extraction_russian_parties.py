"""Who a Russian sentence names: titles, countries, names and lists of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.release import Language, Release, ReleaseKey
from index.extraction.annotate import annotate
from index.extraction.annotation import PartyMention, Reference
from index.extraction.event import Role
from index.extraction.lexicon import lexicon
from index.extraction.russian.parties import find_parties

FM, DFM, PM = Role.FOREIGN_MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.PRIME_MINISTER


def release(body: str) -> Release:
    """A Russian release of 20 May 2024."""
    return Release(
        key=ReleaseKey("mfa", "news", "1", Language.RU),
        url="https://mfa.example/ru/press/news/details/1?lang=ru",
        title="Новости",
        body=body,
        published=datetime(2024, 5, 20, 9, tzinfo=UTC),
    )


def parties(text: str) -> list[PartyMention]:
    """The parties of the only sentence of a text."""
    (sentence,) = annotate(release(text), lexicon(Language.RU))
    return find_parties(sentence)


@pytest.mark.parametrize(
    ("text", "role", "country", "person"),
    [
        ("министр иностранных дел Дании Карл Линдгрен", FM, "DK", "Карл Линдгрен"),
        ("с главой МИД Королевства Дания К. Линдгреном", FM, "DK", "К. Линдгреном"),
        ("главу эквадорского внешнеполитического ведомства", FM, "EC", None),
        ("руководителем внешнеполитического ведомства Перу", FM, "PE", None),
        ("федеральным министром европейских и международных дел Австрии", FM, "AT", None),
        ("министра иностранных дел и международного сотрудничества Мали", FM, "ML", None),
        ("министру внешних связей Анголы Педру да Силве", FM, "AO", "Педру да Силве"),
        ("министр иностранных дел и по делам малийцев за рубежом", FM, "ML", None),
        ("госсекретарь США Джон Миллер", FM, "US", "Джон Миллер"),
        ("секретарь кабинета по иностранным делам Кении Питер Отиено", FM, "KE", "Питер Отиено"),
        ("первый заместитель министра иностранных дел Чили", DFM, "CL", None),
        ("замглавы МИД Кубы Хосе Рамос", DFM, "CU", "Хосе Рамос"),
        ("статс-секретарём МИД Латвии", DFM, "LV", None),
        ("госсекретарь министерства иностранных дел Эстонии", DFM, "EE", None),
        ("премьер-министр Камбоджи", PM, "KH", None),
        ("глава правительства Лаоса", PM, "LA", None),
        ("вице-премьера Вьетнама", Role.DEPUTY_PRIME_MINISTER, "VN", None),
        ("президенту Республики Гана", Role.PRESIDENT, "GH", None),
        ("сербский лидер", Role.PRESIDENT, "RS", None),
        ("спикер парламента Грузии", Role.SPEAKER, "GE", None),
        ("министр внешней торговли Нидерландов Ян де Йонг", Role.MINISTER, "NL", "Ян де Йонг"),
        ("послом Индии в Казахстане", Role.AMBASSADOR, "IN", None),
    ],
)  # fmt: skip
def test_title_country_and_person_are_put_together(
    text: str, role: Role, country: str, person: str | None
) -> None:
    (party,) = parties(f"На вопросы ответил {text}.")
    named = party.person.name if party.person else None
    assert (party.role, party.country, named) == (role, country, person)


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("генеральный секретарь ОБСЕ", Role.ORGANIZATION_HEAD, "OSCE"),
        ("глава ЮНЕСКО", Role.ORGANIZATION_HEAD, "UNESCO"),
        ("председатель Европейского совета", Role.ORGANIZATION_HEAD, "EU"),
        ("специального представителя Европейского союза по Центральной Азии",
         Role.SPECIAL_REPRESENTATIVE, "EU"),
    ],
)  # fmt: skip
def test_heads_of_organisations_have_no_country(text: str, role: Role, organization: str) -> None:
    (party,) = parties(f"На вопросы ответил {text}.")
    assert (party.role, party.country, party.organization) == (role, None, organization)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("министры иностранных дел Швеции и Дании Ула Берг и Карл Линдгрен",
         [("SE", "Ула Берг"), ("DK", "Карл Линдгрен")]),
        ("главы МИД Швеции Ула Берг, Дании Карл Линдгрен и Исландии Йон Эйнарссон",
         [("SE", "Ула Берг"), ("DK", "Карл Линдгрен"), ("IS", "Йон Эйнарссон")]),
        ("главы внешнеполитических ведомств Чада, Нигера и Бенина",
         [("TD", None), ("NE", None), ("BJ", None)]),
        ("со шведским и датским министрами", [("SE", None), ("DK", None)]),
    ],
)  # fmt: skip
def test_list_gives_a_party_to_each_country(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = [(p.country, p.person.name if p.person else None) for p in parties(f"Это {text}.")]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "role", "others"),
    [
        ("заместитель Премьер-министра – министр иностранных дел Сербии", FM,
         (Role.DEPUTY_PRIME_MINISTER,)),
        ("Премьер-министр, министр иностранных дел Государства Катар", PM, (FM,)),
        ("вице-премьер, министр иностранных и европейских дел Бельгии", FM,
         (Role.DEPUTY_PRIME_MINISTER,)),
    ],
)  # fmt: skip
def test_offices_of_one_holder_are_one_party(
    text: str, role: Role, others: tuple[Role, ...]
) -> None:
    (party,) = parties(f"На вопросы ответил {text} Карл Линдгрен.")
    assert (party.role, party.other_roles) == (role, others)


def test_leader_stands_for_his_delegation() -> None:
    (party,) = parties(
        "Прибыла делегация Дании во главе с министром иностранных дел К. Линдгреном."
    )
    assert (party.role, party.country) == (FM, "DK")


@pytest.mark.parametrize(
    ("text", "reference", "country"),
    [
        ("Гость поблагодарил за приём", Reference.GUEST, None),
        ("Он поблагодарил за приём", Reference.PRONOUN, None),
        ("Его датский коллега поблагодарил за приём", Reference.COUNTERPART, "DK"),
        ("Министр поблагодарил за приём", Reference.OFFICE, None),
        ("Делегация осмотрела музей", Reference.DELEGATION, None),
        ("Карл Линдгрен поблагодарил за приём", Reference.PERSON, None),
    ],
)
def test_who_was_named_before_is_referred_to(
    text: str, reference: Reference, country: str | None
) -> None:
    found = {p.reference: p.country for p in parties(f"{text}.")}
    assert found.get(reference, "none") == country


@pytest.mark.parametrize(
    "name",
    ["Хуан Карлос Перес", "Али бин Хасан Аль Мансур", "Ван Ли", "Дж. Смит", "А.Б.Ким",
     "Виллем ван дер Берг", "Рашид аль-Хатиб", "Жан-Пьер Дюмон"],
)  # fmt: skip
def test_names_are_kept_whole(name: str) -> None:
    (party,) = parties(f"Выступил министр иностранных дел Чада {name}, сообщает пресс-служба.")
    assert party.person is not None
    assert party.person.name == name


@pytest.mark.parametrize(
    "text",
    ["Генеральная Ассамблея приняла резолюцию.", "Министерство иностранных дел сообщает о визах.",
     "Товарооборот двух стран вырос.", "Посольство Дании открыто по вторникам."],
)  # fmt: skip
def test_bodies_are_no_persons(text: str) -> None:
    assert [p for p in parties(text) if p.role or (p.person and " " in p.person.name)] == []


@given(st.text(alphabet="абв АБВ.,–-«»мнинистр ыхдел\n", max_size=80))
def test_parties_lie_within_their_sentence(text: str) -> None:
    for sentence in annotate(release(text), lexicon(Language.RU)):
        for party in find_parties(sentence):
            assert sentence.start <= party.start < party.end <= sentence.end
            assert party.office is None or party.office in sentence.text
