"""An answer in other forms than its list: all its sources, or a row for each time. Pure.

Both are pages of Telegram's HTML, each a message of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answer import Answer, Citation
from bot.dates import show_day
from bot.messages import Texts
from bot.rendering.notes import reading_note
from bot.rendering.telegram import source_line
from bot.rendering.telegram_lists import in_pages
from bot.takeaway.rows import Row, rows_of
from bot.telegram.html import Block, Span, Tag, clean

_ROWS_ON_A_PAGE = 15
_LONG_QUOTE = 200


def render_sources(answer: Answer) -> tuple[str, ...]:
    """Every quote of `answer` with its release, under what it bears out.

    How the question was read stands here where the answer itself does not say it.
    """
    texts = Texts(answer.language)
    head: list[Block] = [(Span(texts.text("sources-title"), Tag.BOLD),)]
    read_as = reading_note(answer, texts)
    if read_as:
        head.append((Span(clean(read_as), Tag.ITALIC),))
    return in_pages(head, [*_of_items(answer, texts), *_of_answer(answer, texts)], [])


def render_table(answer: Answer) -> tuple[str, ...]:
    """The items of `answer` as numbered rows: when, who, where."""
    texts = Texts(answer.language)
    head: Block = (Span(clean(answer.headline).strip(), Tag.BOLD),)
    foot: list[Block] = [(Span(clean(answer.notice), Tag.BOLD),)] if answer.notice else []
    rows = [_row(row, texts) for row in rows_of(answer)]
    starts = range(0, len(rows), _ROWS_ON_A_PAGE)
    tables = [_table(rows[start : start + _ROWS_ON_A_PAGE]) for start in starts]
    return tuple(page for table in tables for page in in_pages([head], [table], foot))


def _of_items(answer: Answer, texts: Texts) -> Iterator[Block]:
    for place, item in enumerate(answer.items, start=1):
        label = (Span(f"{place}. "), Span(clean(item.label).strip(), Tag.BOLD), Span("\n"))
        for number, block in enumerate(_by_release(item.sources, texts)):
            yield block if number else (*label, *block)


def _of_answer(answer: Answer, texts: Texts) -> Iterator[Block]:
    shown = {source for item in answer.items for source in item.sources}
    yield from _by_release([one for one in answer.citations if one not in shown], texts)


def _by_release(citations: Iterable[Citation], texts: Texts) -> Iterator[Block]:
    """A block for each release, in the order of `citations`, with all that is quoted of it."""
    ordered: dict[str, list[Citation]] = {}
    for citation in citations:
        ordered.setdefault(citation.url, []).append(citation)
    for quotes in ordered.values():
        yield (*_quotes(quotes), *source_line(quotes[0], texts))


def _quotes(citations: Iterable[Citation]) -> Iterator[Span]:
    for quote in dict.fromkeys(clean(one.quote).strip() for one in citations):
        yield Span(quote, Tag.QUOTE, expandable=len(quote) > _LONG_QUOTE)
        yield Span("\n")


def _row(row: Row, texts: Texts) -> tuple[Span, ...]:
    """One row: its number, when, who in bold, where."""
    when = show_day(row.date, texts.language) if row.date else texts.text("undated")
    where = row.city or row.to_country or ""
    return (
        Span(f"{row.item}. {clean(when)} – "),
        Span(clean(row.who).strip(), Tag.BOLD),
        Span(f" – {clean(where)}" if where else ""),
    )


def _table(rows: Iterable[tuple[Span, ...]]) -> Block:
    lines = [[*row, Span("\n")] for row in rows]
    return tuple(span for line in lines for span in line)[:-1]
