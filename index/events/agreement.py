"""Whether two tellings can be of one event: who, where to, when, and by what name; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from corpus.release import Language, ReleaseKey
from index.extraction.event import Account, EventKind, Party, Role, Status, Telling
from index.extraction.others.kinds import document_kind
from index.text.person_names import same_person

TOLERANCE = {
    EventKind.VISIT: timedelta(days=6),
    EventKind.TALKS: timedelta(days=2),
    EventKind.CALL: timedelta(days=1),
    EventKind.DOCUMENT: timedelta(days=4),
    EventKind.APPOINTMENT: timedelta(days=10),
    EventKind.CREDENTIALS: timedelta(days=4),
    EventKind.OPENING: timedelta(days=10),
}
"""Days between two dates that are given for one event: releases name its start, end or middle."""

RECENT = timedelta(days=45)  # before publication, for what a release tells without a date as news
AHEAD = timedelta(days=366)  # after publication, for what it announces without a date
SHARED_OF_OFFICES = 0.6  # of the words of the shorter: texts abridge offices in many ways
SHARED_OF_NAMES = 1.0  # two documents of one day often differ in a single word
STEM = 5  # letters of a word that its cases have in common
MANY_HOLDERS = frozenset({Role.OTHER, Role.MINISTER, Role.SPECIAL_REPRESENTATIVE, Role.DELEGATION})


WORD = re.compile(r"\w{3,}")
NUMBER = re.compile(r"\d+")


class Stage(StrEnum):
    """What a status says of an event: tellings of two stages are never one event."""

    HAPPENED = "happened"
    PLANNED = "planned"
    DROPPED = "dropped"


STAGES = {
    Status.TOOK_PLACE: Stage.HAPPENED,
    Status.PAST_MENTION: Stage.HAPPENED,
    Status.PLANNED: Stage.PLANNED,
    Status.CANCELLED: Stage.DROPPED,
    Status.POSTPONED: Stage.DROPPED,
    Status.DENIED: Stage.DROPPED,
}


@dataclass(frozen=True, slots=True)
class Days:
    """From when to when, both inclusive."""

    first: date
    last: date

    def gap(self, other: Days) -> timedelta:
        """Days between both, none where they overlap."""
        return max(self.first - other.last, other.first - self.last, timedelta(0))


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with what is known of its release, and when it was, None where that is not told.

    `story` is the group of the release, `place` where the telling stands among all.
    """

    telling: Telling
    key: ReleaseKey
    story: int
    published: date
    days: Days | None
    place: tuple[object, ...]

    @property
    def account(self) -> Account:
        """What is told."""
        return self.telling.account

    @property
    def language(self) -> Language:
        """The language that it is told in."""
        return self.key.language

    @property
    def stage(self) -> Stage:
        """What its status says."""
        return STAGES[self.account.status]


def agree(one: Told, two: Told) -> bool:
    """Whether both can tell of one event, given that kind, stage and origin are the same."""
    return (
        same_destination(one.account, two.account)
        and _dates_agree(one, two)
        and same_party(one.account.party, two.account.party)
        and _names_agree(one, two)
        and _offices_agree(one, two)
    )


def roles_of(party: Party) -> frozenset[Role]:
    """All roles that the party holds."""
    return frozenset((party.role, *party.other_roles))


def same_party(one: Party, two: Party) -> bool:
    """Whether two parties of one origin can be the same: a person, or who holds an office."""
    if one.person and two.person:
        return same_person(one.person, two.person)
    return bool(roles_of(one) & roles_of(two))


def same_destination(one: Account, two: Account) -> bool:
    """Whether no place is named that contradicts another."""
    if one.city and two.city:
        return one.city == two.city
    return not (one.to_country and two.to_country) or one.to_country == two.to_country


def is_day(account: Account) -> bool:
    """Whether the account is dated to days, not to a month or year."""
    return account.when is not None and len(account.when) == len("2025-06-03")


def days_of(account: Account) -> Days | None:
    """The days that the account gives, None for an undated one."""
    if account.first is None:
        return None
    return Days(account.first, account.last or account.first)


def _dates_agree(one: Told, two: Told) -> bool:
    days, others = one.days, two.days
    if days and others:
        exact = is_day(one.account) and is_day(two.account)
        return days.gap(others) <= (TOLERANCE[one.account.kind] if exact else timedelta(0))
    if one.story == two.story:
        return True
    if days:
        return _can_mean(two, days)
    return _can_mean(one, others) if others else _undated_agree(one, two)


def _can_mean(undated: Told, days: Days) -> bool:
    """Whether what `undated` tells without a date can have been on these days."""
    if undated.account.status is Status.PLANNED:
        return undated.published <= days.last <= undated.published + AHEAD
    if undated.account.status is Status.TOOK_PLACE:
        return undated.published - RECENT <= days.last and days.first <= undated.published
    return days.first <= undated.published


def _undated_agree(one: Told, two: Told) -> bool:
    if one.account.status is two.account.status is Status.PAST_MENTION:
        return True
    apart = abs(one.published - two.published)
    return apart <= (AHEAD if one.stage is Stage.PLANNED else RECENT)


def _names_agree(one: Told, two: Told) -> bool:
    name, other = one.account.name, two.account.name
    if not (name and other):
        return True
    if one.account.kind is EventKind.DOCUMENT and one.language is not two.language:
        kinds = document_kind(name, one.language), document_kind(other, two.language)
        if kinds[0] != kinds[1]:
            return False
    return _are_alike(name, other, one, two, SHARED_OF_NAMES)


def _offices_agree(one: Told, two: Told) -> bool:
    party, other = one.account.party, two.account.party
    if (party.person and other.person) or not _many_hold(party, other):
        return True
    if not (party.office and other.office):
        return True
    return _are_alike(party.office, other.office, one, two, SHARED_OF_OFFICES)


def _many_hold(one: Party, two: Party) -> bool:
    """Whether the office tells nobody apart: there are many ministers, but one prime minister."""
    return roles_of(one) & roles_of(two) <= MANY_HOLDERS


def _are_alike(text: str, other: str, one: Told, two: Told, least: float) -> bool:
    """Whether two names can be of one thing; in other languages, by their story and numbers."""
    if one.language is not two.language:
        numbers, more = NUMBER.findall(text), NUMBER.findall(other)
        apart = bool(numbers and more) and not set(numbers) & set(more)
        return one.story == two.story and not apart
    words, others = _stems(text), _stems(other)
    shorter = min(len(words), len(others))
    return len(words & others) >= least * shorter


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in WORD.findall(text.casefold()))
