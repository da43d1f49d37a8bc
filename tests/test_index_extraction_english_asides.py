"""Visits in English told aside: dates in brackets, "the latter", delegations of an assembly."""

from __future__ import annotations

import pytest
from english_visits import DATELINE, DONE, FM, PAST, PLANNED, visits

from index.extraction.event import Role, Status

ENVOY, HEAD, GROUP = Role.SPECIAL_REPRESENTATIVE, Role.ORGANIZATION_HEAD, Role.DELEGATION


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Over the past years Astana has been visited by the Speaker of the Seimas (March 2022) "
            "and the Minister of Energy of Lithuania (June 2023).",
            [
                (Role.SPEAKER, "LT", "Astana", "2022-03", PAST),
                (Role.MINISTER, "LT", "Astana", "2023-06", PAST),
            ],
        ),
        (
            "On 12 May a delegation of the House of Elders of Botswana stayed in Shymkent.",
            [(GROUP, "BW", "Shymkent", "2024-05-12", DONE)],
        ),
        (
            "Taking part in the meeting in Burabay on 13 May were Special Envoy of Japan for "
            "Afghanistan Kenji Mori and Ambassador-at-Large of Turkmenistan Merdan Ataev.",
            [
                (ENVOY, "JP", "Burabay", "2024-05-13", DONE),
                (ENVOY, "TM", "Burabay", "2024-05-13", DONE),
            ],
        ),
        (
            "The minister was received by the Secretary General of the OSCE during the latter's "
            "stay in Astana on 12 May.",
            [(HEAD, "OSCE", "Astana", "2024-05-12", DONE)],
        ),
        (
            "With Foreign Minister of Ghana Kofi Asante preparations for the latter's visit to "
            "Almaty in December were discussed.",
            [(FM, "GH", "Almaty", "2024-12", PLANNED)],
        ),
        (
            "With regard to reports which have appeared in the media that the foreign minister of "
            "Peru has arrived in Astana, the ministry states the following.",
            [(FM, "PE", "Astana", None, Status.DENIED)],
        ),
        (
            "The plane of the foreign minister of Peru landed in Almaty on 12 May for refuelling.",
            [(FM, "PE", "Almaty", "2024-05-12", DONE)],
        ),
        (
            "Kazakhstan has been visited by the Vice President of Peru, in September 2023, and the "
            "foreign minister of Chile, in February 2024.",
            [
                (Role.OTHER, "PE", None, "2023-09", PAST),
                (FM, "CL", None, "2024-02", PAST),
            ],
        ),
    ],
)
def test_asides_tell_of_visits(text: str, expected: list[object]) -> None:
    assert _told(text) == expected


def test_a_minister_told_beside_a_companion_is_the_own_one() -> None:
    accounts = visits(
        f"{DATELINE}President of Latvia Juris Bergs is on a visit to Astana. He is accompanied by "
        "Minister of Foreign Affairs Anna Lace. A. Lace also met with Minister of Foreign Affairs "
        "Askar Omarov."
    )
    assert {a.party.person for a in accounts} == {"Juris Bergs", "Anna Lace"}


def test_the_own_minister_goes_as_part_of_a_delegation() -> None:
    told = _told(
        "On 12 May Minister of Foreign Affairs A. Omarov was in Geneva as part of the delegation."
    )
    assert told == [(FM, "KZ", "Geneva", "2024-05-12", DONE)]


def test_whom_somebody_inspects_a_port_with_is_no_traveller() -> None:
    accounts = visits(
        f"{DATELINE}Foreign Minister of Denmark Jens Holm travelled to Aktau, where he inspected "
        "the port together with Deputy Minister of Transport Serik Aliyev."
    )
    assert [a.party.person for a in accounts] == ["Jens Holm"]


def test_to_whom_a_monument_is_dedicated_is_no_place() -> None:
    told = _told(
        "On 12 May Foreign Minister of Kazakhstan Askar Omarov laid flowers at the monument to "
        "Auezov in Seoul."
    )
    assert told == [(FM, "KZ", "Seoul", "2024-05-12", DONE)]


def _told(text: str) -> list[object]:
    """What a release with these sentences tells: who, of where, to which city, when and whether."""
    return [
        (a.party.role, a.party.country or a.party.organization, a.city, a.when, a.status)
        for a in visits(f"{DATELINE}Contacts go on. {text}")
    ]
