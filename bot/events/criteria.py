"""Which conditions of a query an event fails; pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache

from bot.events.told_kinds import documents_of, missions_of
from bot.query.query import EventQuery, Places
from index.extraction.event import Account, Event, EventKind, Status, VisitForm
from index.places.gazetteer import Gazetteer
from index.text.person_names import latin, same_person

MOST_WORDS = 0.6  # of a name in a question
DAY_LENGTH = len("2025-06-03")


class Reason(StrEnum):
    """Why an event that comes close is no answer."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    DENIED = "denied"
    TOOK_PLACE = "took_place"  # where planned or cancelled ones are asked for
    OTHER_RANK = "other_rank"
    OTHER_CITY = "other_city"
    NO_CITY = "no_city"
    ELSEWHERE = "elsewhere"  # met, or visited, in another country
    OTHER_FORM = "other_form"
    TRANSIT = "transit"
    CONTACT = "contact"  # by telephone, video or letter
    OUTSIDE_PERIOD = "outside_period"
    UNDATED = "undated"
    OFF_TOPIC = "off_topic"


_STATUS = {
    Status.PLANNED: Reason.PLANNED,
    Status.CANCELLED: Reason.CANCELLED,
    Status.POSTPONED: Reason.POSTPONED,
    Status.DENIED: Reason.DENIED,
    Status.TOOK_PLACE: Reason.TOOK_PLACE,
    Status.PAST_MENTION: Reason.TOOK_PLACE,
}


def reasons(event: Event, query: EventQuery) -> frozenset[Reason] | None:
    """What of `query` the event fails, nothing for an answer; None where they are unrelated.

    An event is related that is of the traveller asked for and of the kind, or a meeting or
    call that could be taken for a visit.
    """
    account = event.best
    if not _is_of_the_asked(event, query):
        return None
    if event.best.kind is query.kind:
        return frozenset(_failed(event, query))
    if query.kind is not EventKind.VISIT:
        return None
    found = set(_failed_of_any_kind(account, query))
    if account.kind is EventKind.CALL:
        return frozenset(found | {Reason.CONTACT})
    if account.kind is EventKind.TALKS and _is_elsewhere(account, query):
        return frozenset(found | {Reason.ELSEWHERE})
    return None


def is_of_one(query: EventQuery) -> bool:
    """Whether `query` is about one person or the office holder of one country."""
    groups = query.origin.regions | query.origin.organizations
    of_one_country = len(query.origin.countries) == 1 and not groups
    return query.person is not None or (of_one_country and bool(query.roles))


def lies_in(
    country: str | None, organization: str | None, places: Places, day: date | None
) -> bool:
    """Whether a country or organisation is among `places`, or a member on `day` of one."""
    if organization is not None and organization in places.organizations:
        return True
    if country is None:
        return False
    return _belongs(country, places) or any(
        country in _members(body, day) for body in places.organizations
    )


@lru_cache(maxsize=10_000)
def _belongs(country: str, places: Places) -> bool:
    regions = (Gazetteer.load().region_members(region) for region in places.regions)
    return country in places.countries or any(country in members for members in regions)


@lru_cache(maxsize=10_000)
def _members(organization: str, day: date | None) -> frozenset[str]:
    return Gazetteer.load().organization_members(organization, day)


def is_within(account: Account, first: date | None, last: date | None) -> bool:
    """Whether the date of `account`, as vague as it is, lies between two days.

    Of a visit of several days the first one counts.
    """
    if account.first is None or account.last is None:
        return False
    end = account.first if len(account.when or "") == DAY_LENGTH else account.last
    return (first is None or account.first >= first) and (last is None or end <= last)


def _is_of_the_asked(event: Event, query: EventQuery) -> bool:
    account, party = event.best, event.best.party
    if account.kind is EventKind.VISIT and party.country and party.country == account.to_country:
        return False  # people are at home in their own country
    day = query.members_on or account.first
    if query.origin and not lies_in(party.country, party.organization, query.origin, day):
        return False
    if lies_in(party.country, party.organization, query.not_origin, day):
        return False
    if query.missions and not missions_of(event) & query.missions:
        return False
    if query.documents and not documents_of(event) & query.documents:
        return False
    if query.first_ever and not any(telling.account.first_ever for telling in event.tellings):
        return account.first_ever
    return query.person is None or _is_called(event, query.person)


def _is_called(event: Event, person: str) -> bool:
    names = {event.best.party.person, *(t.account.party.person for t in event.tellings)}
    return any(_can_be(person, name) for name in names if name)


@lru_cache(maxsize=50_000)
def _can_be(person: str, name: str) -> bool:
    """Whether `name` can be of the `person` asked for: most words that were given are in it."""
    given = person.split()
    found = sum(any(_is_same_word(word, other) for other in name.split()) for word in given)
    return found >= MOST_WORDS * len(given) and same_person(person, name)


def _is_same_word(word: str, other: str) -> bool:
    """Whether two words of names are the same, one of them perhaps an initial only."""
    one, two = latin(word).strip("."), latin(other).strip(".")
    is_initial = 1 in (len(one), len(two)) and one[:1] == two[:1]
    return is_initial or same_person(word, other)


def _failed(event: Event, query: EventQuery) -> Iterator[Reason]:
    account = event.best
    yield from _failed_of_any_kind(account, query)
    if account.status not in query.statuses:
        yield _STATUS[account.status]
    yield from _failed_place(account, query)
    forms = {account.form, *(telling.account.form for telling in event.tellings)}
    if account.form is VisitForm.TRANSIT and VisitForm.TRANSIT not in query.forms:
        yield Reason.TRANSIT
    elif (query.forms and not forms & query.forms) or account.form in query.not_forms:
        yield Reason.OTHER_FORM


def _failed_of_any_kind(account: Account, query: EventQuery) -> Iterator[Reason]:
    if not _has_rank(account, query):
        yield Reason.OTHER_RANK
    if (query.first or query.last) and not is_within(account, query.first, query.last):
        yield Reason.UNDATED if account.first is None else Reason.OUTSIDE_PERIOD


def _has_rank(account: Account, query: EventQuery) -> bool:
    held = {account.party.role, *account.party.other_roles}
    if (query.roles and not held & query.roles) or account.party.role in query.not_roles:
        return False
    return not query.also_roles or bool(held & query.also_roles)


def _failed_place(account: Account, query: EventQuery) -> Iterator[Reason]:
    if query.cities:
        if account.city not in query.cities:
            yield _wrong_city(account, query)
            return
    elif query.destination and not lies_in(
        account.to_country, None, query.destination, account.first
    ):
        yield Reason.ELSEWHERE
        return
    if lies_in(account.to_country, None, query.not_destination, account.first):
        yield Reason.ELSEWHERE
    elif account.city in query.not_cities:
        yield Reason.OTHER_CITY


def _wrong_city(account: Account, query: EventQuery) -> Reason:
    if _is_elsewhere(account, query):
        return Reason.ELSEWHERE
    return Reason.OTHER_CITY if account.city else Reason.NO_CITY


def _is_elsewhere(account: Account, query: EventQuery) -> bool:
    gazetteer = Gazetteer.load()
    wanted = {gazetteer.city_country(city) for city in query.cities} - {None}
    if wanted:
        return account.to_country not in wanted
    return bool(query.destination) and not lies_in(
        account.to_country, None, query.destination, account.first
    )
