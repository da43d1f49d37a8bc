"""A brief as plain text, for a terminal and for machines that read along. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer import Citation
from bot.brief.brief import Brief, Line, Section
from bot.messages import Texts
from bot.rendering.notes import as_paragraph, release_note, searched_note


def render_brief(brief: Brief) -> str:
    """The whole brief as plain text without mark-up, its parts parted by a blank line."""
    return "\n\n".join(_blocks(brief, Texts(brief.language)))


def _blocks(brief: Brief, texts: Texts) -> Iterator[str]:
    yield brief.title
    yield "\n".join(_overview(brief.overview))
    for section in brief.sections.values():
        if section.lines:
            yield "\n".join(_section(section, texts))
    yield as_paragraph([searched_note(brief.releases, brief.newest, texts), brief.notice or ""])


def _overview(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        yield f"– {line.text}"
        yield from (f"  {source.url}" for source in line.sources)


def _section(section: Section, texts: Texts) -> Iterator[str]:
    yield f"{section.title}: {section.summary}"
    quoted: dict[str, int] = {}
    for place, line in enumerate(section.lines, start=1):
        yield f"{place}. {line.text}"
        for source in line.sources:
            above = quoted.setdefault(source.quote, place)
            if above != place:
                yield texts.text("quoted-above", place=above)
                yield source.url
            else:
                yield from _source(source, texts)


def _source(source: Citation, texts: Texts) -> Iterator[str]:
    yield f"> {source.quote}"
    yield f"{source.title} ({release_note(source, texts)})"
    yield source.url
