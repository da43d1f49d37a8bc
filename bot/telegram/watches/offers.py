"""What standing questions offer under an answer. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, AnswerKind
from bot.telegram.conversation.actions import Offer

WATCH = "watch"
_LISTS = (AnswerKind.LIST, AnswerKind.COUNT)


def _fits(answer: Answer) -> Sequence[str]:
    """A list of events that can grow, or that there are none so far."""
    if answer.kind in _LISTS and answer.items:
        return ("",)
    return ()


WATCHING: tuple[Offer, ...] = (Offer(WATCH, "button-watch", _fits),)
