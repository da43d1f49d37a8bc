"""Accounts and events as JSON, the form in which the index keeps them; pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

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


def accounts_to_json(accounts: Sequence[Account]) -> str:
    """The accounts as one JSON array."""
    return json.dumps([_to_values(account) for account in accounts], ensure_ascii=False)


def accounts_from_json(text: str) -> list[Account]:
    """The accounts that `accounts_to_json` wrote."""
    return [_to_account(values) for values in json.loads(text)]


def event_to_json(event: Event) -> str:
    """The event, without its number, as one JSON object."""
    values = {
        "best": _to_values(event.best),
        "tellings": [[one.release, _to_values(one.account)] for one in event.tellings],
        "superseded_by": event.superseded_by,
    }
    return json.dumps(values, ensure_ascii=False)


def event_from_json(number: int, text: str) -> Event:
    """The event that `event_to_json` wrote."""
    values = json.loads(text)
    tellings = tuple(Telling(release, _to_account(one)) for release, one in values["tellings"])
    return Event(number, _to_account(values["best"]), tellings, values["superseded_by"])


def _to_values(account: Account) -> dict[str, Any]:
    """The fields that say anything."""
    values = asdict(account)
    for day in ("first", "last"):
        values[day] = values[day] and values[day].isoformat()
    values["party"] = {key: value for key, value in values["party"].items() if value}
    return {key: value for key, value in values.items() if value or key in ("start", "end")}


def _to_account(values: dict[str, Any]) -> Account:
    first, last, form = values.get("first"), values.get("last"), values.get("form")
    return Account(
        EventKind(values["kind"]),
        _to_party(values["party"]),
        values.get("city"),
        values.get("to_country"),
        values.get("when"),
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        Status(values["status"]),
        values["start"],
        values["end"],
        VisitForm(form) if form else None,
        values.get("first_ever", False),
        values.get("name"),
    )


def _to_party(values: dict[str, Any]) -> Party:
    others = tuple(Role(role) for role in values.pop("other_roles", ()))
    return Party(Role(values.pop("role")), other_roles=others, **values)
