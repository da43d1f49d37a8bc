"""What a release tells of one event: the frame that every reader of events fills; pure values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EventKind(StrEnum):
    """What happened."""

    VISIT = "visit"
    TALKS = "talks"
    CALL = "call"
    DOCUMENT = "document"
    APPOINTMENT = "appointment"
    CREDENTIALS = "credentials"
    OPENING = "opening"


class Role(StrEnum):
    """The rank in which somebody acts; deputies and envoys are apart from ministers."""

    FOREIGN_MINISTER = "foreign_minister"
    DEPUTY_FOREIGN_MINISTER = "deputy_foreign_minister"
    PRESIDENT = "president"
    PRIME_MINISTER = "prime_minister"
    DEPUTY_PRIME_MINISTER = "deputy_prime_minister"
    SPEAKER = "speaker"
    AMBASSADOR = "ambassador"
    SPECIAL_REPRESENTATIVE = "special_representative"
    MINISTER = "minister"
    ORGANIZATION_HEAD = "organization_head"
    DELEGATION = "delegation"
    OTHER = "other"


class VisitForm(StrEnum):
    """In what form somebody came."""

    OFFICIAL = "official"
    WORKING = "working"
    STATE = "state"
    TRANSIT = "transit"
    CONFERENCE = "conference"


class Status(StrEnum):
    """Whether it happened; only the first two count as having happened."""

    TOOK_PLACE = "took_place"
    PAST_MENTION = "past_mention"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts: `person` and `office` as the text has them, None where it is silent.

    `country` is an ISO alpha-2 code, `organization` a key of the gazetteer or, for one that
    it does not hold, the name as written. `other_roles` are held besides ("Deputy Prime
    Minister – Minister of Foreign Affairs" is a foreign minister and the other as well).
    """

    role: Role
    person: str | None = None
    office: str | None = None
    country: str | None = None
    organization: str | None = None
    other_roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What one sentence, `body[start:end]` of a release, tells of one party in one event.

    For a visit the party is who travelled, `city` and `to_country` where to; for credentials and
    appointments who presented them or was appointed (the post is the office), and where the post
    is; otherwise the foreign side, and where it happened. A city is named as in the gazetteer
    ("Astana" for Nur-Sultan too), or as written where that has no such city. `when` is ISO 8601
    as precise as the text allows (day, month or year); `first` and `last` are its days, both
    inclusive.
    `name` is that of a document, mission or conference, as written; documents that only a number
    tells of have that ("five documents", see `kinds.stated_number`), credentials what was handed
    over.
    """

    kind: EventKind
    party: Party
    city: str | None
    to_country: str | None
    when: str | None
    first: date | None
    last: date | None
    status: Status
    start: int
    end: int
    form: VisitForm | None = None
    first_ever: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """An account and the number, in the index, of the release that it stands in."""

    release: int
    account: Account


@dataclass(frozen=True, slots=True)
class Event:
    """One event, told once or often; `best` is the fullest account of it.

    `tellings` are all of them, the fullest first and the others in the index's order. Fields
    that it lacks and another has are filled in `best`, whose offsets stay those of its own
    sentence in `tellings[0]`'s release. `superseded_by` is the number of the event that a
    planned one came to: it took place, or was called off.
    """

    number: int
    best: Account
    tellings: tuple[Telling, ...]
    superseded_by: int | None = None
