"""The events that answer a query, grouped into items, and those that nearly do; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.events.criteria import Reason, is_of_one, reasons
from bot.events.document_counts import count_documents
from bot.events.stays import StayFinder, stays, traveller
from bot.query.query import EventQuery, ItemOf, Shape
from index.extraction.event import Event, EventKind, Role
from index.text.person_names import same_person

_HELD_BY_MANY = (Role.MINISTER, Role.OTHER)  # at one time, by people who are no one another
ON_TOPIC = 0.6  # share of the topic's words that must stand around an event


@dataclass(frozen=True, slots=True)
class Group:
    """One item: its events visit by visit, undated ones last, of each the best dated one first.

    `key` is the traveller's, destination's or city's; for a visit the traveller's.
    """

    key: str
    events: tuple[Event, ...]

    @property
    def visits(self) -> tuple[Group, ...]:
        """The events by visit: those of one traveller to one country at one time."""
        return _visits(self.events)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """An event that fails one condition of a query only."""

    event: Event
    reason: Reason


@dataclass(frozen=True, slots=True)
class Selection:
    """What answers a query, by date, and what nearly does.

    `unheld` are words of the query that no event holds, where they have been passed over.
    """

    groups: tuple[Group, ...]
    near: tuple[NearMiss, ...]
    unheld: tuple[str, ...] = ()


def select(
    query: EventQuery, events: Iterable[Event], share_of_topic: Callable[[Event], float]
) -> Selection:
    """The items of `events` that answer `query`, and its near misses.

    `share_of_topic` says how much of the query's topic stands around an event.
    """
    right, near = _judged(query, events)
    told = _on_topic(right, share_of_topic) if query.topic else right
    unheld = () if told or not _is_vague(query) else query.topic
    if query.topic and not unheld:
        if is_of_one(query):
            on_topic = {event.number for event in told}
            off_topic = (event for event in right if event.number not in on_topic)
            near += [NearMiss(event, Reason.OFF_TOPIC) for event in off_topic]
        else:
            near = [miss for miss in near if share_of_topic(miss.event) >= ON_TOPIC]
        right = told
    grouped = _grouped(right, query)
    groups = _without_excluded(grouped, near, query)
    done = StayFinder(right)
    missed = [miss for miss in near if not _is_told_as_done(miss, done)]
    kept = {group.events[0].number for group in groups}  # comparing whole groups takes long
    excluded = (group for group in grouped if group.events[0].number not in kept)
    missed += [NearMiss(event, Reason.OTHER_CITY) for group in excluded for event in group.events]
    chosen = _shaped(groups, query)
    near_by_date = tuple(sorted(missed, key=lambda miss: _date_of(miss.event)))
    return Selection(chosen, near_by_date, unheld if chosen else ())


def is_same_holder(one: Event, two: Event) -> bool:
    """Whether two events of a country can be of one office holder: by person or by rank."""
    first, second = one.best.party, two.best.party
    if first.person and second.person and same_person(first.person, second.person):
        return True
    if first.role is second.role and first.role in _HELD_BY_MANY:
        return not (first.office and second.office) or first.office == second.office
    return bool({first.role, *first.other_roles} & {second.role, *second.other_roles})


def _is_vague(query: EventQuery) -> bool:
    """Whether the topic names nothing: then it may be but a way to put the question."""
    return not is_of_one(query) and all(word.islower() for word in query.topic)


def _judged(query: EventQuery, events: Iterable[Event]) -> tuple[list[Event], list[NearMiss]]:
    """The events that meet all conditions of `query`, and those that fail one."""
    right: list[Event] = []
    near: list[NearMiss] = []
    for event in events:
        failed = reasons(event, query)
        if failed is None or len(failed) > 1:
            continue
        if failed:
            near.append(NearMiss(event, next(iter(failed))))
        else:
            right.append(event)
    return right, near


def _on_topic(events: Sequence[Event], share_of_topic: Callable[[Event], float]) -> list[Event]:
    """The events around which most of the topic stands: "third" tells one forum from another."""
    shares = [(share_of_topic(event), event) for event in events]
    best = max((share for share, _ in shares), default=0.0)
    return [event for share, event in shares if share >= max(best, ON_TOPIC)]


def _grouped(events: Sequence[Event], query: EventQuery) -> list[Group]:
    if query.item_of is ItemOf.VISIT:
        return list(_visits(events))
    keyed: dict[str, list[list[Event]]] = {}
    is_of_many = len(query.roles) > 1 or bool(query.roles & set(_HELD_BY_MANY))
    by_office = query.item_of is ItemOf.TRAVELLER and is_of_many
    for stay in _visits(events):
        for event in stay.events:
            key = _key(event, query.item_of)
            if key is not None:
                _add(event, keyed.setdefault(key, []), by_office=by_office)
    groups = [Group(key, tuple(members)) for key, items in keyed.items() for members in items]
    return sorted(groups, key=lambda group: _date_of(group.events[0]))


def _add(event: Event, items: list[list[Event]], *, by_office: bool) -> None:
    """Put `event` to the item of its office holder, or to the only item there is."""
    for members in items:
        if not by_office or any(is_same_holder(event, member) for member in members):
            members.append(event)
            return
    items.append([event])


def _key(event: Event, item_of: ItemOf) -> str | None:
    account = event.best
    if item_of is ItemOf.DESTINATION:
        return account.to_country
    if item_of is ItemOf.CITY:
        return account.city
    return account.party.country or account.party.organization or account.party.person


def _visits(events: Sequence[Event]) -> tuple[Group, ...]:
    groups = [Group(traveller(stay[0]), tuple(stay)) for stay in stays(events)]
    return tuple(sorted(groups, key=lambda group: (_date_of(group.events[0]), group.key)))


def _date_of(event: Event) -> tuple[date, int]:
    return (event.best.first or date.max, event.number)


def _without_excluded(
    groups: Sequence[Group], near: Sequence[NearMiss], query: EventQuery
) -> list[Group]:
    """Of travellers only those who never were in an excluded city, or were in every one."""
    if query.every_city and query.item_of is ItemOf.TRAVELLER:
        groups = [g for g in groups if query.cities <= {event.best.city for event in g.events}]
    if not query.not_cities or query.item_of is not ItemOf.TRAVELLER:
        return list(groups)
    been = {traveller(miss.event) for miss in near if miss.event.best.city in query.not_cities}
    return [group for group in groups if group.key not in been]


def _is_told_as_done(miss: NearMiss, right: StayFinder) -> bool:
    """Whether what is missing here is told elsewhere, and told of what was planned."""
    if miss.event.superseded_by is not None:
        return True
    if miss.reason not in (Reason.PLANNED, Reason.NO_CITY, Reason.UNDATED):
        return False
    return right.has(miss.event)


def _shaped(groups: list[Group], query: EventQuery) -> tuple[Group, ...]:
    match query.shape:
        case Shape.FIRST | Shape.LATEST:
            return _at_an_end(groups, query)
        case Shape.MOST_OFTEN:
            return _most_often(groups, query.limit or 1)
        case Shape.MORE_THAN_ONCE:
            return tuple(group for group in groups if len(group.visits) >= (query.limit or 2))
    return tuple(groups[: query.limit])


def _at_an_end(groups: Sequence[Group], query: EventQuery) -> tuple[Group, ...]:
    """The first or the last visits; all of those that share the date of the last one taken."""
    events = [event for group in groups for event in group.events if event.best.first]
    stays = list(_visits(events))
    if query.shape is Shape.LATEST:
        stays.sort(key=lambda stay: stay.events[0].best.first or date.min, reverse=True)
    taken = stays[: query.limit or 1]
    if not taken:
        return tuple(groups[:1])
    edge = taken[-1].events[0].best.first
    return (*taken, *(stay for stay in stays[len(taken) :] if stay.events[0].best.first == edge))


def _most_often(groups: Sequence[Group], limit: int) -> tuple[Group, ...]:
    counts = sorted((times_of(group) for group in groups), reverse=True)
    if not counts:
        return ()
    least = counts[min(limit, len(counts)) - 1]
    ranked = sorted(groups, key=lambda group: -times_of(group))
    return tuple(group for group in ranked if times_of(group) >= least)


def times_of(group: Group) -> int:
    """How often somebody came, or how many documents somebody signed."""
    if group.events[0].best.kind is EventKind.DOCUMENT:
        return count_documents(group.events, {})
    return len(group.visits)
