"""A list as pages of Telegram's HTML, one shown at a time, and what the list left out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.answer import Answer, Citation, Item, NearMiss
from bot.events.sources import quoted_and_further
from bot.messages import Texts
from bot.rendering.telegram import closing, opening, source_line, told
from bot.telegram.html import Block, Span, Tag, clean, pack

ON_A_PAGE = 5
FURTHER = 2  # links to further sources of one item
_LONG_QUOTE = 200


def render_pages(answer: Answer, preface: str | None = None) -> tuple[str, ...]:
    """The items of `answer` as pages, each a message of its own that says what is searched."""
    texts = Texts(answer.language)
    numbered = list(enumerate(answer.items, start=1))
    blocks = [_item(place, item, texts) for place, item in numbered]
    return in_pages(opening(answer, preface), blocks, closing(answer, texts))


def render_near_misses(answer: Answer) -> tuple[str, ...]:
    """What nearly answers and why it does not, as pages; none where nothing does."""
    texts = Texts(answer.language)
    title: Block = (Span(texts.text("near-misses"), Tag.BOLD),)
    blocks = [_near_miss(miss, texts) for miss in answer.near_misses]
    return in_pages([title], blocks, [])


def in_pages(
    head: Sequence[Block], blocks: Sequence[Block], foot: Sequence[Block]
) -> tuple[str, ...]:
    """Pages of a few `blocks` each, every one between `head` and `foot`.

    A page that Telegram would not take in one message becomes two.
    """
    pages: list[str] = []
    for start in range(0, len(blocks), ON_A_PAGE):
        pages += _fitting(head, blocks[start : start + ON_A_PAGE], foot)
    return tuple(pages)


def _fitting(
    head: Sequence[Block], blocks: Sequence[Block], foot: Sequence[Block]
) -> Iterator[str]:
    messages = pack((*head, *blocks, *foot))
    if len(messages) == 1 or len(blocks) == 1:
        yield from messages
        return
    middle = len(blocks) // 2
    yield from _fitting(head, blocks[:middle], foot)
    yield from _fitting(head, blocks[middle:], foot)


def _item(place: int, item: Item, texts: Texts) -> Block:
    spans = [Span(f"{place}. "), Span(clean(item.label).strip(), Tag.BOLD)]
    spans.append(Span(told(item, texts)))
    quoted, further = quoted_and_further(item)
    spans += _sources(quoted[:1], [*quoted[1:], *further][:FURTHER], texts)
    return tuple(spans)


def _near_miss(miss: NearMiss, texts: Texts) -> Block:
    spans = [Span(clean(miss.label).strip(), Tag.BOLD), Span(f": {clean(miss.reason)}")]
    return (*spans, *_sources([miss.source], [], texts))


def _sources(
    quoted: Iterable[Citation], further: Iterable[Citation], texts: Texts
) -> Iterator[Span]:
    for citation in quoted:
        quote = clean(citation.quote).strip()
        yield Span("\n")
        yield Span(quote, Tag.QUOTE, expandable=len(quote) > _LONG_QUOTE)
        yield Span("\n")
        yield from source_line(citation, texts)
    for citation in further:
        yield Span("\n")
        yield from source_line(citation, texts)
