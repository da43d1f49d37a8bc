from __future__ import annotations

from datetime import date

import pytest

from bot.watches.wanted import Unwatchable, Wanted, read_wanted
from index.extraction.event import Role

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "visits of the President of Uzbekistan",
        "notify me when the president of Uzbekistan visits",
        "Tell me when a president of Uzbekistan comes to Kazakhstan",
        "сообщайте о визитах президента Узбекистана",
        "Өзбекстан президентінің сапарлары",
    ],
)
def test_events_are_waited_for_however_it_is_put(text: str) -> None:
    wanted = read_wanted(text, (), None, DAY)
    assert isinstance(wanted, Wanted)
    assert wanted.query is not None
    assert wanted.query.origin.countries == {"UZ"}
    assert wanted.query.roles == {Role.PRESIDENT}
    assert wanted.query.topic == ()
    assert wanted.query.person is None


def test_a_period_that_goes_on_ends_the_watch() -> None:
    wanted = read_wanted("visits from Ghana this year", (), None, DAY)
    assert isinstance(wanted, Wanted)
    assert wanted.query is not None
    assert (wanted.query.first, wanted.query.last) == (None, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Who visited Astana in 2024?", Unwatchable.PAST),
        ("Кто первым посетил Астану?", Unwatchable.PAST),
        ("What was signed with Ghana in June 2019?", Unwatchable.PAST),
        ("?!", Unwatchable.EMPTY),
    ],
)
def test_what_is_past_cannot_be_watched(text: str, why: Unwatchable) -> None:
    assert read_wanted(text, (), None, DAY) is why


def test_a_follow_up_is_watched_with_what_it_leans_on() -> None:
    wanted = read_wanted("And from Asia?", ("Which presidents visited Astana?",), None, DAY)
    assert isinstance(wanted, Wanted)
    assert wanted.query is not None
    assert wanted.query.roles == {Role.PRESIDENT}
    assert "asia" in wanted.query.origin.regions
