"""The answer that names the country with the largest or smallest figure, and the next ones."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, AnswerKind, Scope
from bot.messages import Texts
from bot.passages.compose import cite
from bot.passages.figures import asks_for_least
from bot.passages.ranking import Ranked
from bot.question import Question
from index.places.gazetteer import Gazetteer

SHOWN = 4  # figures that are shown with their sentences


def compose_ranking(question: Question, ranked: Sequence[Ranked], scope: Scope) -> Answer:
    """The answer that `ranked`, in order, gives; each figure shown stands in its sentence."""
    first = ranked[0]
    name = Gazetteer.load().country_name(first.country, question.language)
    headline = Texts(question.language).text(
        "answer-ranked",
        name=name,
        figure=first.figure.written,
        year=str(first.figure.year),
        which="least" if asks_for_least(question.text) else "most",
        count=len(ranked),
    )
    citations = tuple(cite(one.source.release, one.sentence) for one in ranked[:SHOWN])
    return Answer(
        question.written,
        question.language,
        AnswerKind.SUPERLATIVE,
        headline,
        citations,
        scope,
        took_ms=0.0,
    )
