"""How often and where office holders must have been, and who of them is one item."""

from __future__ import annotations

from dataclasses import replace

import pytest
from event_tellings import account

from bot.events.selection import Selection, select
from bot.query.query import EventQuery, Places, Shape
from index.extraction.event import Account, Event, EventKind, Party, Role, Telling

ASTANA = frozenset({"Astana"})
DAYS = ("2023-03-01", "2024-03-01", "2025-03-01")
MINISTERS = EventQuery(
    EventKind.VISIT,
    roles=frozenset({Role.FOREIGN_MINISTER}),
    origin=Places(regions=frozenset({"africa"})),
    cities=ASTANA,
)


def of(
    country: str,
    role: Role = Role.FOREIGN_MINISTER,
    office: str | None = None,
    person: str | None = None,
) -> Party:
    return Party(role, person, office, country)


def selected(query: EventQuery, *accounts: Account) -> Selection:
    events = [Event(n, one, (Telling(n, one),)) for n, one in enumerate(accounts)]
    return select(query, events, lambda _event: 1.0)


def keys(selection: Selection) -> list[str]:
    return [group.key for group in selection.groups]


def test_more_than_once_can_be_at_least_as_often_as_asked() -> None:
    of_chad = [account(day, of("TD")) for day in DAYS]
    of_mali = [replace(each, party=of("ML")) for each in of_chad[:2]]
    often = replace(MINISTERS, shape=Shape.MORE_THAN_ONCE)
    assert keys(selected(often, *of_chad, *of_mali)) == ["TD", "ML"]
    assert keys(selected(replace(often, limit=3), *of_chad, *of_mali)) == ["TD"]


def test_every_city_asks_for_who_was_in_all_of_them() -> None:
    both = replace(MINISTERS, cities=ASTANA | {"Almaty"}, every_city=True)
    found = selected(
        both,
        account(party=of("TD")),
        account(party=of("TD"), city="Almaty"),
        account(party=of("ML"), city="Almaty"),
    )
    assert keys(found) == ["TD"]
    either = selected(replace(both, every_city=False), account(party=of("ML"), city="Almaty"))
    assert keys(either) == ["ML"]


def test_ministers_of_one_country_and_several_fields_are_several_items() -> None:
    query = replace(MINISTERS, roles=frozenset({Role.MINISTER}))
    found = selected(
        query,
        account(party=of("TD", Role.MINISTER, office="Minister of Energy")),
        account(party=of("TD", Role.MINISTER, office="Minister of Health")),
    )
    assert keys(found) == ["TD", "TD"]


@pytest.mark.parametrize(
    ("asked", "told", "is_found"),
    [
        ("Askar Omarov", "A. Omarov", True),
        ("A. Omarov", "Askar Omarov", True),
        ("Нурлан Омаров", "Н. Омаров", True),
        ("Askar Omarov", "S. Omarov", False),
        ("Askar Omarov", "A. Petrov", False),
    ],
)
def test_a_person_is_known_by_his_initial(asked: str, told: str, is_found: bool) -> None:
    found = selected(replace(MINISTERS, person=asked), account(party=of("TD", person=told)))
    assert keys(found) == (["TD"] if is_found else [])
