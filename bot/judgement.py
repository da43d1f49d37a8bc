"""Whether what was found answers the question, or the releases say nothing of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.evidence import Quote
from bot.question import Question

COVERED = 0.30  # share of the question's words that a sentence must hold or have around it
NEAR = 0.86  # or else a cosine: the same said in other words
NEAR_NAMED = 0.78  # the same for releases that name the places which the question names


def is_answered(question: Question, quotes: Sequence[Quote]) -> bool:
    """Whether one of the best of `quotes` speaks of what is asked.

    `quotes` come from releases that name all places which the question names.
    """
    near = NEAR_NAMED if question.guests else NEAR
    return bool(question.topic) and any(
        quote.covered >= COVERED or quote.near >= near for quote in quotes[:3]
    )
