"""Events are known again in the next snapshot, whatever number, language or detail they have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from event_tellings import account, indexed

from bot.watches.identity import (
    Tellings,
    from_json,
    is_same,
    mark,
    page_of,
    sort_out,
    tellings_of,
    to_json,
)
from corpus.release import Language
from index.extraction.event import Account, Event, Party, Role, Status, Telling

UNNAMED = Party(Role.FOREIGN_MINISTER, None, "Cabinet Secretary", "KE")
OTHER = Party(Role.FOREIGN_MINISTER, "Peter Otieno", "Cabinet Secretary", "KE")
CHIEF = Party(Role.PRESIDENT, "Amina Mwangi", "President", "KE")


def told(
    one: Account,
    release: int = 1,
    story: int = 1,
    published: str = "2024-05-15",
    language: Language = Language.EN,
) -> Tellings:
    source = indexed(release, story, published, language)
    return tellings_of(Event(0, one, (Telling(release, one),)), {release: source})


def present(*events: Tellings) -> frozenset[object]:
    return frozenset(mark(one) for event in events for one in event)


FIRST = told(account())


@pytest.mark.parametrize(
    ("later", "same"),
    [
        (told(account(), 2, 2, language=Language.RU), True),
        (told(account("2024-05-13"), 2, 2), True),
        (told(account("2024-05"), 2, 2), True),
        (told(account(None), 2, 2, "2024-05-16"), True),
        (told(account(party=UNNAMED), 2, 2), True),
        (told(account(party=OTHER), 2, 2), False),
        (told(account(party=CHIEF), 2, 2), True),
        (told(account("2024-07-01"), 2, 2), False),
        (told(account(city="Almaty"), 2, 2), False),
        (told(account(status=Status.PLANNED), 2, 2), False),
        (told(account(party=replace(UNNAMED, country="GH")), 2, 2), False),
    ],
)
def test_an_event_is_the_same_by_the_rules_that_join_accounts(later: Tellings, same: bool) -> None:
    assert is_same(FIRST, later) is is_same(later, FIRST) is same
    found = sort_out([later], {5: FIRST}, present(FIRST, later))
    assert (found.new == ()) is same


def test_what_is_told_more_fully_is_known_more_fully() -> None:
    vague = told(account("2024-05", party=UNNAMED))
    named = told(account("2024-05-14"), 2, 2)
    known = sort_out([named], {5: vague}, present(vague, named)).known[5]
    other = told(account(party=OTHER), 3, 3)
    assert sort_out([other], {5: vague}, present(vague, other)).new == ()
    assert sort_out([other], {5: known}, present(known, other)).new == (other,)


@pytest.mark.parametrize(
    "corrected",
    [account("2024-06-14"), account(party=OTHER), account(city="Almaty")],
    ids=["date", "name", "city"],
)
def test_a_corrected_release_tells_nothing_new(corrected: Account) -> None:
    now = told(corrected)
    assert sort_out([now], {5: FIRST}, present(now)).new == ()
    both = sort_out([now], {5: FIRST}, present(now, FIRST))
    assert both.new == (now,), "what is still told has not been corrected"


def test_a_correction_stands_for_one_event_only() -> None:
    one, two = told(account("2024-06-14")), told(account("2024-08-14"))
    assert sort_out([one, two], {5: FIRST}, present(one, two)).new == (two,)


def test_two_accounts_of_one_event_are_told_once() -> None:
    second = told(account(), 2, 2, language=Language.KK)
    assert sort_out([FIRST, second], {}, present(FIRST, second)).new == (FIRST,)


def test_an_event_is_the_same_after_it_was_stored() -> None:
    source = indexed(1, 7)
    event = Event(0, account(), (Telling(1, account()), Telling(1, account("2024-05"))))
    known = tellings_of(event, {1: source})
    stories = {page_of(source.release.key): 7}
    again = from_json(to_json(known), stories)
    assert [mark(one) for one in again] == [mark(one) for one in known]
    assert [one.story for one in again] == [7, 7]
    assert is_same(known, from_json(to_json(known), {}))
