"""Names of documents are read out of sentences exactly as written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.release import Language
from index.extraction.annotation import Sentence
from index.extraction.others.documents import find_documents
from index.extraction.others.kinds import document_kind, mission_kind, stated_number

ENGLISH = [
    (
        "The parties signed the Agreement on Plant Quarantine and a Memorandum of Understanding"
        " on Youth Exchanges.",
        ["Agreement on Plant Quarantine", "Memorandum of Understanding on Youth Exchanges"],
    ),
    (
        "A Treaty between the Republic of Kazakhstan and the Kingdom of Spain on Extradition was"
        " signed in Madrid on 4 May.",
        ["Treaty between the Republic of Kazakhstan and the Kingdom of Spain on Extradition"],
    ),
    (
        "The Protocol amending the Agreement on Social, Economic and Labour Matters, the Cultural"
        " Exchange Programme for 2024–2026 and the Joint Action Plan to 2030 were signed.",
        [
            "Protocol amending the Agreement on Social, Economic and Labour Matters",
            "Cultural Exchange Programme for 2024–2026",
            "Joint Action Plan to 2030",
        ],
    ),
    (
        "They signed a double taxation agreement, which enters into force in June, and discussed"
        " a plan.",
        ["double taxation agreement"],
    ),
    (
        "The Trade and Investment Framework Agreement was signed by the ministers, as well as the"
        " Roadmap for Green Energy.",
        ["Trade and Investment Framework Agreement", "Roadmap for Green Energy"],
    ),
    (
        "They signed an Agreement on Trade and Memorandum of Understanding on Sport.",
        ["Agreement on Trade", "Memorandum of Understanding on Sport"],
    ),
    ("The programme on 7–8 April comprised talks, at which contracts were concluded.", []),
    ("The government plans to buy wheat and has a programme.", []),
    (
        "Ministers signed the memorandum “On the Rules of Transit” during the visit.",
        ["memorandum “On the Rules of Transit"],
    ),
]
RUSSIAN = [
    (
        "По итогам переговоров стороны подписали Межправительственное соглашение о транзите и"
        " Дорожную карту развития торговли на 2024–2026 годы.",
        [
            "Межправительственное соглашение о транзите",
            "Дорожную карту развития торговли на 2024–2026 годы",
        ],
    ),
    (
        "Подписан Протокол о внесении изменений в Соглашение об авиационном сообщении, который"
        " вступит в силу осенью.",
        ["Протокол о внесении изменений в Соглашение об авиационном сообщении"],
    ),
    (
        "Министры подписали Программу сотрудничества между Министерством иностранных дел и"
        " Министерством юстиции и обсудили торговлю.",
        [
            "Программу сотрудничества между Министерством иностранных дел и Министерством юстиции",
        ],
    ),
    (
        "Совместное заявление о водных ресурсах было принято на встрече.",
        ["Совместное заявление о водных ресурсах"],
    ),
]
KAZAKH = [
    (
        "Тараптар Жануарлар ветеринариясы туралы келісімге және Туризм саласындағы меморандумға"
        " қол қойды.",
        ["Жануарлар ветеринариясы туралы келісім", "Туризм саласындағы меморандум"],
    ),
    (
        "Кездесу қорытындысы бойынша 2025–2027 жылдарға арналған ынтымақтастық жоспарына қол"
        " қойылды.",
        ["2025–2027 жылдарға арналған ынтымақтастық жоспары"],
    ),
    (
        "Әуе қатынасы туралы келісімге толықтырулар енгізу туралы хаттамаға қол қойылды.",
        ["Әуе қатынасы туралы келісімге толықтырулар енгізу туралы хаттама"],
    ),
    (
        "Министрлер Сауданы дамыту жөніндегі жол картасын қабылдады.",
        ["Сауданы дамыту жөніндегі жол картасы"],
    ),
]

WORDS = [
    *("the", "Agreement", "on", "and", ",", "signed", "Memorandum", "of", "plan", "3", "two"),
    *("«", "»", ";", ":", "was", "Соглашение", "о", "и", "подписали", "Программу", "План"),
    *("келісім", "туралы", "меморандумға", "және", "қол", "қойды", "жоспар", "екі", "is"),
]


def _sentence(text: str) -> Sentence:
    return Sentence(text, text.lower(), 0, len(text), (), (), (), (), ())


def _names(text: str, language: Language) -> list[str]:
    found = find_documents(_sentence(text), language)
    return [text[each.start : each.end] for each in found if each.named]


@pytest.mark.parametrize(("text", "names"), ENGLISH)
def test_english_names_run_from_their_noun_to_their_end(text: str, names: list[str]) -> None:
    assert _names(text, Language.EN) == names


@pytest.mark.parametrize(("text", "names"), RUSSIAN)
def test_russian_names_run_from_their_noun_to_their_end(text: str, names: list[str]) -> None:
    assert _names(text, Language.RU) == names


@pytest.mark.parametrize(("text", "names"), KAZAKH)
def test_kazakh_names_end_with_their_noun_in_the_nominative(text: str, names: list[str]) -> None:
    assert _names(text, Language.KK) == names


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Seven documents were signed.", Language.EN, 7),
        ("Подписаны три меморандума.", Language.RU, 3),
        ("Бес құжатқа қол қойылды.", Language.KK, 5),
        ("12 үкіметаралық келісімге қол қойылды.", Language.KK, 12),
    ],
)
def test_documents_that_are_counted_have_no_name(text: str, language: Language, count: int) -> None:
    (found,) = find_documents(_sentence(text), language)
    assert not found.named
    assert found.count == count


def test_no_name_begins_before_a_barrier() -> None:
    text = "Жон Ли Мәдени алмасу туралы келісімге қол қойды."
    (found,) = find_documents(_sentence(text), Language.KK, [len("Жон Ли")])
    assert text[found.start : found.end] == "Мәдени алмасу туралы келісім"


@pytest.mark.parametrize(
    ("name", "language", "kind", "number"),
    [
        ("Agreement on Plant Quarantine", Language.EN, "agreement", 1),
        ("Договор о выдаче", Language.RU, "agreement", 1),
        ("Келісімге өзгерістер енгізу туралы хаттама", Language.KK, "protocol", 1),
        ("Дорожную карту торговли", Language.RU, "plan", 1),
        ("2025–2027 жылдарға арналған жоспар", Language.KK, "plan", 1),
        ("35 млн еуро көлеміндегі келісім", Language.KK, "agreement", 1),
        ("Three memoranda", Language.EN, None, 3),
        ("12 документов", Language.RU, None, 12),
    ],
)
def test_kinds_are_the_same_word_in_all_languages(
    name: str, language: Language, kind: str | None, number: int
) -> None:
    assert document_kind(name, language) == kind
    assert stated_number(name, language) == number


@pytest.mark.parametrize(
    ("name", "language", "kind"),
    [
        ("Consulate General of Kazakhstan", Language.EN, "consulate"),
        ("Croatian honorary consulate", Language.EN, "honorary_consulate"),
        ("посольства Перу", Language.RU, "embassy"),
        ("Чрезвычайным и Полномочным Послом", Language.RU, "embassy"),
        ("почётное консульство Чехии", Language.RU, "honorary_consulate"),
        ("Қазақстанның Бас консулдығы", Language.KK, "consulate"),
        ("елшілігі", Language.KK, "embassy"),
        ("trade mission", Language.EN, None),
    ],
)
def test_missions_are_told_apart(name: str, language: Language, kind: str | None) -> None:
    assert mission_kind(name, language) == kind


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=30,
    ),
    st.sampled_from(list(Language)),
)
def test_names_are_in_order_and_within_the_sentence(words: list[str], language: Language) -> None:
    text = " ".join(words)
    edges = [(each.start, each.end) for each in find_documents(_sentence(text), language)]
    assert all(0 <= start < end <= len(text) for start, end in edges)
    assert edges == sorted(edges)
    assert all(one[1] <= two[0] for one, two in pairwise(edges))
