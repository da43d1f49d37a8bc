"""Visits in English as press services tell them in passing: lists, companions, titles alone."""

from __future__ import annotations

import pytest
from english_visits import DATELINE, DFM, DONE, FM, OFF, PAST, PLANNED, visits

from index.extraction.event import Role, Status

MINISTER, OTHER, HEAD = Role.MINISTER, Role.OTHER, Role.ORGANIZATION_HEAD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister of Foreign Affairs of Cuba Luis Ortega came to Astana in March, Minister of "
            "Foreign Affairs of Ghana Kofi Asante in July and the head of the Foreign Ministry of "
            "Laos in November 2023.",
            [
                (FM, "CU", "Astana", "2024-03", PAST),
                (FM, "GH", "Astana", "2023-07", PAST),
                (FM, "LA", "Astana", "2023-11", PAST),
            ],
        ),
        (
            "The Foreign Minister of Jordan visited Astana on 2 May and the Foreign Minister of "
            "Oman, Salem Al-Harthy, on 11 May.",
            [
                (FM, "JO", "Astana", "2024-05-02", DONE),
                (FM, "OM", "Astana", "2024-05-11", DONE),
            ],
        ),
        (
            "Foreign Minister of Chile Pablo Rojas attended the forum in Turkistan on 12 May, as "
            "did Foreign Minister of Peru Maria Flores.",
            [
                (FM, "CL", "Turkistan", "2024-05-12", DONE),
                (FM, "PE", "Turkistan", "2024-05-12", DONE),
            ],
        ),
        (
            "On 12 May the Foreign Minister of Finland travelled to Almaty together with Minister "
            "of Culture Aino Laine.",
            [
                (FM, "FI", "Almaty", "2024-05-12", DONE),
                (MINISTER, "FI", "Almaty", "2024-05-12", DONE),
            ],
        ),
        (
            "Foreign Minister of Peru Maria Flores met Askar Omarov in Astana on 13 May, and "
            "Foreign Minister of Chile Pablo Rojas cancelled his arrival because of illness.",
            [
                (FM, "PE", "Astana", "2024-05-13", DONE),
                (FM, "CL", "Astana", None, OFF),
            ],
        ),
    ],
)
def test_press_lists_tell_of_everybody_in_them(text: str, expected: list[object]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister of Estonia Liis Tamm is in Astana. Ms Tamm's predecessor came to Almaty "
         "in May 2021.", (FM, "EE", "Almaty", "2021-05", PAST)),
        ("The Bulgarian President, Ivan Petkov, is in Astana. On Thursday the Bulgarian leader "
         "will fly to Aktau.", (Role.PRESIDENT, "BG", "Aktau", "2024-05-16", PLANNED)),
        ("Federal Minister for European and International Affairs of Austria Josef Bauer is in "
         "Astana. On 12 May the federal minister travelled to Shymkent, where he talked with the "
         "mayor, Nurzhan Akhmetov.", (FM, "AT", "Shymkent", "2024-05-12", DONE)),
        ("Special Envoy of France Anne Moreau is in Astana. The envoy also went to Pavlodar on 12 "
         "May.", (Role.SPECIAL_REPRESENTATIVE, "FR", "Pavlodar", "2024-05-12", DONE)),
    ],
)  # fmt: skip
def test_press_second_naming_is_of_the_first(text: str, expected: object) -> None:
    assert _told(text)[1:] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 21 May, Almaty will host the Foreign Minister of Latvia, Janis Ozols.",
         (FM, "LV", "Almaty", "2024-05-21", PLANNED)),
        ("The regional tour of the Foreign Minister of Austria, Josef Bauer, is to end in Bishkek "
         "on Friday.", (FM, "AT", "Bishkek", "2024-05-17", PLANNED)),
        ("Our minister will leave for Ottawa on 20 May.",
         (FM, "KZ", "Ottawa", "2024-05-20", PLANNED)),
        ("Foreign Minister of Kenya John Mwangi will thus become the first African minister to "
         "visit Almaty.", (FM, "KE", "Almaty", None, PLANNED)),
        ("The Maltese side was represented by State Secretary for Foreign Policy Carmela Borg at "
         "the talks in Astana on 13 May.", (DFM, "MT", "Astana", "2024-05-13", DONE)),
        ("Former Prime Minister of Norway Kari Dahl arrived in Astana on 12 May.",
         (OTHER, "NO", "Astana", "2024-05-12", DONE)),
        ("Ex-President of Slovenia Ana Novak visited Astana on 12 May.",
         (OTHER, "SI", "Astana", "2024-05-12", DONE)),
        ("Earlier, in January, a delegation of the Chamber of Commerce of Finland led by its "
         "Vice-President, Aino Laine, visited Almaty.", (OTHER, "FI", "Almaty", "2024-01", PAST)),
        ("Chairman of the Board of the Asian Development Bank Kenji Mori arrived in Almaty on 12 "
         "May.", (HEAD, "ADB", "Almaty", "2024-05-12", DONE)),
        ("Director-General of UNIDO Ricardo Soto arrived in Astana on 12 May.",
         (HEAD, "UNIDO", "Astana", "2024-05-12", DONE)),
        ("Secretary General of the World Beekeeping Union, Ricardo Soto, came to Astana on 12 May.",
         (HEAD, "World Beekeeping Union", "Astana", "2024-05-12", DONE)),
        ("President Alikhan Omarov held talks with Prime Minister Razak Iskandar in Kuala Lumpur.",
         (Role.PRESIDENT, "KZ", "Kuala Lumpur", "2024-05-14", DONE)),
        ("The Foreign Minister of Latvia, who had been announced, was represented in Astana by the "
         "ambassador.", (FM, "LV", "Astana", None, OFF)),
        ("Minister of Transport of Romania Sorin Balan, who was expected in Aktau, did not come "
         "because of a debate.", (MINISTER, "RO", "Aktau", None, OFF)),
        ("During a stopover in Almaty on the way from Jakarta to Geneva on 12 May, the Foreign "
         "Minister of Indonesia, Siti Rahma, talked with Deputy Foreign Minister Askar Omarov.",
         (FM, "ID", "Almaty", "2024-05-12", DONE)),
        ("On 12 May the delegation of Slovenia got acquainted with the old town in Turkistan.",
         (Role.DELEGATION, "SI", "Turkistan", "2024-05-12", DONE)),
    ],
)  # fmt: skip
def test_press_sentence_tells_of_one_visit(text: str, expected: object) -> None:
    assert _told(text) == [expected]


def test_press_one_of_several_visits_has_its_own_date() -> None:
    told = _told(
        "Foreign Minister of France Anne Moreau arrived in Almaty on 13 May; it is her second trip "
        "to Kazakhstan, the first one was in June 2022."
    )
    assert told == [
        (FM, "FR", "Almaty", "2024-05-13", DONE),
        (FM, "FR", None, "2022-06", PAST),
    ]


def test_press_one_verb_tells_of_each_of_its_dates() -> None:
    told = _told(
        "Foreign Minister of Malta Carmela Borg twice visited Almaty, in 2019 and in 2022."
    )
    assert told == [(FM, "MT", "Almaty", "2019", PAST), (FM, "MT", "Almaty", "2022", PAST)]


def test_press_no_such_visit_took_place() -> None:
    told = _told(
        "Asked about a visit to Almaty by the Foreign Minister of Malta, the spokesman replied "
        "that no such visit had taken place."
    )
    assert told == [(FM, "MT", "Almaty", None, Status.DENIED)]


def _told(text: str) -> list[object]:
    """What a release with these sentences tells: who, of where, to which city, when and whether."""
    return [
        (a.party.role, a.party.country or a.party.organization, a.city, a.when, a.status)
        for a in visits(f"{DATELINE}Contacts go on. {text}")
    ]
