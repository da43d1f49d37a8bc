"""Visits of an English release of 14 May 2024, as the tests of the extraction compare them."""

from __future__ import annotations

from datetime import UTC, datetime

from corpus.release import Language, Release, ReleaseKey
from index.extraction.event import Account, EventKind, Role, Status
from index.extraction.read import read_accounts

FM, DFM, PM = Role.FOREIGN_MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.PRIME_MINISTER
DONE, PLANNED, PAST = Status.TOOK_PLACE, Status.PLANNED, Status.PAST_MENTION
OFF, POSTPONED, DENIED = Status.CANCELLED, Status.POSTPONED, Status.DENIED
DAY = "2024-05-14"
DATELINE = "Astana, 14 May 2024 – "


def visits(body: str, title: str = "News") -> list[Account]:
    """What an English release of 14 May 2024, a Tuesday, tells of visits."""
    release = Release(
        key=ReleaseKey("mfa", "news", "1", Language.EN),
        url="https://mfa.example/en/press/news/details/1?lang=en",
        title=title,
        body=body,
        published=datetime(2024, 5, 14, 9, tzinfo=UTC),
    )
    return [a for a in read_accounts(release) if a.kind is EventKind.VISIT]


def row(account: Account) -> tuple[object, ...]:
    """What is compared of an account."""
    party = account.party
    side = party.country or party.organization
    return (party.role, side, account.city, account.to_country, account.when, account.status)
