"""Which gold visits of an evaluation set a query takes, and which the set's own filter does."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Any

from bot.query.query import EventQuery, Places
from index.extraction.event import VisitForm
from index.places.gazetteer import Gazetteer

Row = dict[str, Any]
REGIONS = {
    "north_africa": "northern_africa",
    "west_africa": "western_africa",
    "gcc": "GCC",
    "eu": "EU",
    "asean": "ASEAN",
    "ots": "OTS",
    "brics_2025": "BRICS",
}


def taken_by_query(visit: Row, query: EventQuery) -> bool:
    """Whether the visit is one that the query asks for."""
    city = "Astana" if visit["to_city"] == "Nur-Sultan" else visit["to_city"]
    return all(
        (
            _status(visit) in {str(status) for status in query.statuses},
            visit["kind"] != "transit" or VisitForm.TRANSIT in query.forms,
            not query.roles or visit["role"] in query.roles,
            visit["role"] not in query.not_roles,
            not query.origin or visit["country"] in members(query.origin),
            visit["country"] not in members(query.not_origin),
            not query.cities or city in query.cities,
            city not in query.not_cities,
            not query.destination or visit["to_country"] in members(query.destination),
            visit["to_country"] not in members(query.not_destination),
            _within(visit["date"], query.first, query.last),
        )
    )


def taken_by_filter(visit: Row, where: Row) -> bool:
    """Whether the visit is one that the set's filter takes."""
    city = "Astana" if visit["to_city"] == "Nur-Sultan" else visit["to_city"]
    first, last = (where.get(end) and date.fromisoformat(where[end]) for end in ("from", "to"))
    return all(
        (
            _status(visit) in {"took_place", "past_mention"},
            visit["kind"] != "transit",
            "role" not in where or visit["role"] in where["role"],
            city == where.get("city", city),
            visit["to_country"] == where.get("to_country", visit["to_country"]),
            visit["to_country"] != where.get("not_to_country"),
            visit["country"] == where.get("traveller", visit["country"]),
            visit["country"] in where.get("country", [visit["country"]]),
            "region" not in where or visit["country"] in _region(where["region"]),
            "to_region" not in where or visit["to_country"] in _region(where["to_region"]),
            _within(visit["date"], first, last),
        )
    )


def members(places: Places) -> frozenset[str]:
    """Codes of all countries that the places hold."""
    return places.countries.union(*map(_region, places.regions | places.organizations))


def _region(key: str) -> frozenset[str]:
    gazetteer, key = Gazetteer.load(), REGIONS.get(key, key)
    if key.isupper():
        return gazetteer.organization_members(key, date(2025, 12, 31))
    return gazetteer.region_members(key)


def _status(visit: Row) -> str:
    return str(visit["status"])


def _within(day: str | None, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", day or "")
    if match is None:
        return False
    year, month, number = (int(part) if part else None for part in match.groups())
    assert year is not None
    start = date(year, month or 1, number or 1)
    ending = number or calendar.monthrange(year, month or 12)[1]
    end = date(year, month or 12, ending)
    return (first is None or start >= first) and (last is None or end <= last)
