"""An answer as a finished picture, with the words that stand for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.answer import Answer
from bot.charts.by import By
from bot.charts.chart import (
    can_be_mapped,
    choices,
    first_choice,
    make_chart,
    make_map,
    names_of_most,
)
from bot.charts.drawing import draw_chart, draw_map
from bot.messages import Texts


@dataclass(frozen=True, slots=True)
class Picture:
    """PNG, what it is of, and in words what it shows; `by` is None for a map."""

    content: bytes = field(repr=False)
    title: str
    alt: str
    by: By | None


def draw(answer: Answer, by: By | None, now: datetime, *, as_map: bool) -> Picture | None:
    """The rows of `answer` as a map, or as bars `by` something; None where that shows nothing.

    Without `by` the bars are of what fits best. `now` stands in the picture as its day.
    """
    if as_map:
        if not can_be_mapped(answer):
            return None
        world = make_map(answer, now)
        most = names_of_most(world, Texts(answer.language))
        return Picture(draw_map(world, most), world.title, world.alt, None)
    wanted = by or first_choice(answer)
    if wanted is None or wanted not in choices(answer):
        return None
    chart = make_chart(answer, wanted, now)
    return Picture(draw_chart(chart), chart.title, chart.alt, wanted)
