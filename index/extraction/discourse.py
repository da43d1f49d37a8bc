"""Who is meant: names, titles, pronouns and colleagues looked up in the rest of the release."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from index.extraction.annotation import PartyMention, PersonMention, Reference, Sentence
from index.extraction.event import Party, Role

HOME = "KZ"
_INITIALS = re.compile(r"(?:[^\W\d_][^\W\d_]?\.[- ]?)+[^\W\d_]")
_MINISTERIAL = frozenset(
    {Role.FOREIGN_MINISTER, Role.MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.PRIME_MINISTER}
)
_OWN = frozenset(
    {
        Role.FOREIGN_MINISTER,
        Role.DEPUTY_FOREIGN_MINISTER,
        Role.PRESIDENT,
        Role.PRIME_MINISTER,
        Role.DEPUTY_PRIME_MINISTER,
    }
)
_OF_NOBODY = frozenset({Role.ORGANIZATION_HEAD, Role.SPECIAL_REPRESENTATIVE, Role.OTHER})
_NAMING = (Reference.COUNTERPART, Reference.PERSON)
_NOT_PEOPLE = frozenset({Role.DELEGATION})


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom the release introduces by name, and the mention that does so."""

    person: PersonMention
    party: Party
    position: int


class Discourse:
    """What a release has said of people so far; reads its sentences in order."""

    def __init__(
        self,
        mentions: Iterable[PartyMention],
        countries: list[tuple[int, str]],
        headline: str = "",
    ) -> None:
        self._countries = countries
        self._headline = headline
        self._all = [m for m in mentions if not m.plural]
        self.known = _introduced(self._all, self)
        self.is_abroad = False
        self._past: list[Party] = []
        self._subject: Party | None = None

    def resolve(self, mention: PartyMention, beside: Iterable[PartyMention] = ()) -> Party | None:
        """The party that is meant, None where the release does not tell.

        `beside` are the parties of the same sentence: "she" is the first of them before her.
        """
        if mention.reference is Reference.PRONOUN:
            before = [
                m
                for m in beside
                if m.end <= mention.start and m.reference is not Reference.PRONOUN and not m.plural
            ]
            if before:
                return self.resolve(before[0])
        if mention.reference is Reference.MEMBER:
            return self._member(mention, beside)
        party = self._resolved(mention)
        return None if party is None else self._completed(party)

    def resolve_all(
        self, mention: PartyMention, beside: Iterable[PartyMention], is_move: bool
    ) -> list[Party]:
        """All who are meant: "the ambassadors arrived" are those named one by one before."""
        if is_move and mention.plural and mention.reference is Reference.OFFICE:
            same = [p for p in self._past if p.role is mention.role and _side(p) != HOME]
            return list(dict.fromkeys(same))
        party = self.resolve(mention, beside)
        return [party] if party is not None else []

    def note(self, mention: PartyMention, party: Party) -> None:
        """Remembers whom a sentence has named; groups are not meant by "he" or "the guest"."""
        if not mention.plural:
            self._past.append(party)

    def note_subject(self, party: Party) -> None:
        """Remembers of whom a sentence has told: who is meant by a pronoun in the next one."""
        self._subject = party

    def latest_foreign(self) -> Party | None:
        """Who of abroad was told of last."""
        return self._latest(lambda p: _side(p) != HOME)

    def is_headlined(self, person: PersonMention) -> bool:
        """Whether the release's title has the surname: of its own minister, if of nobody known."""
        return re.search(rf"\b{re.escape(person.surname)}\b", self._headline) is not None

    def _is_protagonist(self, person: PersonMention) -> bool:
        """Whether somebody named without an office, more than once, can be the own minister."""
        has_own = any(
            k.party.role is Role.FOREIGN_MINISTER and k.party.country == HOME for k in self.known
        )
        last = person.name.split()[-1]
        named = [m for m in self._all if m.person and m.person.name.split()[-1] == last]
        return " " in person.name and not has_own and len(named) > 1

    def foreign_country(self, position: int) -> str | None:
        """The country, not the own one, that was last named before an offset, or first after."""
        before = [code for start, code in self._countries if start <= position and code != HOME]
        after = [code for start, code in self._countries if start > position and code != HOME]
        return before[-1] if before else after[0] if after else None

    def _resolved(self, mention: PartyMention) -> Party | None:
        match mention.reference:
            case Reference.PERSON:
                return self._by_name(mention)
            case Reference.GUEST:
                return self._latest(lambda p: _side(p) != HOME and p.role not in _NOT_PEOPLE)
            case Reference.PRONOUN:
                return self._subject or self._latest(lambda p: p.role not in _NOT_PEOPLE)
            case Reference.COUNTERPART:
                return self._counterpart(mention)
            case Reference.OFFICE:
                return self._by_office(mention)
            case Reference.DELEGATION:
                return self._delegation()
            case Reference.COMPATRIOT:
                host = self._subject
                country = host.country if host and host.country not in (None, HOME) else None
                country = country or self.foreign_country(mention.start)
                if mention.role is None:
                    return replace(_party(mention), country=country, role=Role.FOREIGN_MINISTER)
                return replace(_party(mention), country=country)
            case Reference.HOST | Reference.MEMBER:
                return None
        return self._full(mention)

    def _member(self, mention: PartyMention, beside: Iterable[PartyMention]) -> Party | None:
        """One of a delegation: of the country of its head, or of whom the sentence tells first."""
        first = next((m for m in beside if m.end <= mention.start), None)
        head = self.resolve(first) if first is not None else self.latest_foreign()
        if head is None or mention.role is None or (mention.role in _OF_NOBODY):
            return None
        party = _party(mention)
        return replace(party, country=head.country, organization=head.organization)

    def _full(self, mention: PartyMention) -> Party | None:
        party = _party(self._unambiguous(mention))
        if mention.person is not None:
            for known in self.known:
                if _is_same_name(known.person, mention.person):
                    return replace(known.party, person=known.party.person)
        if mention.role is Role.MINISTER and mention.office:
            title = mention.office.lower()
            for known in self.known:
                held = (known.party.office or "").lower()
                if title in held and _side(known.party) == _side(party):
                    return known.party
        if mention.role is None:
            same = self._latest(
                lambda p: _side(p) == _side(party) and p.role in _MINISTERIAL
            ) or next((k.party for k in self.known if _side(k.party) == _side(party)), None)
            return same or replace(party, role=Role.FOREIGN_MINISTER)
        return party

    def _unambiguous(self, mention: PartyMention) -> PartyMention:
        """Of countries that one word can mean, the one that the release names elsewhere."""
        if not mention.also:
            return mention
        named = {code for _, code in self._countries}
        codes = [code for code in (mention.country, *mention.also) if code in named]
        return replace(mention, country=codes[0]) if codes else mention

    def _by_name(self, mention: PartyMention) -> Party | None:
        if mention.person is None:
            return None
        if mention.country:
            return replace(_party(mention), role=Role.FOREIGN_MINISTER, person=mention.person.name)
        words = set(mention.person.name.split())
        same = [k for k in self.known if k.person.surname == mention.person.surname]
        best = [k for k in self.known if words & set(re.split(r"[\s]", k.person.name))]
        is_own = _INITIALS.match(mention.person.name) or self.is_headlined(mention.person)
        if not same and not best and is_own:
            # Whom a release names by initials only, its readers know: the own minister.
            return replace(_party(mention), role=Role.FOREIGN_MINISTER, country=HOME)
        if not same and not best and mention.definite:
            own = replace(_party(mention), role=Role.FOREIGN_MINISTER, country=HOME)
            return own if self._is_protagonist(mention.person) else None
        if not same and not best:
            return self._just_named(mention.person)
        return next((k.party for k in [*same, *best]), None)

    def _just_named(self, person: PersonMention) -> Party | None:
        """The foreign holder of an office whom the words before left without a name."""
        last = self._past[-1] if self._past else None
        if last is None or last.person is not None or last.role in _NOT_PEOPLE:
            return None
        is_full_name = len(person.name.split()) > 1
        return replace(last, person=person.name) if is_full_name and _side(last) != HOME else None

    def _counterpart(self, mention: PartyMention) -> Party | None:
        role = self._subject.role if self._subject else Role.FOREIGN_MINISTER
        if role in _NOT_PEOPLE:
            role = Role.FOREIGN_MINISTER
        if mention.country or mention.organization:
            found = _party(self._unambiguous(mention))
            known = [k.party for k in self.known if _side(k.party) == _side(found)]
            if known and mention.person is None:
                return next((p for p in known if p.role is role), known[0])
            return replace(found, role=role)
        side = _side(self._subject) if self._subject else None
        other = self._latest(lambda p: _side(p) != side and p.role is role)
        if other is None and mention.person is not None:
            return replace(_party(mention), role=role, country=self.foreign_country(mention.start))
        return other

    def _by_office(self, mention: PartyMention) -> Party | None:
        if mention.plural:
            return None
        if mention.role is None:
            own = self._latest(lambda p: p.country == HOME and p.role in _MINISTERIAL)
            if self.is_abroad and own is not None:
                return own
            if self._subject and self._subject.role in _MINISTERIAL:
                return self._subject
            return self._latest(lambda p: p.role in _MINISTERIAL)
        held = next((k.party for k in self.known if _holds(k.party, mention)), None)
        last = held or self._latest(lambda p: p.role is mention.role)
        if last is not None and mention.role is not Role.MINISTER:
            return replace(last, office=mention.office)
        return replace(_party(mention), country=HOME if mention.role in _OWN else None)

    def _delegation(self) -> Party | None:
        last = self._latest(lambda p: p.role is Role.DELEGATION)
        if last is not None:
            return last
        foreign = self._latest(lambda p: _side(p) != HOME)
        if foreign is None:
            return None
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
            if (_side(k.party), k.party.role) == (_side(party), party.role)
        }
        if len(holders) == 1 and party.role not in (Role.MINISTER, Role.DELEGATION, Role.OTHER):
            return next(iter(holders.values()))
        return party


def _introduced(mentions: list[PartyMention], discourse: Discourse) -> list[Known]:
    """Everybody who is introduced by office and name."""
    named = [
        m
        for m in mentions
        if m.person is not None
        and (m.reference is Reference.FULL or (m.reference in _NAMING and m.country))
    ]
    known: list[Known] = []
    for mention in named:
        person = mention.person
        if person is None or any(_is_same_name(k.person, person) for k in known):
            continue
        same = [m for m in named if m.person and _is_same_name(m.person, person)]
        person = max((m.person for m in same if m.person), key=lambda p: len(p.name))
        sided = next((m for m in same if m.country or m.organization), None)
        first = replace(sided, person=person) if sided else mention
        if sided is None:
            first = replace(mention, country=_country(mention, named, discourse))
        roled = first.role or next((m.role for m in same if m.role), Role.FOREIGN_MINISTER)
        known.append(Known(person, replace(_party(first), role=roled), mention.start))
    return known + _headlined(mentions, known, discourse)


def _headlined(
    mentions: list[PartyMention], known: list[Known], discourse: Discourse
) -> list[Known]:
    """The own minister, where the release has only a name for him, and that in its title too."""
    if any(k.party.role is Role.FOREIGN_MINISTER and k.party.country == HOME for k in known):
        return []
    has_own = any(
        m.role is Role.FOREIGN_MINISTER and m.country == HOME and m.person is None for m in mentions
    )
    for mention in mentions:
        person = mention.person
        if mention.reference is not Reference.PERSON or person is None or mention.country:
            continue
        is_known = any(_is_same_name(k.person, person) for k in known)
        is_own = discourse.is_headlined(person) or (has_own and " " in person.name)
        if not is_known and is_own:
            own = Party(Role.FOREIGN_MINISTER, person.name, country=HOME)
            return [Known(person, own, mention.start)]
    return []


def _is_same_name(one: PersonMention, other: PersonMention) -> bool:
    """Whether two names are one person's: the same, its end, or the same surname in other cases."""
    if one.surname == other.surname and one.name[:1] == other.name[:1]:
        return True
    longer, shorter = sorted((one.name, other.name), key=len, reverse=True)
    return longer == shorter or (
        longer.endswith(shorter) and not longer[-len(shorter) - 1].isalnum()
    )


def _country(mention: PartyMention, named: list[PartyMention], discourse: Discourse) -> str | None:
    """The country of somebody introduced without one: the own one, unless its man is another."""
    own = [m for m in named if m.country == HOME and m.role is mention.role and m is not mention]
    others = {
        m.person.name
        for m in named
        if m.person and m.role is mention.role and not m.country and m.named < mention.named
        if not m.definite
    }
    is_other = bool(own) or any(name != (mention.person and mention.person.name) for name in others)
    if mention.definite or is_other:
        return discourse.foreign_country(mention.start) or HOME
    return None if mention.role in _OF_NOBODY else HOME


def _holds(party: Party, mention: PartyMention) -> bool:
    """Whether a title alone is the end or the beginning of the one that somebody holds."""
    title, held = (mention.office or "").lower(), (party.office or "").lower()
    return len(title) > len("minister") and title in held


def _party(mention: PartyMention) -> Party:
    return Party(
        mention.role or Role.OTHER,
        mention.person.name if mention.person else None,
        mention.office,
        mention.country,
        mention.organization,
        mention.other_roles,
    )


def _side(party: Party) -> str | None:
    return party.country or party.organization


def name_mentions(
    sentence: Sentence, pattern: re.Pattern[str] | None, taken: list[PartyMention]
) -> list[PartyMention]:
    """Known people whom the sentence names without an office."""
    if pattern is None:
        return []
    found = []
    for match in pattern.finditer(sentence.body, sentence.start, sentence.end):
        if all(match.end() <= m.start or m.end <= match.start() for m in taken):
            person = PersonMention(match.start(), match.end(), match.group(), match.group())
            found.append(
                PartyMention(
                    match.start(), match.end(), match.start(), Reference.PERSON, person=person
                )
            )
    return found
