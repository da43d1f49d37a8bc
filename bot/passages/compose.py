"""Sentences found to an answer: a short answer first, then the sentences that bear it out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, AnswerKind, Citation, Scope
from bot.messages import Texts
from bot.passages.choice import asks_for_several, choose, in_reading_order
from bot.passages.denials import contradicts, find_denial
from bot.passages.evidence import Quote
from bot.passages.judgement import is_answered
from bot.passages.short import short_answer
from bot.passages.wanted import wanted_by
from bot.question import Question
from corpus.release import Release

ONE_THING = {
    "money",
    "number",
    "duration",
    "age",
    "date",
    "address",
    "phone",
    "email",
    "person",
    "place",
}
NEAREST = 3  # sentences shown where there is no answer
OF_ONE_EVENT = 2  # of them on one event
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
    headline = short_answer(question, chosen)
    if denial is None and headline is not None:
        chosen = _fewest(question, chosen, headline)
    shown = in_reading_order(chosen)
    citations = tuple(cite(quote.source.release, quote.text) for quote in shown)
    if denial is not None and contradicts(question, denial):
        headline = Texts(question.language).text("answer-otherwise")
        shown.sort(key=lambda quote: quote.text != denial.text)
        citations = tuple(cite(quote.source.release, quote.text) for quote in shown)
    elif headline is None:
        releases = len({citation.url for citation in citations})
        headline = Texts(question.language).text("answer-found", releases=releases)
    return _answer(question, _kind(question), headline, citations, scope)


def _fewest(question: Question, chosen: list[Quote], headline: str) -> list[Quote]:
    """The one sentence that bears out the short answer to a question for one thing, or all."""
    wanted = wanted_by(question)
    if not {kind.name for kind in wanted.kinds} <= ONE_THING or asks_for_several(question):
        return chosen
    alone = [short_answer(question, [quote]) for quote in chosen]
    if headline not in alone:
        return chosen
    best = chosen[alone.index(headline)]
    # What is told of other things in the same kind of figure may be what is meant.
    rivals = [q for q in chosen if q.kinds and q is not best and q.merit >= best.merit]
    return [best, *(q for q in rivals if short_answer(question, [q]) != headline)]


def compose_abstention(question: Question, quotes: Sequence[Quote], scope: Scope) -> Answer:
    """The answer that there is none, with the sentences that come nearest to the question.

    Whoever asks sees for themselves what the releases do say.
    """
    citations = tuple(cite(quote.source.release, quote.text) for quote in _nearest(quotes))
    headline = Texts(question.language).text("answer-nothing")
    return _answer(question, AnswerKind.ABSTENTION, headline, citations, scope)


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
