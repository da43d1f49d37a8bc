"""A sentence with whom it names and what is in force where it stands; pure values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.release import Language
from index.extraction.annotation import (
    MarkerKind,
    PartyMention,
    PlaceMention,
    Relation,
    Sentence,
    Tense,
)
from index.extraction.event import Account, EventKind, Party, Role, Status
from index.extraction.others.adjuncts import When, is_adjunct, reaches, when_of
from index.extraction.others.event_words import event_words
from index.places.mentions import CountryMention, Mention, OrganizationMention

HOME = "KZ"
NEWS = timedelta(days=12)  # what a release dates longer ago is told from the past
_OF_DOLLARS = re.compile(r"(?:доллар\w*|долл\.?)\s$")
_DOLLARS = re.compile(r"\s?(?:\$|доллар|dollar)")
_BESIDE = 40  # letters before a country that may hold what tells that it takes part


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
            and reaches(self.sentence, each, at)
            and is_adjunct(self.sentence, plans, each.start, at)
        ]
        whens = [(abs(each.start - at), when_of(each, tense, self.published)) for each in fitting]
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
            and is_adjunct(self.sentence, plans, each.start, at)
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
            if isinstance(mention, CountryMention):
                if mention.code != HOME and not is_money(self.sentence.lowered, mention):
                    found.append(self.party_of(mention.code))
            elif isinstance(mention, OrganizationMention):
                found.append(Party(Role.OTHER, organization=mention.organization))
        countries = [party for party in found if party.country]
        return list(dict.fromkeys(countries or found))

    def party_of(self, country: str, role: Role = Role.OTHER) -> Party:
        """Who acts for a country: whom the release names, or nobody in particular."""
        return self.known.get(country) or Party(role, country=country)


def is_money(lowered: str, mention: CountryMention) -> bool:
    """Whether a country only tells whose dollars are meant."""
    before = lowered[max(0, mention.start - _BESIDE) : mention.start]
    return bool(_OF_DOLLARS.search(before) or _DOLLARS.match(lowered, mention.end))


def _just_before(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    return max(sentence.start, mention.start - _BESIDE), mention.start
