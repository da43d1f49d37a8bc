"""The rows of an answer: one for each time of each item, or each quote; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from bot.answer import Answer, Citation, Item, Occasion
from bot.dates import show_day
from bot.messages import Texts
from corpus.dates import day_of
from corpus.release import Language
from index.places.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table of an answer; the columns are the fields, in their order.

    `item` counts from 1 as shown in the chat. `date` is ISO 8601 as precise as the texts allow;
    `country` and `to_country` are names in the reader's language, their codes stand beside them.
    `quote` stands word for word in the release at `url`.
    """

    item: int
    who: str
    person: str | None
    role: str | None
    country: str | None
    country_code: str | None
    organization: str | None
    date: str | None
    city: str | None
    to_country: str | None
    to_country_code: str | None
    form: str | None
    first_ever: bool
    quote: str
    title: str
    published: str
    language: str
    url: str


COLUMNS = tuple(field.name for field in fields(Row))


def rows_of(answer: Answer) -> list[Row]:
    """A row for each time that the answer's items tell of, or else for each of its quotes."""
    if answer.items:
        return [row for n, item in enumerate(answer.items, 1) for row in _of_item(n, item, answer)]
    return [_of_quote(n, quote, answer) for n, quote in enumerate(_quotes(answer), 1)]


def when_in_words(row: Row, language: Language) -> str:
    """The date of a row as people write it; "" where there is none."""
    return show_day(row.date, language) if row.date else ""


def _quotes(answer: Answer) -> tuple[Citation, ...]:
    return () if answer.abstained else answer.citations


def _of_item(number: int, item: Item, answer: Answer) -> Iterator[Row]:
    for occasion in item.occasions or (_only(item),):
        yield _row(number, item, occasion, Texts(answer.language))


def _only(item: Item) -> Occasion:
    return Occasion(
        source=item.sources[0],
        date=item.date,
        city=item.city,
        person=item.person,
        role=item.role,
        form=item.visit_kind,
    )


def _row(number: int, item: Item, occasion: Occasion, texts: Texts) -> Row:
    gazetteer = Gazetteer.load()
    language, source = texts.language, occasion.source
    return Row(
        item=number,
        who=item.label,
        person=occasion.person,
        role=texts.text("role-name", role=occasion.role) if occasion.role else None,
        country=gazetteer.country_name(item.country, language) if item.country else None,
        country_code=item.country,
        organization=_organization(item, language),
        date=occasion.date,
        city=gazetteer.city_name(occasion.city, language) if occasion.city else None,
        to_country=gazetteer.country_name(occasion.country, language) if occasion.country else None,
        to_country_code=occasion.country,
        form=texts.text("visit-form", form=occasion.form) if occasion.form else None,
        first_ever=occasion.first_ever,
        **_of_source(source),
    )


def _of_quote(number: int, source: Citation, answer: Answer) -> Row:
    nothing = dict.fromkeys(COLUMNS)
    told = {"item": number, "who": answer.headline, "first_ever": False}
    return Row(**(nothing | told | _of_source(source)))  # type: ignore[arg-type]


def _of_source(source: Citation) -> dict[str, str]:
    return {
        "quote": source.quote,
        "title": source.title,
        "published": day_of(source.published_at).isoformat(),
        "language": source.language.value,
        "url": source.url,
    }


def _organization(item: Item, language: Language) -> str | None:
    if item.organization is None:
        return None
    try:
        return Gazetteer.load().organization_name(item.organization, language)
    except KeyError:
        return item.organization
