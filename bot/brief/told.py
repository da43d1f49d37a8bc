"""What a snapshot tells of a subject: its events with Kazakhstan, and their releases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.brief.brief import Subject, SubjectKind
from bot.events.items import Releases
from bot.events.selection import Group, select
from bot.events.spelling import persons
from bot.query.query import HAPPENED, EventQuery, ItemOf, Places
from corpus.dates import day_of
from corpus.release import Language
from index.events.filter import EventFilter
from index.extraction.event import Event, EventKind, Role, Status
from index.search import Searcher
from index.text.person_names import same_person

HOME = "KZ"
RESIDENT = frozenset({Role.AMBASSADOR})  # whose coming to the post is no visit
HOME_PLACES = Places(countries=frozenset({HOME}))


@dataclass(frozen=True, slots=True)
class Told:
    """Events of a subject in order of date, their releases, and the ends of what was searched.

    `oldest` and `newest` are the days of the first and the last of all releases; `names` those
    of everybody, as releases in the reader's language spell them.
    """

    subject: Subject
    events: tuple[Event, ...]
    releases: Releases
    oldest: date
    newest: date
    names: tuple[str, ...] = ()

    @property
    def places(self) -> Places:
        """The subject as a place of a query."""
        keys = frozenset({self.subject.key})
        if self.subject.kind is SubjectKind.COUNTRY:
            return Places(countries=keys)
        return Places(organizations=keys)

    def full_name(self, name: str) -> str:
        """The fullest spelling of whoever `name` can be."""
        return next((known for known in self.names if same_person(known, name)), name)

    def visits_here(self, statuses: frozenset[Status] = HAPPENED) -> tuple[Group, ...]:
        """Visits from the subject to Kazakhstan, by date."""
        return self._visits(self.places, HOME_PLACES, statuses)

    def visits_there(self, statuses: frozenset[Status] = HAPPENED) -> tuple[Group, ...]:
        """Visits from Kazakhstan to the subject's country, by date."""
        if self.subject.kind is SubjectKind.ORGANIZATION:
            return ()
        return self._visits(HOME_PLACES, self.places, statuses)

    def of_kind(self, kind: EventKind, statuses: frozenset[Status] = HAPPENED) -> tuple[Group, ...]:
        """Events of another kind than visits, whichever side acts, each a group, by date."""
        return self._selected(EventQuery(kind, item_of=ItemOf.VISIT, statuses=statuses))

    def _visits(
        self, origin: Places, destination: Places, statuses: frozenset[Status]
    ) -> tuple[Group, ...]:
        query = EventQuery(
            EventKind.VISIT,
            item_of=ItemOf.VISIT,
            origin=origin,
            destination=destination,
            not_roles=RESIDENT,
            statuses=statuses,
        )
        return self._selected(query)

    def _selected(self, query: EventQuery) -> tuple[Group, ...]:
        # Without near misses: of a neighbour there are thousands of events.
        among = (
            event
            for event in self.events
            if event.best.kind is query.kind and event.best.status in query.statuses
        )
        return select(query, among, lambda _: 1.0).groups


def told_of(subject: Subject, searcher: Searcher, language: Language) -> Told:
    """What the events of `searcher` tell a reader of `language` of `subject`.

    Raises IndexingError.
    """
    found: set[int] = set()
    for wanted in _filters(subject):
        found.update(searcher.events.select(wanted).tolist())
    events = tuple(searcher.events.events(sorted(found)))
    numbers = {telling.release for event in events for telling in event.tellings}
    ends = (searcher.store.oldest(), searcher.store.newest())
    oldest, newest = (day_of(end) if end else date.min for end in ends)
    releases = searcher.store.releases(sorted(numbers))
    names = persons(events, language, releases)
    return Told(subject, events, releases, oldest, newest, names)


def _filters(subject: Subject) -> tuple[EventFilter, ...]:
    """Events in which the subject acts, or in which Kazakhstan acts there."""
    keys = frozenset({subject.key})
    if subject.kind is SubjectKind.ORGANIZATION:
        return (EventFilter(organizations=keys),)
    return (
        EventFilter(countries=keys),
        EventFilter(countries=frozenset({HOME}), to_countries=keys),
    )
