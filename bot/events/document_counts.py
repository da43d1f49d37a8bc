"""How many documents events stand for, of which some tell only a number; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from corpus.release import Language
from index.extraction.event import Event
from index.extraction.others.kinds import stated_number
from index.passage import IndexedRelease

ONE_OCCASION = timedelta(days=4)


def count_documents(events: Iterable[Event], releases: Mapping[int, IndexedRelease]) -> int:
    """Documents that `events` tell of: those named, and those that a number adds to them.

    "Five documents, among them ..." counts as five with those that are named beside it.
    """
    told = list(events)
    numbers = {event.number: number_of(event, releases) for event in told}
    named = [event for event in told if numbers[event.number] == 1]
    counted = sorted(
        (event for event in told if numbers[event.number] > 1),
        key=lambda event: -numbers[event.number],
    )
    highest: list[Event] = []  # of each occasion, since a lower number was corrected
    for event in counted:
        if not any(of_one_occasion(event, other) for other in highest):
            highest.append(event)
    further = (
        numbers[event.number] - sum(of_one_occasion(event, other) for other in named)
        for event in highest
    )
    return len(named) + sum(max(0, number) for number in further)


def number_of(event: Event, releases: Mapping[int, IndexedRelease]) -> int:
    """How many documents the name of an event stands for."""
    name = event.best.name or ""
    languages = {
        releases[telling.release].release.language
        for telling in event.tellings
        if telling.release in releases
    }
    return max((stated_number(name, language) for language in languages or Language), default=1)


def of_one_occasion(one: Event, other: Event) -> bool:
    """Whether both are of one foreign side and at most four days apart."""
    first, second = one.best, other.best
    if first.party.country != second.party.country:
        return False
    if first.party.organization != second.party.organization:
        return False
    days = (first.first or date.max, second.first or date.max)
    return max(days) - min(days) <= ONE_OCCASION
