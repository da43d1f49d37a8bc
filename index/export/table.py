"""The public table of visits: one row an event, with all that the releases say of it; pure."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from index.extraction.event import Account, Event
from index.passage import IndexedRelease


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """One row of the table; the columns are the fields, in their order. See `MEANINGS`."""

    id: str
    status: str
    person: str | None
    role: str
    other_roles: list[str]
    office: str | None
    country: str | None
    organization: str | None
    to_city: str | None
    to_country: str | None
    date: str | None
    first_day: datetime.date | None
    last_day: datetime.date | None
    form: str | None
    first_ever: bool
    superseded_by: str | None
    sentence: str
    title: str
    url: str
    language: str
    published: str
    all_sentences: list[str]
    all_urls: list[str]


MEANINGS = {
    "id": (
        "Names the visit; the same after every rebuild as long as the release that told of it "
        "first is read in the same way."
    ),
    "status": (
        "`took_place`; `past_mention`: told of only in passing, as past; `planned`; `cancelled`; "
        "`postponed`; `denied`."
    ),
    "person": "Who travelled, as written; empty where nobody is named.",
    "role": "The rank in which they travelled, such as `foreign_minister`.",
    "other_roles": "Ranks held besides.",
    "office": "The office as written.",
    "country": "Whose office it is, ISO 3166 alpha-2 (XK for Kosovo).",
    "organization": "The organisation whose office it is, where it is no country's.",
    "to_city": "The city visited; Astana also under its name of 2019 to 2022.",
    "to_country": "The country visited, ISO 3166 alpha-2.",
    "date": "When, ISO 8601, as precise as the texts allow: day, month or year.",
    "first_day": "The first day that the date covers.",
    "last_day": "The last day that the date covers.",
    "form": "`official`, `working`, `state`, `transit` or `conference`.",
    "first_ever": "Whether a release calls it the first such visit ever.",
    "superseded_by": "For a planned visit, the id of what came of it.",
    "sentence": "The sentence that tells most, word for word.",
    "title": "Title of the release that it stands in.",
    "url": "Address of that release.",
    "language": "Its language: `en`, `ru` or `kk`.",
    "published": "When it was published, ISO 8601 in UTC.",
    "all_sentences": "All sentences that tell of the visit.",
    "all_urls": "For each of those, the address of its release.",
}
"""What each column holds."""


def columns() -> dict[str, str]:
    """The type of each column by its name, as `VisitRecord` has it."""
    return {column.name: str(column.type) for column in fields(VisitRecord)}


def visit_records(
    events: Sequence[Event], releases: Mapping[int, IndexedRelease]
) -> list[VisitRecord]:
    """A row for each of `events`, which tell of `releases` by number, in the order given."""
    identities = _identities(events, releases)
    return [_record(event, identities, releases) for event in events]


def _identities(events: Sequence[Event], releases: Mapping[int, IndexedRelease]) -> dict[int, str]:
    """The id of each event by its number: a hash of what told of it first."""
    seen: Counter[str] = Counter()
    found = {}
    for event in events:
        digest = _digest(event, releases)
        seen[digest] += 1
        found[event.number] = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
    return found


def _digest(event: Event, releases: Mapping[int, IndexedRelease]) -> str:
    told = [(releases[one.release].release, one.account) for one in event.tellings]
    release, account = min(
        told, key=lambda one: (one[0].published, one[0].key, one[1].start, repr(one[1]))
    )
    said = (release.key, account.start, account.status, account.when, *_whereabouts(account))
    return hashlib.blake2b("\x1f".join(map(str, said)).encode(), digest_size=6).hexdigest()


def _whereabouts(account: Account) -> tuple[object, ...]:
    party = account.party
    who = (party.role, party.person, party.country, party.organization)
    return (*who, account.city, account.to_country)


def _record(
    event: Event, identities: Mapping[int, str], releases: Mapping[int, IndexedRelease]
) -> VisitRecord:
    best, party = event.best, event.best.party
    told = [(releases[one.release].release, one.account) for one in event.tellings]
    sentences = [release.body[account.start : account.end] for release, account in told]
    release = told[0][0]
    outcome = event.superseded_by
    return VisitRecord(
        id=identities[event.number],
        status=best.status,
        person=party.person,
        role=party.role,
        other_roles=list(party.other_roles),
        office=party.office,
        country=party.country,
        organization=party.organization,
        to_city=best.city,
        to_country=best.to_country,
        date=best.when,
        first_day=best.first,
        last_day=best.last,
        form=best.form,
        first_ever=best.first_ever,
        superseded_by=None if outcome is None else identities.get(outcome),
        sentence=sentences[0],
        title=release.title,
        url=release.url,
        language=release.language,
        published=release.published.isoformat(),
        all_sentences=sentences,
        all_urls=[one.url for one, _ in told],
    )
