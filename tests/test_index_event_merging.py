"""Tellings of one event become one event, and no two events become one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from event_tellings import KENYA, RELEASES, TELLINGS, account, grouped, merged
from hypothesis import given
from hypothesis import strategies as st

from index.events.merging import merge
from index.extraction.event import Account, EventKind, Party, Role, Status, Telling, VisitForm

PAST, PLANNED = Status.PAST_MENTION, Status.PLANNED


@given(st.data(), TELLINGS)
def test_the_order_of_tellings_and_releases_does_not_matter(
    data: st.DataObject, tellings: list[Telling]
) -> None:
    shuffled = data.draw(st.permutations(tellings))
    assert merge(shuffled, RELEASES[::-1]) == merge(tellings, RELEASES)


@given(TELLINGS)
def test_every_telling_is_in_one_event(tellings: list[Telling]) -> None:
    events = merge(tellings, RELEASES)
    told = [telling for event in events for telling in event.tellings]
    assert sorted(told, key=repr) == sorted(tellings, key=repr)
    assert [event.number for event in events] == list(range(len(events)))


@given(TELLINGS)
def test_merging_twice_changes_nothing(tellings: list[Telling]) -> None:
    events = merge(tellings, RELEASES)
    again = merge([telling for event in events for telling in event.tellings], RELEASES)
    assert again == events


@given(TELLINGS)
def test_the_best_account_is_that_of_the_first_telling_with_gaps_filled(
    tellings: list[Telling],
) -> None:
    for event in merge(tellings, RELEASES):
        first, best = event.tellings[0].account, event.best
        assert (best.start, best.end, best.kind) == (first.start, first.end, first.kind)
        assert best.city == first.city or first.city is None
        assert best.party.person == first.party.person or first.party.person is None
        assert best.when in {telling.account.when for telling in event.tellings}
        assert best.first_ever == any(telling.account.first_ever for telling in event.tellings)


def spelt(person: str | None, **changes: Any) -> Party:  # noqa: ANN401
    return replace(KENYA, person=person, **changes)


ONE, APART = {frozenset({0, 1})}, {frozenset({0}), frozenset({1})}


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (account(), account(party=spelt("Аминой Мванги")), ONE),
        (account(), account(party=spelt("А.Мванги")), ONE),
        (account(), account(party=spelt(None)), ONE),
        (account(), account(party=spelt("Peter Otieno")), APART),
        (account(), account(party=replace(KENYA, country="UG")), APART),
        (account(), account(party=spelt(None, role=Role.PRESIDENT)), APART),
        (account(), account(party=spelt("Amina Mwangi", role=Role.MINISTER)), ONE),
        (account(), account("2024-05-16"), ONE),
        (account(), account("2024-05-25"), APART),
        (account(), account("2024-05"), ONE),
        (account(), account("2024-06"), APART),
        (account(), account("2024", status=PAST), ONE),
        (account(), account(city=None), ONE),
        (account(), account(city="Almaty"), APART),
        (account(), account(city=None, to_country="UZ"), APART),
        (account(), account(kind=EventKind.TALKS), APART),
        (account(), account(status=PLANNED), APART),
        (account(None, status=PAST), account(None, status=PAST), ONE),
    ],
)
def test_what_is_told_twice(one: Account, two: Account, expected: set[frozenset[int]]) -> None:
    assert grouped(merged(one, two)) == expected


LATER = ("2024-02-02", "2024-05-15", "2025-01-10")


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        (("2024-02-01", "2024-05-14", None), {frozenset({0}), frozenset({1}), frozenset({2})}),
        ((None, "2024-05-14", None), {frozenset({0}), frozenset({1, 2})}),
        (("2024-02-01", "2024-05-14", "2024"), {frozenset({0, 2}), frozenset({1})}),
        (("2024-02-01", "2024-05-14", "2024-05"), {frozenset({0}), frozenset({1, 2})}),
    ],
    ids=["two fair ones", "told before it was", "a year", "a month"],
)
def test_a_vague_mention(whens: Sequence[str | None], expected: set[frozenset[int]]) -> None:
    told = [account(when, status=PAST) for when in whens]
    assert grouped(merged(*told, published=LATER)) == expected


def test_a_mention_without_a_date_belongs_to_its_own_story() -> None:
    told = [account("2024-02-01"), account("2024-05-14"), account(None, status=PAST)]
    events = merged(*told, published=LATER, stories="abb")
    assert grouped(events) == {frozenset({0}), frozenset({1, 2})}


def test_a_vague_mention_ties_no_two_visits_together() -> None:
    unnamed = account("2024-05", party=spelt(None))
    told = account("2024-05-14"), account("2024-05-14", party=spelt("Peter Otieno")), unnamed
    assert sorted(map(len, grouped(merged(*told)))) == [1, 2]


def test_gaps_are_filled_from_the_other_tellings() -> None:
    vague = account("2024", party=spelt(None, office=None), city=None, form=VisitForm.OFFICIAL)
    (event,) = merged(vague, account("2024-05-14", start=5))
    best = event.best
    assert (best.when, best.city, best.form, best.party) == (
        "2024-05-14",
        "Astana",
        VisitForm.OFFICIAL,
        KENYA,
    )
    assert (event.tellings[0].release, best.start) == (1, 5)


def test_two_offices_of_one_person_are_one_traveller() -> None:
    deputy = spelt("Amina Mwangi", role=Role.DEPUTY_PRIME_MINISTER)
    (event,) = merged(account(party=deputy), account())
    assert event.best.party.role is Role.FOREIGN_MINISTER
    assert event.best.party.other_roles == (Role.DEPUTY_PRIME_MINISTER,)


def test_two_ministers_without_names_are_told_apart_by_their_offices() -> None:
    trade = Party(Role.MINISTER, None, "Minister of Trade and Industry", "KE")
    energy = replace(trade, office="Minister of Energy")
    assert len(merged(account(party=trade), account(), account(), account(party=energy))) == 3


def test_two_documents_of_one_day_are_told_apart_by_their_names() -> None:
    one, two = (
        account(kind=EventKind.DOCUMENT, name=name)
        for name in ("Treaty on Extradition", "Agreement on Air Services")
    )
    assert len(merged(one, account(), account(), two)) == 3


def test_documents_in_two_languages_are_told_apart_by_their_numbers() -> None:
    names = ("Plan of Action for 2024–2026", "План на 2024–2026 годы", "2030 жылға арналған жоспар")
    told = [account(kind=EventKind.DOCUMENT, name=name) for name in names]
    assert grouped(merged(*told, stories="aaa")) == {frozenset({0, 1}), frozenset({2})}


@pytest.mark.parametrize(
    ("plan", "outcome", "published", "superseded"),
    [
        ("2024-05", account(), "2024-05-15", True),
        (None, account(), "2024-05-15", True),
        ("2024-05-14", account("2024-05", status=Status.POSTPONED), "2024-05-10", True),
        ("2024-08", account(), "2024-05-15", False),
        ("2024-05", account(city="Almaty"), "2024-05-15", False),
        ("2024-05", account("2023-05-14", status=PAST), "2024-03-15", False),
        (None, account("2026-05-14"), "2026-05-15", False),
    ],
)
def test_a_plan_and_what_came_of_it(
    plan: str | None, outcome: Account, published: str, superseded: bool
) -> None:
    told = (account(plan, status=PLANNED), outcome)
    events = merged(*told, published=("2024-02-01", published))
    (planned,) = [event for event in events if event.best.status is PLANNED]
    (other,) = [event for event in events if event.best.status is not PLANNED]
    assert planned.superseded_by == (other.number if superseded else None)
    assert other.superseded_by is None


def test_what_did_not_happen_is_kept_apart_from_what_did() -> None:
    statuses = (Status.TOOK_PLACE, Status.PLANNED, Status.DENIED)
    assert len(merged(*(account(status=status) for status in statuses))) == 3


def test_events_come_by_date_and_undated_ones_last() -> None:
    whens = [None, "2025-01-02", "2023", "2024-07-01"]
    cities = ["Almaty", "Astana", "Astana", "Astana"]
    told = [account(when, city=city) for when, city in zip(whens, cities, strict=True)]
    events = merged(*told)
    assert [event.best.when for event in events] == ["2023", "2024-07-01", "2025-01-02", None]
