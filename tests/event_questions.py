"""Questions with the queries that they are to be read as, told in one line."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.query.query import HAPPENED, EventQuery, ItemOf, Places, Shape
from bot.query.reading import Reading
from index.extraction.event import EventKind

FOLDER = Path(__file__).parent / "data" / "event_questions"


def table(name: str, language: str) -> list[tuple[str, str]]:
    """Question and line for each entry of a table."""
    content = yaml.safe_load((FOLDER / f"{language}.yaml").read_text("utf-8"))
    return [(str(question), str(line)) for question, line in content[name].items()]


def told(reading: Reading | None) -> str:
    """The fields that ask something, in one line."""
    if reading is None:
        return "none"
    query = reading.query
    parts = [
        "" if query.kind is EventKind.VISIT else query.kind,
        "" if query.shape is Shape.LIST else query.shape,
        "" if query.item_of is ItemOf.TRAVELLER else f"each={query.item_of}",
        _joined(query.roles),
        _with("but", _joined(query.not_roles)),
        _with("also", _joined(query.also_roles)),
        _with("person", query.person or ""),
        _with("from", _places(query.origin)),
        _with("not-from", _places(query.not_origin)),
        _with("to", _places(query.destination)),
        _with("not-to", _places(query.not_destination)),
        _with("city", _joined(query.cities)),
        "every-city" if query.every_city else "",
        _with("not-city", _joined(query.not_cities)),
        _period(query),
        _with("form", _joined(query.forms)),
        _with("not-form", _joined(query.not_forms)),
        "first-ever" if query.first_ever else "",
        "" if query.statuses == HAPPENED else _with("status", _joined(query.statuses)),
        _with("topic", " ".join(query.topic)),
        "" if query.limit is None else f"limit={query.limit}",
        f"sides={len(reading.sides)}" if reading.sides else "",
    ]
    return " ".join(part for part in parts if part)


def _joined(values: frozenset[object] | frozenset[str]) -> str:
    return "+".join(sorted(map(str, values)))


def _with(name: str, value: str) -> str:
    return f"{name}={value}" if value else ""


def _places(places: Places) -> str:
    return _joined(places.countries | places.regions | places.organizations)


def _period(query: EventQuery) -> str:
    if query.first is None and query.last is None:
        return ""
    return f"{query.first or ''}..{query.last or ''}"
