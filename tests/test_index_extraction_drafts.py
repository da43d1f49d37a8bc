"""Tellings of one visit in one release become one account."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.extraction.drafts import Draft, merged
from index.extraction.event import Account, EventKind, Party, Role, Status, VisitForm

DAY = date(2024, 5, 14)
PARTY = Party(Role.FOREIGN_MINISTER, country="PE")
ACCOUNT = Account(
    EventKind.VISIT, PARTY, "Astana", "KZ", DAY.isoformat(), DAY, DAY, Status.TOOK_PLACE, 0, 10
)


def draft(days: int = 0, weight: int = 0, **changes: object) -> Draft:
    """A telling of the visit, some days after its first day and otherwise changed."""
    day = DAY + timedelta(days=days)
    account = replace(ACCOUNT, when=day.isoformat(), first=day, last=day)
    return Draft(replace(account, **changes), weight, is_placed=True, is_dated=True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        draft(days=1),
        draft(city=None),
        draft(form=VisitForm.OFFICIAL),
        draft(party=replace(PARTY, person="Javier Gonzales")),
    ],
    ids=["next day", "no city", "form", "name"],
)
def test_merged_one_visit(other: Draft) -> None:
    assert len(merged([draft(), other])) == 1


@pytest.mark.parametrize(
    "other",
    [
        draft(days=30),
        draft(city="Almaty"),
        draft(party=replace(PARTY, country="CL")),
        draft(party=replace(PARTY, role=Role.PRESIDENT)),
        draft(days=30, status=Status.PLANNED),
    ],
    ids=["month after", "other city", "other country", "other office", "planned"],
)
def test_merged_two_visits(other: Draft) -> None:
    assert len(merged([draft(), other])) == 2


def test_merged_keeps_the_fullest_sentence_and_all_that_is_known() -> None:
    named = draft(weight=2, start=20, end=30, party=replace(PARTY, person="Javier Gonzales"))
    first = draft(form=VisitForm.WORKING, first_ever=True)
    [account] = merged([first, named])
    assert (account.start, account.party.person) == (20, "Javier Gonzales")
    assert (account.form, account.first_ever) == (VisitForm.WORKING, True)


def test_merged_delegation_is_not_told_beside_its_head() -> None:
    delegation = draft(party=Party(Role.DELEGATION, country="PE"))
    assert [a.party.role for a in merged([draft(), delegation])] == [Role.FOREIGN_MINISTER]


@given(st.lists(st.builds(draft, st.integers(0, 40), st.integers(0, 3)), max_size=6))
def test_merged_makes_nothing_up(drafts: list[Draft]) -> None:
    told = {draft.account.start for draft in drafts}
    assert {account.start for account in merged(drafts)} <= told
    assert bool(merged(drafts)) == bool(drafts)
