"""Whether a date or a place of a sentence is told of a verb of it; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from index.extraction.annotation import Sentence, Tense
from index.times.dates import DateMention, Precision, iso

CLAUSE_END = re.compile(r"[;:]|,\s(?:while|whereas|but|а|но|ал|бірақ)\s")
_BOUNDARY = re.compile(r"[,:]| (?:and|и|және) ")
_OPENING = 45  # letters within which an adjunct opens a sentence
_OPENING_OF_CLAUSE = 12
_DAYS = (Precision.DAY, Precision.RANGE, Precision.WEEK, Precision.MONTH)
_DAY_REACH, _YEAR_REACH = 150, 45  # letters between a date and what it dates


@dataclass(frozen=True, slots=True)
class When:
    """A date as an account gives it: ISO 8601 and its days."""

    text: str | None = None
    first: date | None = None
    last: date | None = None

    def covers(self, other: When) -> bool:
        """Whether it is a longer time around another one."""
        if not (self.first and self.last and other.first and other.last):
            return False
        return self.first <= other.first and other.last <= self.last


def is_adjunct(sentence: Sentence, plans: re.Pattern[str], start: int, at: int) -> bool:
    """Whether a date or place can belong to a later verb: it opens the sentence or its clause.

    What follows the verb in its clause always can.
    """
    if start >= at:
        return not CLAUSE_END.search(sentence.lowered, at, start)
    plan = plans.search(sentence.lowered, sentence.start, at)
    if plan and not _BOUNDARY.search(sentence.lowered, *sorted((plan.start(), start))):
        return False
    if start - sentence.start <= _OPENING:
        return True
    if not _BOUNDARY.search(sentence.lowered, start, at):
        return True
    opening = max(sentence.start, start - _OPENING_OF_CLAUSE)
    boundary = _BOUNDARY.search(sentence.lowered, opening, start)
    return boundary is not None and boundary.group() != ":"


def reaches(sentence: Sentence, mention: DateMention, at: int) -> bool:
    """Whether a date can belong to what stands at an offset of the same sentence."""
    start, end = sorted((mention.start, at))
    if mention.precision is Precision.YEARS or ";" in sentence.body[start:end]:
        return False
    if mention.precision in _DAYS or mention.start - sentence.start <= _OPENING_OF_CLAUSE:
        return end - start <= _DAY_REACH
    return end - start <= _YEAR_REACH


def when_of(mention: DateMention, tense: Tense, published: date) -> When | None:
    """The date, in the year that the tense asks for; None where it contradicts the tense."""
    readings = [(mention.first, mention.last)]
    if mention.alternative is not None:
        readings.append(mention.alternative)
    for first, last in readings:
        is_fitting = last >= published if tense is Tense.FUTURE else first <= published
        if is_fitting:
            return When(iso(replace(mention, first=first, last=last)), first, last)
    return None
