"""The map of the world: outlines projected, shades and their bins; pure but for the data read."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

Point = tuple[float, float]
Bin = tuple[int, int]

SHADES = ("#9ecae1", "#4292c6", "#2171b5", "#08306b")
"""Blues of ColorBrewer (Cynthia Brewer, 2003), from its fourth step on: apart from bare land."""

# Equal Earth: Savric, Patterson and Jenny, "The Equal Earth map projection", 2018.
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2


def project(longitude: float, latitude: float) -> Point:
    """Where a place in degrees lies on the map, by the Equal Earth projection."""
    angle = math.asin(_M * math.sin(math.radians(latitude)))
    a1, a2, a3, a4 = _A
    square = angle**2
    sixth = square**3
    slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    x = math.radians(longitude) * math.cos(angle) / (_M * slope)
    return x, angle * (a1 + a2 * square + sixth * (a3 + a4 * square))


@cache
def outlines() -> dict[str, list[list[Point]]]:
    """The projected outlines of each country by its ISO alpha-2 code, large countries first."""
    shapes = {
        code: [[project(x, y) for x, y in ring] for ring in rings]
        for code, rings in _data()["shapes"].items()
    }
    return dict(sorted(shapes.items(), key=lambda one: -max(map(_extent, one[1]))))


@cache
def dots() -> dict[str, Point]:
    """Where countries lie that are too small for an outline, by their ISO alpha-2 code."""
    return {code: project(x, y) for code, (x, y) in _data()["dots"].items()}


def bins_of(counts: Iterable[int]) -> list[Bin]:
    """Up to four ranges of counts, both ends inclusive, that grow with the largest count."""
    most = max(counts, default=0)
    if most <= len(SHADES):
        return [(number, number) for number in range(1, most + 1)]
    edges = [1, *(math.ceil(most ** (step / len(SHADES))) for step in range(1, len(SHADES)))]
    starts = sorted({max(edge, place + 1) for place, edge in enumerate(edges)})
    return list(zip(starts, [*(start - 1 for start in starts[1:]), most], strict=True))


def shade(count: int, bins: list[Bin]) -> str | None:
    """The colour of a count, darker for more; None for a count of no bin."""
    shades = SHADES if len(bins) == len(SHADES) else SHADES[-len(bins) :]
    return next(
        (shades[place] for place, (low, high) in enumerate(bins) if low <= count <= high), None
    )


def _extent(ring: list[Point]) -> float:
    xs, ys = zip(*ring, strict=True)
    return float((max(xs) - min(xs)) * (max(ys) - min(ys)))


@cache
def _data() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        files("bot.charts").joinpath("world.json").read_text("utf-8")
    )
    return content


def _edge() -> list[Point]:
    right = [project(180, latitude) for latitude in range(-90, 91, 2)]
    return [*right, *(project(-180, latitude) for latitude in range(90, -91, -2))]


GRATICULE = _edge()
"""The edge of the whole projected world."""
