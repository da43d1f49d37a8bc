"""The events of a snapshot: what is asked of them in arrays, all they hold in SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from threading import local
from typing import Any

import numpy as np
import numpy.typing as npt

from index.errors import IndexDamagedError
from index.events.agreement import roles_of
from index.events.codec import event_from_json, event_to_json
from index.events.filter import EventFilter
from index.extraction.event import Event, EventKind, Role, Status, VisitForm
from index.snapshot import REBUILD
from index.text.person_names import same_person

DETAILS, NAMES = "events.sqlite", "names.json"
SCHEMA = """
CREATE TABLE events (number INTEGER PRIMARY KEY, event TEXT NOT NULL);
CREATE TABLE persons (name TEXT NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (name, event))
WITHOUT ROWID;
"""
COLUMNS = {
    "kind": np.uint16, "status": np.uint16, "roles": np.uint16, "forms": np.uint16,
    "first_ever": np.bool_, "country": np.int32, "organization": np.int32,
    "to_country": np.int32, "city": np.int32, "first": np.int32, "last": np.int32,
}  # fmt: skip
NAMED = ("country", "organization", "to_country", "city")
UNDATED = -1
VARIABLES = 500  # as in index.cache

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


def write_events(events: Sequence[Event], folder: Path) -> None:
    """Write `events`, which are numbered from 0 in their order, to a new `folder`."""
    folder.mkdir(parents=True)
    names: dict[str, dict[str, int]] = {column: {} for column in NAMED}
    rows = [_row(event, names) for event in events]
    for place, (column, kind) in enumerate(COLUMNS.items()):
        np.save(folder / f"{column}.npy", np.array([row[place] for row in rows], kind))
    listed = {column: list(known) for column, known in names.items()}
    (folder / NAMES).write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
    with closing(sqlite3.connect(folder / DETAILS)) as connection, connection:
        connection.executescript(SCHEMA)
        details = ((event.number, event_to_json(event)) for event in events)
        connection.executemany("INSERT INTO events VALUES (?, ?)", details)
        connection.executemany("INSERT INTO persons VALUES (?, ?)", sorted(_persons(events)))


def _persons(events: Sequence[Event]) -> set[tuple[str, int]]:
    return {
        (telling.account.party.person, event.number)
        for event in events
        for telling in event.tellings
        if telling.account.party.person
    }


def _row(event: Event, names: dict[str, dict[str, int]]) -> tuple[int, ...]:
    best = event.best
    accounts = [telling.account for telling in event.tellings]
    named = (best.party.country, best.party.organization, best.to_country, best.city)
    return (
        _bits(EventKind, [best.kind]),
        _bits(Status, [best.status]),
        _bits(Role, roles_of(best.party)),
        _bits(VisitForm, [account.form for account in accounts if account.form]),
        best.first_ever,
        *(
            -1 if name is None else names[column].setdefault(name, len(names[column]))
            for column, name in zip(NAMED, named, strict=True)
        ),
        best.first.toordinal() if best.first else UNDATED,
        best.last.toordinal() if best.last else UNDATED,
    )


def _bits(choices: type[StrEnum], chosen: Iterable[StrEnum]) -> int:
    places = {choice: place for place, choice in enumerate(choices)}
    return sum({1 << places[choice] for choice in chosen})


class EventStore:
    """Reads the events in `folder`; any thread may use it."""

    def __init__(self, folder: Path) -> None:
        self._details = folder / DETAILS
        # Plain views of the mapped files: a memmap asks back with each operation.
        self._columns = {
            column: np.asarray(np.load(folder / f"{column}.npy", "r", allow_pickle=False))
            for column in COLUMNS
        }
        names = json.loads((folder / NAMES).read_text(encoding="utf-8"))
        self._names: dict[str, dict[str, int]] = {
            column: {name: place for place, name in enumerate(names[column])} for column in NAMED
        }
        self._local = local()

    def __len__(self) -> int:
        return len(self._columns["kind"])

    def select(self, wanted: EventFilter) -> Numbers:
        """Numbers of the events that `wanted` matches, int64, ascending: in order of date."""
        found = np.ones(len(self), bool)
        for mask in (*self._choices(wanted), *self._places(wanted), *self._days(wanted)):
            found &= mask
        return np.flatnonzero(found)

    def named(self, column: str) -> list[str]:
        """All values of one of the columns in `NAMED`, such as the cities gone to."""
        return list(self._names[column])

    def dated(self, numbers: Sequence[int]) -> int:
        """How many of `numbers`, ascending, have a date: the first ones."""
        return int(np.count_nonzero(self._columns["first"][list(numbers)] != UNDATED))

    def of_person(self, person: str) -> Numbers:
        """Numbers of the events that tell of somebody who can be `person`, int64, ascending."""
        names = [name for name in self._person_names if same_person(person, name)]
        found: set[int] = set()
        for start in range(0, len(names), VARIABLES):
            part = names[start : start + VARIABLES]
            marks = ",".join("?" * len(part))
            statement = f"SELECT event FROM persons WHERE name IN ({marks})"  # noqa: S608
            found.update(row[0] for row in self._execute(statement, part))
        return np.array(sorted(found), np.int64)

    @cached_property
    def _person_names(self) -> list[str]:
        return [row[0] for row in self._execute("SELECT DISTINCT name FROM persons", ())]

    def events(self, numbers: Iterable[int]) -> list[Event]:
        """The events with these `numbers`, in their order; KeyError where there is none."""
        wanted = [int(number) for number in numbers]
        found: dict[int, Event] = {}
        for start in range(0, len(wanted), VARIABLES):
            part = wanted[start : start + VARIABLES]
            found |= {number: event_from_json(number, text) for number, text in self._read(part)}
        return [found[number] for number in wanted]

    def of_releases(self, releases: Sequence[int]) -> list[Event]:
        """The events that any of these releases tells of, in order of date."""
        marks = ",".join("?" * len(releases))
        statement = (
            "SELECT number, event FROM events WHERE EXISTS (SELECT 1"  # noqa: S608
            f" FROM json_each(event, '$[1]') WHERE json_extract(value, '$[0]') IN ({marks}))"
        )
        rows = self._execute(statement, [int(number) for number in releases])
        return [event_from_json(number, text) for number, text in rows]

    def _choices(self, wanted: EventFilter) -> Iterable[Mask]:
        choices: tuple[tuple[str, type[StrEnum], Iterable[StrEnum]], ...] = (
            ("kind", EventKind, wanted.kinds),
            ("status", Status, wanted.statuses),
            ("roles", Role, wanted.roles),
            ("forms", VisitForm, wanted.forms),
        )
        for column, kind, chosen in choices:
            if chosen:
                yield (self._columns[column] & _bits(kind, chosen)) != 0
        if wanted.not_roles:
            yield (self._columns["roles"] & _bits(Role, wanted.not_roles)) == 0
        if wanted.not_forms:
            yield (self._columns["forms"] & _bits(VisitForm, wanted.not_forms)) == 0
        if VisitForm.TRANSIT not in wanted.forms:
            # Where another telling gives another form it was a visit as well.
            yield self._columns["forms"] != _bits(VisitForm, [VisitForm.TRANSIT])
        if wanted.first_ever:
            yield self._columns["first_ever"]

    def _places(self, wanted: EventFilter) -> Iterable[Mask]:
        if wanted.countries or wanted.organizations:
            origins = (("country", wanted.countries), ("organization", wanted.organizations))
            masks = [self._in(column, names) for column, names in origins if names]
            yield np.logical_or.reduce(masks)
        for column, names in (("to_country", wanted.to_countries), ("city", wanted.cities)):
            if names:
                yield self._in(column, names)
        for column, names in (
            ("country", wanted.not_countries),
            ("organization", wanted.not_organizations),
            ("to_country", wanted.not_to_countries),
            ("city", wanted.not_cities),
        ):
            if names:
                yield ~self._in(column, names)

    def _in(self, column: str, names: frozenset[str]) -> Mask:
        known = self._names[column]
        # One place more, at the end, for what has no name: it is numbered -1.
        wanted = np.zeros(len(known) + 1, bool)
        wanted[[known[name] for name in names if name in known]] = True
        mask: Mask = wanted[self._columns[column]]
        return mask

    def _days(self, wanted: EventFilter) -> Iterable[Mask]:
        if wanted.first or wanted.last:
            yield self._columns["first"] != UNDATED
            yield self._columns["first"] >= (wanted.first or date.min).toordinal()
            yield self._columns["last"] <= (wanted.last or date.max).toordinal()

    def _read(self, numbers: Sequence[int]) -> list[tuple[int, str]]:
        marks = ",".join("?" * len(numbers))
        statement = f"SELECT number, event FROM events WHERE number IN ({marks})"  # noqa: S608
        return self._execute(statement, numbers)

    def _execute(self, statement: str, values: Sequence[object]) -> list[Any]:
        try:
            return self._connection().execute(statement, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise IndexDamagedError(f"{self._details.name}: {error}; {REBUILD}") from error

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(f"file:{self._details}?mode=ro&immutable=1", uri=True)
            self._local.connection = connection
        return connection
