"""When something took place, as precise as the text tells; pure."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from index.extraction.annotation import MarkerKind, PartyMention, Presence, Sentence, Tense
from index.extraction.status import inside
from index.places.mentions import CityMention
from index.times.dates import DateMention, Precision, iso

_EXACT = (Precision.DAY, Precision.RANGE)
_SLATED = timedelta(days=30)  # "arrived for a session slated for 21 May": not that day a year ago
_ONE_EVENT = timedelta(days=31)  # "over the past year" is no date of one visit
_DATELINE = re.compile(r"[\s,]*(?:[A-Z][\w ]{2,30},\s*)?")
_IN_BRACKETS = re.compile(r"[\w’'. -]{3,40} \(")
_OPENED = re.compile(r"\s?\((?:[^()\d]{1,40}[,;] )?")
_ADDED = re.compile(r",?\s(?:in |on |в |во )?")
_LONGEST_AGO = timedelta(days=40)


@dataclass(frozen=True, slots=True)
class When:
    """A date in ISO 8601 and its days; `stated` where the clause itself has it."""

    text: str | None
    first: date | None
    last: date | None
    stated: bool


def event_day(sentences: list[Sentence], published: date) -> When:
    """When the release's own event was: an exact date of its first paragraph, else that day."""
    first = sentences[0] if sentences else None
    for sentence in sentences:
        if first is None or "\n" in sentence.body[first.start : sentence.start].strip():
            break
        for mention in sentence.dates:
            if mention.precision not in _EXACT:
                continue
            if published - _LONGEST_AGO <= mention.first <= published:
                return When(iso(mention), mention.first, mention.last, stated=False)
    return When(published.isoformat(), published, published, stated=False)


def own_date(
    presence: Presence,
    party: PartyMention,
    parties: Iterable[PartyMention],
    sentence: Sentence,
    published: date,
    place: int | None = None,
) -> When | None:
    """The date that the clause gives to the presence of a party; None where it gives none.

    `parties` are all of the sentence: a date inside a list is of the one after it. `place` is
    the offset of one of several places, of which each has the date nearest to it.
    """
    if presence.trigger.tense is Tense.NONE and _is_planned(presence, sentence):
        presence = replace(presence, trigger=replace(presence.trigger, tense=Tense.FUTURE))
    start, end = presence.clause
    told = list(parties)
    spans = {(p.start, p.end) for p in told if p.plural}
    listed = [
        d
        for d in sentence.dates
        if any(s <= d.start and d.end <= e for s, e in spans)
        or any(_is_right_after(p, d, sentence, told) for p in told)
    ]
    for mention in listed:
        is_own = _is_right_after(party, mention, sentence, told)
        if is_own or _is_beside(mention, party, sentence):
            return _when(mention, presence, published)
    own = sentence.dates[1:] if _opens_with_dateline(sentence) else sentence.dates
    dates = [d for d in own if start <= d.start and d.end <= end and d not in listed]
    if place is None:
        dates.sort(key=lambda d: _distance(d, presence))
    else:
        dates = _of_place(dates, place, presence)
    found = [_when(d, presence, published) for d in dates]
    if presence.trigger.tense in (Tense.PAST, Tense.BEFORE):
        # "signed a plan until 2030": what is done has no date that lies ahead.
        found = [when for when in found if when.first is None or when.first <= published]
    return found[0] if found else None


def _is_beside(mention: DateMention, party: PartyMention, sentence: Sentence) -> bool:
    """Whether a date inside a list is of this party: right before it, or in brackets after it."""
    between = sentence.body[party.named : mention.start]
    if party.plural and mention.start > party.named and _IN_BRACKETS.fullmatch(between):
        return True
    is_bracketed = sentence.body[mention.end : mention.end + 1] == ")"
    is_before = 0 <= party.named - mention.end < len(" , the Republic of ")
    return is_before and not is_bracketed


def _is_right_after(
    party: PartyMention, mention: DateMention, sentence: Sentence, parties: list[PartyMention]
) -> bool:
    """Whether a date is of the party before it: in brackets, or where each party has its own."""
    if _follows(party, mention, sentence, _OPENED) or _ends_in(party, mention, sentence.body):
        return True
    if not _follows(party, mention, sentence, _ADDED):
        return False
    others = (d for d in sentence.dates if d is not mention)
    return any(_follows(p, d, sentence, _ADDED) for d in others for p in parties if p is not party)


def _follows(
    party: PartyMention, mention: DateMention, sentence: Sentence, between: re.Pattern[str]
) -> bool:
    text = sentence.body[party.end : mention.start]
    return mention.start > party.end and between.fullmatch(text) is not None


def _ends_in(party: PartyMention, mention: DateMention, body: str) -> bool:
    """Whether the words for one party end in a date in brackets."""
    is_opened = body[mention.start - 1 : mention.start] == "("
    return (
        not party.plural
        and is_opened
        and party.start < mention.start < party.end - 1 == mention.end
    )


def _is_planned(presence: Presence, sentence: Sentence) -> bool:
    """Whether words beside a noun tell that it lies ahead: "the tour is to end on Friday"."""
    return any(m.kind is MarkerKind.PLANNED for m in inside(sentence, presence.clause))


def _of_place(dates: list[DateMention], place: int, presence: Presence) -> list[DateMention]:
    """The dates, that of one of several places first.

    Where each place has a date of its own, all are told before their places or all after them.
    """
    starts = sorted(each.start for each in presence.places)
    ordered = sorted(dates, key=lambda d: d.start)
    paired: list[list[DateMention]] = []
    for bounds, end in (([-1, *starts], -1), ([*starts, sys.maxsize], 0)):
        between = [[d for d in ordered if a <= d.start < b] for a, b in pairwise(bounds)]
        if all(between) and place in starts:
            paired.append([near[end] for near in between])
    if paired:
        nearest = min(paired, key=lambda days: _apart(days, starts))
        own = nearest[starts.index(place)]
        return [own, *(d for d in ordered if d is not own)]
    return sorted(dates, key=lambda d: abs(d.start - place))


def _apart(dates: list[DateMention], starts: list[int]) -> int:
    """How far dates stand from their places."""
    return sum(abs(d.start - start) for d, start in zip(dates, starts, strict=True))


def earlier(when: When, days: int) -> When:
    """The time that began some days before, of which only the first day is known."""
    if when.first is None or not days:
        return when
    first = when.first - timedelta(days=days)
    return When(first.isoformat(), first, when.last, stated=True)


def month_of(when: When) -> When:
    """The month of a day: somebody who has come from elsewhere was there at some time before."""
    if when.first is None:
        return when
    first = when.first.replace(day=1)
    return When(f"{first:%Y-%m}", first, when.first, stated=False)


def _opens_with_dateline(sentence: Sentence) -> bool:
    """Whether the first date only dates the release: "Astana, 3 June 2025 – ..."."""
    if not sentence.dates or not sentence.mentions:
        return False
    place, day = sentence.mentions[0], sentence.dates[0]
    if place.start != sentence.start or not isinstance(place, CityMention):
        return False
    between = _DATELINE.match(sentence.body, place.end)
    return between is not None and between.end() == day.start


def _distance(mention: DateMention, presence: Presence) -> int:
    """How far a date is from its verb; those after it come first."""
    trigger = presence.trigger
    if mention.start >= trigger.end:
        return mention.start - trigger.end
    return (trigger.start - mention.end) + len("in the course of")


def _is_near(mention: DateMention, published: date) -> bool:
    """Whether the day is close and its other reading a year away: "slated for 21 May"."""
    if mention.alternative is None or mention.precision not in _EXACT:
        return False
    other = abs(mention.alternative[0] - mention.first)
    return abs(mention.first - published) <= _SLATED and other > 10 * _SLATED


def _when(mention: DateMention, presence: Presence, published: date) -> When:
    """The date, in the year that the tense asks for."""
    is_future = presence.trigger.tense is Tense.FUTURE
    if mention.alternative is not None and presence.trigger.tense is Tense.PRESENT:
        # "arrives on 12 November" is told a few days before or after: the nearer year.
        if abs(mention.alternative[0] - published) < abs(mention.first - published):
            mention = replace(mention, first=mention.alternative[0], last=mention.alternative[1])
    elif mention.alternative is not None and presence.trigger.tense is not Tense.NONE:
        wrong = mention.last < published if is_future else mention.first > published
        if _is_near(mention, published):
            wrong = False
        first, last = mention.alternative
        fits = last >= published if is_future else first <= published
        if wrong and fits:
            mention = replace(mention, first=first, last=last)
    is_span = mention.precision is Precision.RANGE and mention.last - mention.first > _ONE_EVENT
    return When(None if is_span else iso(mention), mention.first, mention.last, stated=True)
