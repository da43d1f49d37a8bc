"""The pictures that an answer can be shown as, as buttons. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.charts.chart import can_be_mapped, choices
from bot.telegram.conversation.actions import Offer

CHART, MAP = "chart", "map"


def _chart(answer: Answer) -> Sequence[str]:
    return ("",) if choices(answer) else ()


def _map(answer: Answer) -> Sequence[str]:
    return ("",) if can_be_mapped(answer) else ()


CHARTS = (Offer(CHART, "button-chart", _chart), Offer(MAP, "button-map", _map))
