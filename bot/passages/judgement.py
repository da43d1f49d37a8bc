"""Whether what was found answers the question, or the releases say nothing of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.passages.evidence import Quote
from bot.passages.wanted import Wanted, wanted_by
from bot.question import Question

FIRST = 12  # best quotes that may answer
STRENGTH = 0.44  # what relation and nearness must come to; see docs/benchmarks.md
BESIDE = 0.5  # what more it must come to in a sentence that lacks what the question turns on
UNNAMED = 0.2  # what more it must come to where somebody is asked for and nobody named
SLOPE = 6.0  # what a cosine weighs beside the share of words
USUAL = 0.85  # cosine of a question with a passage that answers it, in one language
APART = 10.0  # what it weighs how far a release stands apart from the others found
CLOSE = 0.06  # cosine by which the releases on one matter differ
ABROAD = 0.03  # by how much it is lower across languages
PERSONS = frozenset({"person", "whom"})
SAME = 0.9  # cosine at which nearly the same is said, in whatever words


def is_answered(question: Question, quotes: Sequence[Quote]) -> bool:
    """Whether one of the best of `quotes` speaks of what is asked."""
    return any(answers(question, quote) for quote in quotes[:FIRST])


def answers(question: Question, quote: Quote) -> bool:
    """Whether `quote` holds the kind of thing asked for, in that relation, place and time."""
    wanted = wanted_by(question)
    if not (wanted.words or wanted.kinds or wanted.countries or wanted.bodies):
        return False
    fits = quote.about and quote.timely and _holds_kind(wanted, quote)
    if not fits or (quote.lacking and quote.near < SAME):
        return False
    if quote.beside and wanted.whole:
        return False
    least = STRENGTH + BESIDE * quote.beside + UNNAMED * _lacks_person(wanted, quote)
    return strength(question, quote) >= least


def strength(question: Question, quote: Quote) -> float:
    """How surely `quote` is about what is asked: by its words, and by its release's nearness.

    That a release stands apart from all others says as much: no other is of that matter.
    """
    is_foreign = quote.source.release.language is not question.language
    near = SLOPE * (quote.near + ABROAD * is_foreign - USUAL)
    return quote.relation + near + APART * max(quote.apart - CLOSE, 0.0)


def _lacks_person(wanted: Wanted, quote: Quote) -> bool:
    asked = {kind.name for kind in wanted.kinds} & PERSONS
    return bool(asked) and not asked & quote.kinds


def _holds_kind(wanted: Wanted, quote: Quote) -> bool:
    # Who did something may be named by one word or by an office; who holds an office is named.
    loose = frozenset() if wanted.offices else PERSONS
    strict = {kind.name for kind in wanted.kinds if kind.strict} - loose
    return not strict or bool(strict & quote.kinds)
