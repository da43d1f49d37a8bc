"""How often something happened, by time, region, rank or country; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.charts.by import TIMES, By
from bot.dates import show_month, show_quarter
from bot.messages import Texts
from bot.takeaway.rows import Row
from corpus.release import Language
from index.places.gazetteer import Gazetteer

MONTHS = 12
FEWEST = 3  # rows that are worth a picture
MOST_BARS = 15
MOST_TIMES = 24  # bars of time; a longer span is counted by something coarser
REGIONS = (
    "africa",
    "latin_america_caribbean",
    "northern_america",
    "central_asia",
    "eastern_asia",
    "south_eastern_asia",
    "southern_asia",
    "western_asia",
    "europe",
    "oceania",
    "middle_east",
)
"""Regions of the United Nations (M49), Asia and America by their parts.

A country counts in the first that it is in: Mexico in Latin America, as in M49, and Iran, which
no reader looks for in South Asia, in the Middle East.
"""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Some months from the first of one: a month, a quarter, or a year."""

    year: int
    month: int = 1
    months: int = MONTHS

    def next(self) -> Period:
        """The period after this one, of the same length."""
        after = self.month - 1 + self.months
        return Period(self.year + after // MONTHS, after % MONTHS + 1, self.months)


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts with their labels, in the order to be drawn, and what has no place among them.

    `rest` counts rows without what is counted by; `others` labels of `in_others` rows have too
    little each to be drawn.
    """

    by: By
    labels: tuple[str, ...]
    counts: tuple[int, ...]
    rest: int = 0
    others: int = 0
    in_others: int = 0

    @property
    def total(self) -> int:
        """How many rows are counted."""
        return sum(self.counts) + self.in_others


def count(rows: Sequence[Row], by: By, texts: Texts) -> Counted:
    """The rows counted `by`: times in order without gaps, the others the most frequent first."""
    if by in TIMES:
        return _by_time(rows, by, texts)
    named = [name for name in (_name(row, by, texts) for row in rows) if name]
    ranked = sorted(Counter(named).items(), key=lambda one: (-one[1], one[0]))
    shown, others = ranked[:MOST_BARS], ranked[MOST_BARS:]
    labels, counts = tuple(one for one, _ in shown), tuple(n for _, n in shown)
    left = sum(number for _, number in others)
    return Counted(by, labels, counts, len(rows) - len(named), len(others), left)


def usual(rows: Sequence[Row]) -> By | None:
    """The finest time by which every dated row can be counted; None where there is none."""
    dated = sum(bool(row.date) for row in rows)
    times = (by for by in (By.MONTH, By.QUARTER, By.YEAR) if fits(rows, by))
    return next((by for by in times if len(_periods(rows, by)) == dated), None)


def fits(rows: Sequence[Row], by: By) -> bool:
    """Whether rows counted `by` make more than one bar, and of time not too many."""
    if by in TIMES:
        periods = _periods(rows, by)
        return len(periods) >= FEWEST and 1 < len(_span(periods)) <= MOST_TIMES
    texts = Texts(Language.EN)
    return len({name for row in rows if (name := _name(row, by, texts))}) > 1


def by_country(rows: Iterable[Row]) -> dict[str, int]:
    """How many rows each country has, by its ISO alpha-2 code."""
    return dict(Counter(row.country_code for row in rows if row.country_code))


def _by_time(rows: Sequence[Row], by: By, texts: Texts) -> Counted:
    periods = _periods(rows, by)
    counts, span = Counter(periods), _span(periods)
    labels = tuple(_in_words(period, texts.language) for period in span)
    return Counted(by, labels, tuple(counts[one] for one in span), len(rows) - len(periods))


def _periods(rows: Iterable[Row], by: By) -> list[Period]:
    """The period of each row whose date is precise enough."""
    dates = [row.date for row in rows if row.date]
    if by is By.YEAR:
        return [Period(int(date[:4])) for date in dates]
    months = [(int(date[:4]), int(date[5:7])) for date in dates if len(date) >= len("2024-01")]
    if by is By.MONTH:
        return [Period(year, month, 1) for year, month in months]
    return [Period(year, 3 * ((month - 1) // 3) + 1, 3) for year, month in months]


def _span(periods: Sequence[Period]) -> list[Period]:
    """All periods from the first to the last."""
    if not periods:
        return []
    first, last = min(periods), max(periods)
    found = [first]
    while found[-1] < last and len(found) <= MOST_TIMES:
        found.append(found[-1].next())
    return found


def _in_words(period: Period, language: Language) -> str:
    if period.months == MONTHS:
        return str(period.year)
    show = show_month if period.months == 1 else show_quarter
    return show(date(period.year, period.month, 1), language)


def _name(row: Row, by: By, texts: Texts) -> str | None:
    match by:
        case By.ROLE:
            return row.role
        case By.COUNTRY:
            return row.country or row.organization
    return _region(row.country_code, texts) if row.country_code else None


def _region(code: str, texts: Texts) -> str | None:
    gazetteer = Gazetteer.load()
    regions = (region for region in REGIONS if code in gazetteer.region_members(region))
    found = next(regions, None)
    return gazetteer.region_name(found, texts.language) if found else None
