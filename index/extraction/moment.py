"""A sentence with whom it names and what is in force where it stands; pure values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.release import Language
from index.dates import DateMention, Precision, iso
from index.extraction.annotation import (
    MarkerKind,
    PartyMention,
    PlaceMention,
    Relation,
    Sentence,
    Tense,
)
from index.extraction.event import Account, EventKind, Party, Role, Status
from index.extraction.event_words import event_words
from index.gazetteer_mentions import CountryMention, Mention, OrganizationMention

HOME = "KZ"
NEWS = timedelta(days=12)  # what a release dates longer ago is told from the past
_BESIDE = 40  # letters before a country that may hold what tells that it takes part
_OPENING = 45  # letters within which an adjunct opens a sentence
_OPENING_OF_CLAUSE = 12
CLAUSE_END = re.compile(r"[;:]|,\s(?:while|whereas|but|а|но|ал|бірақ)\s")
_BOUNDARY = re.compile(r"[,:]| (?:and|и|және) ")
_DAYS = (Precision.DAY, Precision.RANGE, Precision.WEEK, Precision.MONTH)
_DAY_REACH, _YEAR_REACH = 150, 45  # letters between a date and what it dates


@dataclass(frozen=True, slots=True)
class When:
    """A date as an account gives it: ISO 8601 and its days."""

    text: str | None = None
    first: date | None = None
    last: date | None = None

    def covers(self, other: When) -> bool:
        """Whether it is a longer time around another one."""
        if not (self.first and self.last and other.first and other.last):
            return False
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Where:
    """A city, as the gazetteer names it, and its country; None where nothing is known."""

    city: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in a sentence and who is meant."""

    mention: PartyMention
    party: Party

    @property
    def is_foreign(self) -> bool:
        """Whether a side other than the own one is meant."""
        side = self.party.country or self.party.organization
        return side is not None and side != HOME


@dataclass(frozen=True, slots=True)
class Moment:
    """One sentence of a release; `named` and `places` are those that it names itself.

    `where` and `when` are what is in force: of the visit told last, or of the dateline.
    `foreign` are the foreign sides that the sentence can mean without naming them; `known` is
    who of a country the release names, by code.
    """

    language: Language
    published: date
    sentence: Sentence
    named: tuple[Named, ...]
    places: tuple[PlaceMention, ...]
    where: Where
    when: When
    foreign: tuple[Party, ...]
    known: dict[str, Party]

    @property
    def lowered(self) -> str:
        """The sentence in lower case."""
        return self.sentence.lowered[self.sentence.start : self.sentence.end]

    def account(
        self,
        kind: EventKind,
        party: Party,
        when: When,
        status: Status,
        where: Where,
        name: str | None = None,
    ) -> Account:
        """An account of this sentence."""
        return Account(
            kind,
            party,
            where.city,
            where.country,
            when.text,
            when.first,
            when.last,
            status,
            self.sentence.start,
            self.sentence.end,
            name=name,
        )

    def date_near(
        self, at: int, tense: Tense, names: Iterable[tuple[int, int]] = ()
    ) -> When | None:
        """The date that the sentence gives for something at an offset, outside of names."""
        spans, plans = list(names), event_words(self.language).plans
        fitting = [
            each
            for each in self.sentence.dates
            if not any(start <= each.start < end for start, end in spans)
            and _reaches(self.sentence, each, at)
            and _is_adjunct(self.sentence, plans, each.start, at)
        ]
        whens = [(abs(each.start - at), _when(each, tense, self.published)) for each in fitting]
        told = [(distance, when) for distance, when in whens if when is not None]
        return min(told, key=lambda pair: pair[0])[1] if told else None

    def place_near(self, at: int, names: Iterable[tuple[int, int]] = ()) -> Where | None:
        """The place that the sentence names nearest to an offset, outside of names."""
        spans, plans = list(names), event_words(self.language).plans
        free = [
            each
            for each in self.places
            if each.relation is Relation.IN
            and each.country is not None
            and _is_adjunct(self.sentence, plans, each.start, at)
            and not any(start <= each.start < end for start, end in spans)
        ]
        nearest = min(free, key=lambda each: abs(each.start - at), default=None)
        if nearest is None or (nearest.city is None and nearest.country is None):
            return None
        return Where(nearest.city, nearest.country or self.where.country)

    def status(self, tense: Tense, when: When | None) -> Status:
        """Whether something told in a tense and dated so has happened."""
        kinds = {marker.kind for marker in self.sentence.markers}
        if tense is Tense.FUTURE:
            return Status.PLANNED
        if tense is Tense.NONE and MarkerKind.PLANNED in kinds:
            return Status.PLANNED
        if when and when.last and when.last < self.published - NEWS:
            return Status.PAST_MENTION
        if tense is Tense.BEFORE or (MarkerKind.PAST in kinds and when is None):
            return Status.PAST_MENTION
        return Status.TOOK_PLACE

    def dated(self, status: Status, own: When | None) -> When:
        """The sentence's own date, or the one in force for what has just happened."""
        if own is not None:
            return own
        return self.when if status is Status.TOOK_PLACE else When()

    def sides(self, taken: Iterable[tuple[int, int]] = ()) -> list[Party]:
        """The foreign sides that the sentence names: people, else countries that take part.

        Countries within `taken` and those that are places take no part.
        """
        named = [each.party for each in self.named if each.is_foreign]
        if named:
            return list(dict.fromkeys(named))
        spans = [*taken, *((place.start, place.end) for place in self.places)]
        words = event_words(self.language).sides
        sentence = self.sentence
        return self.mentioned(
            mention
            for mention in sentence.mentions
            if not any(start <= mention.start < end for start, end in spans)
            and (
                words.before.search(sentence.lowered, *_just_before(sentence, mention))
                or words.after.match(sentence.lowered, mention.start, sentence.end)
            )
        )

    def mentioned(self, mentions: Iterable[Mention]) -> list[Party]:
        """The foreign sides that mentions name: countries, or else organisations."""
        found: list[Party] = []
        for mention in mentions:
            if isinstance(mention, CountryMention) and mention.code != HOME:
                found.append(self.party_of(mention.code))
            elif isinstance(mention, OrganizationMention):
                found.append(Party(Role.OTHER, organization=mention.organization))
        countries = [party for party in found if party.country]
        return list(dict.fromkeys(countries or found))

    def party_of(self, country: str, role: Role = Role.OTHER) -> Party:
        """Who acts for a country: whom the release names, or nobody in particular."""
        return self.known.get(country) or Party(role, country=country)


def _just_before(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    return max(sentence.start, mention.start - _BESIDE), mention.start


def _is_adjunct(sentence: Sentence, plans: re.Pattern[str], start: int, at: int) -> bool:
    """Whether a date or place can belong to a later verb: it opens the sentence or its clause.

    What follows the verb in its clause always can.
    """
    if start >= at:
        return not CLAUSE_END.search(sentence.lowered, at, start)
    plan = plans.search(sentence.lowered, sentence.start, at)
    if plan and not _BOUNDARY.search(sentence.lowered, *sorted((plan.start(), start))):
        return False
    if start - sentence.start <= _OPENING:
        return True
    if not _BOUNDARY.search(sentence.lowered, start, at):
        return True
    opening = max(sentence.start, start - _OPENING_OF_CLAUSE)
    boundary = _BOUNDARY.search(sentence.lowered, opening, start)
    return boundary is not None and boundary.group() != ":"


def _reaches(sentence: Sentence, mention: DateMention, at: int) -> bool:
    """Whether a date can belong to what stands at an offset of the same sentence."""
    start, end = sorted((mention.start, at))
    if mention.precision is Precision.YEARS or ";" in sentence.body[start:end]:
        return False
    if mention.precision in _DAYS or mention.start - sentence.start <= _OPENING_OF_CLAUSE:
        return end - start <= _DAY_REACH
    return end - start <= _YEAR_REACH


def _when(mention: DateMention, tense: Tense, published: date) -> When | None:
    """The date, in the year that the tense asks for; None where it contradicts the tense."""
    readings = [(mention.first, mention.last)]
    if mention.alternative is not None:
        readings.append(mention.alternative)
    for first, last in readings:
        is_fitting = last >= published if tense is Tense.FUTURE else first <= published
        if is_fitting:
            return When(iso(replace(mention, first=first, last=last)), first, last)
    return None
