"""Who a Kazakh sentence names: titles, countries, names, lists of them and their cases."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.release import Language, Release, ReleaseKey
from index.extraction.annotate import annotate
from index.extraction.annotation import PartyMention, Reference, Sentence
from index.extraction.event import Role
from index.extraction.kazakh.cases import Case
from index.extraction.kazakh.parties import find_parties, party_case
from index.extraction.lexicon import lexicon

FM, DFM, PM = Role.FOREIGN_MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.PRIME_MINISTER
DPM = Role.DEPUTY_PRIME_MINISTER


def sentence_of(text: str) -> Sentence:
    """The first sentence of a Kazakh release of 20 May 2024."""
    release = Release(
        key=ReleaseKey("mfa", "news", "1", Language.KK),
        url="https://mfa.example/kz/press/news/details/1?lang=kk",
        title="Жаңалық",
        body=text,
        published=datetime(2024, 5, 20, 9, tzinfo=UTC),
    )
    return annotate(release, lexicon(Language.KK))[0]


def parties(text: str) -> list[PartyMention]:
    """The parties of the first sentence of a text."""
    return find_parties(sentence_of(text))


@pytest.mark.parametrize(
    ("text", "role", "country", "person"),
    [
        ("Данияның Сыртқы істер министрі Карл Линдгрен", FM, "DK", "Карл Линдгрен"),
        ("Дания СІМ басшысы К.Линдгренмен кездесті", FM, "DK", "К.Линдгрен"),
        ("Эквадордың сыртқы саясат ведомствосының басшысына", FM, "EC", None),
        ("Перу сыртқы саясат ведомствосының жетекшісі", FM, "PE", None),
        ("Австрияның Федералдық еуропалық және сыртқы істер министрін", FM, "AT", None),
        ("Мали Сыртқы істер және халықаралық ынтымақтастық министрінің", FM, "ML", None),
        ("Малидің Сыртқы істер, шетелдегі малиліктер істері жөніндегі министрі", FM, "ML", None),
        ("Ангола Сыртқы байланыстар министрі Педру да Силва", FM, "AO", "Педру да Силва"),
        ("АҚШ-тың Мемлекеттік хатшысы Джон Миллер", FM, "US", "Джон Миллер"),
        ("Кенияның сыртқы істер жөніндегі кабинет хатшысы", FM, "KE", None),
        ("Швейцарияның Федералдық сыртқы істер департаментінің басшысы", FM, "CH", None),
        ("Чили Сыртқы істер министрінің бірінші орынбасары", DFM, "CL", None),
        ("Куба сыртқы істер вице-министрі Хосе Рамоспен сөйлесті", DFM, "CU", "Хосе Рамос"),
        ("Эстония Сыртқы істер министрлігінің бас хатшысы", DFM, "EE", None),
        ("Камбоджа Премьер-министрі", PM, "KH", None),
        ("Лаос Үкіметінің басшысы", PM, "LA", None),
        ("Германияның Федералды канцлері", PM, "DE", None),
        ("Вьетнам вице-премьеріне", DPM, "VN", None),
        ("Ирландия Премьер-министрінің орынбасары", DPM, "IE", None),
        ("Гана Республикасының Президентіне", Role.PRESIDENT, "GH", None),
        ("Қытай Халық Республикасының Төрағасы", Role.PRESIDENT, "CN", None),
        ("Иордания Королі", Role.PRESIDENT, "JO", None),
        ("Грузия Парламентінің төрағасы", Role.SPEAKER, "GE", None),
        ("Мажарстан Ұлттық Жиналысының төрайымы", Role.SPEAKER, "HU", None),
        ("Ирактың Энергетика министрі", Role.MINISTER, "IQ", None),
        ("Қазақстанның Португалиядағы Төтенше және Өкілетті Елшісі", Role.AMBASSADOR, "KZ", None),
        ("Омандық парламенттік делегация", Role.DELEGATION, "OM", None),
        ("еліміздің Сыртқы істер министрі", FM, "KZ", None),
        ("Мемлекет басшысы", Role.PRESIDENT, "KZ", None),
    ],
)
def test_offices_countries_and_names_belong_together(
    text: str, role: Role, country: str, person: str | None
) -> None:
    party = parties(f"{text}.")[0]
    assert (party.role, party.country) == (role, country)
    assert (party.person.name if party.person else None) == person
    assert party.reference is Reference.FULL


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("БҰҰ Бас хатшысы", Role.ORGANIZATION_HEAD, "UN"),
        ("ЕҚЫҰ-ның Бас хатшысымен", Role.ORGANIZATION_HEAD, "OSCE"),
        (
            "Еуропалық одақтың Орталық Азия жөніндегі арнайы өкілі",
            Role.SPECIAL_REPRESENTATIVE,
            "EU",
        ),
    ],
)
def test_organizations_have_heads_and_envoys(text: str, role: Role, organization: str) -> None:
    party = parties(f"{text}.")[0]
    assert (party.role, party.organization, party.country) == (role, organization, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Чад пен Нигердің сыртқы істер министрлері", [(FM, "TD"), (FM, "NE")]),
        ("Чад, Нигер және Мали сыртқы істер министрлерінің орынбасарлары",
         [(DFM, "TD"), (DFM, "NE"), (DFM, "ML")]),
        ("Катар президенттері мен Оманның премьер-министрлері",
         [(Role.PRESIDENT, "QA"), (PM, "OM")]),
        ("Сербияның сыртқы істер және энергетика министрлері",
         [(FM, "RS"), (Role.MINISTER, "RS")]),
        ("Сыртқы істер министрлерінің кездесуі өтті", []),
        ("Үндістан Президентінің баспасөз қызметі", []),
    ],
)  # fmt: skip
def test_lists_give_each_country_its_office(text: str, expected: list[tuple[Role, str]]) -> None:
    assert [(p.role, p.country) for p in parties(f"{text}.")] == expected


@pytest.mark.parametrize(
    ("text", "role", "others"),
    [
        ("Сербияның Вице-премьері – Сыртқы істер министрі", FM, (DPM,)),
        ("Катардың Премьер-министрі, Сыртқы істер министрі", PM, (FM,)),
        ("ЕҚЫҰ төрағасы, Мальтаның Сыртқы істер министрі Иан Борг", FM, (Role.ORGANIZATION_HEAD,)),
    ],
)
def test_one_holder_has_several_offices(text: str, role: Role, others: tuple[Role, ...]) -> None:
    (party,) = parties(f"{text} келді.")
    assert (party.role, party.other_roles) == (role, others)


@pytest.mark.parametrize(
    ("text", "name", "case"),
    [
        ("Норвегия Премьер-министрі Олаф Берг келді.", "Олаф Берг", Case.NOMINATIVE),
        ("Норвегия Премьер-министрі Олаф Бергті қабылдады.", "Олаф Берг", Case.ACCUSATIVE),
        ("Норвегия Премьер-министрі Олаф Бергтің сапары.", "Олаф Берг", Case.GENITIVE),
        ("Норвегия Премьер-министрі Олаф Бергпен кездесті.", "Олаф Берг", Case.INSTRUMENTAL),
        ("Норвегия Премьер-министрі Олаф Берг мырзамен кездесті.", "Олаф Берг", Case.INSTRUMENTAL),
        ("Түркия министрі Айдын Сулеймен Астанаға келді.", "Айдын Сулеймен", Case.NOMINATIVE),
        (
            "Иордания Королі Салман бен Әли әл-Хасан келді.",
            "Салман бен Әли әл-Хасан",
            Case.NOMINATIVE,
        ),
        ("Нидерланд министрі Ян де Врис те келді.", "Ян де Врис", Case.NOMINATIVE),
    ],
)
def test_names_are_told_bare_and_bear_the_case(text: str, name: str, case: Case) -> None:
    sentence = sentence_of(text)
    found = find_parties(sentence)
    assert found[0].person is not None
    assert found[0].person.name == name
    assert party_case(sentence, found, found[0]) is case


@given(st.text(alphabet="АБӘаәбі .,«»()-–мнпсерт", max_size=80))
def test_parties_lie_in_their_sentence_and_in_order(noise: str) -> None:
    text = f"Перу Сыртқы істер министрі {noise} министрлері мен Президенті Лимадан келді."
    sentence = sentence_of(text)
    found = find_parties(sentence)
    assert [p.start for p in found] == sorted(p.start for p in found)
    for party in found:
        assert sentence.start <= party.start < party.end <= sentence.end
        if party.person is not None:
            written = sentence.body[party.person.start : party.person.end]
            assert written.startswith(party.person.name)
