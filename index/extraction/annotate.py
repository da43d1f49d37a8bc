"""Finds in a release what the lexicon, the gazetteer and the date reader know; pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from corpus.dates import day_of
from corpus.release import Language, Release
from index.extraction.annotation import Marker, OfficeMention, Sentence, Trigger, TriggerKind
from index.extraction.lexicon import Found, Lexicon, OfficeLabel
from index.places.gazetteer import Gazetteer
from index.places.mentions import Mention
from index.text.sentences import sentences
from index.times.dates import DateMention, Precision, find_dates

_LONGEST = 3000  # letters; what is longer is no sentence, and would take long to read
_NEAR = 40  # letters before a date
_WITHIN_YEAR = (Precision.DAY, Precision.RANGE, Precision.MONTH)
_LONG = (Precision.YEAR, Precision.MONTH)
# Kazakh is often typed with a Latin letter for its own that looks the same.
_LATIN_I = re.compile(r"(?<=[а-яёәғқңөұүһі])i|i(?=[а-яёәғқңөұүһі])")
Spanned = TypeVar("Spanned", Mention, DateMention)


def annotate(release: Release, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of the release's body with what stands in each."""
    body, language = release.body, release.language
    lowered = _LATIN_I.sub("і", lower(body)) if language is Language.KK else lower(body)
    mentions = Gazetteer.load().mentions(body, language)
    founding = tuple(lexicon.words.get("since", ()))
    until = frozenset(lexicon.words.get("until", ()))
    dates = [
        mention
        for mention in find_dates(body, language, day_of(release.published))
        if not _is_end(lowered, mention.start, until)
        if mention.precision not in _LONG or not _is_after(lowered, mention.start, founding)
    ]
    return [
        Sentence(
            body,
            lowered,
            start,
            end,
            _inside(mentions, start, end),
            anchored(_inside(dates, start, end)),
            _offices(lexicon.offices.find(lowered, start, end)),
            _triggers(lexicon, lowered, start, end),
            tuple(
                Marker(found.start, found.end, found.label)
                for found in lexicon.markers.find(lowered, start, end)
            ),
        )
        for start, end in sentences(body)
        if end - start <= _LONGEST
    ]


def _is_after(lowered: str, position: int, words: tuple[str, ...]) -> bool:
    """Whether words stand before an offset: "since 2019" tells when nothing happened."""
    before = " ".join(lowered[max(0, position - _NEAR) : position].split())
    return any(re.search(rf"(?<!\w){re.escape(word)}$", before) for word in words)


def anchored(dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """The dates of a sentence, those without a year in the year that one before them names."""
    found: list[DateMention] = []
    year: int | None = None
    for mention in dates:
        if mention.precision is Precision.YEAR:
            year = mention.first.year
        is_open = mention.alternative is not None and mention.precision in _WITHIN_YEAR
        found.append(_in_year(mention, year) if year and is_open else mention)
    return tuple(found)


def _in_year(mention: DateMention, year: int) -> DateMention:
    try:
        last = mention.last.replace(year=year + mention.last.year - mention.first.year)
        return replace(mention, first=mention.first.replace(year=year), last=last, alternative=None)
    except ValueError:  # the 29th of February of another year
        return mention


def _is_end(lowered: str, start: int, until: frozenset[str]) -> bool:
    """Whether a date only tells when something ends: "stays until Thursday"."""
    before = lowered[max(0, start - len("until the ")) : start].split()[-2:]
    inside = lowered[start : start + len("until ")].split()[:1]
    return any(word in until for word in [*before, *inside])


def lower(text: str) -> str:
    """Lower-case text of the same length, so that offsets hold."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _inside(items: Sequence[Spanned], start: int, end: int) -> tuple[Spanned, ...]:
    """Of items in reading order those that begin between two offsets."""
    first = bisect_left(items, start, key=lambda item: item.start)
    last = bisect_left(items, end, lo=first, key=lambda item: item.start)
    return tuple(items[first:last])


def _offices(found: list[Found[OfficeLabel]]) -> tuple[OfficeMention, ...]:
    return tuple(
        OfficeMention(each.start, each.end, each.label.role, plural=each.label.plural)
        for each in found
    )


def _triggers(lexicon: Lexicon, lowered: str, start: int, end: int) -> tuple[Trigger, ...]:
    return tuple(
        Trigger(found.start, found.end, *found.label)
        for found in lexicon.triggers.find(lowered, start, end)
        if found.label[0] is not TriggerKind.NONE
    )
