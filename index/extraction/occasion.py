"""On what occasion a release is told: its event's day, a conference, a look back at a year."""

from __future__ import annotations

from datetime import date, timedelta

from index.extraction.annotation import MarkerKind, Presence, Sentence, Tense
from index.extraction.status import inside
from index.extraction.timing import When, event_day
from index.times.dates import Precision

_OPENING = 2  # sentences that tell what a release is about
_ONE_EVENT = timedelta(days=7)
_DONE = (Tense.PAST, Tense.NONE)
_UNDONE = {
    MarkerKind.PLANNED,
    MarkerKind.CANCELLED,
    MarkerKind.POSTPONED,
    MarkerKind.DENIED,
    MarkerKind.REMOTE,
}
_DAYS = (Precision.DAY, Precision.RANGE)


class Occasion:
    """What holds for all of a release; `open` is told its sentences in order.

    `event` is when the release's own event was. `is_gathering`: people meet on the margins of a
    conference, for which each of them has come. `is_review`: it looks back at a year.
    """

    def __init__(self, sentences: list[Sentence], published: date) -> None:
        self.event = event_day(sentences, published)
        self.is_gathering = False
        self._published = published
        self._is_conference = False
        self.is_review = any(has_marker(s, MarkerKind.REVIEW) for s in sentences[:_OPENING])
        self._day: When | None = None
        self._day_end = 0

    def open(self, sentence: Sentence) -> None:
        """Takes note of what a sentence says of the occasion."""
        self._is_conference = self._is_conference or has_marker(sentence, MarkerKind.CONFERENCE)
        if self._is_conference and has_marker(sentence, MarkerKind.MARGINS):
            self.is_gathering = True

    def close(self, sentence: Sentence) -> None:
        """Takes note of the one day that a sentence names, for those after it."""
        days = [d for d in sentence.dates if d.precision in _DAYS]
        if len(days) == len(sentence.dates) == 1 and self._is_near(days[0].first, days[0].last):
            day = days[0].first
            self._day = When(day.isoformat(), day, days[0].last, stated=False)
        elif sentence.dates or "\n" in sentence.body[self._day_end : sentence.start]:
            self._day = None
        self._day_end = sentence.end

    def when(self, sentence: Sentence) -> When:
        """The day of what a sentence tells without a date: its paragraph's, else the event's."""
        if self._day is None or "\n" in sentence.body[self._day_end : sentence.start]:
            return self.event
        return self._day

    def look_back(self, sentence: Sentence, presence: Presence) -> When | None:
        """The year of what is told of it without a date in a look back; None in other releases."""
        is_done = presence.trigger.tense in _DONE and bool(presence.places)
        if not self.is_review or not is_done or _is_planned(sentence, presence):
            return None
        year = self._published.year
        return When(str(year), date(year, 1, 1), date(year, 12, 31), stated=False)

    def covers(self, when: When) -> bool:
        """Whether "this week" and the like hold the day of the release's own event."""
        if when.first is None or when.last is None or self.event.first is None:
            return False
        is_long = when.text is not None and len("2025") < len(when.text) < len("2025-01-01")
        return is_long and when.first <= self.event.first <= when.last

    def _is_near(self, first: date, last: date) -> bool:
        if self.event.first is None or last > self._published:
            return False
        return abs(self.event.first - first) <= _ONE_EVENT and last - first <= _ONE_EVENT


def _is_planned(sentence: Sentence, presence: Presence) -> bool:
    kinds = {marker.kind for marker in inside(sentence, presence.clause)}
    return bool(kinds & _UNDONE)


def has_marker(sentence: Sentence, kind: MarkerKind) -> bool:
    """Whether a sentence has words of a kind."""
    return any(marker.kind is kind for marker in sentence.markers)
