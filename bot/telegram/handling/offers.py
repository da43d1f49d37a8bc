"""What of an answer can be shown in its place, as buttons under it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer
from bot.telegram.conversation.actions import Offer
from bot.telegram.handling.years import neighbouring_years

_ROWS = 2  # fewer make no table


def _if_listed(answer: Answer) -> Sequence[str]:
    return ("",) if answer.items else ()


def _if_several(answer: Answer) -> Sequence[str]:
    return ("",) if len(answer.items) >= _ROWS else ()


def _if_read_in_two_ways(answer: Answer) -> Sequence[str]:
    return ("",) if answer.alternative else ()


HANDLING = (
    Offer("sources", "button-sources", _if_listed, in_menu=False),
    Offer("otherwise", "button-otherwise", _if_read_in_two_ways, in_menu=False),
    Offer("year", "button-year", neighbouring_years),
    Offer("table", "button-table", _if_several),
)
