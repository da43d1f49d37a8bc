"""Stays are those that going through all of them finds."""

from __future__ import annotations

from event_tellings import RELEASES, TELLINGS, account, merged
from hypothesis import given

from bot.events.stays import StayFinder, is_one_stay, stays
from index.events.merging import merge
from index.extraction.event import Status, Telling


@given(TELLINGS)
def test_an_event_is_in_the_first_stay_that_it_can_be_of(tellings: list[Telling]) -> None:
    events = merge(tellings, RELEASES)
    found = stays(events)
    assert sorted(e.number for stay in found for e in stay) == [e.number for e in events]
    firsts = [stay[0] for stay in found]
    for place, stay in enumerate(found):
        for event in stay[1:]:
            homes = [n for n, first in enumerate(firsts) if is_one_stay(first, event)]
            assert homes[0] == place
        assert not any(is_one_stay(first, stay[0]) for first in firsts[:place])


@given(TELLINGS, TELLINGS)
def test_the_finder_finds_what_going_through_all_finds(
    tellings: list[Telling], others: list[Telling]
) -> None:
    events, asked = merge(tellings, RELEASES), merge(others, RELEASES)
    finder = StayFinder(events)
    for event in asked:
        assert finder.has(event) is any(is_one_stay(one, event) for one in events)


def test_two_ranks_of_one_country_are_one_stay_and_two_months_two() -> None:
    told = [account("2024-05-14"), account("2024-05-16", city="Almaty"), account("2024-07-01")]
    told.append(account(None, city="Aktau", status=Status.PAST_MENTION))
    found = stays(merged(*told))
    assert sorted(len(stay) for stay in found) == [1, 3]
