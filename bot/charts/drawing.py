"""Draws charts and maps as PNG; the one file that knows matplotlib.

Every picture is a white card with dark text, so that it reads the same in light and dark mode, and
its smallest letters are 9 points at 5.4 inches: legible on a screen 360 points wide. Figures are
made without pyplot, which keeps state of its own; threads may draw side by side.
"""

from __future__ import annotations

import io
import math
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.patches import Patch
from matplotlib.textpath import TextPath
from matplotlib.ticker import MaxNLocator

from bot.charts.chart import Chart, WorldMap
from bot.charts.world import GRATICULE, bins_of, dots, outlines, shade

WIDTH, DPI = 5.4, 200  # inches; 1080 pixels
BACKGROUND, INK, GREY, BAR = "#ffffff", "#1b1f24", "#57606a", "#1f5fa8"
SEA, LAND, BORDER = "#eef3f8", "#d5dae0", "#ffffff"
_SIDE, _GAP = 0.22, 0.12
_TITLE, _SUBTITLE, _LABEL, _SMALL = 14, 11, 10, 9  # points
_MAP_HEIGHT = 2.2
_LINE = 1.3 / 72  # inches of height for each point of a line's letters
_BAR_HEIGHT = 0.3
_AXIS = 0.3  # inches for the numbers beside upright bars
_LABEL_CHARACTERS, _TICK_CHARACTERS = 24, 8
_TICK_GAP = 6  # points between two labels of time
_LONG_WORD = 22  # letters; a longer one is broken to fit the card
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}  # controls, marks of direction, half letters
_KEPT = "\u00a0\u202f"  # spaces that hold a number and its word together
_MOST_TITLE, _MOST_SOURCE = 5, 12  # lines


def draw_chart(chart: Chart) -> bytes:
    """The chart as PNG, 1080 pixels wide."""
    labels = tuple(_drawable(label) for label in chart.labels)
    chart = replace(chart, labels=labels)
    height = 3.0 if chart.upright else _heights(chart)
    figure, axes = _card(chart.title, chart.subtitle, chart.source, height)
    if chart.upright:
        _upright(axes, chart)
    else:
        _lying(axes, chart)
    return _png(figure, chart.alt)


def draw_map(world: WorldMap, most: Sequence[tuple[str, int]]) -> bytes:
    """The map as PNG, 1080 pixels wide; `most` are the countries to be named with their counts."""
    told = ", ".join(f"{name} – {number}" for name, number in most)
    lines = _wrapped(told if len(most) == len(world.counts) else f"{told}…", _LABEL)
    below = _LINE * _LABEL * len(lines) + _GAP
    figure, axes = _card(world.title, world.subtitle, world.source, _MAP_HEIGHT + below)
    _world(axes, world)
    axes.set_anchor("N")
    low = axes.get_position(original=True).y0 + (below - _GAP / 2) * DPI / figure.bbox.height
    figure.text(_SIDE / WIDTH, low, "\n".join(lines), fontsize=_LABEL, color=INK, va="top")
    return _png(figure, world.alt)


def _card(title: str, subtitle: str, source: str, height: float) -> tuple[Figure, Axes]:
    """A figure with its words in place, and axes in between that are `height` inches high."""
    heads = _cut(_wrapped(title, _TITLE, bold=True), _MOST_TITLE)
    subs, feet = _wrapped(subtitle, _SUBTITLE), _cut(_wrapped(source, _SMALL), _MOST_SOURCE)
    top = _SIDE + _LINE * (_TITLE * len(heads) + _SUBTITLE * len(subs)) + 2 * _GAP
    bottom = _SIDE + _LINE * _SMALL * len(feet) + _GAP
    whole = top + height + bottom
    figure = Figure(figsize=(WIDTH, whole), dpi=DPI, facecolor=BACKGROUND)
    FigureCanvasAgg(figure)
    left = _SIDE / WIDTH
    y = 1 - _SIDE / whole
    figure.text(left, y, "\n".join(heads), fontsize=_TITLE, weight="bold", color=INK, va="top")
    y -= (_LINE * _TITLE * len(heads) + _GAP / 2) / whole
    figure.text(left, y, "\n".join(subs), fontsize=_SUBTITLE, color=GREY, va="top")
    foot = _SIDE / whole
    figure.text(left, foot, "\n".join(feet), fontsize=_SMALL, color=GREY, va="bottom")
    axes = figure.add_axes((left, bottom / whole, 1 - 2 * left, height / whole))
    axes.set_facecolor(BACKGROUND)
    return figure, axes


def _upright(axes: Axes, chart: Chart) -> None:
    places = range(len(chart.counts))
    bars = axes.bar(places, chart.counts, color=BAR, width=0.75)
    labels = [str(number) if number else "" for number in chart.counts]
    axes.bar_label(bars, labels, fontsize=_LABEL, color=INK, padding=2)
    labelled = [textwrap.fill(label, _TICK_CHARACTERS) for label in chart.labels]
    room = 72 * (WIDTH - 2 * _SIDE - _AXIS) / len(labelled)
    every = math.ceil((_widest(labelled, _SMALL) + _TICK_GAP) / room)
    shown = list(places)[::-every][::-1]  # the newest is always named
    wrapped = [labelled[place] for place in shown]
    axes.set_xticks(shown, wrapped, fontsize=_SMALL, color=INK)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.tick_params(axis="y", labelsize=_SMALL, labelcolor=GREY, length=0)
    axes.tick_params(axis="x", length=0)
    axes.grid(axis="y", color="#e3e7eb", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.margins(x=0.02, y=0.12)
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(GREY)
    _inset(axes, left=_AXIS, bottom=0.2 + 0.16 * max(text.count("\n") for text in wrapped))


def _heights(chart: Chart) -> float:
    lines = (len(textwrap.wrap(label, _LABEL_CHARACTERS)) or 1 for label in chart.labels)
    return sum(max(_BAR_HEIGHT, 0.17 * count + 0.08) for count in lines) + 0.1


def _lying(axes: Axes, chart: Chart) -> None:
    places = range(len(chart.counts))
    bars = axes.barh(places, chart.counts, color=BAR, height=0.62)
    axes.bar_label(bars, [str(number) for number in chart.counts], fontsize=_LABEL, padding=3)
    wrapped = [textwrap.fill(label, _LABEL_CHARACTERS) for label in chart.labels]
    axes.set_yticks(places, wrapped, fontsize=_LABEL, color=INK)
    axes.invert_yaxis()
    axes.tick_params(length=0)
    axes.set_xticks([])
    axes.margins(x=0.12, y=0.01)
    for spine in axes.spines.values():
        spine.set_visible(False)
    _inset(axes, left=_widest(wrapped, _LABEL) / 72 + _GAP, bottom=0.0)


def _inset(axes: Axes, left: float, bottom: float) -> None:
    """Leave room, in inches, for the labels beside and under the axes."""
    figure = axes.figure
    height = WIDTH * figure.bbox.height / figure.bbox.width
    box = axes.get_position()
    axes.set_position(
        (
            box.x0 + left / WIDTH,
            box.y0 + bottom / height,
            box.width - left / WIDTH,
            box.height - bottom / height,
        )
    )


def _world(axes: Axes, world: WorldMap) -> None:
    bins = bins_of(world.counts.values())
    axes.add_collection(PolyCollection([GRATICULE], facecolors=SEA, edgecolors="none"))
    for code, rings in outlines().items():
        colour = shade(world.counts.get(code, 0), bins) or LAND
        drawn = PolyCollection(rings, facecolors=colour, edgecolors=BORDER, linewidths=0.3)
        axes.add_collection(drawn)
    for code, (x, y) in dots().items():
        dark = shade(world.counts.get(code, 0), bins)
        if dark:
            axes.plot(x, y, "o", markersize=5, color=dark, markeredgecolor=INK, mew=0.4)
    handles = [
        Patch(facecolor=shade(low, bins) or LAND, label=_range(low, high)) for low, high in bins
    ]
    axes.legend(
        handles=handles,
        title=world.legend,
        title_fontsize=_SMALL,
        fontsize=_SMALL,
        loc="lower left",
        frameon=False,
        labelcolor=INK,
        handlelength=1.2,
        borderaxespad=0.0,
    )
    xs, ys = zip(*GRATICULE, strict=True)
    axes.set_xlim(min(xs), max(xs))
    axes.set_ylim(min(y for _, y in GRATICULE) * 0.8, max(ys))  # nobody lives in the far south
    axes.set_aspect("equal")
    axes.set_axis_off()


def _wrapped(text: str, points: int, *, bold: bool = False) -> list[str]:
    """The lines of a text that fill the card's width, by the measure of its letters."""
    font = FontProperties(weight="bold" if bold else "normal")
    most = 72 * (WIDTH - 2 * _SIDE)
    pieces = [part for word in _drawable(text).split() for part in textwrap.wrap(word, _LONG_WORD)]
    lines: list[str] = []
    for piece in pieces:
        longer = f"{lines[-1]} {piece}" if lines else piece
        if lines and TextPath((0, 0), longer, points, prop=font).get_extents().width <= most:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def _cut(lines: list[str], most: int) -> list[str]:
    """No more than `most` lines, the last of which says where there were more."""
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def _widest(texts: Sequence[str], points: int) -> float:
    """The width in points of the widest line of all."""
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    widths = (TextPath((0, 0), line, points).get_extents().width for line in lines)
    return float(max(widths, default=0))


def _drawable(text: str) -> str:
    """The text as it can be drawn, since releases and questions may hold anything.

    A dollar sign would begin a formula; what the font lacks would be a box and a warning.
    """
    kept = (letter for letter in text if unicodedata.category(letter) not in _INVISIBLE)
    drawn = "".join(" " if letter.isspace() and letter not in _KEPT else letter for letter in kept)
    return "".join(letter if _has(letter) else "?" for letter in drawn).replace("$", r"\$")


@cache
def _has(letter: str) -> bool:
    return all(get_font(path).get_char_index(ord(letter)) for path in _faces())


@cache
def _faces() -> tuple[str, ...]:
    """Files of the regular and the bold face that come with the library."""
    return tuple(findfont(FontProperties(weight=weight)) for weight in ("normal", "bold"))


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _png(figure: Figure, alt: str) -> bytes:
    stream = io.BytesIO()
    figure.savefig(stream, format="png", metadata={"Description": alt, "Software": "Elshi"})
    return stream.getvalue()
