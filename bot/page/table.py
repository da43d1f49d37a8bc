"""The table of events: what is chosen of it, a page at a time, or all of it as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.dates import show_day
from bot.events.items import Teller, item, sources
from bot.events.selection import Group
from bot.events.stays import traveller
from bot.messages import Texts
from bot.page.answer_view import SourceView, event_source
from bot.page.choice import EventChoice, Order, filter_of
from bot.query.query import HAPPENED, EventQuery, ItemOf
from index.events.filter import EventFilter
from index.export.files import csv_cell
from index.export.table import columns, visit_records
from index.extraction.event import Event, EventKind, Status, VisitForm
from index.passage import IndexedRelease
from index.places.gazetteer import Gazetteer
from index.search import Searcher

ON_A_PAGE = 25
MOST_ROWS = 20_000  # of a file
_BATCH = 500  # releases read at once


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event in words, with the sentence that tells of it.

    `day` is ISO 8601 as precise as it is told, "" where it is not.
    """

    day: str
    when: str
    what: str
    who: str
    role: str
    where: str
    source: SourceView


@dataclass(frozen=True, slots=True)
class EventPage:
    """The rows of one page, of how many events and pages."""

    rows: tuple[EventRow, ...]
    count: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Options:
    """What can be chosen: values with their names, by name."""

    regions: tuple[tuple[str, str], ...]
    origins: tuple[tuple[str, str], ...]
    destinations: tuple[tuple[str, str], ...]
    cities: tuple[tuple[str, str], ...]


def event_page(choice: EventChoice, searcher: Searcher, texts: Texts) -> EventPage:
    """The page of the table that `choice` asks for."""
    numbers = _numbers(choice, searcher)
    pages = max(1, -(-len(numbers) // ON_A_PAGE))
    page = min(choice.page, pages)
    events = searcher.events.events(numbers[(page - 1) * ON_A_PAGE : page * ON_A_PAGE])
    releases = _releases(events, searcher)
    read = datetime.fromisoformat(searcher.manifest.built)
    rows = tuple(_row(event, releases, read, texts) for event in events)
    return EventPage(rows, len(numbers), page, pages)


def events_as_csv(choice: EventChoice, searcher: Searcher) -> bytes:
    """The rows of all pages, up to `MOST_ROWS`: the table of visits, with kind and name before.

    In UTF-8 with the mark that Excel needs; no cell is a formula.
    """
    events = searcher.events.events(_numbers(choice, searcher)[:MOST_ROWS])
    names = list(columns())
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["kind", "name", *names])
    for event, record in zip(
        events, visit_records(events, _releases(events, searcher)), strict=True
    ):
        told = (event.best.kind, event.best.name, *(getattr(record, name) for name in names))
        writer.writerow([csv_cell(value) for value in told])
    return text.getvalue().encode("utf-8-sig")


def options(searcher: Searcher, texts: Texts) -> Options:
    """What can be chosen of the events that there are, named in the reader's language."""
    gazetteer, language, store = Gazetteer.load(), texts.language, searcher.events
    known = gazetteer.country_codes()
    origins = known & set(store.named("country"))
    destinations = known & set(store.named("to_country"))
    regions = {
        key: gazetteer.region_name(key, language)
        for key in gazetteer.region_keys()
        if gazetteer.region_members(key) & (origins | destinations)
    }
    return Options(
        _by_name(regions),
        _by_name({code: gazetteer.country_name(code, language) for code in origins}),
        _by_name({code: gazetteer.country_name(code, language) for code in destinations}),
        _by_name({city: gazetteer.city_name(city, language) for city in store.named("city")}),
    )


def _by_name(named: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(named.items(), key=lambda one: (one[1].casefold(), one[0])))


def _numbers(choice: EventChoice, searcher: Searcher) -> list[int]:
    """Numbers of the chosen events in the order wanted, those without a date last."""
    wanted = filter_of(choice)
    found = set(searcher.events.select(wanted).tolist())
    found |= set(searcher.events.select(_in_transit(wanted)).tolist())
    ordered = sorted(found)  # in order of date, those without one last
    dated = searcher.events.dated(ordered)
    if choice.order is Order.NEWEST:
        return ordered[:dated][::-1] + ordered[dated:]
    return ordered


def _in_transit(wanted: EventFilter) -> EventFilter:
    return replace(wanted, forms=frozenset({VisitForm.TRANSIT}))


def _releases(events: Sequence[Event], searcher: Searcher) -> dict[int, IndexedRelease]:
    told = sorted({telling.release for event in events for telling in event.tellings})
    releases: dict[int, IndexedRelease] = {}
    for start in range(0, len(told), _BATCH):
        releases |= searcher.store.releases(told[start : start + _BATCH])
    return releases


def _row(
    event: Event, releases: Mapping[int, IndexedRelease], read: datetime, texts: Texts
) -> EventRow:
    query = EventQuery(event.best.kind, item_of=ItemOf.VISIT)
    teller = Teller(query, texts, releases)
    group = Group(traveller(event), (event,))
    quoted, further = sources([group], teller)
    told = item(group, teller)
    best = event.best
    return EventRow(
        day=told.date or "",
        when=show_day(told.date, texts.language) if told.date else texts.text("undated"),
        what=_what(event, texts),
        who=told.label,
        role=texts.text("role-name", role=best.party.role),
        where=_where(best.city, best.to_country, texts),
        source=event_source((*quoted, *further)[0], read, texts),
    )


def _what(event: Event, texts: Texts) -> str:
    """Kind and form, and what became of it where it did not happen."""
    best = event.best
    parts = [texts.text("event-kind", kind=best.kind)]
    if best.form:
        parts = [texts.text("visit-form", form=best.form)]
    if best.first_ever:
        parts.append(texts.text("first-ever"))
    if best.status not in HAPPENED:
        parts.append(_standing(best.kind, best.status, texts))
    told = ", ".join(parts)
    return told[:1].upper() + told[1:]


def _standing(kind: EventKind, status: Status, texts: Texts) -> str:
    """What became of an event; of a visit in the gender that its word has."""
    if kind is EventKind.VISIT:
        return texts.text("near-reason", reason=status)
    return texts.text("event-standing", standing=status)


def _where(city: str | None, country: str | None, texts: Texts) -> str:
    gazetteer = Gazetteer.load()
    parts = [gazetteer.city_name(city, texts.language)] if city else []
    if country in gazetteer.country_codes():
        parts.append(gazetteer.country_name(str(country), texts.language))
    return ", ".join(parts)
