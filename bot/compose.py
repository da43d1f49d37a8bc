"""Sentences found to an answer: grouped by release, one account of each event, or none."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, AnswerKind, Citation, Scope
from bot.evidence import Quote
from bot.messages import Texts
from bot.question import Question
from corpus.release import Language, Release

RELEASES = 3  # shown in one answer
LONGEST = 1050  # characters of quotes, titles and links: what one reads without scrolling
FURTHER_RELEASE = 0.5  # another release is shown when its best sentence earns this share
SECOND_SENTENCE = 0.55  # a further sentence is quoted when it earns this share of the best
NEAREST = 3  # releases named where there is no answer


def compose_passages(question: Question, quotes: Sequence[Quote], scope: Scope) -> Answer:
    """The answer that quotes the best of `quotes`, which are sorted, best first."""
    chosen = _choose(quotes, question.language)
    citations = tuple(cite(quote.source.release, quote.text) for quote in chosen)
    texts = Texts(question.language)
    headline = texts.text("answer-found", releases=len({c.url for c in citations}))
    return _answer(question, AnswerKind.PASSAGES, headline, citations, scope)


def compose_abstention(question: Question, quotes: Sequence[Quote], scope: Scope) -> Answer:
    """The answer that there is none, with the releases nearest to the question."""
    nearest: dict[int, Quote] = {}
    for quote in quotes:
        nearest.setdefault(quote.source.event, quote)
    citations = tuple(
        cite(quote.source.release, quote.source.release.title)
        for quote in list(nearest.values())[:NEAREST]
    )
    headline = Texts(question.language).text("answer-nothing")
    return _answer(question, AnswerKind.ABSTENTION, headline, citations, scope)


def cite(release: Release, quote: str) -> Citation:
    """A citation of `quote`, which stands word for word in `release`."""
    return Citation(
        release_id=release.alias or release.key.id,
        url=release.url,
        title=release.title,
        published_at=release.published,
        language=release.language,
        quote=quote,
    )


def _answer(
    question: Question,
    kind: AnswerKind,
    headline: str,
    citations: tuple[Citation, ...],
    scope: Scope,
) -> Answer:
    return Answer(question.text, question.language, kind, headline, citations, scope, took_ms=0.0)


def _choose(quotes: Sequence[Quote], language: Language) -> list[Quote]:
    """The quotes to show: the best account of each event, its best sentence first."""
    accounts = _accounts(quotes, language)
    chosen: list[list[Quote]] = []
    length = 0
    for place, account in enumerate(accounts[:RELEASES]):
        if account[0].merit < FURTHER_RELEASE * accounts[0][0].merit:
            continue
        release = account[0].source.release
        length += len(release.title) + len(release.url)
        kept: list[Quote] = []
        for quote in account[: RELEASES - place]:
            fits = length + len(quote.text) <= LONGEST or not (kept or chosen)
            if fits and quote.merit >= SECOND_SENTENCE * account[0].merit:
                kept.append(quote)
                length += len(quote.text)
        chosen.append(kept)
    return [quote for account in chosen for quote in account]


def _accounts(quotes: Sequence[Quote], language: Language) -> list[list[Quote]]:
    """The quotes by event, best event first: of each the account in `language`, if it has one."""
    events: dict[int, dict[int, list[Quote]]] = {}
    for quote in quotes:
        accounts = events.setdefault(quote.source.event, {})
        account = accounts.setdefault(quote.source.number, [])
        if quote.text not in {other.text for other in account}:
            account.append(quote)
    return [_best_account(list(accounts.values()), language) for accounts in events.values()]


def _best_account(accounts: list[list[Quote]], language: Language) -> list[Quote]:
    def worth(account: list[Quote]) -> tuple[bool, float]:
        return account[0].source.release.language is language, account[0].score

    return max(accounts, key=worth)
