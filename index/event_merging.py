"""Makes events of tellings: accounts of one event, in any language, become one; pure.

Tellings are taken up from the most precisely dated to the undated, each by the group that it
fits best, where it must agree with every member: so a vague mention never ties two visits
together, and the order of the input does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from corpus.dates import ASTANA
from index.event_agreement import (
    AHEAD,
    STAGES,
    TOLERANCE,
    Days,
    Stage,
    Told,
    agree,
    same_destination,
    same_party,
)
from index.event_best import best_account, fullest_first
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
    published = source.release.published.astimezone(ASTANA).date()
    return Told(telling, source.release.key, source.event, published)


def _origin(account: Account) -> Origin:
    party = account.party
    return account.kind, party.country or (party.organization or "").casefold()


def _order(told: Told) -> tuple[object, ...]:
    days = told.days or Days(date.max, date.max)
    precision = -len(told.account.when or "") if told.days else 0
    return (precision, days.last - days.first, days.first, *_in_index(told))


@dataclass(slots=True)
class _Group:
    """Tellings of one event, in the order in which they were taken up."""

    members: list[Told]


@dataclass(slots=True)
class _Groups:
    """Groups of one bucket: those with a date by month, and those without."""

    dated: dict[Month, list[_Group]] = field(default_factory=lambda: defaultdict(list))
    all_dated: list[_Group] = field(default_factory=list)
    undated: list[_Group] = field(default_factory=list)

    def add(self, told: Told) -> None:
        group = _Group([told])
        if told.days is None:
            self.undated.append(group)
            return
        self.all_dated.append(group)
        for month in _months(told.days, TOLERANCE[told.account.kind]):
            self.dated[month].append(group)

    def near(self, days: Days) -> list[_Group]:
        """Groups begun by a telling whose days, with its tolerance, lie in the same months."""
        near = (self.dated.get(month, []) for month in _months(days, timedelta(0)))
        return list({id(group): group for groups in near for group in groups}.values())


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
        return _best(told, _fair(told, groups.near(told.days)))
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
        members = fullest_first(sorted(group, key=_in_index))
        made.append((best_account(members), members))
    made.sort(key=lambda event: (event[0].first or date.max, _order(event[1][0])))
    return [
        (Event(number, best, tuple(member.telling for member in members)), members)
        for number, (best, members) in enumerate(made)
    ]


def _in_index(told: Told) -> tuple[object, ...]:
    account = told.account
    return told.key, account.start, account.end, repr(account)


def _superseded(events: Sequence[tuple[Event, list[Told]]]) -> list[Event]:
    """The events, with what was planned and then happened, or was called off, marked so."""
    outcomes: dict[Origin, list[tuple[Event, date]]] = defaultdict(list)
    for event, members in events:
        if members[0].stage is not Stage.PLANNED:
            told = min(member.published for member in members)
            outcomes[_origin(event.best)].append((event, told))
    marked = []
    for event, members in events:
        if members[0].stage is Stage.PLANNED:
            since = min(member.published for member in members)
            outcome = _outcome(event.best, since, outcomes[_origin(event.best)])
            event = replace(event, superseded_by=outcome)
        marked.append(event)
    return marked


def _outcome(plan: Account, since: date, events: Sequence[tuple[Event, date]]) -> int | None:
    """Number of the first of `events` that the plan, told of on day `since`, came to."""
    tolerance = TOLERANCE[plan.kind]
    for event, told in events:
        day = event.best.first or told
        is_later = told >= since and since - day <= tolerance
        is_soon = day - (plan.last or since) <= AHEAD / 2
        called_off = STAGES[event.best.status] is Stage.DROPPED
        not_before = called_off or plan.first is None or plan.first - day <= tolerance
        if is_later and is_soon and not_before and _same(plan, event.best):
            return event.number
    return None


def _same(plan: Account, best: Account) -> bool:
    return same_party(plan.party, best.party) and same_destination(plan, best)
