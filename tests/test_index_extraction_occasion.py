"""What holds for all of a release: its conference, the day of a paragraph, a look back."""

from __future__ import annotations

import pytest
from english_visits import (
    DATELINE,
    DAY,
    DONE,
    PAST,
    PLANNED,
    row,
    visits,
)

from index.extraction.event import Role, Status, VisitForm

FM, PRESIDENT = Role.FOREIGN_MINISTER, Role.PRESIDENT
NEW_YORK = (
    "NEW YORK – The session of the UN General Assembly goes on. {}Foreign Minister of Kazakhstan "
    "Daniyar Omarov met with the foreign ministers of Fiji and Peru.\n\n"
    "At the meeting with Minister of Foreign Affairs of Peru Javier Gonzales the parties "
    "discussed copper."
)


def test_occasion_margins() -> None:
    found = visits(NEW_YORK.format("On its margins "))
    assert {(a.party.country, a.party.person) for a in found} == {
        ("KZ", "Daniyar Omarov"),
        ("FJ", None),
        ("PE", "Javier Gonzales"),
    }
    assert {(a.city, a.form) for a in found} == {("New York", VisitForm.CONFERENCE)}


def test_occasion_third_country() -> None:
    assert [a.party.country for a in visits(NEW_YORK.format(""))] == ["KZ"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The forum opened on 12 May. The guests were joined by Foreign Minister of Peru Javier "
         "Gonzales, who arrived in Astana.", "2024-05-12"),
        ("The forum opened on 12 May.\n\nForeign Minister of Peru Javier Gonzales arrived in "
         "Astana.", DAY),
    ],
)  # fmt: skip
def test_occasion_day(text: str, day: str) -> None:
    assert [a.when for a in visits(f"{DATELINE}The forum has ended. {text}")] == [day]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The President visited Lima and Suva.",
         [(PRESIDENT, "KZ", "Lima", "PE", "2024", PAST),
          (PRESIDENT, "KZ", "Suva", "FJ", "2024", PAST)]),
        ("The Foreign Minister of Peru visited Astana in March.",
         [(FM, "PE", "Astana", "KZ", "2024-03", PAST)]),
        ("The Foreign Minister of Peru will visit Astana in 2025.",
         [(FM, "PE", "Astana", "KZ", "2025", PLANNED)]),
    ],
)  # fmt: skip
def test_occasion_review(text: str, expected: list[tuple[object, ...]]) -> None:
    found = visits(f"The ministry summed up the results of the outgoing year.\n\n{text}")
    assert [row(account) for account in found] == expected


def test_occasion_year() -> None:
    (account,) = visits("In 2024 the Foreign Minister of Peru visited Astana.")
    assert (account.when, account.status) == ("2024", Status.PAST_MENTION)
    assert DONE is Status.TOOK_PLACE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last year, in June, the Foreign Minister of Peru visited Astana.", "2023-06"),
        ("In June the Foreign Minister of Peru visited Astana.", "2023-06"),
        ("Last year, in March, the Foreign Minister of Peru visited Astana.", "2023-03"),
    ],
)
def test_occasion_month_of_a_year(text: str, day: str) -> None:
    assert [a.when for a in visits(text)] == [day]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peru will open an embassy, Minister of External Relations Javier Gonzales said after "
         "he arrived in Astana.", "PE"),
        ("The session goes on.\n\nIn Lima, the capital of Peru, Principal Secretary for Foreign "
         "Affairs Javier Gonzales said that he had visited Astana.", "PE"),
    ],
)  # fmt: skip
def test_occasion_titles_of_others(text: str, country: str) -> None:
    assert [a.party.country for a in visits(text)] == [country]


def test_occasion_founding() -> None:
    text = "The visit of the Foreign Minister of Peru to Astana is the first in the history of "
    (account,) = visits(f"{DATELINE}{text}relations, established in 1994.")
    assert account.when == DAY


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Foreign Minister of Peru Javier Gonzales came from Baku, where on Monday he opened an "
         "exhibition.", "Baku"),
        ("The President’s plane made a technical stop in Baku.", "Baku"),
    ],
)  # fmt: skip
def test_occasion_clause(text: str, city: str) -> None:
    assert city in [a.city for a in visits(DATELINE + text)]


def test_occasion_own_minister_of_others() -> None:
    text = (
        "Deputy Foreign Minister of Peru Javier Gonzales visited Astana.\n\n"
        "Foreign Minister Rosa Quispe would visit Kazakhstan in 2025."
    )
    assert [(a.party.country, a.status) for a in visits(text)][1:] == [("PE", PLANNED)]


def test_occasion_own_deputy_after_a_foreign_one() -> None:
    text = (
        "Deputy Foreign Minister Daniyar Omarov flew to Baku.\n\nDeputy Foreign Minister of Peru "
        "Javier Gonzales held talks in Astana with Deputy Foreign Minister Aliya Serik."
    )
    assert ("Astana", "Aliya Serik") not in [(a.city, a.party.person) for a in visits(text)]
