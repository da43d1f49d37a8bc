"""Accounts and releases for the tests of what is made of them."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from fakes import make_release
from hypothesis import strategies as st

from corpus.release import Language
from index.events.merging import merge
from index.extraction.event import Account, Event, EventKind, Party, Role, Status, Telling
from index.passage import IndexedRelease

KENYA = Party(Role.FOREIGN_MINISTER, "Amina Mwangi", "Cabinet Secretary", "KE")


def account(when: str | None = "2024-05-14", party: Party = KENYA, **changes: Any) -> Account:  # noqa: ANN401
    """A visit to Astana at the date `when`; `changes` replace what is told of it."""
    first, last = days(when)
    told = Account(
        EventKind.VISIT, party, "Astana", "KZ", when, first, last, Status.TOOK_PLACE, 0, 10
    )
    return replace(told, **changes)


def days(when: str | None) -> tuple[date | None, date | None]:
    """First and last day of an ISO date, month or year."""
    if when is None:
        return None, None
    parts = [int(part) for part in when.split("-")]
    year, month, day = (*parts, 0, 0)[:3]
    end = month or 12
    last = day or calendar.monthrange(year, end)[1]
    return date(year, month or 1, day or 1), date(year, end, last)


def indexed(
    number: int, story: int, published: str = "2024-05-15", language: Language = Language.EN
) -> IndexedRelease:
    """A release published on a day, one of the group `story`."""
    release = make_release(
        f"{number:03}",
        "The Cabinet Secretary of Kenya arrived in Astana.",
        language,
        published=datetime.fromisoformat(published).replace(hour=9, tzinfo=UTC),
    )
    return IndexedRelease(number, story, release, frozenset())


def merged(*accounts: Account, published: Sequence[str] = (), stories: str = "") -> list[Event]:
    """Events of accounts that each stand in a release of its own."""
    releases = [
        indexed(
            number,
            stories.index(stories[number]) if stories else number,
            published[number] if published else "2024-05-15",
            [Language.EN, Language.RU, Language.KK][number % 3],
        )
        for number in range(len(accounts))
    ]
    return merge([Telling(number, one) for number, one in enumerate(accounts)], releases)


def grouped(events: Iterable[Event]) -> set[frozenset[int]]:
    """Which releases tell each event together."""
    return {frozenset(telling.release for telling in event.tellings) for event in events}


RELEASES = [
    indexed(number, number // 2, f"2024-{1 + number % 12:02}-1{number % 9}", language)
    for number, language in enumerate([*Language] * 4)
]
PARTIES = st.builds(
    Party,
    st.sampled_from([Role.FOREIGN_MINISTER, Role.PRESIDENT, Role.MINISTER]),
    st.sampled_from([None, "Amina Mwangi", "А. Мванги", "Peter Otieno"]),
    st.sampled_from([None, "Minister of Trade", "Minister of Energy"]),
    st.sampled_from([None, "KE", "JP"]),
    st.sampled_from([None, "OSCE"]),
    st.sampled_from([(), (Role.DEPUTY_PRIME_MINISTER,)]),
)
ACCOUNTS = st.builds(
    account,
    st.sampled_from([None, "2024", "2024-05", "2024-05-12", "2024-05-15", "2024-06-01"]),
    PARTIES,
    city=st.sampled_from([None, "Astana", "Almaty"]),
    to_country=st.sampled_from([None, "KZ", "UZ"]),
    status=st.sampled_from(Status),
    kind=st.sampled_from([EventKind.VISIT, EventKind.DOCUMENT]),
    start=st.integers(0, 3),
    first_ever=st.booleans(),
    name=st.sampled_from([None, "Roadmap for 2024", "Plan of Action"]),
)
TELLINGS = st.lists(
    st.builds(Telling, st.integers(0, len(RELEASES) - 1), ACCOUNTS), max_size=14, unique=True
)
