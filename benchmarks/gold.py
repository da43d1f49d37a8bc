"""Turns the gold rows of an evaluation set into tellings, as perfect extraction would read them."""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from corpus.formats.json_lines import parse_row
from corpus.release import Language
from index.extraction.event import (
    Account,
    EventKind,
    Party,
    Role,
    Status,
    Telling,
    VisitForm,
)
from index.passage import IndexedRelease
from index.places.gazetteer import Gazetteer
from index.places.mentions import OrganizationMention

SETS = Path(__file__).resolve().parents[2] / "shared" / "evaluation"


def read_gold(folder: Path) -> tuple[list[Telling], list[IndexedRelease]]:
    """The tellings of a set's `visits.jsonl`, and its releases grouped by `same_as`."""
    rows = list(rows_of(folder / "releases.jsonl"))
    numbers = {row["id"]: number for number, row in enumerate(rows)}
    releases = []
    for number, row in enumerate(rows):
        release = parse_row(json.dumps(row).encode(), str(folder))
        story = min(number, *(numbers[other] for other in row.get("same_as") or [row["id"]]))
        releases.append(IndexedRelease(number, story, release, frozenset()))
    tellings = [
        Telling(number, _account(row, releases[number].release.body))
        for row in rows_of(folder / "visits.jsonl")
        for number in [numbers[row["release_id"]]]
    ]
    return tellings, releases


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def organization_key(name: str) -> str:
    """The gazetteer's key of an organisation given by its English name, or the name."""
    mentions = Gazetteer.load().mentions(name, Language.EN)
    found = [mention for mention in mentions if isinstance(mention, OrganizationMention)]
    return found[0].organization if found else name


def _account(row: dict[str, Any], body: str) -> Account:
    start = body.index(row["evidence"])
    party = Party(
        Role(row["role"]),
        row["person"],
        row["role_text"],
        row["country"],
        organization_key(row["organization"]) if row["organization"] else None,
    )
    first, last = _days(row["date"])
    return Account(
        EventKind.VISIT,
        party,
        "Astana" if row["to_city"] == "Nur-Sultan" else row["to_city"],
        row["to_country"],
        row["date"],
        first,
        last,
        Status(row["status"]),
        start,
        start + len(row["evidence"]),
        VisitForm(row["kind"]) if row["kind"] else None,
        row["first_ever"],
    )


def _days(when: str | None) -> tuple[date | None, date | None]:
    if when is None:
        return None, None
    year, month, day = (*map(int, when.split("-")), 0, 0)[:3]
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    end = month or 12
    return first, date(year, end, calendar.monthrange(year, end)[1])
