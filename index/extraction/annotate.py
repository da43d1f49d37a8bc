"""Finds in a release what the lexicon, the gazetteer and the date reader know; pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

from corpus.release import Language, Release
from index.dates import DateMention, Precision, find_dates
from index.extraction.annotation import Marker, OfficeMention, Sentence, Trigger, TriggerKind
from index.extraction.lexicon import Found, Lexicon, OfficeLabel
from index.gazetteer import Gazetteer
from index.gazetteer_mentions import Mention
from index.sentences import sentences

_LONGEST = 3000  # letters; what is longer is no sentence, and would take long to read
ASTANA = timedelta(hours=5)
_LONG = (Precision.YEAR, Precision.MONTH)
# Kazakh is often typed with a Latin letter for its own that looks the same.
_LATIN_I = re.compile(r"(?<=[а-яёәғқңөұүһі])i|i(?=[а-яёәғқңөұүһі])")
Spanned = TypeVar("Spanned", Mention, DateMention)


def annotate(release: Release, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of the release's body with what stands in each."""
    body, language = release.body, release.language
    lowered = _LATIN_I.sub("і", lower(body)) if language is Language.KK else lower(body)
    mentions = Gazetteer.load().mentions(body, language)
    since = frozenset(lexicon.words.get("since", ()))
    dates = [
        mention
        for mention in find_dates(body, language, (release.published + ASTANA).date())
        if mention.precision not in _LONG or _word_before(lowered, mention.start) not in since
    ]
    return [
        Sentence(
            body,
            lowered,
            start,
            end,
            _inside(mentions, start, end),
            _inside(dates, start, end),
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


def _word_before(lowered: str, position: int) -> str:
    """The word before an offset: "since 2019" tells when nothing happened."""
    words = lowered[max(0, position - len(" since the year ")) : position].split()
    return words[-1] if words else ""


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
