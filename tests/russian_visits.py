"""What tests of Russian visits share: a release, and a visit told in one line."""

from __future__ import annotations

from datetime import UTC, datetime

from corpus.release import Language, Release, ReleaseKey
from index.extraction.event import Account, EventKind, Status
from index.extraction.read import read_accounts

ASTANA = "Астана, 14 мая 2025 года – "
SHORT = {
    Status.TOOK_PLACE: "took place",
    Status.PAST_MENTION: "past",
    Status.PLANNED: "planned",
    Status.CANCELLED: "off",
    Status.POSTPONED: "off",
    Status.DENIED: "off",
}


def visits(body: str) -> list[Account]:
    """The visits that a Russian release of 14 May 2025 tells of."""
    release = Release(
        key=ReleaseKey("mfa", "news", "1", Language.RU),
        url="https://mfa.example/ru/press/news/details/1?lang=ru",
        title="Сообщение пресс-службы",
        body=body,
        published=datetime(2025, 5, 14, 9, tzinfo=UTC),
    )
    return [account for account in read_accounts(release) if account.kind is EventKind.VISIT]


def row(account: Account) -> str:
    """What a table of visits says of an account, in one line."""
    party = account.party
    place = account.city or account.to_country
    who = party.country or party.organization
    return f"{party.role} {who}: {place}, {SHORT[account.status]}"
