"""What the store gives back, against the same selection written out."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from event_tellings import KENYA, RELEASES, TELLINGS, account, merged
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import IndexDamagedError
from index.events.agreement import roles_of
from index.events.codec import accounts_from_json, accounts_to_json
from index.events.filter import EventFilter
from index.events.merging import merge
from index.events.store import DETAILS, EventStore, write_events
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

DAYS = st.none() | st.dates(date(2024, 1, 1), date(2024, 12, 31))
CODES = st.frozensets(st.sampled_from(["KE", "JP", "UZ", "KZ"]), max_size=2)
CITIES = st.frozensets(st.sampled_from(["Astana", "Almaty", "Osh"]), max_size=2)
FILTERS = st.builds(
    EventFilter,
    kinds=st.frozensets(st.sampled_from(EventKind), max_size=2),
    roles=st.frozensets(st.sampled_from(Role), max_size=3),
    not_roles=st.frozensets(st.sampled_from(Role), max_size=1),
    countries=CODES,
    organizations=st.frozensets(st.just("OSCE")),
    not_countries=CODES,
    to_countries=CODES,
    not_to_countries=CODES,
    cities=CITIES,
    not_cities=CITIES,
    first_ever=st.booleans(),
    statuses=st.frozensets(st.sampled_from(Status), max_size=4),
    first=DAYS,
    last=DAYS,
)


def matches(event: Event, wanted: EventFilter) -> bool:
    """The selection as its documentation says it, event by event."""
    best, party = event.best, event.best.party
    roles = roles_of(party)
    dated = best.first is not None and best.last is not None
    origins = wanted.countries | wanted.organizations
    return all(
        (
            not wanted.kinds or best.kind in wanted.kinds,
            not wanted.roles or bool(roles & wanted.roles),
            not roles & wanted.not_roles,
            not origins or party.country in origins or party.organization in origins,
            party.country not in wanted.not_countries,
            not wanted.to_countries or best.to_country in wanted.to_countries,
            best.to_country not in wanted.not_to_countries,
            not wanted.cities or best.city in wanted.cities,
            best.city not in wanted.not_cities,
            not wanted.first_ever or best.first_ever,
            not wanted.statuses or best.status in wanted.statuses,
            not wanted.first or bool(dated and best.first and best.first >= wanted.first),
            not wanted.last or bool(dated and best.last and best.last <= wanted.last),
        )
    )


def stored(events: list[Event], folder: Path) -> EventStore:
    write_events(events, folder / "events")
    return EventStore(folder / "events")


@settings(deadline=None)
@given(TELLINGS, FILTERS)
def test_a_selection_is_that_of_going_through_all(
    tellings: list[Telling], wanted: EventFilter
) -> None:
    events = merge(tellings, RELEASES)
    with tempfile.TemporaryDirectory() as folder:
        store = stored(events, Path(folder))
        assert len(store) == len(events)
        assert store.events(range(len(events))) == events
        found = store.select(wanted).tolist()
    assert found == [event.number for event in events if matches(event, wanted)]


def visit(*forms: VisitForm | None) -> Event:
    (event,) = merged(*(account(form=form) for form in forms))
    return event


@pytest.mark.parametrize(
    ("forms", "wanted", "found"),
    [
        ((VisitForm.OFFICIAL, None), {VisitForm.OFFICIAL}, True),
        ((None, VisitForm.WORKING, VisitForm.OFFICIAL), {VisitForm.OFFICIAL}, True),
        ((None,), {VisitForm.OFFICIAL}, False),
        ((VisitForm.TRANSIT, None), set(), False),
        ((VisitForm.TRANSIT, VisitForm.WORKING), set(), True),
        ((VisitForm.TRANSIT,), {VisitForm.TRANSIT}, True),
    ],
)
def test_forms(
    tmp_path: Path, forms: tuple[VisitForm | None, ...], wanted: set[VisitForm], found: bool
) -> None:
    store = stored([visit(*forms)], tmp_path)
    assert (store.select(EventFilter(forms=frozenset(wanted))).size == 1) is found


@pytest.mark.parametrize(
    ("when", "first", "last", "found"),
    [
        ("2024-05-14", date(2024, 5, 14), date(2024, 5, 14), True),
        ("2024-05", date(2024, 5, 1), None, True),
        ("2024-05", date(2024, 5, 2), None, False),
        ("2024", None, date(2024, 6, 30), False),
        (None, date(2024, 1, 1), None, False),
    ],
)
def test_bounds_enclose_the_days(
    tmp_path: Path, when: str | None, first: date | None, last: date | None, found: bool
) -> None:
    store = stored(merged(account(when, status=Status.PAST_MENTION)), tmp_path)
    assert (store.select(EventFilter(first=first, last=last)).size == 1) is found


@given(st.lists(st.sampled_from([account(), account(None, Party(Role.OTHER)), account("2024")])))
def test_accounts_are_read_as_they_were_written(accounts: list[Account]) -> None:
    assert accounts_from_json(accounts_to_json(accounts)) == accounts


def test_more_events_than_one_statement_reads(tmp_path: Path) -> None:
    telling = Telling(0, account())
    events = [Event(number, account(), (telling,)) for number in range(1200)]
    store = stored(events, tmp_path)
    assert [event.number for event in store.events([1100, 3, 700])] == [1100, 3, 700]
    assert len(store.events(store.select(EventFilter(countries=frozenset({"KE"}))))) == 1200


def test_a_number_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        stored(merged(account(party=KENYA)), tmp_path).events([7])


def test_details_that_are_damaged(tmp_path: Path) -> None:
    store = stored(merged(account()), tmp_path)
    (tmp_path / "events" / DETAILS).write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    with pytest.raises(IndexDamagedError, match="elshi index rebuild"):
        store.events([0])


def test_events_of_a_person_are_found_by_any_spelling(tmp_path: Path) -> None:
    told = [
        account(party=replace(KENYA, person="Amina Mwangi")),
        account(party=replace(KENYA, person="Амине Мванги")),
        account(party=replace(KENYA, person="Peter Otieno")),
        account(party=replace(KENYA, person=None)),
    ]
    events = [Event(n, one, (Telling(n, one),)) for n, one in enumerate(told)]
    write_events(events, tmp_path / "events")
    store = EventStore(tmp_path / "events")
    assert store.of_person("Мванги").tolist() == [0, 1]
    assert store.of_person("Otieno").tolist() == [2]
    assert store.of_person("Nobody Else").tolist() == []
