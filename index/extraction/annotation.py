"""What is found in one sentence before anything is concluded from it; pure values.

All offsets are of the release's body, so that `body[start:end]` are the words as written.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.extraction.event import Role
from index.places.mentions import Mention
from index.times.dates import DateMention


class TriggerKind(StrEnum):
    """How words tell of presence somewhere, and so who of the sentence travels."""

    ARRIVAL = "arrival"  # arrived, visited, flew to, is in, stays: the subject
    STAY = "stay"  # was in, is on: the subject, only where a place is named
    DEPARTURE = "departure"  # left Astana for Seoul: the subject, to the place after
    VISIT = "visit"  # the noun: visit of X to Y, X is on a visit, during his visit
    ATTENDANCE = "attendance"  # took part, attended, addressed, opened: the subject
    MEETING = "meeting"  # met, held talks, signed: all parties are at one place
    RECEPTION = "reception"  # received, hosted: who is received has come
    INVITATION = "invitation"  # invited, conveyed an invitation: who is invited may come
    NONE = "none"  # looks like a trigger and is none ("came into force"): hides others


class Tense(StrEnum):
    """What the trigger's own form says of time."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"  # also would, is to, intends to, plans to
    BEFORE = "before"  # pluperfect and the like: before the release's own event
    NONE = "none"  # nouns


class MarkerKind(StrEnum):
    """Words beside a trigger that bear on status, form or presence."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    DENIED = "denied"
    REPORTED = "reported"  # by others, and answered here
    PAST = "past"  # "in recent years", "recalled", "a year ago": told beside the release's event
    REMOTE = "remote"  # by telephone, by video, a letter: nobody travels
    OFFICIAL = "official"
    WORKING = "working"
    STATE = "state"
    TRANSIT = "transit"
    CONFERENCE = "conference"  # forum, summit, session, exhibition ...: that somebody attends
    FIRST_EVER = "first_ever"
    MARGINS = "margins"  # on the margins of: who meets there has come to the conference
    REVIEW = "review"  # results of the year: what is told was in the course of it


class Reference(StrEnum):
    """How a party is named, hence whether it has to be looked up in what went before."""

    FULL = "full"  # office and country, or office and person: stands by itself
    PERSON = "person"  # a name alone: "Kallas"
    OFFICE = "office"  # an office without country or person: "the minister"
    COUNTERPART = "counterpart"  # "his Latvian colleague": the role of whom he met
    COMPATRIOT = "compatriot"  # "the foreign minister of his country": who was named last
    MEMBER = "member"  # "accompanied by the Minister of Health": of the side of whom is told first
    GUEST = "guest"  # the guest, the visitor: the foreign side
    PRONOUN = "pronoun"
    HOST = "host"  # the host, the interlocutor at home
    DELEGATION = "delegation"  # "the delegation" without a country


class Relation(StrEnum):
    """How a place stands in its sentence."""

    TO = "to"
    IN = "in"
    FROM = "from"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """Words for an office, without country and person; `plural` for "foreign ministers"."""

    start: int
    end: int
    role: Role
    other_roles: tuple[Role, ...] = ()
    plural: bool = False


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person's name; `name` as it shall be told (nominative), `surname` what is repeated."""

    start: int
    end: int
    name: str
    surname: str


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Somebody named in a sentence; of a coordinated list one mention for each country.

    `start` and `end` span the whole phrase (office, country and person). `role` is None
    where the words do not say it (pronouns, a name alone). `also` holds other countries that
    the words can mean. `named` holds the offset at which this one of a list is named;
    `definite` says that the words mark somebody not of the own side ("with the Minister of
    Foreign Affairs and Worship, ..."), where the language can tell.
    """

    start: int
    end: int
    named: int
    reference: Reference
    role: Role | None = None
    office: str | None = None
    person: PersonMention | None = None
    country: str | None = None
    also: tuple[str, ...] = ()
    organization: str | None = None
    other_roles: tuple[Role, ...] = ()
    plural: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where something happens or somebody goes; `city` None for a whole country.

    `is_capital` stands for "the capital": of `country`, or of the country that the text is in.
    """

    start: int
    end: int
    city: str | None
    country: str | None
    relation: Relation
    is_capital: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words of presence: their kind and what their form says of time."""

    start: int
    end: int
    kind: TriggerKind
    tense: Tense


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that bear on status, form or presence."""

    start: int
    end: int
    kind: MarkerKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of `body` and what the lexicon, the gazetteer and the date reader find there.

    `lowered` is the body in lower case, of the same length.
    """

    body: str
    lowered: str
    start: int
    end: int
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    offices: tuple[OfficeMention, ...]
    triggers: tuple[Trigger, ...]
    markers: tuple[Marker, ...]

    def __hash__(self) -> int:
        """Of where it stands: rows of chunks are kept by sentence."""
        return hash((self.start, self.body))

    @property
    def text(self) -> str:
        """The sentence as written."""
        return self.body[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Presence:
    """A trigger, who travels by it, and the places that belong to it (empty: what is in force).

    For a meeting `travellers` are all who are there; the core drops those who are at home.
    `clause` are the offsets within which dates, status and form are looked for; `days_before`
    is how long before the date told, or before the release's event, it began. `is_from`: the
    places are where the travellers have come from.
    """

    trigger: Trigger
    travellers: tuple[PartyMention, ...]
    places: tuple[PlaceMention, ...]
    clause: tuple[int, int]
    days_before: int = 0
    is_from: bool = False


def most_exact(places: list[PlaceMention]) -> list[PlaceMention]:
    """Cities without the countries that they lie in."""
    cities = {place.country for place in places if place.city}
    return [place for place in places if place.city or place.country not in cities]
