"""A release with its versions and events as pages of Telegram's HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.answer import Citation
from bot.messages import Texts
from bot.releases.card import ReleaseCard, Told
from bot.rendering.notes import language_note
from bot.rendering.telegram import source_line
from bot.rendering.telegram_lists import in_pages
from bot.telegram.html import Block, Span, Tag, clean
from corpus.provenance import is_invented

_LONG_QUOTE = 200


def render_release(card: ReleaseCard, preface: str | None = None) -> tuple[str, ...]:
    """The release under `preface`: title, date, how it begins; its versions; its events."""
    texts = Texts(card.language)
    head = [*_head(card, preface, texts)]
    foot = [*_foot(card, texts)]
    events = [*_events(card, texts)]
    if not events:
        return in_pages(head, [_quote(card.opening)], foot)
    title: Block = (Span(texts.text("release-events"), Tag.BOLD),)
    return in_pages([*head, title], events, foot)


def _head(card: ReleaseCard, preface: str | None, texts: Texts) -> Iterator[Block]:
    if preface:
        yield (Span(clean(preface), Tag.ITALIC),)
    language = language_note(card.release.language, texts)
    yield (*source_line(card.opening, texts), *_if_unsaid(card, language))
    if card.events:
        yield _quote(card.opening)


def _if_unsaid(card: ReleaseCard, language: str) -> tuple[Span, ...]:
    """The language of the release, where its line does not say it."""
    return (Span(f", {language}"),) if card.release.language is card.language else ()


def _foot(card: ReleaseCard, texts: Texts) -> Iterator[Block]:
    for title, others in (("release-versions", card.versions), ("release-retold", card.retold)):
        if others:
            yield _links(texts.text(title), others, texts)
    if is_invented(card.release.url):
        yield (Span(texts.text("sample-notice"), Tag.BOLD),)


def _links(title: str, citations: Iterable[Citation], texts: Texts) -> Block:
    spans = [Span(title, Tag.BOLD)]
    for citation in citations:
        spans += [Span("\n"), *source_line(citation, texts)]
    return tuple(spans)


def _events(card: ReleaseCard, texts: Texts) -> Iterator[Block]:
    """What each sentence tells of, and the sentence."""
    for quote, group in groupby(card.events, key=lambda one: one.item.sources[0]):
        spans = [span for one in group for span in _event(one, texts)]
        yield (*spans, *_quote(quote))


def _event(one: Told, texts: Texts) -> Block:
    kind, label = texts.text("event-kind", kind=one.kind), clean(one.item.label).strip()
    detail = clean(one.item.detail).lstrip(", ")
    return (
        Span(f"{kind} – {label}" if label else kind, Tag.BOLD),
        Span(f": {detail}" if detail else ""),
        Span("\n"),
    )


def _quote(citation: Citation) -> Block:
    quote = clean(citation.quote).strip()
    return (Span(quote, Tag.QUOTE, expandable=len(quote) > _LONG_QUOTE),)
