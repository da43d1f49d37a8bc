"""Writes `bot/charts/world.json`: outlines of countries for the map, by ISO alpha-2 code.

Outlines are Natural Earth's (public domain) at 1:110m, out of the npm package world-atlas; what
is too small for that scale is a dot, at the middle of its largest part at 1:50m. Codes come from
codes.json of the npm package i18n-iso-countries (MIT).

    python tools/extract_world_shapes.py PATH/world-atlas PATH/codes.json
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "bot" / "charts" / "world.json"
SOURCE = "Natural Earth 1:110m and 1:50m (public domain), npm world-atlas 2.0.2, 2026-11-24"
# What Natural Earth draws by itself and the United Nations do not.
PART_OF = {"N. Cyprus": "CY", "Somaliland": "SO", "Kosovo": "XK"}
# Natural Earth draws who is in control; the General Assembly's resolution 68/262 is kept to here.
CRIMEA = ((32.0, 37.0), (44.0, 46.6))  # ranges of longitude and latitude
DRAWN, OWNER = "RU", "UA"
UNDRAWN = {"AQ"}

Ring = list[list[float]]


def main(atlas: str, codes: str) -> None:
    """Reads both packages and writes the outlines and dots."""
    by_number = {row[2]: row[0] for row in json.loads(Path(codes).read_text("utf-8"))}
    coarse = _shapes(Path(atlas) / "countries-110m.json", by_number)
    fine = _shapes(Path(atlas) / "countries-50m.json", by_number)
    dots = {code: _middle(rings) for code, rings in fine.items() if code not in coarse}
    content = {
        "source": SOURCE,
        "shapes": {code: [_rounded(ring) for ring in coarse[code]] for code in sorted(coarse)},
        "dots": dict(sorted(dots.items())),
    }
    TARGET.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")


def _shapes(path: Path, by_number: dict[str, str]) -> dict[str, list[Ring]]:
    topology = json.loads(path.read_text("utf-8"))
    arcs = _arcs(topology)
    found: dict[str, list[Ring]] = defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = PART_OF.get(name) or by_number.get(str(geometry.get("id", "")).zfill(3))
        if code is None or code in UNDRAWN:
            continue
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for ring in _cut(_ring(polygon[0], arcs)):
                found[_owner(code, ring)].append(ring)
    return found


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    (x_scale, y_scale), (x_shift, y_shift) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append([x * x_scale + x_shift, y * y_scale + y_shift])
        decoded.append(points)
    return decoded


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """The points of a ring; an arc numbered ~n is arc n backwards, as TopoJSON has it."""
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def _cut(ring: Ring) -> list[Ring]:
    """The ring, or its two parts where it crosses the meridian of 180 degrees."""
    unwrapped, shift = [ring[0]], 0.0
    for before, (x, y) in pairwise(ring):
        shift -= 360.0 * round((x - before[0]) / 360.0)
        unwrapped.append([x + shift, y])
    parts = []
    for turns in (-360.0, 0.0, 360.0):
        moved = [[x + turns, y] for x, y in unwrapped]
        parts.append(_clipped(_clipped(moved, -180.0, 1.0), 180.0, -1.0))
    return [part for part in parts if len(part) > 2]


def _clipped(ring: Ring, edge: float, side: float) -> Ring:
    """What of a ring lies on one side of a meridian (Sutherland and Hodgman, 1974)."""
    kept: Ring = []
    for one, two in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside, next_inside = side * (one[0] - edge) >= 0, side * (two[0] - edge) >= 0
        if inside:
            kept.append(one)
        if inside != next_inside:
            share = (edge - one[0]) / (two[0] - one[0])
            kept.append([edge, one[1] + share * (two[1] - one[1])])
    return kept


def _owner(code: str, ring: Ring) -> str:
    inside = all(
        low <= value <= high
        for point in ring
        for value, (low, high) in zip(point, CRIMEA, strict=True)
    )
    return OWNER if inside and code == DRAWN else code


def _middle(rings: list[Ring]) -> list[float]:
    largest = max(rings, key=_extent)
    return [round(sum(axis) / len(largest), 1) for axis in zip(*largest, strict=True)]


def _extent(ring: Ring) -> float:
    longitudes, latitudes = zip(*ring, strict=True)
    return float((max(longitudes) - min(longitudes)) * (max(latitudes) - min(latitudes)))


def _rounded(ring: Ring) -> Ring:
    points = [[round(x, 1), round(y, 1)] for x, y in ring]
    return [point for place, point in enumerate(points) if place == 0 or point != points[place - 1]]


if __name__ == "__main__":
    main(*sys.argv[1:])
