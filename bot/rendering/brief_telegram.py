"""A brief as pages of Telegram's HTML, part by part. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer import Citation
from bot.brief.brief import Brief, Line, Part, Section
from bot.messages import Texts
from bot.rendering.notes import release_note, searched_note
from bot.rendering.telegram import source_line
from bot.rendering.telegram_lists import in_pages
from bot.telegram.html import Block, Span, Tag, clean, link

_LONG_QUOTE = 200


def render_part(brief: Brief, part: Part) -> tuple[str, ...]:
    """A part of `brief` as pages, each a message of its own; no part is without a page."""
    texts = Texts(brief.language)
    head: list[Block] = [(Span(clean(brief.title), Tag.BOLD),)]
    foot = _foot(brief, texts)
    if part is Part.OVERVIEW:
        return in_pages(head, [_overview(brief.overview, texts)], foot)
    section = brief.sections[part]
    blocks = _blocks(list(enumerate(section.lines, start=1)), texts)
    return in_pages([*head, _heading(section)], blocks or [()], foot)


def _overview(lines: Sequence[Line], texts: Texts) -> Block:
    spans = (span for line in lines for span in (Span("\n"), *_told(line, texts)))
    return tuple(spans)[1:]


def _heading(section: Section) -> Block:
    return (Span(clean(section.title), Tag.BOLD), Span(f": {clean(section.summary)}"))


def _foot(brief: Brief, texts: Texts) -> list[Block]:
    note = searched_note(brief.releases, brief.newest, texts)
    foot: list[Block] = [(Span(note, Tag.ITALIC),)]
    if brief.notice:
        foot.append((Span(clean(brief.notice), Tag.BOLD),))
    return foot


def _told(line: Line, texts: Texts) -> Block:
    """A line of the overview, with links to the releases that say it."""
    spans = [Span(f"• {clean(line.text)}")]
    for source in line.sources:
        said = texts.text("brief-source", release=release_note(source, texts))
        spans += [Span("\n"), link(clean(said), source.url)]
    return tuple(spans)


def _blocks(lines: Sequence[tuple[int, Line]], texts: Texts) -> list[Block]:
    """The lines of a part with their quotes; a sentence that says two things stands once."""
    quoted: dict[str, int] = {}
    return [tuple(_line(place, line, quoted, texts)) for place, line in lines]


def _line(place: int, line: Line, quoted: dict[str, int], texts: Texts) -> Iterator[Span]:
    yield Span(f"{place}. ")
    yield Span(clean(line.text), Tag.BOLD)
    for source in line.sources:
        above = quoted.setdefault(source.quote, place)
        yield Span("\n")
        if above == place:
            yield from _source(source, texts)
        else:
            yield link(texts.text("quoted-above", place=above), source.url)


def _source(source: Citation, texts: Texts) -> Iterator[Span]:
    quote = clean(source.quote).strip()
    yield Span(quote, Tag.QUOTE, expandable=len(quote) > _LONG_QUOTE)
    yield Span("\n")
    yield from source_line(source, texts)
