"""An answer as plain text, for a terminal and for machines that read along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.answer import Answer, Citation, Item, NearMiss, Worded
from bot.dates import show_date, show_day
from bot.events.sources import quoted_and_further
from bot.messages import Texts
from corpus.release import Language

FURTHER = 3  # links to further sources of one item

LANGUAGE_NOTES = {
    Language.EN: "source-in-en",
    Language.RU: "source-in-ru",
    Language.KK: "source-in-kk",
}


def render_text(answer: Answer) -> str:
    """The whole answer as plain text without mark-up, its parts parted by a blank line."""
    return "\n\n".join(_blocks(answer, Texts(answer.language)))


def numbered(answer: Answer) -> dict[str, int]:
    """The numbers of an answer's releases by address, from 1, in the order of its quotes."""
    urls = dict.fromkeys(citation.url for citation in answer.citations)
    return {url: number for number, url in enumerate(urls, start=1)}


def worded(sentence: Worded, numbers: dict[str, int]) -> str:
    """A sentence of a language model with the numbers of the releases that bear it out."""
    marks = dict.fromkeys(numbers[source.url] for source in sentence.sources)
    return f"{sentence.text} {''.join(f'[{mark}]' for mark in marks)}"


def render_near_misses(answer: Answer) -> str:
    """What nearly answers and why it does not, each with its sentence and link."""
    texts = Texts(answer.language)
    if not answer.near_misses:
        return texts.text("near-misses-none")
    return "\n\n".join(
        (texts.text("near-misses"), *_near_misses(answer.near_misses, answer, texts))
    )


def _near_misses(misses: Iterable[NearMiss], answer: Answer, texts: Texts) -> Iterator[str]:
    """The near misses, those of one sentence above it together."""
    for source, told in groupby(misses, key=lambda miss: miss.source):
        lines = [f"– {miss.label}: {miss.reason}" for miss in told]
        yield "\n".join((*lines, *_source([source], answer, texts)))


def _blocks(answer: Answer, texts: Texts) -> Iterator[str]:
    yield answer.headline
    numbers = numbered(answer)
    if answer.wording:
        yield " ".join(worded(one, numbers) for one in answer.wording)
        yield texts.text("worded-by-model")
    quoted: dict[str, int] = {}
    for place, item in enumerate(answer.items, start=1):
        yield "\n".join(_item(place, item, quoted, answer, texts))
    yield from _beside(answer, numbers, texts)
    yield _scope(answer, texts)
    if answer.alternative:
        yield answer.alternative
    if answer.notice:
        yield answer.notice


def _beside(answer: Answer, numbers: dict[str, int], texts: Texts) -> Iterator[str]:
    """What an answer quotes beside its items; where it has none, what comes nearest."""
    if answer.abstained and answer.near_misses:
        nearest = [miss for miss in answer.near_misses if miss.source in answer.citations]
        yield texts.text("near-misses")
        yield from _near_misses(nearest, answer, texts)
        return
    if answer.abstained and answer.citations:
        yield texts.text("nearest-releases")
    for _, group in groupby(answer.citations, key=lambda citation: citation.url):
        lines = list(_source(list(group), answer, texts))
        mark = f"[{numbers[lines[-1]]}] " if answer.wording else ""
        yield "\n".join((*lines[:-2], mark + lines[-2], lines[-1]))


def _item(
    place: int, item: Item, quoted: dict[str, int], answer: Answer, texts: Texts
) -> Iterator[str]:
    """The lines of an item; `quoted` holds under which item a sentence has been quoted."""
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
        yield from _source(citations, answer, texts)
    yield from _further(further, answer, texts)


def _further(further: Sequence[Citation], answer: Answer, texts: Texts) -> Iterator[str]:
    """One line: links to what else the reader can read, and in what languages there is more."""
    own = [one.url for one in further if one.language is answer.language]
    more = [f"(+{len(own) - FURTHER})"] if len(own) > FURTHER else []
    others = dict.fromkeys(one.language for one in further if one.language is not answer.language)
    notes = ", ".join(texts.text(LANGUAGE_NOTES[language]) for language in others)
    parts = [texts.text("also-told"), *own[:FURTHER], *more] if own else []
    parts += [texts.text("also-in", languages=notes)] if notes else []
    if parts:
        yield " ".join(parts)


def _source(citations: Sequence[Citation], answer: Answer, texts: Texts) -> Iterator[str]:
    first = citations[0]
    if first.quote != first.title:
        yield from (f"> {citation.quote}" for citation in citations)
    date = show_date(first.published_at, answer.language)
    note = ""
    if first.language is not answer.language:
        note = f", {texts.text(LANGUAGE_NOTES[first.language])}"
    if first.edited_at:
        edited = show_date(first.edited_at, answer.language)
        note += ", " + texts.text("source-edited", date=edited)
    yield f"{first.title} ({date}{note})"
    yield first.url


def _scope(answer: Answer, texts: Texts) -> str:
    parts = [texts.text("scope-searched", releases=answer.scope.releases)]
    if answer.scope.newest:
        parts.append(
            texts.text("scope-newest", date=show_date(answer.scope.newest, answer.language))
        )
    parts.append(texts.text("scope-read", interpretation=answer.scope.interpretation))
    if answer.certificate:
        parts.append(answer.certificate)
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)
