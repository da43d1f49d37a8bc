"""Whether a sentence is of the time that a question asks about."""

from __future__ import annotations

from datetime import date, timedelta

from bot.reading import Reading, Sentence, dates_of
from bot.wanted import Wanted
from corpus.release import Release

BEFORE = timedelta(days=10)  # an event is announced
AFTER = timedelta(days=45)  # and told of afterwards
YEAR = timedelta(days=364)


def is_timely(wanted: Wanted, reading: Reading, place: int, release: Release) -> bool:
    """Whether the sentence at `place` can be of a period asked about.

    A figure is of the period that its own sentence names; anything else also of the time at
    which its release was published.
    """
    if not wanted.periods:
        return True
    published = release.published.date()
    sentence = reading.sentences[place]
    named = _spans(sentence, release)
    if any(_overlap(named, period) for period in wanted.periods):
        return True
    for first, last in wanted.periods:
        if wanted.asks("money", "number") and last - first >= YEAR and last.year < 2100:
            if not named and first <= published <= last:
                return True
        elif first - BEFORE <= published <= _later(last):
            return True
    return not wanted.asks("money") and any(
        _overlap(_spans(other, release), period)
        for period in wanted.periods
        for other in (reading.title, reading.sentences[0])
    )


def _later(day: date) -> date:
    return min(day, date.max - AFTER) + AFTER


def _spans(sentence: Sentence, release: Release) -> list[tuple[date, date]]:
    mentions = dates_of(sentence.text, release.language, release.published.date())
    return [(mention.first, mention.last) for mention in mentions]


def _overlap(spans: list[tuple[date, date]], period: tuple[date, date]) -> bool:
    return any(first <= period[1] and period[0] <= last for first, last in spans)
