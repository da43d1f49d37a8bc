"""English: the members of a list of offices or countries, and their names; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.extraction.annotation import PartyMention, PersonMention
from index.extraction.english.rows import Chunk, Row
from index.extraction.event import Role
from index.places.mentions import CountryMention, OrganizationMention


def named(row: Row, match: re.Match[str], party: PartyMention, country: Chunk) -> PartyMention:
    """One of a list with the name that stands after its country."""
    if party.person is not None or match.start("countries") < 0:
        return party
    index = row.chunks.index(country) + 1
    while index < match.end() and row.tags[index] in ",(t":
        index += 1
    if index < match.end() and row.tags[index] == "N":
        return replace(party, person=person_of(row.chunks[index]))
    return party


def people_after(row: Row, match: re.Match[str], count: int) -> list[PersonMention]:
    """Names after a list of as many countries: "of A and B, N and M"."""
    if count < 2 or match.start("countries") < 0:
        return []
    countries = row.tags[match.start("countries") : match.end()]
    start = match.start("countries") + max(countries.rfind("C"), countries.rfind("E")) + 1
    names = re.match(r",?N(?:(?:,&|,|&)N)+", row.tags[start:])
    if names is None or names[0].count("N") != count:
        return []
    chunks = row.chunks[start : start + names.end()]
    return [person_of(chunk) for chunk in chunks if chunk.tag == "N"]


def by_domain(body: PartyMention) -> Iterator[PartyMention]:
    """A plural without a country as one minister a field: "ministers of fisheries and mines"."""
    title, _, fields = (body.office or "").partition(" of ")
    ministers = (Role.MINISTER, Role.FOREIGN_MINISTER)
    is_ministers = body.role in ministers and title.lower().endswith("ministers")
    if not body.plural or not fields or not is_ministers:
        yield body
        return
    for field in re.split(r"(?:, and|,| and) (?:of )?", fields):
        role = Role.FOREIGN_MINISTER if field.startswith("foreign") else Role.MINISTER
        yield replace(body, office=f"{title} of {field}", plural=False, role=role)


def sided(body: PartyMention, country: Chunk) -> PartyMention:
    """The party with the country or organisation of a chunk."""
    mention = country.value
    if isinstance(mention, CountryMention):
        return replace(body, named=country.start, country=mention.code, also=mention.also)
    if isinstance(mention, OrganizationMention):
        return replace(body, named=country.start, organization=mention.organization)
    return body


def person_of(chunk: Chunk) -> PersonMention:
    """The person that a name names; the words after the first are the surname."""
    first, _, rest = chunk.text.partition(" ")
    return PersonMention(chunk.start, chunk.end, chunk.text, rest or first)


def group(row: Row, match: re.Match[str], name: str) -> list[Chunk]:
    """The chunks of a match's group."""
    start, end = match.span(name)
    return list(row.chunks[start:end]) if start >= 0 else []
