"""What phrases for office holders are made of, found in one Russian sentence; pure values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from index.extraction.annotation import OfficeMention, PersonMention, Sentence
from index.extraction.event import Role
from index.extraction.russian.names import find_persons
from index.places.mentions import (
    CityMention,
    CountryMention,
    MentionForm,
    OrganizationMention,
)


@dataclass(frozen=True, slots=True)
class Owner:
    """A country or an organisation that somebody acts for, and where it stands."""

    start: int
    end: int
    country: str | None = None
    also: tuple[str, ...] = ()
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """One or more offices of the same holder, with the fields of government that follow.

    `owners` are those told by adjectives or inside the title; `is_bare` is «министр» alone.
    """

    start: int
    end: int
    roles: tuple[Role, ...]
    plural: bool
    owners: tuple[Owner, ...]
    is_bare: bool


# A council of ministers, what is done on behalf of a president: nobody who is there.
_OF_BODY = re.compile(
    r"(?<!\w)(?:совет\w{0,2}|уровн\w|администраци\w{1,2}|аппарат\w{0,2}|канцеляри\w{1,2}|имени"
    r"|поручению|указом|супруг\w{1,2}|офис\w{0,2}|библиотек\w{1,2}|фонд\w{0,2})\s+(?:перв\w+\s+)?$"
)
Holder = tuple[Owner | None, PersonMention | None]


class Pieces:
    """The offices, persons, countries and organisations of a sentence, by where they stand."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.body, self.start, self.end = sentence.body, sentence.start, sentence.end
        self.persons = {person.start: person for person in find_persons(sentence)}

    @cached_property
    def offices(self) -> list[OfficeMention]:
        """Offices, without those that are part of a name («бин Султан», «Нур-Султан»)."""
        names = [(name.start, name.end) for name in self.persons.values()]
        names += [(m.start, m.end) for m in self.sentence.mentions if isinstance(m, CityMention)]
        return [
            office
            for office in self.sentence.offices
            if not any(start < office.start < end for start, end in names)
            and not _OF_BODY.search(self.sentence.lowered[max(0, office.start - 30) : office.start])
        ]

    @cached_property
    def owners(self) -> dict[int, Owner]:
        """Countries by name and organisations, by their start."""
        countries = [owner_of(m) for m in self.countries if m.form is MentionForm.NAME]
        organizations = [owner_of(mention) for mention in self.organizations]
        return {owner.start: owner for owner in [*countries, *organizations]}

    @cached_property
    def adjectives(self) -> dict[int, CountryMention]:
        """Adjectives of countries, by their end."""
        return {m.end: m for m in self.countries if m.form is MentionForm.ADJECTIVE}

    @cached_property
    def demonyms(self) -> dict[int, CountryMention]:
        """Words for people of a country, by their start."""
        return {m.start: m for m in self.countries if m.form is MentionForm.DEMONYM}

    @cached_property
    def ends(self) -> dict[int, int]:
        """Ends of all that the gazetteer knows, by their start."""
        return {mention.start: mention.end for mention in self.sentence.mentions}

    @cached_property
    def countries(self) -> list[CountryMention]:
        """All mentions of countries."""
        return [m for m in self.sentence.mentions if isinstance(m, CountryMention)]

    @cached_property
    def organizations(self) -> list[OrganizationMention]:
        """All mentions of organisations."""
        return [m for m in self.sentence.mentions if isinstance(m, OrganizationMention)]

    def attribute(self, start: int) -> Owner | None:
        """The owner that an adjective at an offset names: «делегация литовского МИД»."""
        found = (m for m in self.adjectives.values() if m.start == start)
        return next(map(owner_of, found), None)

    def inside(self, start: int, end: int) -> list[Owner]:
        """Owners within a title: «глава бразильского МИД», «по делам буркинийцев»."""
        possessors: list[CountryMention | OrganizationMention]
        possessors = [*self.adjectives.values(), *self.demonyms.values(), *self.organizations]
        return [owner_of(m) for m in possessors if start <= m.start and m.end <= end]


def owner_of(mention: CountryMention | OrganizationMention) -> Owner:
    """The owner that a mention names."""
    if isinstance(mention, OrganizationMention):
        return Owner(mention.start, mention.end, organization=mention.organization)
    return Owner(mention.start, mention.end, mention.code, mention.also)
