"""Who is named in an English sentence: offices, countries and names put together."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from corpus.release import Language, Release, ReleaseKey
from index.extraction.annotate import annotate
from index.extraction.annotation import PartyMention, Reference
from index.extraction.english.grammar import EnglishGrammar
from index.extraction.event import Role
from index.extraction.lexicon import lexicon

FM, DFM, MINISTER = Role.FOREIGN_MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.MINISTER
GRAMMAR = EnglishGrammar(lexicon(Language.EN))


def parties(text: str) -> list[PartyMention]:
    """Everybody named in the first sentence of a text."""
    release = Release(
        ReleaseKey("mfa", "news", "1", Language.EN), "", "", text, datetime(2024, 5, 14, tzinfo=UTC)
    )
    return GRAMMAR.parties(annotate(release, lexicon(Language.EN))[0])


@pytest.mark.parametrize(
    ("title", "role", "country", "name"),
    [
        ("the Minister of Foreign Affairs of Peru Javier Gonzales", FM, "PE", "Javier Gonzales"),
        ("Foreign Minister Javier Gonzales of Peru", FM, "PE", "Javier Gonzales"),
        ("Peru’s Foreign Minister Javier Gonzales", FM, "PE", "Javier Gonzales"),
        ("the Peruvian Foreign Minister, Javier Gonzales,", FM, "PE", "Javier Gonzales"),
        ("Javier Gonzales, Foreign Minister of Peru,", FM, "PE", "Javier Gonzales"),
        ("the Minister of Foreign Affairs and Trade of Peru, Javier Gonzales,", FM, "PE",
         "Javier Gonzales"),
        ("the Minister of Foreign Affairs, Regional Integration and Beninese Abroad, Ali Kora,", FM,
         "BJ", "Ali Kora"),
        ("the Minister for European and International Affairs of Peru", FM, "PE", None),
        ("the Secretary of Foreign Affairs of Mexico, Ana Prieto,", FM, "MX", "Ana Prieto"),
        ("U.S. Secretary of State John Miller", FM, "US", "John Miller"),
        ("the Head of the Federal Department of Foreign Affairs of Switzerland", FM, "CH", None),
        ("the head of Finnish diplomacy", FM, "FI", None),
        ("First Deputy Foreign Minister of Nepal Ram Thapa", DFM, "NP", "Ram Thapa"),
        ("the Permanent Secretary of the Ministry of Foreign Affairs of Fiji", DFM, "FJ", None),
        ("the Acting Minister of Foreign Affairs of Nepal", FM, "NP", None),
        ("the Minister of Mines and Hydrocarbons of Gabon", MINISTER, "GA", None),
        ("Prime Minister of Ireland", Role.PRIME_MINISTER, "IE", None),
        ("the head of the government of Malta", Role.PRIME_MINISTER, "MT", None),
        ("President of Fiji", Role.PRESIDENT, "FJ", None),
        ("the Emir of Qatar Sheikh Khalid Al Amri", Role.PRESIDENT, "QA", "Sheikh Khalid Al Amri"),
        ("the Chairman of the Senate of Chile", Role.SPEAKER, "CL", None),
        ("Vice President of Colombia", Role.OTHER, "CO", None),
        ("the Ambassador of Peru, Luis Prado,", Role.AMBASSADOR, "PE", "Luis Prado"),
        ("a business delegation from Nigeria", Role.DELEGATION, "NG", None),
        ("the Oriental Republic of Uruguay’s Foreign Minister", FM, "UY", None),
    ],
)  # fmt: skip
def test_parties_one(title: str, role: Role, country: str | None, name: str | None) -> None:
    party = parties(f"On Monday {title} arrived.")[0]
    assert (party.role, party.country) == (role, country)
    assert (party.person.name if party.person else None) == name


@pytest.mark.parametrize(
    ("text", "role", "other"),
    [
        ("Deputy Prime Minister – Minister of Foreign Affairs of Nepal Ram Thapa",
         FM, Role.DEPUTY_PRIME_MINISTER),
        ("Prime Minister and Minister of Foreign Affairs of Qatar", FM, Role.PRIME_MINISTER),
        ("Deputy Prime Minister of Nepal – Minister of Foreign Affairs Ram Thapa",
         FM, Role.DEPUTY_PRIME_MINISTER),
    ],
)  # fmt: skip
def test_parties_double_office_is_one_person(text: str, role: Role, other: Role) -> None:
    assert [(p.role, p.other_roles) for p in parties(text)] == [(role, (other,))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The foreign ministers of Peru, Chile and Nepal came.", ["PE", "CL", "NP"]),
        ("The Kyrgyz and Azerbaijani ministers came.", ["KG", "AZ"]),
        ("Foreign ministers of three states, Peru, Nepal and Fiji, came.", ["PE", "NP", "FJ"]),
        ("The foreign ministers of Peru and of Nepal came.", ["PE", "NP"]),
    ],
)
def test_parties_list(text: str, expected: list[str]) -> None:
    assert [party.country for party in parties(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Peru Javier Gonzales and Nepal Ram Thapa came.",
        "The foreign ministers of Peru, Javier Gonzales, and Nepal, Ram Thapa, came.",
        "The foreign ministers of Peru and Nepal, Javier Gonzales and Ram Thapa, came.",
    ],
)
def test_parties_list_with_names(text: str) -> None:
    named = [(p.country, p.person.name) for p in parties(text) if p.person]
    assert named == [("PE", "Javier Gonzales"), ("NP", "Ram Thapa")]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("His Peruvian colleague spoke.", Reference.COUNTERPART),
        ("The guest spoke.", Reference.GUEST),
        ("She spoke.", Reference.PRONOUN),
        ("The minister spoke.", Reference.OFFICE),
        ("The delegation left.", Reference.DELEGATION),
        ("He met the foreign minister of his country.", Reference.COMPATRIOT),
    ],
)
def test_parties_reference(text: str, reference: Reference) -> None:
    assert parties(text)[-1].reference is reference


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Foreign Affairs of Peru published a statement.",
        "The Council of Foreign Ministers of the Organization of Turkic States met.",
        "The Embassy of Peru in Astana is open.",
    ],
)
def test_parties_no_office_holder(text: str) -> None:
    assert [p for p in parties(text) if p.country or p.organization] == []
