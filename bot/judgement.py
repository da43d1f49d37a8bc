"""Whether what was found answers the question, or the releases say nothing of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.evidence import Quote
from bot.question import Question
from bot.wanted import Wanted, wanted_by

FIRST = 12  # best quotes that may answer
RELATION = 0.45  # share of the question's words that a sentence must hold or have around it
NEAR = 0.86  # or else a cosine: the same said in other words


def is_answered(question: Question, quotes: Sequence[Quote]) -> bool:
    """Whether one of the best of `quotes` speaks of what is asked."""
    return any(answers(question, quote) for quote in quotes[:FIRST])


def answers(question: Question, quote: Quote) -> bool:
    """Whether `quote` holds the kind of thing asked for, in that relation, place and time."""
    wanted = wanted_by(question)
    if not (wanted.words or wanted.kinds or wanted.countries or wanted.bodies):
        return False
    return (
        quote.about
        and quote.timely
        and _holds_kind(wanted, quote)
        and (quote.relation >= RELATION or quote.near >= NEAR)
    )


def _holds_kind(wanted: Wanted, quote: Quote) -> bool:
    strict = {kind.name for kind in wanted.kinds if kind.strict}
    return not strict or bool(strict & quote.kinds)
