"""An answer as plain text, for a terminal and for machines that read along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.answer import Answer, Citation, Item, NearMiss
from bot.dates import show_day
from bot.events.sources import quoted_and_further
from bot.messages import Texts
from bot.rendering.notes import (
    as_paragraph,
    language_note,
    marked,
    reading_note,
    release_note,
    scope_notes,
)

FURTHER = 3  # links to further sources of one item


def render_text(answer: Answer) -> str:
    """The whole answer as plain text without mark-up, its parts parted by a blank line."""
    return "\n\n".join(_blocks(answer, Texts(answer.language)))


def render_near_misses(answer: Answer) -> str:
    """What nearly answers and why it does not, each with its sentence and link.

    After an answer that does not say which words it was found by, those stand first.
    """
    texts = Texts(answer.language)
    read_as = reading_note(answer, texts)
    lines = [as_paragraph([read_as])] if read_as else []
    if not answer.near_misses:
        return "\n\n".join(lines or [texts.text("near-misses-none")])
    near = _near_misses(answer.near_misses, texts)
    return "\n\n".join((*lines, texts.text("near-misses"), *near))


def _near_misses(misses: Iterable[NearMiss], texts: Texts) -> Iterator[str]:
    """The near misses, those of one sentence above it together."""
    for source, told in groupby(misses, key=lambda miss: miss.source):
        lines = [f"– {miss.label}: {miss.reason}" for miss in told]
        yield "\n".join((*lines, *_source([source], texts)))


def _blocks(answer: Answer, texts: Texts) -> Iterator[str]:
    if not answer.leading or answer.abstained:
        yield answer.headline  # else the quotes begin with it
    numbers = _numbered(answer)
    if answer.wording:
        yield " ".join(marked(sentence, numbers) for sentence in answer.wording)
        yield texts.text("worded-by-model")
    quoted: dict[str, int] = {}
    for place, item in enumerate(answer.items, start=1):
        yield "\n".join(_item(place, item, quoted, answer, texts))
    yield from _beside(answer, numbers, texts)
    yield as_paragraph([*scope_notes(answer, texts), answer.notice or ""])
    if answer.alternative:
        yield answer.alternative


def _numbered(answer: Answer) -> dict[str, int]:
    """The numbers of an answer's releases by id, from 1, in the order of its quotes."""
    ids = dict.fromkeys(citation.release_id for citation in answer.citations)
    return {release_id: number for number, release_id in enumerate(ids, start=1)}


def _beside(answer: Answer, numbers: dict[str, int], texts: Texts) -> Iterator[str]:
    """What an answer quotes beside its items; where it has none, what comes nearest."""
    if answer.abstained and answer.near_misses:
        nearest = [miss for miss in answer.near_misses if miss.source in answer.citations]
        yield texts.text("near-misses")
        yield from _near_misses(nearest, texts)
        return
    if answer.abstained and answer.citations:
        yield texts.text("nearest-releases")
    for release_id, group in groupby(answer.citations, key=lambda one: one.release_id):
        if not (answer.is_titled or answer.wording):
            yield "\n".join(_brief_source(list(group), texts))
            continue
        lines = list(_source(list(group), texts))
        mark = f"[{numbers[release_id]}] " if answer.wording else ""
        yield "\n".join((*lines[:-2], mark + lines[-2], lines[-1]))


def _item(
    place: int, item: Item, quoted: dict[str, int], answer: Answer, texts: Texts
) -> Iterator[str]:
    """The lines of an item; `quoted` holds under which item a sentence has been quoted."""
    if item.sources[0].title == item.label:
        yield from _release_item(place, item, answer, texts)
        return
    if len(answer.items) > 1 or item.label not in answer.headline:
        detail = item.detail or (item.date and show_day(item.date, answer.language))
        yield f"{place}. {item.label}" + (f": {detail}" if detail else "")
    shown, further = quoted_and_further(item)
    for _, group in groupby(shown, key=lambda citation: citation.url):
        citations = list(group)
        above = quoted.get(citations[0].quote)
        if above is not None:
            yield texts.text("quoted-above", place=above)
            yield citations[0].url
            continue
        quoted |= dict.fromkeys((citation.quote for citation in citations), place)
        yield from _source(citations, texts)
    yield from _further(further, answer, texts)


def _release_item(place: int, item: Item, answer: Answer, texts: Texts) -> Iterator[str]:
    """The lines of an item that is a release itself: its title is told once."""
    first, *further = item.sources
    yield f"{place}. {item.label} ({release_note(first, texts)})"
    if first.quote != first.title:
        yield f"> {first.quote}"
    yield first.url
    yield from _further(further, answer, texts)


def _further(further: Sequence[Citation], answer: Answer, texts: Texts) -> Iterator[str]:
    """One line: links to what else the reader can read, and in what languages there is more."""
    own = [one.url for one in further if one.language is answer.language]
    more = [f"(+{len(own) - FURTHER})"] if len(own) > FURTHER else []
    others = dict.fromkeys(one.language for one in further if one.language is not answer.language)
    notes = ", ".join(language_note(language, texts) for language in others)
    parts = [texts.text("also-told"), *own[:FURTHER], *more] if own else []
    parts += [texts.text("also-in", languages=notes)] if notes else []
    if parts:
        yield " ".join(parts)


def _brief_source(citations: Sequence[Citation], texts: Texts) -> Iterator[str]:
    """The same without the title: for one fact the sentence says enough."""
    yield from (f"> {citation.quote}" for citation in citations)
    yield f"{release_note(citations[0], texts)}: {citations[0].url}"


def _source(citations: Sequence[Citation], texts: Texts) -> Iterator[str]:
    first = citations[0]
    if first.quote != first.title:
        yield from (f"> {citation.quote}" for citation in citations)
    yield f"{first.title} ({release_note(first, texts)})"
    yield first.url
