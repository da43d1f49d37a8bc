"""Sums of money side by side, by country or by year, the largest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.passages.evidence import Quote
from bot.passages.figures import Figure, figures_in
from bot.passages.reading import read_release
from bot.passages.wanted import Wanted, wanted_by
from bot.question import Question
from index.places.gazetteer import Gazetteer


def compared(question: Question, quotes: Sequence[Quote]) -> list[str]:
    """Each country or year that is compared with its sum; empty where fewer than two are told."""
    wanted = wanted_by(question)
    rows = list(_rows(question, wanted, quotes))
    currencies = {figure.currency for _, figure in rows}
    if len(rows) < 2 or len(currencies) > 1:
        return []
    if len(wanted.countries) > 1:
        rows.sort(key=lambda row: -row[1].value)
    return [f"{name}: {figure.written}" for name, figure in rows]


def _rows(
    question: Question, wanted: Wanted, quotes: Sequence[Quote]
) -> Iterator[tuple[str, Figure]]:
    if len(wanted.countries) > 1:
        for keys in wanted.countries:
            figure = next(_figures(wanted, quotes, keys), None)
            if figure is not None:
                code = min(keys).removeprefix("@country:")
                name = Gazetteer.load().country_name(code, question.language)
                yield f"{name} ({figure.year})", figure
        return
    figures = list(_figures(wanted, quotes, frozenset()))
    for year in sorted({figure.year for figure in figures}):
        yield str(year), next(figure for figure in figures if figure.year == year)


def _figures(wanted: Wanted, quotes: Sequence[Quote], keys: frozenset[str]) -> Iterator[Figure]:
    """The sums of the periods asked about, of the country with these keys, of any where none."""
    for quote in quotes:
        release = quote.source.release
        reading = read_release(release)
        held = reading.sentences[quote.place].countries or reading.title.countries
        if keys and not keys & held:
            continue
        for figure in figures_in(quote.text, release.published.date()):
            years = [range(first.year, last.year + 1) for first, last in wanted.periods]
            if not years or any(figure.year in span for span in years):
                yield figure
