"""Accounts and events as JSON, the form in which the index keeps them; pure.

An account is an array without names of fields, since lists of thousands are read at once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
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

# A look-up is several times as fast as calling the enumeration.
_KINDS = {kind.value: kind for kind in EventKind}
_ROLES = {role.value: role for role in Role}
_STATUSES = {status.value: status for status in Status}
_FORMS = {form.value: form for form in VisitForm}


def accounts_to_json(accounts: Sequence[Account]) -> str:
    """The accounts as one JSON array."""
    return _json([_to_values(account) for account in accounts])


def accounts_from_json(text: str) -> list[Account]:
    """The accounts that `accounts_to_json` wrote."""
    return [_to_account(values) for values in json.loads(text)]


def event_to_json(event: Event) -> str:
    """The event, without its number, as one JSON array."""
    # Most events are told once, and their best account is that telling's.
    tellings = [
        [one.release] if one.account == event.best else [one.release, _to_values(one.account)]
        for one in event.tellings
    ]
    return _json([_to_values(event.best), tellings, event.superseded_by])


def event_from_json(number: int, text: str) -> Event:
    """The event that `event_to_json` wrote."""
    values, told, superseded_by = json.loads(text)
    best = _to_account(values)
    tellings = tuple(
        Telling(release, _to_account(own[0]) if own else best) for release, *own in told
    )
    return Event(number, best, tellings, superseded_by)


def _json(values: list[Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _to_values(account: Account) -> list[Any]:
    party = account.party
    return [
        account.kind,
        party.role,
        party.person,
        party.office,
        party.country,
        party.organization,
        party.other_roles,
        account.city,
        account.to_country,
        account.when,
        account.first and account.first.toordinal(),
        account.last and account.last.toordinal(),
        account.status,
        account.start,
        account.end,
        account.form,
        account.first_ever,
        account.name,
    ]


def _to_account(values: list[Any]) -> Account:
    kind, role, person, office, country, organization, others, *rest = values
    city, to_country, when, first, last, status, start, end, form, first_ever, name = rest
    held = tuple(_ROLES[other] for other in others)
    return Account(
        _KINDS[kind],
        Party(_ROLES[role], person, office, country, organization, held),
        city,
        to_country,
        when,
        date.fromordinal(first) if first else None,
        date.fromordinal(last) if last else None,
        _STATUSES[status],
        start,
        end,
        _FORMS[form] if form else None,
        first_ever,
        name,
    )
