"""Whether a sentence is of the time that a question asks about."""

from __future__ import annotations

from datetime import date, timedelta

from bot.passages.asked import YEAR
from bot.passages.reading import Reading, Sentence, dates_of
from bot.passages.wanted import Wanted
from corpus.release import Release

BEFORE = timedelta(days=10)  # an event is announced
AFTER = timedelta(days=45)  # and told of afterwards
WHOLE_YEAR = timedelta(days=364)


def is_timely(wanted: Wanted, reading: Reading, place: int, release: Release) -> bool:
    """Whether the sentence at `place` can be of a period asked about.

    A figure is of the period that its own sentence names; anything else also of the time at
    which its release was published.
    """
    if not wanted.periods:
        return True
    published = release.published.date()
    sentence = reading.sentences[place]
    named = spans_of(sentence, release)
    if any(_overlap(named, period) for period in wanted.periods):
        return True
    for first, last in wanted.periods:
        if wanted.asks("money", "number") and last - first >= WHOLE_YEAR and last.year < 2100:
            if not named and first <= published <= last:
                return True
        elif first - BEFORE <= published <= last + AFTER:
            return True
    return not wanted.asks("money") and any(
        _overlap(spans_of(other, release), period)
        for period in wanted.periods
        for other in (reading.title, reading.sentences[0])
    )


def spans_of(sentence: Sentence, release: Release) -> list[tuple[date, date]]:
    """First and last days of the dates that a sentence of `release` names."""
    mentions = dates_of(sentence.text, release.language, release.published.date())
    spans = [(mention.first, mention.last) for mention in mentions]
    years = {int(year) for year in YEAR.findall(sentence.text)}
    told = {first.year for first, _ in spans} | {last.year for _, last in spans}
    return spans + [(date(year, 1, 1), date(year, 12, 31)) for year in sorted(years - told)]


def _overlap(spans: list[tuple[date, date]], period: tuple[date, date]) -> bool:
    return any(first <= period[1] and period[0] <= last for first, last in spans)
