"""Visits read out of English releases from end to end."""

from __future__ import annotations

import pytest
from english_visits import (
    DATELINE,
    DAY,
    DENIED,
    DFM,
    DONE,
    FM,
    OFF,
    PAST,
    PLANNED,
    PM,
    POSTPONED,
    row,
    visits,
)
from hypothesis import given
from hypothesis import strategies as st

from index.extraction.event import Role, Status, VisitForm


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister of Peru Javier Gonzales arrived in Astana on an official visit.",
         [(FM, "PE", "Astana", "KZ", DAY, DONE)]),
        ("Hungarian Foreign Minister Laszlo Kovacs is in Almaty on a working visit.",
         [(FM, "HU", "Almaty", "KZ", DAY, DONE)]),
        ("Yesterday the head of Peruvian diplomacy, Javier Gonzales, ended his visit to Astana.",
         [(FM, "PE", "Astana", "KZ", "2024-05-13", DONE)]),
        ("The visit of the Prime Minister of Ireland to Kazakhstan began today.",
         [(PM, "IE", "Astana", "KZ", DAY, DONE)]),
        ("The Minister of Transport of Estonia visited Shymkent on Monday.",
         [(Role.MINISTER, "EE", "Shymkent", "KZ", "2024-05-13", DONE)]),
        ("A parliamentary delegation of Chile led by Speaker Elena Rojas arrived in Astana.",
         [(Role.SPEAKER, "CL", "Astana", "KZ", DAY, DONE)]),
        ("The Minister of External Relations of Cameroon will visit Astana on 20–21 May.",
         [(FM, "CM", "Astana", "KZ", "2024-05-20", PLANNED)]),
        ("The Foreign Minister of Peru arrived in Astana on Thursday.",
         [(FM, "PE", "Astana", "KZ", "2024-05-09", DONE)]),
        ("The Foreign Minister of Peru arrived in Astana for talks slated for 21 May.",
         [(FM, "PE", "Astana", "KZ", DAY, DONE)]),
        ("The Secretary General of the OSCE, Anna Berg, paid a visit to Astana last Friday.",
         [(Role.ORGANIZATION_HEAD, "OSCE", "Astana", "KZ", "2024-05-10", DONE)]),
        ("The aircraft of the President of Fiji made a technical stop in Almaty this morning.",
         [(Role.PRESIDENT, "FJ", "Almaty", "KZ", DAY, DONE)]),
    ],
)  # fmt: skip
def test_visits_arrival(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [row(account) for account in visits(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister of Foreign Affairs Bolat Serikov held talks with the Minister of Foreign Affairs"
         " of Peru, Javier Gonzales.", [(FM, "PE", "Astana", "KZ", DAY, DONE)]),
        ("Minister of Foreign Affairs Bolat Serikov received the Vice Minister for Foreign Affairs"
         " of Uruguay, Pablo Sosa.", [(DFM, "UY", "Astana", "KZ", DAY, DONE)]),
        ("The President of Fiji was received by the President of Kazakhstan.",
         [(Role.PRESIDENT, "FJ", "Astana", "KZ", DAY, DONE)]),
        ("Consultations were held with the participation of Deputy Foreign Minister of Nepal Ram"
         " Thapa.", [(DFM, "NP", "Astana", "KZ", DAY, DONE)]),
        ("The foreign ministers of Kazakhstan and Fiji, Bolat Serikov and Adi Vula, met.",
         [(FM, "FJ", "Astana", "KZ", DAY, DONE)]),
    ],
)  # fmt: skip
def test_visits_meeting_at_home_is_a_visit(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [row(account) for account in visits(DATELINE + text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bolat Serikov spoke by telephone with the Foreign Minister of Peru, Javier Gonzales.",
        "A videoconference was held with the Foreign Minister of Peru, Javier Gonzales.",
        "The Minister of Foreign Affairs received the Ambassador of Peru, Luis Prado.",
        "The Foreign Minister of Peru sent a message of congratulations to his Kazakh counterpart.",
        "Tourists from Peru visited Almaty and Shymkent.",
        "The agreement between Kazakhstan and Peru came into force today.",
        "The President of Kazakhstan received the Minister of Foreign Affairs, Bolat Serikov.",
        "For the first time Peru has bought grain in Kazakhstan.",
    ],
)
def test_visits_none(text: str) -> None:
    assert visits(DATELINE + text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In recent years the presidents of Fiji and Nepal, as well as the foreign ministers of"
         " Peru, Chile and the Republic of the Congo have paid official visits to Astana.",
         [(Role.PRESIDENT, "FJ", None), (Role.PRESIDENT, "NP", None), (FM, "PE", None),
          (FM, "CL", None), (FM, "CG", None)]),
        ("Over the past year the foreign ministers of Peru and, in March of this year, Chile have"
         " come to Astana.", [(FM, "PE", None), (FM, "CL", "2024-03")]),
    ],
)  # fmt: skip
def test_visits_list_gives_each_country_its_role_and_date(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    accounts = visits(DATELINE + text)
    assert [(a.party.role, a.party.country, a.when) for a in accounts] == expected
    assert {a.status for a in accounts} == {PAST}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Foreign Minister of Peru will not come to Astana this week.", OFF),
        ("The visit of the Foreign Minister of Peru to Astana, planned for May, was postponed.",
         POSTPONED),
        ("The Foreign Minister of Peru has never visited Kazakhstan.", DENIED),
        ("The Foreign Minister of Peru is to visit Astana in June.", PLANNED),
        ("The Kazakh side invited the Foreign Minister of Peru to visit Astana.", PLANNED),
        ("The Foreign Minister of Peru accepted an invitation to visit Astana.", PLANNED),
        ("The ministers recalled the visit of the President of Peru to Astana in 2021.", PAST),
        ("The last time the Foreign Minister of Peru came to Astana was in 2011.", PAST),
    ],
)  # fmt: skip
def test_visits_status(text: str, expected: Status) -> None:
    assert [account.status for account in visits(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Foreign Minister of Peru is on an official visit to Kazakhstan.", VisitForm.OFFICIAL),
        ("The Foreign Minister of Peru arrived in Astana for a working visit.", VisitForm.WORKING),
        ("The President of Peru arrived in Astana on a state visit.", VisitForm.STATE),
        ("The Foreign Minister of Peru took part in a conference in Almaty.", VisitForm.CONFERENCE),
        ("The Foreign Minister of Peru arrived in Astana. The visit is an official one.",
         VisitForm.OFFICIAL),
        ("The Foreign Minister of Peru arrived in Astana.", None),
    ],
)  # fmt: skip
def test_visits_form(text: str, expected: VisitForm | None) -> None:
    assert [account.form for account in visits(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It is the first visit of a Peruvian foreign minister to Kazakhstan.",
        "The visit is the first in the history of bilateral relations.",
        "It is the first time that a foreign minister of Peru has come to Kazakhstan.",
    ],
)
def test_visits_first_ever_is_told_beside(text: str) -> None:
    accounts = visits(f"{DATELINE}The Foreign Minister of Peru, Javier Gonzales, arrived. {text}")
    assert [(account.party.person, account.first_ever) for account in accounts] == [
        ("Javier Gonzales", True)
    ]


def test_visits_same_visit_is_told_once_with_the_name() -> None:
    text = (
        "Minister of Foreign Affairs Bolat Serikov held talks with Foreign Minister of Peru Javier"
        " Gonzales. Gonzales is in Kazakhstan on a working visit. The guest visited a museum. "
        "The Peruvian minister thanked his Kazakh colleague."
    )
    accounts = visits(DATELINE + text)
    assert [(a.party.person, a.form, a.city) for a in accounts] == [
        ("Javier Gonzales", VisitForm.WORKING, "Astana")
    ]


def test_visits_own_minister_abroad_travels_and_his_host_does_not() -> None:
    text = (
        "LIMA. Minister of Foreign Affairs of Kazakhstan Bolat Serikov is on an official visit to"
        " Peru. He met with his Peruvian counterpart, Javier Gonzales. Tomorrow he leaves for"
        " Santiago."
    )
    assert [row(account) for account in visits(text)] == [
        (FM, "KZ", "Lima", "PE", DAY, DONE),
        (FM, "KZ", "Santiago", "CL", "2024-05-15", PLANNED),
    ]


def test_visits_each_place_has_its_own_date() -> None:
    text = "The Foreign Minister of Peru was in Almaty on Sunday and in Astana on Monday."
    assert [(a.city, a.when) for a in visits(text)] == [
        ("Almaty", "2024-05-12"),
        ("Astana", "2024-05-13"),
    ]


def test_visits_members_of_a_delegation_are_of_its_country() -> None:
    text = "The President of Fiji came to Astana accompanied by the ministers of health and trade."
    assert [(a.party.role, a.party.country) for a in visits(text)] == [
        (Role.PRESIDENT, "FJ"),
        (Role.MINISTER, "FJ"),
        (Role.MINISTER, "FJ"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As part of a working visit to Lima, Deputy Minister of Foreign Affairs of Kazakhstan"
         " Asel Omarova met with the Foreign Minister of Peru.",
         [(DFM, "KZ", "Lima", "PE", DAY, DONE)]),
        ("A delegation of Kazakhstan headed by Deputy Foreign Minister Asel Omarova will visit"
         " Lima.", [(DFM, "KZ", "Lima", "PE", None, PLANNED)]),
        ("Peru was represented in Almaty by Foreign Minister Javier Gonzales.",
         [(FM, "PE", "Almaty", "KZ", DAY, DONE)]),
        ("Peruvian Foreign Minister Javier Gonzales visited Almaty on the way to Seoul.",
         [(FM, "PE", "Almaty", "KZ", DAY, DONE)]),
        ("The Foreign Minister of Peru will arrive in Astana and attend a forum there.",
         [(FM, "PE", "Astana", "KZ", None, PLANNED)]),
        ("The Foreign Minister of Peru arrived in Astana to take part in the talks.",
         [(FM, "PE", "Astana", "KZ", DAY, DONE)]),
        ("The Ambassador told of the readiness of the Foreign Minister of Peru to visit Astana.",
         [(FM, "PE", "Astana", "KZ", None, PLANNED)]),
        ("The previous visit of a Peruvian foreign minister took place in 2017.",
         [(FM, "PE", None, "KZ", "2017", PAST)]),
        ("The Foreign Ministers of Peru and Fiji visited Almaty and Aktau respectively.",
         [(FM, "PE", "Almaty", "KZ", DAY, DONE), (FM, "FJ", "Aktau", "KZ", DAY, DONE)]),
        ("Among those who came to Astana were the foreign ministers of Peru and Fiji.",
         [(FM, "PE", "Astana", "KZ", DAY, DONE), (FM, "FJ", "Astana", "KZ", DAY, DONE)]),
    ],
)  # fmt: skip
def test_visits_of_whom_a_sentence_tells(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [row(account) for account in visits(text)] == expected


def test_visits_own_minister_is_known_by_the_title_alone() -> None:
    accounts = visits("LIMA. Serikov arrived in Peru on Monday.", title="Bolat Serikov in Lima")
    assert [row(account)[:4] for account in accounts] == [(FM, "KZ", "Lima", "PE")]


@pytest.mark.parametrize("unit", ["-", "a-", "first visit of ", "delegation led by ", "Peru, "])
def test_visits_endless_sentence_holds_none(unit: str) -> None:
    assert visits(unit * 4000) == []


@given(
    st.lists(
        st.sampled_from(
            ["The Foreign Minister of Peru", ", who", "arrived in Astana", "visit", "of", "by",
             "met", "Bolat Serikov", "and", "14 May", "delegation headed by", ";", "\n", "will",
             "first", "his colleague", "London", "(", "–", "’s", "the ministers of", "İ", "\0"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_visits_sentences_lie_in_the_release(words: list[str]) -> None:
    body = " ".join(words)
    for account in visits(body):
        assert body[account.start : account.end].strip()
