"""Documents that only a number tells of are counted with those that are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from told import told as release_of

from bot.events.corrected import without_corrected
from bot.events.document_counts import count_documents
from index.extraction.event import Account, Event, EventKind, Party, Role, Status, Telling
from index.passage import IndexedRelease


def _event(number: int, name: str, country: str, day: date) -> Event:
    party = Party(Role.OTHER, country=country)
    when = day.isoformat()
    account = Account(
        EventKind.DOCUMENT, party, None, None, when, day, day, Status.TOOK_PLACE, 0, 1, name=name
    )
    return Event(number, account, ())


MAY, JUNE = date(2024, 5, 4), date(2024, 6, 4)


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ([], 0),
        ([("Agreement on Transit", "PE", MAY)], 1),
        ([("Five documents", "PE", MAY), ("Agreement on Transit", "PE", MAY)], 5),
        ([("три меморандума", "PE", MAY)], 3),
        ([("үш құжат", "PE", MAY), ("Туризм туралы келісім", "PE", MAY)], 3),
        ([("два меморандума", "PE", MAY), ("три меморандума", "PE", MAY)], 3),
        ([("Two documents", "PE", MAY), ("Agreement on Transit", "CL", MAY)], 3),
        ([("Two documents", "PE", MAY), ("Agreement on Transit", "PE", JUNE)], 3),
    ],
)
def test_a_number_counts_what_is_not_named(told: list[tuple[str, str, date]], count: int) -> None:
    events = [_event(number, *one) for number, one in enumerate(told)]
    assert count_documents(events, {}) == count


def _told(number: int, name: str, sentence: str, day: str) -> tuple[Event, IndexedRelease]:
    (hit,) = release_of(sentence, title="Peru", day=day)
    event = _event(number, name, "PE", date.fromisoformat(day))
    account = replace(event.best, start=0, end=len(sentence))
    return Event(number, account, (Telling(number, account),)), hit.source


@pytest.mark.parametrize(
    ("sentence", "day", "left"),
    [
        ("It should read three memoranda instead of two memoranda.", "2024-05-05", [1]),
        ("The parties signed three memoranda.", "2024-05-05", [0, 1]),
        ("It should read three memoranda instead of two memoranda.", "2024-05-03", [0, 1]),
        ("It should read three memoranda instead of two memoranda.", "2024-06-05", [0, 1]),
    ],
)
def test_a_number_that_a_later_release_sets_right_is_left_out(
    sentence: str, day: str, left: list[int]
) -> None:
    first, source = _told(0, "two memoranda", "Two memoranda were signed.", "2024-05-04")
    second, correcting = _told(1, "three memoranda", sentence, day)
    releases = {0: source, 1: correcting}
    assert [event.number for event in without_corrected([first, second], releases)] == left
