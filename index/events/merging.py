"""Makes events of tellings: accounts of one event, in any language, become one; pure.

Tellings are taken up from the most precisely dated to the undated, each by the group that it
fits best, where it must agree with every member: so a vague mention never ties two visits
together, and the order of the input does not matter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from operator import attrgetter

from index.events.agreement import (
    AHEAD,
    STAGES,
    TOLERANCE,
    Days,
    Stage,
    Told,
    agree,
    days_of,
    same_destination,
    same_party,
)
from index.events.best import best_account, fullest_first
from index.extraction.event import Account, Event, EventKind, Telling
from index.passage import IndexedRelease

Origin = tuple[EventKind, str]
Month = tuple[int, int]


def merge(tellings: Sequence[Telling], releases: Sequence[IndexedRelease]) -> list[Event]:
    """The events that `tellings` tell of, by date, undated ones last; each telling is in one."""
    indexed = {release.number: release for release in releases}
    buckets: dict[tuple[Origin, Stage], list[Told]] = defaultdict(list)
    for telling in tellings:
        told = _told(telling, indexed[telling.release])
        buckets[_origin(telling.account), told.stage].append(told)
    groups = [group for bucket in buckets.values() for group in _grouped(bucket)]
    return _superseded(_numbered(groups))


def _told(telling: Telling, source: IndexedRelease) -> Told:
    account, key = telling.account, source.release.key
    published = source.release.day
    place = (key, account.start, account.end, repr(account))
    return Told(telling, key, source.event, published, days_of(account), place)


def _origin(account: Account) -> Origin:
    party = account.party
    return account.kind, party.country or (party.organization or "").casefold()


def _order(told: Told) -> tuple[object, ...]:
    days = told.days or Days(date.max, date.max)
    precision = -len(told.account.when or "") if told.days else 0
    return (precision, days.last - days.first, days.first, *told.place)


@dataclass(slots=True)
class _Group:
    """Tellings of one event, in the order in which they were taken up."""

    number: int
    members: list[Told]


@dataclass(slots=True)
class _Groups:
    """Groups of one bucket: those with a date by month and destination, and those without."""

    dated: dict[Month, dict[str | None, list[_Group]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    all_dated: list[_Group] = field(default_factory=list)
    undated: list[_Group] = field(default_factory=list)

    def add(self, told: Told) -> None:
        group = _Group(len(self.all_dated), [told])
        if told.days is None:
            self.undated.append(group)
            return
        self.all_dated.append(group)
        for month in _months(told.days, TOLERANCE[told.account.kind]):
            self.dated[month][told.account.to_country].append(group)

    def near(self, told: Told, days: Days) -> list[_Group]:
        """Groups that a telling began whose days, with its tolerance, lie in the same months."""
        found: list[_Group] = []
        for month in _months(days, timedelta(0)):
            to = self.dated.get(month, {})
            wanted = to if told.account.to_country is None else (told.account.to_country, None)
            found += [group for country in wanted for group in to.get(country, ())]
        return sorted({group.number: group for group in found}.values(), key=attrgetter("number"))


def _months(days: Days, tolerance: timedelta) -> list[Month]:
    first = days.first - min(tolerance, days.first - date.min)
    last = days.last + min(tolerance, date.max - days.last)
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [divmod(month, 12) for month in range(start, end + 1)]


def _grouped(bucket: Iterable[Told]) -> list[list[Told]]:
    groups = _Groups()
    for told in sorted(bucket, key=_order):
        home = _home(told, groups)
        if home is None:
            groups.add(told)
        else:
            home.members.append(told)
    return [group.members for group in (*groups.all_dated, *groups.undated)]


def _home(told: Told, groups: _Groups) -> _Group | None:
    """The group that `told` belongs to."""
    if told.days:
        return _best(told, _fair(told, groups.near(told, told.days)))
    fair = _fair(told, groups.all_dated)
    same_story = [group for group in fair if any(m.story == told.story for m in group.members)]
    if same_story or len(fair) == 1:
        return _best(told, same_story or fair)
    return _best(told, _fair(told, groups.undated))


def _fair(told: Told, groups: Iterable[_Group]) -> list[_Group]:
    return [group for group in groups if all(agree(told, member) for member in group.members)]


def _best(told: Told, groups: Sequence[_Group]) -> _Group | None:
    """The group most like `told`, the earliest among equals."""
    return max(groups, key=lambda group: _likeness(told, group.members), default=None)


def _likeness(told: Told, members: Sequence[Told]) -> tuple[int, ...]:
    account, days, others = told.account, told.days, members[0].days
    return (
        any(member.story == told.story for member in members),
        bool(account.party.person) and any(member.account.party.person for member in members),
        account.city is not None and any(m.account.city == account.city for m in members),
        account.form is not None and any(m.account.form is account.form for m in members),
        -days.gap(others).days if days and others else 0,
    )


def _numbered(groups: Iterable[Sequence[Told]]) -> list[tuple[Event, list[Told]]]:
    made = []
    for group in groups:
        members = fullest_first(sorted(group, key=attrgetter("place")))
        made.append((best_account(members), members))
    made.sort(key=lambda event: (event[0].first or date.max, _order(event[1][0])))
    return [
        (Event(number, best, tuple(member.telling for member in members)), members)
        for number, (best, members) in enumerate(made)
    ]


def _superseded(events: Sequence[tuple[Event, list[Told]]]) -> list[Event]:
    """The events, with what was planned and then happened, or was called off, marked so."""
    outcomes: dict[Origin, list[_Outcome]] = defaultdict(list)
    for event, members in events:
        if members[0].stage is not Stage.PLANNED:
            told = min(member.published for member in members)
            outcomes[_origin(event.best)].append(_Outcome(event.best.first or told, told, event))
    for known in outcomes.values():
        known.sort(key=lambda outcome: (outcome.day, outcome.event.number))
    return [
        _marked(event, members, outcomes.get(_origin(event.best), []))
        if members[0].stage is Stage.PLANNED
        else event
        for event, members in events
    ]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """An event that a plan can have come to: when it was, and when it was first told of."""

    day: date
    told: date
    event: Event


def _marked(event: Event, members: Sequence[Told], outcomes: Sequence[_Outcome]) -> Event:
    """The planned `event` with the number of the first of `outcomes` that it came to."""
    plan, since = event.best, min(member.published for member in members)
    tolerance = TOLERANCE[plan.kind]
    start = since - min(tolerance, since - date.min)
    for outcome in outcomes[bisect_left(outcomes, start, key=attrgetter("day")) :]:
        if outcome.day - (plan.last or since) > AHEAD / 2:
            break
        best = outcome.event.best
        called_off = STAGES[best.status] is Stage.DROPPED
        not_before = called_off or plan.first is None or plan.first - outcome.day <= tolerance
        if outcome.told >= since and not_before and _same(plan, best):
            return replace(event, superseded_by=outcome.event.number)
    return event


def _same(plan: Account, best: Account) -> bool:
    return same_destination(plan, best) and same_party(plan.party, best.party)
