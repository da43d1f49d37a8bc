"""How a question was read, in words; returns what stands after "Read as"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from bot.dates import show_day
from bot.messages import Texts
from bot.query.query import HAPPENED, EventQuery, ItemOf, Places, Shape
from corpus.release import Language
from index.extraction.event import EventKind, Role
from index.places.gazetteer import Gazetteer

_HOME, _CAPITAL = "KZ", "Astana"
_NOTHING = "none"  # Fluent tells no empty value from another, so a missing part has this name.
_WITH_A_SIDE = frozenset({EventKind.DOCUMENT, EventKind.CALL, EventKind.TALKS})
_OF_ORGANIZATIONS = frozenset({Role.ORGANIZATION_HEAD, Role.SPECIAL_REPRESENTATIVE})


def interpretation(query: EventQuery, language: Language) -> str:
    """The query in words of the language, such as "visits to Astana by presidents, 2024"."""
    texts = Texts(language)
    clauses = [*_who_and_where(query, texts), *_what_of_them(query, texts)]
    return texts.text("read-as", core=_core(query, texts), clauses="; ".join(clauses) or _NOTHING)


def _core(query: EventQuery, texts: Texts) -> str:
    when = in_time(query.first, query.last, texts) or _NOTHING
    if query.kind is not EventKind.VISIT:
        return texts.text(
            "read-other", what=texts.text("read-kind", kind=query.kind.value), when=when
        )
    origin = _origin(query, texts.language)
    roles = _ordered(query.roles) or (["anybody"] if origin else [])
    ranks = ", ".join(
        texts.text("read-who-of", role=role) if origin else texts.text("read-who", role=role)
        for role in roles
    )
    return texts.text(
        "read-visits",
        to=_to(query, texts),
        who=ranks or _NOTHING,
        **{"from": ", ".join(origin) or _NOTHING},
        when=when,
    )


def _origin(query: EventQuery, language: Language) -> list[str]:
    """Where visitors come from, as it goes with their offices; empty where it does not."""
    if query.roles & _OF_ORGANIZATIONS or (query.origin.countries and language is Language.RU):
        return []
    phrases = place_phrases()
    groups = sorted(query.origin.regions) + sorted(query.origin.organizations)
    if not all(group in phrases for group in groups):
        return []
    countries = [_country(code, language) for code in query.origin.countries]
    return [*(str(phrases[group][language]) for group in groups), *sorted(countries)]


def _country(code: str, language: Language) -> str:
    name = Gazetteer.load().country_name(code, language)
    with_article = language is Language.EN and code in place_phrases()["articles"]
    return f"the {name}" if with_article else name


@cache
def place_phrases() -> dict[str, Any]:
    """Groups of countries as they go with an office, by key and language."""
    phrases: dict[str, Any] = yaml.safe_load(
        files("bot.query").joinpath("place_phrases.yaml").read_text("utf-8")
    )
    return phrases


def _ordered(roles: frozenset[Role]) -> list[str]:
    """Names of the ranks; ministers of any kind are told together."""
    together = {Role.FOREIGN_MINISTER, Role.MINISTER} <= roles
    apart = {Role.FOREIGN_MINISTER, Role.MINISTER} if together else set()
    ranks = [role.value for role in Role if role in roles - apart]
    return ["ministers", *ranks] if together else ranks


def _to(query: EventQuery, texts: Texts) -> str:
    if query.cities == {_CAPITAL}:
        place = "capital"
    elif query.cities:
        place = "city"
    elif query.destination == Places(frozenset({_HOME})):
        place = "home"
    elif query.not_destination and not query.destination:
        place = "away"
    else:
        return _NOTHING
    joint = " + " if query.every_city else ", "
    cities = joint.join(_city_names(query.cities, texts.language))
    return texts.text("read-to", place=place, cities=cities)


def _who_and_where(query: EventQuery, texts: Texts) -> list[str]:
    """Clauses on who came from where, and who is left out."""
    language = texts.language
    visits = query.kind is EventKind.VISIT
    home = query.destination == Places(frozenset({_HOME}))
    left_out = [
        *_plain_ranks(query.not_roles, texts),
        *_names(_abroad(query.not_origin), language),
        *_city_names(query.not_cities, language),
    ]
    where = _names(query.destination, language) if not (visits and home) else []
    if not visits:
        where += _city_names(query.cities, language)
    fields = (
        ("who", [] if visits else _plain_ranks(query.roles, texts)),
        ("person", [query.person] if query.person else []),
        ("besides", _plain_ranks(query.also_roles, texts)),
        (
            "with" if query.kind in _WITH_A_SIDE else "from",
            [] if visits and _origin(query, language) else _names(query.origin, language),
        ),
        ("to" if visits else "where", where),
        ("except", left_out),
        ("topic", list(query.topic)),
    )
    return [
        texts.text("read-clause", field=field, names=", ".join(names))
        for field, names in fields
        if names
    ]


def _abroad(places: Places) -> Places:
    """The places without Kazakhstan, from where nobody is a visitor anyway."""
    return replace(places, countries=places.countries - {_HOME})


def _what_of_them(query: EventQuery, texts: Texts) -> list[str]:
    """Clauses on form, status and the kind of answer."""
    clauses = [texts.text("read-form", form=form.value) for form in sorted(query.forms)]
    clauses += [
        texts.text("read-form", form=f"not-{form.value}") for form in sorted(query.not_forms)
    ]
    if query.missions:
        kinds = (texts.text("read-mission", mission=kind) for kind in sorted(query.missions))
        clauses.append(", ".join(kinds))
    if query.documents:
        kinds = (texts.text("read-document", document=kind) for kind in sorted(query.documents))
        clauses.append(", ".join(kinds))
    if query.first_ever:
        clauses.append(texts.text("read-first-ever"))
    if query.statuses != HAPPENED:
        names = (texts.text("read-status", status=each.value) for each in sorted(query.statuses))
        clauses.append(", ".join(names))
    if query.item_of in {ItemOf.DESTINATION, ItemOf.CITY}:
        clauses.append(texts.text("read-each", item=query.item_of.value))
    if query.shape is not Shape.LIST:
        limit = query.limit or 0
        clauses.append(texts.text("read-shape", shape=query.shape.value, limit=limit))
    return clauses


def _plain_ranks(roles: frozenset[Role], texts: Texts) -> list[str]:
    return [texts.text("read-who-plain", role=role) for role in _ordered(roles)]


def _names(places: Places, language: Language) -> list[str]:
    gazetteer = Gazetteer.load()
    return [
        *(gazetteer.region_name(key, language) for key in sorted(places.regions)),
        *(gazetteer.organization_name(key, language) for key in sorted(places.organizations)),
        *sorted(gazetteer.country_name(code, language) for code in places.countries),
    ]


def _city_names(cities: Iterable[str], language: Language) -> list[str]:
    return sorted(Gazetteer.load().city_name(city, language) for city in cities)


def in_time(first: date | None, last: date | None, texts: Texts) -> str:
    """A period in words, such as "since 2022"; "" where it has no bound."""
    if first and last:
        return _span(first, last, texts)
    if first:
        return texts.text("read-since", first=show_day(first.isoformat(), texts.language))
    return texts.text("read-until", last=show_day(last.isoformat(), texts.language)) if last else ""


def _span(first: date, last: date, texts: Texts) -> str:
    months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if months and first.month == 1 and last.month == 12:
        if first.year == last.year:
            return texts.text("read-year", year=str(first.year))
        return texts.text("read-years", first=str(first.year), last=str(last.year))
    if first == last:
        return show_day(first.isoformat(), texts.language)
    form = "%Y-%m" if months else "%Y-%m-%d"
    days = [show_day(day.strftime(form), texts.language) for day in (first, last)]
    return days[0] if days[0] == days[1] else texts.text("read-span", first=days[0], last=days[1])
