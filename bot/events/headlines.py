"""The one line that answers a question about events; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Item
from bot.dates import show_day
from bot.events.document_counts import count_documents
from bot.events.items import Teller, role_name
from bot.events.selection import Group, times_of
from bot.inflection import as_destination, as_origin
from bot.messages import Texts
from bot.query.interpretation import in_time, place_phrases
from bot.query.query import HAPPENED, EventQuery, ItemOf, Places, Shape
from corpus.release import Language
from index.extraction.event import EventKind, Role, Status
from index.places.gazetteer import Gazetteer

PLACES = 8  # cities or countries gone to, up to which all are named in the headline
NAMED = 4  # the first or last ones, up to which all are named in the headline


def headline(groups: Sequence[Group], items: Sequence[Item], teller: Teller) -> str:
    """What `groups`, told as `items`, say to the query; there is at least one."""
    query, texts = teller.query, teller.texts
    said = _statement(groups, teller)
    match query.shape:
        case Shape.WHEN if len(items) == 1:
            return _sentence(_shown(items))
        case Shape.FIRST | Shape.LATEST if len(items) <= NAMED:
            message = "event-first" if query.shape is Shape.FIRST else "event-latest"
            return texts.text(message, what=_within(_shown(items)))
        case Shape.MOST_OFTEN if len(items) <= NAMED:
            times = times_of(groups[0])
            who = "; ".join(item.label for item in items)
            return texts.text("event-most-often", what=_within(who), times=times)
        case Shape.MORE_THAN_ONCE:
            least = query.limit or 2
            return texts.text("event-more-than-once", what=_within(said), least=least)
        case Shape.EXISTS:
            what = _shown(items) if len(items) == 1 else said
            return texts.text("event-yes", what=_within(what))
    if query.item_of in (ItemOf.DESTINATION, ItemOf.CITY) and len(items) <= PLACES:
        said = f"{said} – {', '.join(item.label for item in items)}"
    return _sentence(_capital(said))


def _shown(items: Sequence[Item]) -> str:
    """The items in words, each with what is told of it."""
    told = (", ".join(part for part in (item.label, item.detail) if part) for item in items)
    return "; ".join(told)


def comparison(queries: Sequence[EventQuery], counts: Sequence[int], texts: Texts) -> str:
    """The counts of what is compared, side by side, the greatest first."""
    named = [_sides_name(query, queries, texts) for query in queries]
    ranked = sorted(zip(named, counts, strict=True), key=lambda side: -side[1])
    return _sentence("; ".join(f"{name} – {count}" for name, count in ranked))


def absence(query: EventQuery, releases: int, days: tuple[date, date], texts: Texts) -> str:
    """That `releases` releases, published within `days`, tell of no such event."""
    parts = [conditions(query, texts), *(role_name(role, texts) for role in sorted(query.roles))]
    parts += [_capital(name) for name in _destinations(query, texts.language)]
    if not query.statuses & HAPPENED:
        parts += [texts.text("near-reason", reason=status) for status in sorted(query.statuses)]
    said = texts.text(
        "event-none",
        kind=query.kind,
        releases=releases,
        first=show_day(days[0].isoformat(), texts.language),
        last=show_day(days[1].isoformat(), texts.language),
    )
    what = ", ".join(part for part in parts if part)
    return _sentence(_capital(f"{what}: {said}" if what else said))


def conditions(query: EventQuery, texts: Texts) -> str:
    """Who is asked for and of what time and form, as nouns in the nominative."""
    parts = [query.person] if query.person else []
    parts += place_names(query.origin, texts.language)
    parts += [texts.text("visit-form", form=form) for form in sorted(query.forms)]
    if query.first_ever:
        parts.append(texts.text("first-ever"))
    if query.first or query.last:
        parts.append(in_time(query.first, query.last, texts))
    return _capital(", ".join(parts))


def place_names(places: Places, language: Language) -> list[str]:
    """Names of the places in the nominative."""
    gazetteer = Gazetteer.load()
    return [
        *(gazetteer.region_name(region, language) for region in sorted(places.regions)),
        *(gazetteer.organization_name(body, language) for body in sorted(places.organizations)),
        *(gazetteer.country_name(code, language) for code in sorted(places.countries)),
    ]


def _statement(groups: Sequence[Group], teller: Teller) -> str:
    """How many there are of what, after the conditions that its words do not say."""
    query, texts = teller.query, teller.texts
    origin = _origin(groups, query, texts.language)
    left = replace(query, origin=Places()) if origin else query
    said = _counted(groups, teller, origin)
    parts = [conditions(left, texts)]
    if query.kind is EventKind.VISIT and query.item_of is ItemOf.VISIT:
        parts += _destinations(query, texts.language)
    asked = ", ".join(part for part in parts if part)
    return f"{asked}: {said}" if asked else said


def count_of(groups: Sequence[Group], teller: Teller) -> int:
    """How many of what is asked for there are."""
    if teller.query.kind is not EventKind.DOCUMENT:
        return len(groups)
    events = [event for group in groups for event in group.events]
    return count_documents(events, teller.releases)


def _counted(groups: Sequence[Group], teller: Teller, origin: str | None) -> str:
    query, texts = teller.query, teller.texts
    count = count_of(groups, teller)
    if query.kind is not EventKind.VISIT:
        return texts.text("events-found", kind=query.kind, count=count)
    if not query.statuses & HAPPENED:
        planned = Status.PLANNED in query.statuses
        status = "called-off" if not planned else "planned" if len(query.statuses) == 1 else "mixed"
        return texts.text("visits-not-made", status=status, count=count)
    match query.item_of:
        case ItemOf.DESTINATION:
            return texts.text("countries-visited", count=count)
        case ItemOf.CITY:
            return texts.text("cities-visited", count=count)
        case ItemOf.VISIT:
            return texts.text("visits-told", count=count)
    return _visitors(groups, query, origin, texts)


def _visitors(groups: Sequence[Group], query: EventQuery, origin: str | None, texts: Texts) -> str:
    role = _role(groups, query)
    count = len({group.key for group in groups}) if role in _GUESTS else len(groups)
    who = texts.text("visitors", role=role, count=count)
    if origin:
        who = texts.text("visitors-of", who=who, origin=origin)
    names = _destinations(query, texts.language)
    place = ", ".join(as_destination(name, texts.language) for name in names)
    if not place:
        return texts.text("visitors-found", who=who, count=count)
    if role in _GUESTS:
        return texts.text("guests-came", who=who, place=place)
    return texts.text("visitors-came", who=who, place=place, count=count)


def _origin(groups: Sequence[Group], query: EventQuery, language: Language) -> str | None:
    """The group of countries asked for, as it goes with the office; None where it does not."""
    keys = [*sorted(query.origin.regions), *sorted(query.origin.organizations)]
    phrases = place_phrases()
    if len(keys) != 1 or keys[0] not in phrases or query.origin.countries or len(groups) == 1:
        return None  # "1 minister of African countries" would be of several
    if query.item_of is not ItemOf.TRAVELLER or _role(groups, query) in _GUESTS:
        return None
    return as_origin(str(phrases[keys[0]][language]), language)


def _role(groups: Sequence[Group], query: EventQuery) -> str:
    """The one rank that is asked for, or else whether all come from countries."""
    if len(query.roles) == 1 and not query.roles & {Role.DELEGATION, Role.OTHER}:
        return next(iter(query.roles))
    if query.roles and query.roles <= {Role.PRESIDENT, Role.PRIME_MINISTER}:
        return "leaders"
    if query.roles and query.roles <= {Role.FOREIGN_MINISTER, Role.MINISTER}:
        return Role.MINISTER
    of_countries = all(event.best.party.country for group in groups for event in group.events)
    return _GUESTS[0] if of_countries else _GUESTS[1]


_GUESTS = ("countries", "other")


def _destinations(query: EventQuery, language: Language) -> list[str]:
    gazetteer = Gazetteer.load()
    if query.cities:
        return [gazetteer.city_name(city, language) for city in sorted(query.cities)]
    return place_names(query.destination, language)


def _sides_name(query: EventQuery, queries: Sequence[EventQuery], texts: Texts) -> str:
    """The name of what tells `query` from the other sides of a comparison."""
    if len({one.origin for one in queries}) > 1:
        return ", ".join(place_names(query.origin, texts.language))
    if len({one.roles for one in queries}) > 1:
        return _capital(", ".join(role_name(role, texts) for role in sorted(query.roles)))
    if len({(one.cities, one.destination) for one in queries}) > 1:
        return ", ".join(_destinations(query, texts.language))
    if len({one.forms for one in queries}) > 1:
        forms = (texts.text("visit-form", form=form) for form in sorted(query.forms))
        return _capital(", ".join(forms))
    return in_time(query.first, query.last, texts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _within(text: str) -> str:
    return text.rstrip(".")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
