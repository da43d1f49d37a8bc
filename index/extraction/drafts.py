"""Accounts in the making: tellings of one visit in one release become one account; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from index.extraction.event import Account, Role, Status, VisitForm
from index.places.gazetteer import Gazetteer

_DELEGATION = re.compile("delegation|делегац")
_STEM = 5  # letters at least that a word keeps in all its cases
_ONE_VISIT = timedelta(days=7)
_STAY = timedelta(days=3)
_MANY = frozenset({Role.MINISTER, Role.OTHER})
_FORMS = (VisitForm.STATE, VisitForm.OFFICIAL, VisitForm.WORKING, VisitForm.CONFERENCE)
_OFF = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Draft:
    """An account, how well its sentence tells it, and whether it states place and date itself.

    One that is anaphoric ("during his visit") tells more of a visit that was told before; one
    that is loose ("noted the results of the visit of ...") is past, unless others tell of it.
    """

    account: Account
    weight: int
    is_placed: bool
    is_dated: bool
    is_anaphoric: bool = False
    is_loose: bool = False


def merged(drafts: list[Draft]) -> list[Account]:
    """One account for each visit, in reading order."""
    kept: list[Draft] = []
    for draft in drafts:
        same = [index for index, old in enumerate(kept) if _is_same(old, draft)]
        if not same and draft.is_anaphoric:
            same = [index for index, old in enumerate(kept) if _is_of_same(old, draft)][-1:]
        if same:
            kept[same[0]] = _joined(kept[same[0]], draft)
        else:
            kept.append(draft)
    accounts = _dated_alike(_arrived([_settled(draft) for draft in kept]))
    return [a for i, a in enumerate(accounts) if not _is_idle(a, i, accounts)]


def _settled(draft: Draft) -> Draft:
    """The draft; what is told by the way only, without a date, was before."""
    if not draft.is_loose or draft.is_dated or draft.account.status is not Status.TOOK_PLACE:
        return draft
    account = replace(draft.account, status=Status.PAST_MENTION, when=None, first=None, last=None)
    return replace(draft, account=account)


def _dated_alike(accounts: list[Account]) -> list[Account]:
    """The accounts; what is planned for a trip has the trip's date, where it has none itself."""
    dated = [a for a in accounts if a.status is Status.PLANNED and a.when]
    accounts = [_with_date_of_plan(account, dated) for account in accounts]
    return [_with_date_of_trip(account, dated) for account in accounts]


def _with_date_of_plan(account: Account, dated: list[Account]) -> Account:
    """What was called off has the date that it was planned for."""
    if account.status not in _OFF or account.when:
        return account
    plan = next(
        (
            other
            for other in dated
            if other.party == account.party
            and (other.to_country, other.city) == (account.to_country, account.city)
        ),
        None,
    )
    if plan is None:
        return account
    return replace(account, when=plan.when, first=plan.first, last=plan.last)


def _with_date_of_trip(account: Account, dated: list[Account]) -> Account:
    if account.status is not Status.PLANNED or account.when or not account.city:
        return account
    trip = [
        other
        for other in dated
        if other.party == account.party
        and (other.to_country, other.city) == (account.to_country, None)
    ]
    if not trip:
        return account
    return replace(account, when=trip[0].when, first=trip[0].first, last=trip[0].last)


def _arrived(drafts: list[Draft]) -> list[Account]:
    """The accounts; a delegation's head came when the delegation did."""
    accounts = [_dated_with_others(draft, drafts) for draft in drafts]
    for later, delegation in enumerate(accounts):
        if delegation.party.role is not Role.DELEGATION or not drafts[later].is_dated:
            continue
        for index, account in enumerate(accounts[:later]):
            if _is_headed(delegation, account) and (delegation.when or "") < (account.when or ""):
                accounts[index] = replace(
                    account, when=delegation.when, first=delegation.first, last=account.last
                )
    return accounts


def _dated_with_others(draft: Draft, drafts: list[Draft]) -> Account:
    """The account; who came along with others, at a time not told, came when they did."""
    account = draft.account
    if draft.is_dated or account.status is not Status.TOOK_PLACE:
        return account
    side = (account.party.country, account.party.organization)
    for other in (each.account for each in drafts if each.is_dated and each is not draft):
        is_same_side = (other.party.country, other.party.organization) == side
        is_there = (other.city, other.status) == (account.city, account.status)
        if is_same_side and is_there and other.to_country == account.to_country:
            return replace(account, when=other.when, first=other.first, last=other.last)
    return account


def _is_headed(delegation: Account, account: Account) -> bool:
    """Whether somebody of the delegation's country is where it is."""
    return (
        account.party.role is not Role.DELEGATION
        and account.party.country == delegation.party.country
        and (account.city, account.status) == (delegation.city, delegation.status)
    )


def _is_idle(account: Account, index: int, accounts: list[Account]) -> bool:
    """Whether others tell the same: a delegation's head, or that somebody did come in the end."""
    if account.party.role is Role.DELEGATION and _is_nameless(account.party.office):
        return any(
            _is_headed(account, other) and (place < index or other.when == account.when)
            for place, other in enumerate(accounts)
        )
    if account.status is Status.PLANNED:
        return any(_calls_off(o, account) or _carries_out(o, account) for o in accounts)
    is_undated_past = account.status is Status.PAST_MENTION and account.when is None
    return (account.status in _OFF or is_undated_past) and any(
        other.status is Status.TOOK_PLACE
        and (other.party.country, other.party.role) == (account.party.country, account.party.role)
        and other.to_country == account.to_country
        and (account.status in _OFF or account.party.person is not None)
        and account.city in (None, other.city)
        for other in accounts
    )


def _carries_out(other: Account, account: Account) -> bool:
    """Whether an account tells that a planned visit began on a day that was planned or after it."""
    mine, its = account.party, other.party
    return (
        other.status is Status.TOOK_PLACE
        and (mine.country, mine.organization, mine.role)
        == (its.country, its.organization, its.role)
        and account.to_country == other.to_country
        and account.city in (None, other.city)
        and account.first is not None
        and other.last is not None
        and (account.first <= other.last or _is_programme(account, other))
    )


def _is_programme(account: Account, other: Account) -> bool:
    """Whether what is planned is for the days of a stay that has begun, in the same city."""
    if account.first is None or other.last is None or account.city is None:
        return False
    return account.city == other.city and account.first - other.last <= _STAY


def _calls_off(other: Account, account: Account) -> bool:
    """Whether an account tells that a planned visit was called off: the same, of no other date."""
    mine, its = account.party, other.party
    return (
        other.status in _OFF
        and (mine.country, mine.organization, mine.role)
        == (its.country, its.organization, its.role)
        and account.to_country == other.to_country
        and (account.first is None or account.first == other.first)
    )


def _is_nameless(office: str | None) -> bool:
    """Whether a delegation is called nothing but that; "six members of parliament" are more."""
    return office is None or _DELEGATION.search(office.lower()) is not None


def _is_same(one: Draft, other: Draft) -> bool:
    first, second = one.account, other.account
    if not _is_of_same(one, other):
        return False
    same_status = first.status is second.status or {first.status, second.status} <= _OFF
    return same_status and _is_same_place(one, other) and _is_same_time(one, other)


def _is_of_same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell of the same traveller."""
    mine, its = one.account.party, other.account.party
    if (mine.country, mine.organization, mine.role) != (its.country, its.organization, its.role):
        return False
    if mine.person and its.person and mine.person != its.person:
        return False
    is_other_office = mine.role in _MANY and not _is_same_office(mine.office, its.office)
    return not is_other_office or bool(mine.person and its.person)


def _is_same_office(one: str | None, other: str | None) -> bool:
    """Whether two titles have the same words, in whatever case, one perhaps fewer of them."""
    first, second = ({w[:_STEM] for w in (t or "").lower().split()} for t in (one, other))
    return first == second or (bool(first and second) and (first <= second or second <= first))


def _is_same_place(one: Draft, other: Draft) -> bool:
    first, second = one.account, other.account
    if first.city and second.city:
        return first.city == second.city
    if first.to_country != second.to_country:
        return False
    city = first.city or second.city
    is_settled = first.status is Status.TOOK_PLACE or city is None
    return is_settled or city == Gazetteer.load().capital(first.to_country or "")


def _is_same_time(one: Draft, other: Draft) -> bool:
    first, second = one.account, other.account
    if not one.is_dated or not other.is_dated or first.first is None or second.first is None:
        return True
    if first.last is None or second.last is None:
        return True
    apart = max(first.first, second.first) - min(first.last, second.last)
    return apart <= _ONE_VISIT


def _joined(one: Draft, other: Draft) -> Draft:
    best, rest = (other, one) if other.weight > one.weight else (one, other)
    account, spare = best.account, rest.account
    dated = best if best.is_dated or not rest.is_dated else rest
    if one.is_dated and other.is_dated:
        dated = min(one, other, key=_first_day)
    account = replace(
        account,
        party=replace(
            account.party,
            person=account.party.person or spare.party.person,
            office=account.party.office or spare.party.office,
            other_roles=account.party.other_roles or spare.party.other_roles,
        ),
        city=account.city or spare.city,
        when=dated.account.when,
        first=dated.account.first,
        last=dated.account.last,
        form=_form(account.form, spare.form),
        first_ever=account.first_ever or spare.first_ever,
    )
    return Draft(
        account,
        best.weight,
        one.is_placed or other.is_placed,
        one.is_dated or other.is_dated,
        is_loose=one.is_loose and other.is_loose,
    )


def _first_day(draft: Draft) -> tuple[int, str]:
    """Orders drafts by date, those that know the day before others."""
    when = draft.account.when or ""
    return -len(when), when


def _form(one: VisitForm | None, other: VisitForm | None) -> VisitForm | None:
    both = [form for form in (one, other) if form is not None]
    return min(both, key=lambda form: _FORMS.index(form) if form in _FORMS else 0, default=None)


def marked_first(found: list[Draft], fresh: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The drafts with the one that a sentence calls the first ever visit marked so."""
    if fresh:
        return found, [replace(d, account=replace(d.account, first_ever=True)) for d in fresh]
    told = [i for i, draft in enumerate(found) if draft.account.status is Status.TOOK_PLACE]
    if told:
        draft = found[told[-1]]
        marked = replace(draft, account=replace(draft.account, first_ever=True))
        found = [*found[: told[-1]], marked, *found[told[-1] + 1 :]]
    return found, fresh
