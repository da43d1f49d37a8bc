"""Sentences found to an answer: a short answer first, then the sentences that bear it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, AnswerKind, Citation, Scope
from bot.messages import Texts
from bot.passages.bearing import bearing_out, leading, led_by, stand_alone
from bot.passages.choice import choose, in_reading_order
from bot.passages.denials import contradicts, find_denial
from bot.passages.evidence import Quote
from bot.passages.judgement import is_answered
from bot.passages.short import ShortAnswer, short_answer
from bot.passages.wanted import wanted_by
from bot.question import Question
from corpus.release import Release

NEAREST = 4  # sentences shown where there is no answer
OF_ONE_EVENT = 3  # of them on one event
KINDS = (
    ("words", AnswerKind.QUOTE),
    ("documents", AnswerKind.DOCUMENTS),
    ("summary", AnswerKind.SUMMARY),
    ("compare", AnswerKind.COMPARE),
    ("superlative", AnswerKind.SUPERLATIVE),
    ("money", AnswerKind.FACT),
    ("number", AnswerKind.FACT),
    ("duration", AnswerKind.FACT),
    ("date", AnswerKind.FACT),
    ("address", AnswerKind.PASSAGES),  # its city may stand in the title alone
    ("person", AnswerKind.FACT),
)


def compose(question: Question, quotes: Sequence[Quote], scope: Scope) -> Answer:
    """What `quotes`, best first, say to `question`: an answer, what was otherwise, or nothing."""
    denial = find_denial(question, quotes)
    if is_answered(question, quotes):
        return compose_passages(question, quotes, scope, denial)
    if denial is not None:
        return compose_denial(question, denial, scope)
    return compose_abstention(question, quotes, scope)


def compose_denial(question: Question, denial: Quote, scope: Scope) -> Answer:
    """The answer that it was otherwise, as the sentence `denial` says."""
    headline = Texts(question.language).text("answer-otherwise")
    citations = (cite(denial.source.release, denial.text),)
    return _answer(question, AnswerKind.PASSAGES, headline, citations, scope)


def compose_passages(
    question: Question, quotes: Sequence[Quote], scope: Scope, denial: Quote | None = None
) -> Answer:
    """The answer that quotes the best of `quotes`, and `denial` where there is one."""
    chosen = choose(question, quotes, denial)
    short = short_answer(question, chosen)
    if denial is not None and contradicts(question, denial):
        shown = sorted(in_reading_order(chosen), key=lambda quote: quote.text != denial.text)
        headline = Texts(question.language).text("answer-otherwise")
        return _showing(question, headline, shown, scope)
    if short is not None:
        shown = chosen if denial is not None else bearing_out(question, chosen, short)
        return _showing(question, short.text, led_by(short.text, shown), scope, short)
    releases = len({quote.source.release.url for quote in chosen})
    found = Texts(question.language).text("answer-found", releases=releases)
    headline = leading(question, chosen) or found
    return _showing(question, headline, led_by(headline, chosen), scope)


def _showing(
    question: Question,
    headline: str,
    shown: Sequence[Quote],
    scope: Scope,
    short: ShortAnswer | None = None,
) -> Answer:
    citations = tuple(cite(quote.source.release, quote.text) for quote in shown)
    answer = _answer(question, _kind(question), headline, citations, scope)
    return replace(answer, is_titled=not stand_alone(question, shown, short))


def compose_abstention(question: Question, quotes: Sequence[Quote], scope: Scope) -> Answer:
    """The answer that there is none, with the sentences that come nearest to the question.

    Whoever asks sees for themselves what the releases do say.
    """
    citations = nearest_citations(quotes)
    headline = Texts(question.language).text("answer-nothing")
    return _answer(question, AnswerKind.ABSTENTION, headline, citations, scope)


def nearest_citations(quotes: Sequence[Quote]) -> tuple[Citation, ...]:
    """The sentences that come nearest to the question that `quotes`, best first, are for."""
    return tuple(cite(quote.source.release, quote.text) for quote in _nearest(quotes))


def _nearest(quotes: Sequence[Quote]) -> list[Quote]:
    """The best sentences, a few of one event and those of a release together."""
    kept: list[Quote] = []
    for quote in quotes:
        is_told = any(other.text == quote.text for other in kept)
        of_event = sum(other.source.event == quote.source.event for other in kept)
        if not is_told and of_event < OF_ONE_EVENT and len(kept) < NEAREST:
            kept.append(quote)
    return in_reading_order(kept)


def cite(release: Release, quote: str) -> Citation:
    """A citation of `quote`, which stands word for word in `release`."""
    return Citation(
        release_id=release.alias or release.key.id,
        url=release.url,
        title=release.title,
        published_at=release.published,
        language=release.language,
        quote=quote,
        edited_at=release.edited,
    )


def _kind(question: Question) -> AnswerKind:
    wanted = wanted_by(question)
    return next((kind for name, kind in KINDS if wanted.asks(name)), AnswerKind.PASSAGES)


def _answer(
    question: Question,
    kind: AnswerKind,
    headline: str,
    citations: tuple[Citation, ...],
    scope: Scope,
) -> Answer:
    return Answer(
        question.written, question.language, kind, headline, citations, scope, took_ms=0.0
    )
