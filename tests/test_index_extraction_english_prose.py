"""Visits in the looser prose of news agencies and press services, sentence by sentence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from corpus.release import Language, Release, ReleaseKey
from index.extraction.event import Account, EventKind, Role, Status
from index.extraction.read import read_accounts

FM, DFM, PM = Role.FOREIGN_MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.PRIME_MINISTER
MINISTER, OTHER, HEAD = Role.MINISTER, Role.OTHER, Role.ORGANIZATION_HEAD
DONE, PLANNED, PAST = Status.TOOK_PLACE, Status.PLANNED, Status.PAST_MENTION
OFF, DENIED = Status.CANCELLED, Status.DENIED
DAY = "2025-05-20"


def visits(body: str, opening: str = "Astana, 20 May 2025 – Contacts go on.") -> list[Account]:
    """What an English release of 20 May 2025, a Tuesday, tells of visits."""
    release = Release(
        key=ReleaseKey("mfa", "news", "1", Language.EN),
        url="https://mfa.example/en/press/news/details/1?lang=en",
        title="News",
        body=f"{opening}\n\n{body}",
        published=datetime(2025, 5, 20, 9, tzinfo=UTC),
    )
    return [a for a in read_accounts(release) if a.kind is EventKind.VISIT]


def row(account: Account) -> tuple[object, ...]:
    """What is compared of an account."""
    party = account.party
    side = party.country or party.organization
    return (party.role, side, account.city, account.when, account.status)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister of Latvia Janis Ozols touched down in Astana on Monday evening.",
         [(PM, "LV", "Astana", "2025-05-19", DONE)]),
        ("Peru's top diplomat, Maria Flores, wrapped up a two-day trip to Almaty on 14 May.",
         [(FM, "PE", "Almaty", "2025-05-13", DONE)]),
        ("The Vietnamese minister stopped over in Almaty on his way home on 12 May.",
         [(FM, "VN", "Almaty", "2025-05-12", DONE)]),
        ("On Thursday Astana welcomed the Foreign Minister of Chile, Pablo Rojas.",
         [(FM, "CL", "Astana", "2025-05-15", DONE)]),
        ("The President of Kenya will not be coming to Astana after all.",
         [(Role.PRESIDENT, "KE", "Astana", None, OFF)]),
        ("The foreign ministers of Chile, Pablo Rojas, and of Peru, Maria Flores, gathered in "
         "Astana on 15 May.",
         [(FM, "CL", "Astana", "2025-05-15", DONE), (FM, "PE", "Astana", "2025-05-15", DONE)]),
        ("Taking part were the ministers of transport of Chile, Pablo Rojas; of Peru, Maria "
         "Flores; and of Cuba, Rosa Vega.",
         [(MINISTER, "CL", "Astana", DAY, DONE), (MINISTER, "PE", "Astana", DAY, DONE),
          (MINISTER, "CU", "Astana", DAY, DONE)]),
        ("Asked whether the President of Iran would visit Astana, he declined to answer.", []),
        ("No Spanish foreign minister has ever set foot in Kazakhstan.", []),
        ("A delegation headed by the Vice-Speaker of the Seimas, Jonas Petraitis, is visiting "
         "Shymkent.",
         [(Role.SPEAKER, "LT", "Shymkent", DAY, DONE)]),
        ("In 2019 the then Foreign Minister of Latvia, Edgars Kalnins, made a trip to Almaty.",
         [(FM, "LV", "Almaty", "2019", PAST)]),
        ("In 2024 Almaty was visited by the presidents of Ghana (March) and Peru (July).",
         [(Role.PRESIDENT, "GH", "Almaty", "2024-03", PAST),
          (Role.PRESIDENT, "PE", "Almaty", "2024-07", PAST)]),
        ("In April the Foreign Minister of Latvia, Edgars Kalnins, came to Almaty, and in March "
         "the Speaker of the Riigikogu, Liis Tamm, did so.",
         [(FM, "LV", "Almaty", "2025-04", PAST), (Role.SPEAKER, "EE", "Almaty", "2025-03", PAST)]),
        ("The Foreign Minister of Cuba, Luis Vega, being unwell, his first deputy, Rosa Diaz, "
         "came to Astana.",
         [(DFM, "CU", "Astana", DAY, DONE)]),
        ("The Danish foreign minister was to come to Astana, but the trip fell through.",
         [(FM, "DK", "Astana", None, OFF)]),
        ("The Foreign Minister of Malta, who had flown in the evening before, met the press.",
         [(FM, "MT", "Astana", "2025-05-19", DONE)]),
        ("Foreign Minister Erlan Seitov, who returned from Vienna on Sunday, met the press.",
         [(FM, "KZ", "Vienna", "2025-05-18", DONE)]),
        ("The Minister for European and International Affairs of Austria, Eva Braun, was shown "
         "the museum of Turkistan in Turkistan on 12 May.",
         [(FM, "AT", "Turkistan", "2025-05-12", DONE)]),
        ("Croatia sent First Deputy Foreign Minister Ivan Horvat.",
         [(DFM, "HR", "Astana", DAY, DONE)]),
        ("The deputy ministers of Chile and Peru are staying in Astana until Thursday.",
         [(DFM, "CL", "Astana", DAY, DONE), (DFM, "PE", "Astana", DAY, DONE)]),
        ("He denied that the head of the Norwegian foreign ministry had secretly been to Almaty.",
         [(FM, "NO", "Almaty", None, DENIED)]),
        ("Talks with the visiting Foreign Minister of Uruguay, Ana Silva, took place today.",
         [(FM, "UY", "Astana", DAY, DONE)]),
        ("The Austrian Chancellor, Karl Huber, cancelled his trip to Astana planned for 22 May.",
         [(PM, "AT", "Astana", "2025-05-22", OFF)]),
        ("The Foreign Minister of Bahrain paid a courtesy call in Astana on 16 May.",
         [(FM, "BH", "Astana", "2025-05-16", DONE)]),
        ("The Foreign Minister of Mali arrived in Aktau, from where he continued to Astana.",
         [(FM, "ML", "Aktau", DAY, DONE), (FM, "ML", "Astana", DAY, DONE)]),
        ("Speaking in Astana on 15 May, Israeli Foreign Minister Dan Levy praised the reforms.",
         [(FM, "IL", "Astana", "2025-05-15", DONE)]),
        ("He welcomed the statement by the Foreign Minister of Peru.", []),
        ("The talks were joined by Ulan Asanov (Kyrgyzstan) and, from Peru, Minister of Foreign "
         "Affairs Maria Flores.",
         [(FM, "KG", "Astana", DAY, DONE), (FM, "PE", "Astana", DAY, DONE)]),
    ],
)  # fmt: skip
def test_prose(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [row(account) for account in visits(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Malta's Foreign Minister Carmela Borg, accompanied by the Minister of Tourism, Joseph "
        "Zammit, landed in Astana today.",
        "Malta's Foreign Minister Carmela Borg arrived in Astana. She was joined by the Minister "
        "of Tourism, Joseph Zammit.",
        "Malta's Foreign Minister Carmela Borg arrived in Astana. The Minister of Tourism, Joseph "
        "Zammit, member of the delegation, met the press and took part in the talks.",
        "Malta's Foreign Minister Carmela Borg arrived in Astana. With her came the Minister of "
        "Tourism, Joseph Zammit.",
    ],
)
def test_prose_company_is_of_its_heads_country(text: str) -> None:
    told = {(a.party.person, a.party.country, a.city) for a in visits(text)}
    assert ("Joseph Zammit", "MT", "Astana") in told


def test_prose_each_place_has_its_date() -> None:
    text = (
        "Foreign Minister Erlan Seitov spent the past week in Africa: on 12 May he was in Nairobi, "
        "on 14 May in Kigali and on 15 May in Addis Ababa."
    )
    told = [(a.city, a.when) for a in visits(text)]
    assert told == [
        ("Nairobi", "2025-05-12"),
        ("Kigali", "2025-05-14"),
        ("Addis Ababa", "2025-05-15"),
    ]


def test_prose_they_are_whom_the_sentence_before_named() -> None:
    text = (
        "The Foreign Minister of Chile, Pablo Rojas, and the Foreign Minister of Peru, Maria "
        "Flores, are in Astana. They went on to Almaty on 19 May."
    )
    told = {(a.party.country, a.when) for a in visits(text) if a.city == "Almaty"}
    assert told == {("CL", "2025-05-19"), ("PE", "2025-05-19")}


def test_prose_predecessor_held_the_same_office() -> None:
    text = (
        "The Foreign Minister of Estonia, Liis Tamm, is in Astana. Her predecessor, Kaarel Mets, "
        "visited Almaty in May 2022."
    )
    told = [(a.party.role, a.party.country, a.party.person, a.when) for a in visits(text)]
    assert told[1:] == [(FM, "EE", "Kaarel Mets", "2022-05")]
