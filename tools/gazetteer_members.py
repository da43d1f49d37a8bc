"""Members of regions and organisations as the compiled gazetteer holds them; pure."""

from __future__ import annotations

from typing import Any

Names = dict[str, dict[str, str]]


def region_members(region: str, regions: dict[str, Any], names: Names) -> list[str]:
    """Codes of the countries of a region, sorted."""
    entry = regions[region]
    members = set(entry.get("members", ())) | set(entry.get("extra", ()))
    for part in entry.get("union", ()):
        members |= set(region_members(part, regions, names))
    places = set(entry.get("un", ()))
    marks = entry.get("marks", ())
    for code, row in names.items():
        lies_in = {row["region"], row["subregion"], row["intermediate"]} & places
        if lies_in or any(row[mark] for mark in marks):
            members.add(code)
    return sorted(members - set(entry.get("without", ())))


def organization_members(entry: dict[str, Any]) -> dict[str, list[str]]:
    """Code to the days of joining and leaving, either one empty where it does not matter."""
    members = {}
    for member in entry.get("members", ()):
        code, dates = next(iter(member.items())) if isinstance(member, dict) else (member, "/")
        joined, _, left = str(dates).partition("/")
        members[code] = [joined, left]
    return members
