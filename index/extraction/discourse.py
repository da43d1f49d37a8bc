"""Who is meant: names, titles, pronouns and colleagues looked up in the rest of the release."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from index.extraction.annotation import PartyMention, PersonMention, Reference
from index.extraction.event import Party, Role
from index.extraction.people import (
    HOME,
    MINISTERIAL,
    NOT_PEOPLE,
    OF_NOBODY,
    Context,
    foreigners,
    has_own_minister,
    holds,
    introduced,
    is_guest,
    is_named_guest,
    is_same_name,
    only_minister,
    party_of,
    side_of,
    times_named,
)

_INITIALS = re.compile(r"(?:[^\W\d_][^\W\d_]?\.[- ]?)+[^\W\d_]")
_HELD_BY_MANY = (Role.MINISTER, Role.DELEGATION, Role.OTHER)
_MINISTERS = MINISTERIAL - {Role.DEPUTY_FOREIGN_MINISTER}
_OWN = frozenset(
    {
        Role.FOREIGN_MINISTER,
        Role.DEPUTY_FOREIGN_MINISTER,
        Role.PRESIDENT,
        Role.PRIME_MINISTER,
        Role.DEPUTY_PRIME_MINISTER,
        Role.SPEAKER,
        Role.MINISTER,
    }
)
_POSSESSIVE = len("’s ")


class Discourse:
    """What a release has said of people so far; reads its sentences in order."""

    def __init__(self, mentions: Iterable[PartyMention], context: Context) -> None:
        self._context = context
        self._all = [m for m in mentions if not m.plural or m.person]
        self.known = introduced(self._all, context)
        self.is_abroad = False
        self._past: list[Party] = []
        self._subject: Party | None = None
        self._group: list[Party] = []

    def resolve(self, mention: PartyMention, beside: Iterable[PartyMention] = ()) -> Party | None:
        """The party that is meant, None where the release does not tell.

        `beside` are the parties of the same sentence: "she" is the first of them before her.
        """
        if mention.reference is Reference.PRONOUN:
            singles = [m for m in beside if not m.plural and m.role not in NOT_PEOPLE]
            before = [m for m in singles if m.end <= mention.start]
            if before and before[0].reference is not Reference.PRONOUN:
                return self.resolve(before[0])
        if mention.reference is Reference.MEMBER:
            return self._member(mention, beside)
        if (minister := only_minister(mention, beside)) is not None:
            return self.resolve(minister)
        if mention.reference is Reference.COUNTERPART:
            party = self._counterpart(mention, beside)
            return None if party is None else self._completed(party)
        return None if (party := self._resolved(mention)) is None else self._completed(party)

    def resolve_all(
        self, mention: PartyMention, beside: Iterable[PartyMention], is_move: bool
    ) -> list[Party]:
        """All who are meant: "the ambassadors arrived" are those named one by one before."""
        is_bare = mention.reference is Reference.OFFICE and mention.role is None
        if mention.plural and (mention.reference is Reference.PRONOUN or is_bare):
            return list(self._group) if is_move else []
        if is_move and mention.plural and mention.reference is Reference.OFFICE:
            return foreigners(p for p in self._past if p.role is mention.role)
        if is_move and mention.plural and mention.reference is Reference.GUEST:
            return foreigners(p for p in self._past if p.person)
        party = self.resolve(mention, beside)
        return [party] if party is not None else []

    def as_visitor(self, mention: PartyMention, party: Party) -> Party:
        """Who comes to the own country: of another one, if only supposed to be of the own."""
        is_supposed = mention.reference is Reference.FULL and mention.person is not None
        if party.country != HOME or mention.country is not None or not is_supposed:
            return party
        country = self._context.foreign_country(mention.start)
        return replace(party, country=country) if country else party

    def note(self, mention: PartyMention, party: Party) -> None:
        """Remembers whom a sentence has named; groups are not meant by "he" or "the guest"."""
        if not mention.plural:
            self._past.append(party)

    def note_subject(self, party: Party) -> None:
        """Remembers of whom a sentence has told: who is meant by a pronoun in the next one."""
        self._subject = party

    def note_first(self, named: list[Party]) -> None:
        """Remembers who stands first in a sentence that tells of no presence, if he has a name."""
        if named and (named[0].person or not (self._subject and self._subject.person)):
            self._subject = named[0]

    def note_group(self, parties: Iterable[Party]) -> None:
        """Remembers the foreigners of a sentence: who are "they" in the next one."""
        self._group = foreigners(parties) or self._group

    def latest_foreign(self) -> Party | None:
        """Who of abroad was told of last."""
        return self._latest(lambda p: side_of(p) not in (None, HOME))

    def _is_protagonist(self, person: PersonMention) -> bool:
        """Whether somebody named without an office, more than once, can be the own minister."""
        is_full = " " in person.name and not has_own_minister(self.known)
        return is_full and times_named(person, self._all) > 1

    def _resolved(self, mention: PartyMention) -> Party | None:
        match mention.reference:
            case Reference.PERSON:
                return self._by_name(mention)
            case Reference.GUEST:
                return self._latest(is_named_guest) or self._latest(is_guest)
            case Reference.PRONOUN:
                return self._subject or self._latest(lambda p: p.role not in NOT_PEOPLE)
            case Reference.OFFICE:
                return self._by_office(mention)
            case Reference.DELEGATION:
                return self._delegation()
            case Reference.COMPATRIOT:
                host = self._subject
                is_own = host is not None and host.country == HOME and not self.is_abroad
                country = host.country if host and not is_own else None
                country = country or self._context.foreign_country(mention.start)
                role = mention.role or Role.FOREIGN_MINISTER
                return replace(party_of(mention), country=country, role=role)
            case Reference.HOST | Reference.MEMBER | Reference.COUNTERPART:
                return None
        return self._full(mention)

    def _member(self, mention: PartyMention, beside: Iterable[PartyMention]) -> Party | None:
        """One of a delegation: of the country of its head, or of whom the sentence tells first."""
        told = [m for m in beside if m.reference is not Reference.MEMBER]
        before = [m for m in told if m.end <= mention.start]
        sides = [party for m in before[1:] if not m.plural and (party := self.resolve(m))]
        foreign = foreigners(sides)
        is_owned = bool(before) and mention.start - before[-1].end <= _POSSESSIVE
        head = self.resolve(before[-1 if is_owned else 0]) if before else self.latest_foreign()
        if foreign and (head is None or side_of(head) in (None, HOME)):
            head = foreign[-1]  # "talks with the minister, who came with investors"
        named = next((k for k in self.known if k.person == mention.person), None)
        is_his = bool(before) and before[0].reference is Reference.PRONOUN and head is not None
        if named is not None and side_of(named.party) is not None and not is_his:
            return named.party
        is_nobody = mention.role in OF_NOBODY and mention.person is None
        if head is None or is_nobody:
            return None
        party = replace(party_of(mention), role=mention.role or head.role)
        party = replace(party, country=head.country, organization=head.organization)
        if named is not None:
            self.known[self.known.index(named)] = replace(named, party=party)
        return party

    def _full(self, mention: PartyMention) -> Party | None:
        party = party_of(self._context.unambiguous(mention))
        if mention.person is not None:
            for known in self.known:
                if is_same_name(known.person, mention.person):
                    return replace(known.party, person=known.party.person)
        if mention.role is Role.MINISTER and mention.office:
            title = mention.office.lower()
            for known in self.known:
                held = (known.party.office or "").lower()
                if title in held and side_of(known.party) == side_of(party):
                    return known.party
        if mention.role is None:
            same = self._latest(
                lambda p: side_of(p) == side_of(party) and p.role in _MINISTERS
            ) or next(
                (
                    k.party
                    for k in self.known
                    if side_of(k.party) == side_of(party)
                    and k.party.role is not Role.DEPUTY_FOREIGN_MINISTER
                ),
                None,
            )
            return same or replace(party, role=Role.FOREIGN_MINISTER)
        return party

    def _by_name(self, mention: PartyMention) -> Party | None:
        if mention.person is None:
            return None
        if mention.country:
            named = next((k for k in self.known if is_same_name(k.person, mention.person)), None)
            if named is not None and named.party.country == mention.country:
                return named.party
            return replace(
                party_of(mention), role=Role.FOREIGN_MINISTER, person=mention.person.name
            )
        words = {w for w in re.split(r"[\s.]", mention.person.name) if len(w) > 1}
        same = [k for k in self.known if k.person.surname == mention.person.surname]
        best = [k for k in self.known if words & set(re.split(r"[\s]", k.person.name))]
        is_own = _INITIALS.match(mention.person.name) or self._context.is_headlined(mention.person)
        if not same and not best and is_own:
            # Whom a release names by initials only, its readers know: the own minister.
            return replace(party_of(mention), role=Role.FOREIGN_MINISTER, country=HOME)
        if not same and not best:
            just_named = None if mention.definite else self._just_named(mention.person)
            own = replace(party_of(mention), role=Role.FOREIGN_MINISTER, country=HOME)
            return just_named or (own if self._is_protagonist(mention.person) else None)
        return next((k.party for k in [*same, *best]), None)

    def _just_named(self, person: PersonMention) -> Party | None:
        """The foreign holder of an office whom the words before left without a name."""
        last = self._past[-1] if self._past else None
        if last is None or last.person is not None or last.role in NOT_PEOPLE:
            return None
        is_full_name = len(person.name.split()) > 1
        return replace(last, person=person.name) if is_full_name and side_of(last) != HOME else None

    def _counterpart(self, mention: PartyMention, beside: Iterable[PartyMention]) -> Party | None:
        role = self._subject.role if self._subject else Role.FOREIGN_MINISTER
        role = next((m.role for m in beside if m.end <= mention.start and m.role), role)
        if role in NOT_PEOPLE:
            role = Role.FOREIGN_MINISTER
        if mention.country or mention.organization:
            found = party_of(self._context.unambiguous(mention))
            known = [k.party for k in self.known if side_of(k.party) == side_of(found)]
            if known and mention.person is None:
                return next((p for p in known if p.role is role), known[0])
            return replace(found, role=role)
        before = [m for m in beside if m.end <= mention.start and not m.plural]
        told = [m for m in before if m.reference not in (Reference.COUNTERPART, Reference.PRONOUN)]
        whose = self.resolve(told[0]) if told else self._subject
        side = side_of(whose) if whose else None
        named = self._by_name(mention) if mention.person is not None else None
        if named is not None:
            return named
        if mention.person is not None and side not in (None, HOME):
            return replace(party_of(mention), role=role, country=HOME)
        other = self._latest(lambda p: side_of(p) != side and p.role is role)
        if other is None and mention.person is not None:
            return replace(
                party_of(mention), role=role, country=self._context.foreign_country(mention.start)
            )
        return other

    def _by_office(self, mention: PartyMention) -> Party | None:
        if mention.plural:
            return None
        if mention.role is None:
            own = self._latest(lambda p: p.country == HOME and p.role in MINISTERIAL)
            if self.is_abroad and own is not None:
                return own
            if self._subject and self._subject.role in MINISTERIAL:
                return self._subject
            return self._latest(lambda p: p.role in MINISTERIAL)
        held = next((k.party for k in self.known if holds(k.party, mention)), None)
        if held is None and mention.role is Role.SPEAKER and " " in (mention.office or ""):
            # Of a chamber that no guest heads: abroad the host's, who is there at home.
            return None if self.is_abroad else replace(party_of(mention), country=HOME)
        last = held or self._latest(lambda p: p.role is mention.role)
        if held is not None and mention.role is Role.MINISTER:
            return held
        if last is not None and mention.role is not Role.MINISTER:
            return replace(last, office=mention.office)
        return replace(party_of(mention), country=HOME if mention.role in _OWN else None)

    def _delegation(self) -> Party | None:
        last = self._latest(lambda p: p.role is Role.DELEGATION)
        foreign = last or self.latest_foreign()
        if foreign is None or foreign is last:
            return last
        return Party(Role.DELEGATION, country=foreign.country, organization=foreign.organization)

    def _latest(self, fits: Callable[[Party], bool]) -> Party | None:
        return next((party for party in reversed(self._past) if fits(party)), None)

    def _completed(self, party: Party) -> Party:
        """The party with the name that the release gives to the holder of the office."""
        if party.person is not None:
            return party
        holders = {
            k.party.person: k.party
            for k in self.known
            if (side_of(k.party), k.party.role) == (side_of(party), party.role)
        }
        is_one = len(holders) == 1 and party.role not in _HELD_BY_MANY
        return next(iter(holders.values())) if is_one else party
