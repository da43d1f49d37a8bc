"""An answer as Telegram's HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.answer import Answer, Citation, Item
from bot.dates import show_day
from bot.messages import Texts
from bot.rendering.notes import marked, release_note, scope_notes
from bot.telegram.html import Block, Span, Tag, clean, link, pack, utf16_length

_LONG_QUOTE = 300


def render(answer: Answer, preface: str | None = None) -> tuple[str, ...]:
    """Return `answer` as messages in Telegram's HTML, each within Telegram's limits.

    The headline comes first, under `preface` where there is one; then items or quotes with
    their sources, what was searched, and the notice.
    """
    numbers = _number_sources(answer)
    texts = Texts(answer.language)
    blocks = opening(answer, preface)
    blocks.extend(_wording(answer, numbers, texts))
    for place, item in enumerate(answer.items, start=1):
        blocks.append(_item(place, item, numbers, texts))
    loose = _not_in_items(answer)
    if loose and answer.abstained:
        blocks.append((Span(texts.text("nearest-releases")),))
    blocks.extend(_sources(loose, numbers, texts))
    return pack((*blocks, *closing(answer, texts)))


def opening(answer: Answer, preface: str | None) -> list[Block]:
    """What every message of an answer begins with: `preface` and the headline."""
    blocks: list[Block] = []
    if preface:
        blocks.append((Span(clean(preface), Tag.ITALIC),))
    if not answer.leading or answer.abstained:
        blocks.append((Span(clean(answer.headline).strip(), Tag.BOLD),))
    return blocks  # else the quotes begin with the headline


def _wording(answer: Answer, numbers: dict[str, int], texts: Texts) -> Iterator[Block]:
    if not answer.wording:
        return
    yield (Span(" ".join(clean(marked(sentence, numbers)) for sentence in answer.wording)),)
    yield (Span(texts.text("worded-by-model"), Tag.ITALIC),)


def closing(answer: Answer, texts: Texts) -> list[Block]:
    """What an answer ends with: what was searched, how the question was read, the notice."""
    scope = "\n".join(clean(note) for note in scope_notes(answer, texts))
    blocks: list[Block] = [(Span(scope, Tag.ITALIC),)]
    if answer.alternative:
        blocks.append((Span(clean(answer.alternative).strip()),))
    if answer.notice:
        blocks.append((Span(clean(answer.notice).strip(), Tag.BOLD),))
    return blocks


def told(item: Item, texts: Texts) -> str:
    """When, where and in what form, as words after the label; "" where nothing is known."""
    if item.detail:
        return f": {clean(item.detail)}"
    return f", {clean(show_day(item.date, texts.language))}" if item.date else ""


def _number_sources(answer: Answer) -> dict[str, int]:
    of_items = (source for item in answer.items for source in item.sources)
    ids = dict.fromkeys(source.release_id for source in (*of_items, *answer.citations))
    return {release_id: number for number, release_id in enumerate(ids, start=1)}


def _not_in_items(answer: Answer) -> list[Citation]:
    shown = {source for item in answer.items for source in item.sources}
    return [citation for citation in answer.citations if citation not in shown]


def _item(place: int, item: Item, numbers: dict[str, int], texts: Texts) -> Block:
    spans = [Span(f"{place}. "), Span(clean(item.label).strip(), Tag.BOLD)]
    spans.append(Span(told(item, texts)))
    for source in _sources(item.sources, numbers, texts):
        spans.append(Span("\n"))
        spans.extend(source)
    return tuple(spans)


def _sources(
    citations: Iterable[Citation], numbers: dict[str, int], texts: Texts
) -> Iterator[Block]:
    for release_id, group in groupby(citations, key=lambda citation: citation.release_id):
        quotes = list(group)
        spans: list[Span] = []
        title = _title(quotes[0])
        for quote in dict.fromkeys(clean(citation.quote).strip() for citation in quotes):
            if quote and quote != title:  # the title is the link's text already
                long = utf16_length(quote) > _LONG_QUOTE
                spans += [Span(quote, Tag.QUOTE, expandable=long), Span("\n")]
        yield (*spans, *_source_line(quotes[0], numbers[release_id], texts))


def _source_line(citation: Citation, number: int, texts: Texts) -> Iterator[Span]:
    yield Span(f"[{number}] ")
    yield from source_line(citation, texts)


def source_line(citation: Citation, texts: Texts) -> Iterator[Span]:
    """The title of a release as a link, its date, and its language where that is another."""
    yield link(_title(citation) or citation.url, citation.url)
    yield Span(f", {release_note(citation, texts)}")


def _title(citation: Citation) -> str:
    return " ".join(clean(citation.title).split())
