"""An answer as the page's template shows it; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.answer import Answer, Citation, Item, NearMiss
from bot.dates import show_day
from bot.events.sources import quoted_and_further
from bot.messages import Texts
from bot.page.links import web_link
from bot.rendering.citing import citation_line
from bot.rendering.notes import marked, release_note, scope_notes
from corpus.release import Language

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class SourceView:
    """A release and the sentences quoted of it; `href` is None where no link may lead to it.

    `number` is the one that a worded answer refers to, None where there is none.
    """

    quotes: tuple[str, ...]
    title: str
    language: Language
    href: str | None
    url: str
    note: str
    citation: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item of a list, numbered from 1, with what it quotes and where else it is told."""

    number: int
    label: str
    detail: str
    quoted: tuple[SourceView, ...]
    further: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class NearMissView:
    """What nearly answers, and why it does not."""

    label: str
    reason: str
    source: SourceView


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A whole answer; `page` of `pages` of its items is shown.

    Where `is_quote`, the headline stands word for word in the first release of `beside`.
    """

    question: str
    language: Language
    headline: str
    is_quote: bool
    abstained: bool
    wording: str
    items: tuple[ItemView, ...]
    beside: tuple[SourceView, ...]
    scope: tuple[str, ...]
    near_misses: tuple[NearMissView, ...]
    alternative: str | None
    notice: str | None
    snapshot: str
    page: int
    pages: int


def answer_view(answer: Answer, read: datetime, page: int = 1) -> AnswerView:
    """What is shown of `answer`, given from releases that were last `read` then."""
    show = _Shower(Texts(answer.language), read)
    numbers = _numbered(answer)
    pages = max(1, -(-len(answer.items) // ON_A_PAGE))
    page = min(max(page, 1), pages)
    numbered = list(enumerate(answer.items, start=1))[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    told = {miss.source for miss in answer.near_misses} if answer.abstained else set()
    beside = [one for one in answer.citations if one not in told]
    return AnswerView(
        question=answer.question,
        language=answer.language,
        headline=answer.headline,
        is_quote=bool(answer.leading),
        abstained=answer.abstained,
        wording=" ".join(marked(sentence, numbers) for sentence in answer.wording),
        items=tuple(show.item(number, item) for number, item in numbered),
        beside=show.sources(_not_in_items(beside, answer), numbers if answer.wording else {}),
        scope=tuple(scope_notes(answer, show.texts)),
        near_misses=tuple(show.near_miss(miss) for miss in answer.near_misses),
        alternative=answer.alternative,
        notice=answer.notice,
        snapshot=answer.snapshot,
        page=page,
        pages=pages,
    )


def _numbered(answer: Answer) -> dict[str, int]:
    ids = dict.fromkeys(citation.release_id for citation in answer.citations)
    return {release_id: number for number, release_id in enumerate(ids, start=1)}


def _not_in_items(citations: Iterable[Citation], answer: Answer) -> list[Citation]:
    """The quotes that stand under no item, unless a worded answer refers to them."""
    shown = {source for item in answer.items for source in item.sources}
    return [one for one in citations if answer.wording or one not in shown]


@dataclass(frozen=True, slots=True)
class _Shower:
    """Shows the parts of an answer in a reader's language."""

    texts: Texts
    read: datetime

    def item(self, number: int, item: Item) -> ItemView:
        detail = item.detail or (show_day(item.date, self.texts.language) if item.date else "")
        quoted, further = quoted_and_further(item)
        return ItemView(number, item.label, detail, self.sources(quoted), self.sources(further))

    def near_miss(self, miss: NearMiss) -> NearMissView:
        return NearMissView(miss.label, miss.reason, self.source([miss.source]))

    def sources(
        self, citations: Iterable[Citation], numbers: dict[str, int] | None = None
    ) -> tuple[SourceView, ...]:
        """The releases of `citations`, each with all that is quoted of it."""
        return tuple(
            self.source(list(group), (numbers or {}).get(release_id))
            for release_id, group in groupby(citations, key=lambda one: one.release_id)
        )

    def source(self, citations: Sequence[Citation], number: int | None = None) -> SourceView:
        first = citations[0]
        title = " ".join(first.title.split())
        quotes = dict.fromkeys(one.quote.strip() for one in citations)
        return SourceView(
            quotes=tuple(quote for quote in quotes if quote and quote != title),
            title=title or first.url,
            language=first.language,
            href=web_link(first.url),
            url=first.url,
            note=release_note(first, self.texts),
            citation=citation_line(first, self.read, self.texts),
            number=number,
        )


def event_source(citation: Citation, read: datetime, texts: Texts) -> SourceView:
    """One quote and its release, as in an answer."""
    return _Shower(texts, read).source([citation])
