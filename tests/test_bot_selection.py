"""Which events answer a query, how they are grouped, and what nearly answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from event_tellings import ACCOUNTS, account
from hypothesis import given
from hypothesis import strategies as st

from bot.events.criteria import Reason, is_within, lies_in, reasons
from bot.events.selection import Selection, select
from bot.query.query import EventQuery, ItemOf, Places, Shape
from index.extraction.event import (
    Account,
    Event,
    EventKind,
    Party,
    Role,
    Status,
    Telling,
    VisitForm,
)

AFRICA = Places(regions=frozenset({"africa"}))
ASTANA = frozenset({"Astana"})
MINISTERS = EventQuery(
    EventKind.VISIT, roles=frozenset({Role.FOREIGN_MINISTER}), origin=AFRICA, cities=ASTANA
)


def of(country: str | None, role: Role = Role.FOREIGN_MINISTER, **changes: Any) -> Party:  # noqa: ANN401
    return Party(role, country=country, **changes)


def events(*accounts: Account) -> list[Event]:
    return [Event(number, one, (Telling(number, one),)) for number, one in enumerate(accounts)]


def selected(query: EventQuery, *accounts: Account) -> Selection:
    return select(query, events(*accounts), lambda _event: 1.0)


def keys(selection: Selection) -> list[str]:
    return [group.key for group in selection.groups]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"status": Status.PAST_MENTION}, None),
        ({"status": Status.PLANNED}, Reason.PLANNED),
        ({"status": Status.CANCELLED}, Reason.CANCELLED),
        ({"status": Status.POSTPONED}, Reason.POSTPONED),
        ({"status": Status.DENIED}, Reason.DENIED),
        ({"party": of("KE", Role.DEPUTY_FOREIGN_MINISTER)}, Reason.OTHER_RANK),
        ({"party": of("KE", Role.PRESIDENT)}, Reason.OTHER_RANK),
        ({"city": "Almaty"}, Reason.OTHER_CITY),
        ({"city": None}, Reason.NO_CITY),
        ({"city": "Tashkent", "to_country": "UZ"}, Reason.ELSEWHERE),
        ({"form": VisitForm.TRANSIT}, Reason.TRANSIT),
        ({"kind": EventKind.CALL}, Reason.CONTACT),
        ({"kind": EventKind.TALKS, "city": "New York", "to_country": "US"}, Reason.ELSEWHERE),
    ],
)
def test_what_fails_one_condition_is_a_near_miss(
    changes: dict[str, Any], reason: Reason | None
) -> None:
    found = selected(MINISTERS, account(**changes))
    assert keys(found) == (["KE"] if reason is None else [])
    assert [miss.reason for miss in found.near] == ([] if reason is None else [reason])


@pytest.mark.parametrize(
    "changes",
    [
        {"party": of("JP")},
        {"party": of(None, Role.ORGANIZATION_HEAD, organization="OSCE")},
        {"status": Status.PLANNED, "city": "Almaty"},
        {"kind": EventKind.TALKS},
        {"kind": EventKind.DOCUMENT},
    ],
    ids=["another continent", "an organisation", "two conditions", "talks at home", "document"],
)
def test_what_is_far_off_is_not_even_near(changes: dict[str, Any]) -> None:
    assert selected(MINISTERS, account(**changes)) == Selection((), ())


@pytest.mark.parametrize(
    ("asked", "called"),
    [
        ("Mwangi", True),
        ("Мванги", True),
        ("Amina Mwangy", True),
        ("Амину Мванги", True),
        ("Omina Otieno", False),
        ("Abdel Mwanga-Okello", False),
    ],
)
def test_a_person_is_known_by_most_of_the_name(asked: str, called: bool) -> None:
    query = EventQuery(EventKind.VISIT, person=asked)
    assert bool(selected(query, account()).groups) is called


def test_a_double_office_counts_for_both() -> None:
    both = of("KE", Role.PRIME_MINISTER, other_roles=(Role.FOREIGN_MINISTER,))
    query = EventQuery(
        EventKind.VISIT,
        roles=frozenset({Role.FOREIGN_MINISTER}),
        also_roles=frozenset({Role.PRIME_MINISTER}),
    )
    assert keys(selected(query, account(party=both), account(party=of("EG")))) == ["KE"]


def test_nobody_visits_the_own_country() -> None:
    assert not selected(EventQuery(EventKind.VISIT), account(party=of("KZ"))).groups


@pytest.mark.parametrize(
    ("when", "first", "last", "inside"),
    [
        ("2024-05-14", date(2024, 5, 14), date(2024, 5, 14), True),
        ("2024-05-14", date(2024, 5, 15), None, False),
        ("2024-05", date(2024, 5, 1), date(2024, 5, 31), True),
        ("2024-05", date(2024, 5, 10), None, False),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), True),
        ("2024", date(2024, 1, 1), date(2024, 6, 30), False),
        (None, date(2024, 1, 1), None, False),
    ],
)
def test_a_date_lies_within_a_period_as_a_whole(
    when: str | None, first: date, last: date | None, inside: bool
) -> None:
    assert is_within(account(when), first, last) is inside


def test_of_a_visit_of_several_days_the_first_counts() -> None:
    visit = account("2024-05-30", last=date(2024, 6, 2))
    assert is_within(visit, date(2024, 5, 1), date(2024, 5, 31))
    assert not is_within(visit, date(2024, 6, 1), date(2024, 6, 30))


@pytest.mark.parametrize(("day", "member"), [(date(2020, 1, 1), True), (date(2021, 1, 1), False)])
def test_membership_goes_by_the_day_of_the_visit(day: date, member: bool) -> None:
    # The United Kingdom left the European Union on 31 January 2020.
    union = Places(organizations=frozenset({"EU"}))
    assert lies_in("GB", None, union, day) is member


def test_a_traveller_is_one_item_with_all_visits() -> None:
    found = selected(
        MINISTERS,
        account("2023-02-01"),
        account(None),
        account("2024-05-14"),
        account("2022-01-01", of("EG")),
    )
    assert keys(found) == ["EG", "KE"]
    assert [len(group.visits) for group in found.groups] == [1, 2]


def test_ranks_asked_for_side_by_side_are_items_of_their_own() -> None:
    minister = of("KE", Role.MINISTER, person="Peter Otieno")
    both = replace(MINISTERS, roles=frozenset({Role.FOREIGN_MINISTER, Role.MINISTER}))
    assert keys(selected(both, account(), account(party=minister))) == ["KE", "KE"]
    promoted = of("KE", Role.MINISTER, person="Amina Mwangi")
    assert keys(selected(both, account(), account("2025-01-01", promoted))) == ["KE"]
    assert keys(selected(replace(both, roles=frozenset()), account(party=minister))) == ["KE"]


def test_undated_ones_come_last() -> None:
    found = selected(MINISTERS, account(None, of("EG")), account("2024", of("MA")), account())
    assert keys(found) == ["MA", "KE", "EG"]


def test_a_visit_told_vaguely_is_the_one_told_exactly() -> None:
    query = EventQuery(EventKind.VISIT, item_of=ItemOf.VISIT)
    found = selected(query, account("2024"), account("2024-05-14"), account("2024-05-16"))
    assert len(found.groups) == 1
    assert found.groups[0].events[0].best.when == "2024-05-14"


@pytest.mark.parametrize(
    ("shape", "limit", "expected"),
    [
        (Shape.FIRST, None, ["EG"]),
        (Shape.FIRST, 2, ["EG", "KE"]),
        (Shape.LATEST, None, ["MA", "TN"]),
        (Shape.MOST_OFTEN, None, ["KE"]),
        (Shape.MORE_THAN_ONCE, None, ["KE"]),
        (Shape.LIST, 1, ["EG"]),
        (Shape.COUNT, None, ["EG", "KE", "MA", "TN"]),
    ],
)
def test_shapes(shape: Shape, limit: int | None, expected: list[str]) -> None:
    query = EventQuery(EventKind.VISIT, shape=shape, limit=limit)
    found = selected(
        query,
        account("2022-03-01", of("EG")),
        account("2023-03-01"),
        account("2024-03-01"),
        account("2025-03-01", of("MA")),
        account("2025-03-01", of("TN")),
        account(None, of("EG")),
    )
    assert keys(found) == expected


def test_destinations_and_cities_are_items_too() -> None:
    own = of("KZ")
    trips = (
        account("2024-01-10", own, city="Rome", to_country="IT"),
        account("2024-01-12", own, city="Milan", to_country="IT"),
        account("2024-03-01", own, city="Cairo", to_country="EG"),
    )
    origin = Places(countries=frozenset({"KZ"}))
    countries = EventQuery(EventKind.VISIT, item_of=ItemOf.DESTINATION, origin=origin)
    cities = EventQuery(EventKind.VISIT, item_of=ItemOf.CITY, origin=origin)
    assert keys(selected(countries, *trips)) == ["IT", "EG"]
    assert keys(selected(cities, *trips)) == ["Rome", "Milan", "Cairo"]


def test_whoever_came_only_elsewhere() -> None:
    query = EventQuery(
        EventKind.VISIT,
        destination=Places(countries=frozenset({"KZ"})),
        not_cities=ASTANA,
    )
    found = selected(
        query,
        account("2023-01-01", city="Almaty"),
        account("2024-01-01"),
        account("2024-01-01", of("EG"), city="Aktau"),
    )
    assert keys(found) == ["EG"]


def test_what_was_planned_and_done_is_no_near_miss() -> None:
    planned = account("2024-05-14", status=Status.PLANNED)
    assert not selected(MINISTERS, account("2024-05-14"), planned).near
    (alone,) = selected(MINISTERS, planned).near
    assert alone.reason is Reason.PLANNED


def test_the_topic_tells_editions_apart() -> None:
    query = EventQuery(EventKind.VISIT, topic=("third", "river", "forum"))
    shares = {"KE": 1.0, "EG": 0.67, "MA": 0.3}
    found = select(
        query,
        events(account(), account(party=of("EG")), account(party=of("MA"))),
        lambda event: shares[event.best.party.country or ""],
    )
    assert keys(found) == ["KE"]


@pytest.mark.parametrize(
    ("topic", "unheld"), [(("history",), ("history",)), (("Golden", "congress"), ())]
)
def test_common_words_that_nothing_holds_are_passed_over(
    topic: tuple[str, ...], unheld: tuple[str, ...]
) -> None:
    query = replace(MINISTERS, topic=topic)
    found = select(query, events(account()), lambda _event: 0.0)
    assert found.unheld == unheld
    assert keys(found) == (["KE"] if unheld else [])


def test_a_visit_on_another_occasion_is_near_where_one_is_asked_for() -> None:
    query = replace(MINISTERS, origin=Places(frozenset({"KE"})), topic=("uranium",))
    found = select(query, events(account()), lambda _event: 0.0)
    assert [miss.reason for miss in found.near] == [Reason.OFF_TOPIC]


QUERIES = st.builds(
    EventQuery,
    st.just(EventKind.VISIT),
    shape=st.sampled_from(Shape),
    item_of=st.sampled_from([ItemOf.TRAVELLER, ItemOf.VISIT, ItemOf.DESTINATION, ItemOf.CITY]),
    roles=st.frozensets(st.sampled_from([Role.FOREIGN_MINISTER, Role.PRESIDENT]), max_size=1),
    origin=st.sampled_from([Places(), AFRICA]),
    cities=st.sampled_from([frozenset[str](), ASTANA]),
    first=st.sampled_from([None, date(2024, 5, 1)]),
    limit=st.sampled_from([None, 1, 2]),
)


@given(QUERIES, st.lists(ACCOUNTS, max_size=12))
def test_every_item_meets_the_query_and_no_event_is_told_twice(
    query: EventQuery, accounts: list[Account]
) -> None:
    found = selected(query, *accounts)
    shown = [event.number for group in found.groups for event in group.events]
    near = [miss.event.number for miss in found.near]
    assert len(shown) == len(set(shown))
    assert not set(shown) & set(near)
    for group in found.groups:
        assert all(reasons(event, query) == frozenset() for event in group.events)
    for miss in found.near:
        assert reasons(miss.event, query) == frozenset({miss.reason})
