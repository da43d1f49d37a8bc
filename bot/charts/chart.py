"""What a picture of an answer shows, in words and numbers; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.answer import Answer
from bot.charts.by import TIMES, By
from bot.charts.counts import Counted, by_country, count, fits, usual
from bot.dates import show_date
from bot.messages import Texts
from bot.rendering.notes import searched_note
from bot.takeaway.rows import rows_of
from index.places.gazetteer import Gazetteer

MOST_TOLD = 12  # numbers in the words that stand for the picture
FEWEST_COUNTRIES = 2


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars: what they are of, their labels and counts, and where they come from.

    `alt` says in words what the picture shows. `upright` is for time, which runs to the right.
    """

    title: str
    subtitle: str
    labels: tuple[str, ...]
    counts: tuple[int, ...]
    source: str
    alt: str
    upright: bool


@dataclass(frozen=True, slots=True)
class WorldMap:
    """Countries by ISO alpha-2 code, shaded by their count; `legend` says of what."""

    title: str
    subtitle: str
    counts: dict[str, int]
    source: str
    alt: str
    legend: str


def choices(answer: Answer) -> list[By]:
    """What the rows of an answer can be counted by; none where a picture would show nothing."""
    rows = rows_of(answer) if answer.items else []
    return [by for by in By if fits(rows, by)]


def first_choice(answer: Answer) -> By | None:
    """What the rows are counted by unless something else is asked for."""
    fitting = choices(answer)
    return usual(rows_of(answer)) or next(iter(fitting), None) if fitting else None


def can_be_mapped(answer: Answer) -> bool:
    """Whether the rows of an answer name enough countries for a map."""
    return bool(answer.items) and len(by_country(rows_of(answer))) >= FEWEST_COUNTRIES


def make_chart(answer: Answer, by: By, now: datetime) -> Chart:
    """The rows of `answer` as bars counted `by`; `now` is told as the day it was made."""
    texts = Texts(answer.language)
    counted = count(rows_of(answer), by, texts)
    subtitle = texts.text("chart-by", by=by, count=counted.total)
    told = texts.text("chart-alt", subtitle=subtitle, numbers=_numbers(counted.labels, counted))
    return Chart(
        title=_title(answer),
        subtitle=subtitle,
        labels=counted.labels,
        counts=counted.counts,
        source=_source(answer, now, counted, texts),
        alt=told,
        upright=by in TIMES,
    )


def make_map(answer: Answer, now: datetime) -> WorldMap:
    """The countries of the rows of `answer` on a map of the world."""
    texts = Texts(answer.language)
    rows = rows_of(answer)
    counts = by_country(rows)
    placed = [row for row in rows if row.country_code]
    counted = replace(count(placed, By.COUNTRY, texts), rest=len(rows) - len(placed))
    subtitle = texts.text("chart-map", countries=len(counts), count=sum(counts.values()))
    return WorldMap(
        title=_title(answer),
        subtitle=subtitle,
        counts=counts,
        source=_source(answer, now, replace(counted, others=0), texts),
        alt=texts.text("chart-alt", subtitle=subtitle, numbers=_numbers(counted.labels, counted)),
        legend=texts.text("chart-legend"),
    )


def names_of_most(chart: WorldMap, texts: Texts, most: int = 8) -> list[tuple[str, int]]:
    """The countries with the highest counts by name, for the picture's own list."""
    gazetteer = Gazetteer.load()
    named = [(gazetteer.country_name(code, texts.language), n) for code, n in chart.counts.items()]
    return sorted(named, key=lambda one: (-one[1], one[0]))[:most]


def _title(answer: Answer) -> str:
    said = answer.scope.interpretation.strip() or answer.question
    return said[:1].upper() + said[1:]


def _numbers(labels: tuple[str, ...], counted: Counted) -> str:
    pairs = list(zip(labels, counted.counts, strict=True))
    if len(pairs) > MOST_TOLD:
        kept = sorted(pairs, key=lambda pair: -pair[1])[:MOST_TOLD]
        pairs = [pair for pair in pairs if pair in kept]
    return ", ".join(f"{label} – {number}" for label, number in pairs)


def _source(answer: Answer, now: datetime, counted: Counted, texts: Texts) -> str:
    """Where the numbers come from, when they were drawn, and what is not among them."""
    parts = [texts.text("chart-source", date=show_date(now, texts.language))]
    parts.append(searched_note(answer.scope.releases, answer.scope.newest, texts))
    if counted.others:
        told = texts.text("chart-others", labels=counted.others, count=counted.in_others)
        parts.append(told)
    if counted.rest:
        parts.append(texts.text("chart-rest", count=counted.rest))
    if answer.notice:
        parts.append(answer.notice)
    return ". ".join(part.rstrip(".") for part in parts) + "."
