"""What an inline query finds, as cards: title, description, and the message that is sent. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer import Answer, Citation, Item, Occasion
from bot.dates import show_date, show_day
from bot.messages import Texts
from bot.passages.compose import cite
from bot.releases.card import opening
from bot.rendering.telegram import source_line
from bot.rendering.telegram_views import render_table
from bot.telegram.html import Block, Span, Tag, clean, pack
from corpus.provenance import is_invented
from corpus.release import Release
from index.places.gazetteer import Gazetteer

_LONG_QUOTE = 300
_LONGEST_TITLE = 120
_LONGEST_DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class Card:
    """One result: its title and description in the list, the message it sends, and a link."""

    title: str
    description: str
    html: str
    url: str | None = None


def cards_of(answer: Answer) -> list[Card]:
    """A card for each time that the answer's items tell of, the list before them; or its quotes."""
    if answer.abstained:
        return []
    texts = Texts(answer.language)
    times = [(item, time) for item in answer.items for time in item.occasions or _only(item)]
    cards = [_of_time(item, time, texts) for item, time in times]
    if len(cards) > 1:
        cards.insert(0, _of_list(answer, texts))
    return cards or [_of_quote(citation, texts) for citation in answer.citations]


def release_card(release: Release, texts: Texts) -> Card:
    """A card for a release: its title, its date, how it begins."""
    return _of_quote(cite(release, opening(release.body)), texts)


def nothing_card(query: str, texts: Texts) -> Card:
    """The card that says that nothing was found."""
    said = texts.text("answer-nothing")
    message = texts.text("inline-nothing", query=query)
    (html, *_) = pack([(Span(clean(message)),)])
    return _card(said, texts.text("inline-nothing-hint"), html)


def _only(item: Item) -> tuple[Occasion, ...]:
    return (Occasion(item.sources[0], date=item.date, city=item.city, form=item.visit_kind),)


def _of_time(item: Item, time: Occasion, texts: Texts) -> Card:
    title, told = clean(item.label).strip(), clean(_told(time, texts))
    said = (Span(title, Tag.BOLD), Span(f"\n{told}"))
    return _card(title, told, _message(said, time.source, texts), time.source.url)


def _told(time: Occasion, texts: Texts) -> str:
    """In what rank, when, where and in what form."""
    parts = [texts.text("role-name", role=time.role)] if time.role else []
    parts.append(show_day(time.date, texts.language) if time.date else texts.text("undated"))
    if time.city:
        parts.append(Gazetteer.load().city_name(time.city, texts.language))
    elif time.country:
        parts.append(Gazetteer.load().country_name(time.country, texts.language))
    if time.form:
        parts.append(texts.text("visit-form", form=time.form))
    return ", ".join(parts)


def _of_list(answer: Answer, texts: Texts) -> Card:
    title = clean(answer.headline).strip()
    return _card(title, texts.text("inline-list"), render_table(answer)[0])


def _of_quote(citation: Citation, texts: Texts) -> Card:
    title = " ".join(clean(citation.title).split())
    date = show_date(citation.published_at, texts.language)
    quote = clean(citation.quote).strip()
    return _card(title, f"{date} – {quote}", _message((), citation, texts), citation.url)


def _message(said: Block, citation: Citation, texts: Texts) -> str:
    """The message of a card: what is said, the quote, its source, and how to cite it."""
    (first, *_) = pack([(*_spans(said, citation, texts),), *_closing(citation, texts)])
    return first


def _spans(said: Block, citation: Citation, texts: Texts) -> Iterator[Span]:
    yield from said
    yield Span("\n" if said else "")
    quote = clean(citation.quote).strip()
    yield Span(quote, Tag.QUOTE, expandable=len(quote) > _LONG_QUOTE)
    yield Span("\n")
    yield from source_line(citation, texts)


def _closing(citation: Citation, texts: Texts) -> Iterator[Block]:
    title = " ".join(clean(citation.title).split())
    date = show_date(citation.published_at, texts.language)
    cited = texts.text("cite-as", title=title, date=date, url=citation.url)
    yield (Span(clean(cited), Tag.ITALIC),)
    if is_invented(citation.url):
        yield (Span(texts.text("sample-notice"), Tag.BOLD),)


def _card(title: str, description: str, html: str, url: str | None = None) -> Card:
    return Card(
        _shortened(title, _LONGEST_TITLE), _shortened(description, _LONGEST_DESCRIPTION), html, url
    )


def _shortened(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
