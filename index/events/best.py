"""Makes one account of the tellings of an event; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from index.events.agreement import Told, roles_of
from index.extraction.event import Account, Party, Role, Status

_Field = TypeVar("_Field")

RANKS = tuple(Role)  # in the order of `Role`: what a double office is named by comes first


def fullest_first(tellings: Sequence[Told]) -> list[Told]:
    """The telling that says most, then all others in their order."""
    best = max(range(len(tellings)), key=lambda place: (_fullness(tellings[place]), -place))
    return [tellings[best], *tellings[:best], *tellings[best + 1 :]]


def best_account(tellings: Sequence[Told]) -> Account:
    """The first telling's account with what it lacks filled from the others."""
    accounts = [told.account for told in tellings]
    if len(accounts) == 1 and not accounts[0].party.other_roles:
        return accounts[0]
    dated = _best_dated(accounts)
    happened = any(account.status is Status.TOOK_PLACE for account in accounts)
    first = accounts[0]
    return replace(
        first,
        party=_party([account.party for account in accounts]),
        city=_first(accounts, lambda account: account.city),
        to_country=_first(accounts, lambda account: account.to_country),
        when=dated.when,
        first=dated.first,
        last=dated.last,
        status=Status.TOOK_PLACE if happened else first.status,
        form=_first(accounts, lambda account: account.form),
        first_ever=any(account.first_ever for account in accounts),
        name=_first(accounts, lambda account: account.name),
    )


def _fullness(told: Told) -> tuple[bool, int, int]:
    account = told.account
    said = (
        account.party.office,
        account.city,
        account.to_country,
        account.form,
        account.name,
        account.first_ever or None,
    )
    precision = len(account.when or "")
    count = sum(value is not None for value in said) + (account.status is Status.TOOK_PLACE)
    return account.party.person is not None, precision, count


def _party(parties: Sequence[Party]) -> Party:
    roles = sorted(set().union(*map(roles_of, parties)), key=RANKS.index)
    return replace(
        parties[0],
        role=roles[0],
        other_roles=tuple(roles[1:]),
        person=_first(parties, lambda party: party.person),
        office=_first(parties, lambda party: party.office),
        country=_first(parties, lambda party: party.country),
        organization=_first(parties, lambda party: party.organization),
    )


def _best_dated(accounts: Sequence[Account]) -> Account:
    """The account with the most precise date, the one most often told, the earliest."""
    times = Counter((account.when, account.first, account.last) for account in accounts)
    return min(
        accounts,
        key=lambda account: (
            -len(account.when or ""),
            -times[account.when, account.first, account.last],
            account.first or date.max,
            account.last or date.max,
        ),
    )


_Told = TypeVar("_Told", Account, Party)


def _first(told: Sequence[_Told], read: Callable[[_Told], _Field | None]) -> _Field | None:
    return next((value for one in told if (value := read(one)) is not None), None)
