"""Documents that only a number tells of are counted with those that are named."""

from __future__ import annotations

from datetime import date

import pytest

from bot.events.document_counts import count_documents
from index.extraction.event import Account, Event, EventKind, Party, Role, Status


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
