"""People whom a release introduces, and the countries that they are of; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.extraction.annotation import PartyMention, PersonMention, Reference, Sentence
from index.extraction.event import Party, Role

HOME = "KZ"
OF_NOBODY = frozenset({Role.ORGANIZATION_HEAD, Role.SPECIAL_REPRESENTATIVE, Role.OTHER})
_ONE_SENTENCE = 120  # letters between two people who meet
MINISTERIAL = frozenset(
    {Role.FOREIGN_MINISTER, Role.MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.PRIME_MINISTER}
)
NOT_PEOPLE = frozenset({Role.DELEGATION})
_NAMING = (Reference.COUNTERPART, Reference.PERSON)
_LISTED = (Role.MINISTER, Role.PRESIDENT, Role.PRIME_MINISTER, Role.SPEAKER, Role.FOREIGN_MINISTER)
_NEAR = 80  # letters between two of a list
_INTRODUCING = (Reference.FULL, Reference.MEMBER)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom the release introduces by name, and the mention that does so."""

    person: PersonMention
    party: Party
    position: int


@dataclass(frozen=True, slots=True)
class Context:
    """What a release names besides: its countries with their offsets, and its title."""

    countries: list[tuple[int, str]]
    headline: str = ""
    organizations: tuple[tuple[int, str], ...] = ()

    def foreign_country(self, position: int) -> str | None:
        """The country, not the own one, that was last named before an offset, or first after."""
        before = [code for start, code in self.countries if start <= position and code != HOME]
        after = [code for start, code in self.countries if start > position and code != HOME]
        return before[-1] if before else after[0] if after else None

    def organization(self, position: int) -> str | None:
        """The organisation that was named last before an offset: "its Secretary General"."""
        before = [name for start, name in self.organizations if start <= position]
        return before[-1] if before else None

    def is_headlined(self, person: PersonMention) -> bool:
        """Whether the release's title has the surname: of its own minister, if of nobody known."""
        return re.search(rf"\b{re.escape(person.surname)}\b", self.headline) is not None

    def unambiguous(self, mention: PartyMention) -> PartyMention:
        """Of countries that one word can mean, the one that the release names elsewhere."""
        if not mention.also:
            return mention
        named = {code for _, code in self.countries}
        codes = [code for code in (mention.country, *mention.also) if code in named]
        return replace(mention, country=codes[0]) if codes else mention


def introduced(mentions: list[PartyMention], context: Context) -> list[Known]:
    """Everybody who is introduced by office and name."""
    named = [
        m
        for m in mentions
        if m.person is not None
        and (m.reference in _INTRODUCING or (m.reference in _NAMING and m.country))
    ]
    known: list[Known] = []
    for mention in named:
        person = mention.person
        if person is None or any(is_same_name(k.person, person) for k in known):
            continue
        same = [m for m in named if m.person and is_same_name(m.person, person)]
        person = max((m.person for m in same if m.person), key=lambda p: len(p.name))
        sided = next((m for m in same if m.country or m.organization), None)
        first = replace(sided, person=person) if sided else mention
        if sided is None and mention.reference is Reference.MEMBER:
            first = _beside_head(mention, mentions, known)
            if not (first.country or first.organization) and _is_headless(mention, mentions):
                first = replace(first, country=_country(mention, named, context))
        elif sided is None:
            first = replace(mention, country=_country(mention, named, context))
            body = context.organization(first.start)
            if body and first.role is Role.ORGANIZATION_HEAD:
                first = replace(first, country=None, organization=body)
        roled = first.role or next(
            (m.role for m in same if m.role), _role_beside(mention, mentions)
        )
        known.append(Known(person, replace(party_of(first), role=roled), mention.start))
    return known + _headlined(mentions, known, context)


def _role_beside(mention: PartyMention, mentions: list[PartyMention]) -> Role:
    """The role of somebody named with a country only: of who stands before him, in a list."""
    near = [
        m
        for m in mentions
        if m.role in _LISTED and m.end <= mention.start and mention.start - m.end <= _NEAR
    ]
    last = max(near, key=lambda m: m.start, default=None)
    return (last.role if last else None) or Role.FOREIGN_MINISTER


def _beside_head(
    mention: PartyMention, mentions: list[PartyMention], known: list[Known]
) -> PartyMention:
    """The member of somebody's company with the side of who is named last before."""
    for head in sorted(mentions, key=lambda m: -m.start):
        if head.end > mention.start or head.reference is Reference.MEMBER:
            continue
        if head.country or head.organization:
            role = mention.role or head.role
            return replace(mention, country=head.country, organization=head.organization, role=role)
        same = [k.party for k in known if head.person and is_same_name(k.person, head.person)]
        if same:
            side = same[0].country, same[0].organization
            role = mention.role or same[0].role
            return replace(mention, country=side[0], organization=side[1], role=role)
    return mention


def _is_headless(mention: PartyMention, mentions: list[PartyMention]) -> bool:
    """Whether a minister is told "as part of the delegation" of nobody from abroad."""
    told = [m for m in mentions if m.start < mention.end + _ONE_SENTENCE and m is not mention]
    is_led = any(m.country not in (None, HOME) or m.organization for m in told)
    return mention.role in MINISTERIAL and not is_led


def _headlined(mentions: list[PartyMention], known: list[Known], context: Context) -> list[Known]:
    """The own minister, where the release has only a name for him, and that in its title too."""
    if has_own_minister(known):
        return []
    has_own = any(
        m.role is Role.FOREIGN_MINISTER and m.country == HOME and m.person is None for m in mentions
    )
    for mention in mentions:
        person = mention.person
        if mention.reference is not Reference.PERSON or person is None or mention.country:
            continue
        is_known = any(is_same_name(k.person, person) for k in known)
        is_own = context.is_headlined(person) or (has_own and " " in person.name)
        if not is_known and is_own:
            own = Party(Role.FOREIGN_MINISTER, person.name, country=HOME)
            return [Known(person, own, mention.start)]
    return []


def _country(mention: PartyMention, named: list[PartyMention], context: Context) -> str | None:
    """The country of somebody introduced without one: the own one, unless its man is another."""
    own = [m for m in named if m.country == HOME and _is_same_role(m, mention) and m is not mention]
    others = {
        m.person.name
        for m in named
        if m.person and _is_same_role(m, mention) and not m.country and m.named < mention.named
        if not m.definite and m.reference is not Reference.MEMBER
    }
    is_other = bool(own) or any(name != (mention.person and mention.person.name) for name in others)
    if not mention.definite and _is_host(mention, named):
        return HOME
    if mention.definite or is_other:
        return context.foreign_country(mention.start) or HOME
    return None if mention.role in OF_NOBODY else HOME


def _is_same_role(one: PartyMention, other: PartyMention) -> bool:
    """Whether two hold one office; "minister" and a name is the foreign one."""
    foreign = Role.FOREIGN_MINISTER
    return (one.role or foreign) is (other.role or foreign)


def _is_host(mention: PartyMention, named: list[PartyMention]) -> bool:
    """Whether he is told right after a foreigner of his rank, as whom that one meets."""
    before = [
        m for m in named if m.role is mention.role and 0 <= mention.start - m.end <= _ONE_SENTENCE
    ]
    return bool(before) and before[-1].country not in (None, HOME)


def has_own_minister(known: list[Known]) -> bool:
    """Whether the own foreign minister is among them."""
    return any(k.party.role is Role.FOREIGN_MINISTER and k.party.country == HOME for k in known)


def is_same_name(one: PersonMention, other: PersonMention) -> bool:
    """Whether two names are one person's: the same, its end, or the same surname in other cases."""
    if one.surname == other.surname and one.name[:1] == other.name[:1]:
        return True
    longer, shorter = sorted((one.name, other.name), key=len, reverse=True)
    if longer == shorter or longer.startswith(f"{shorter} "):
        return True
    return longer.endswith(shorter) and not longer[-len(shorter) - 1].isalnum()


def party_of(mention: PartyMention) -> Party:
    """The party as the mention alone tells it."""
    return Party(
        mention.role or Role.OTHER,
        mention.person.name if mention.person else None,
        mention.office,
        mention.country,
        mention.organization,
        mention.other_roles,
    )


def foreigners(parties: Iterable[Party]) -> list[Party]:
    """Those of another side than the own one, each once."""
    return list(dict.fromkeys(p for p in parties if side_of(p) not in (None, HOME)))


def side_of(party: Party) -> str | None:
    """The country or organisation that somebody acts for."""
    return party.country or party.organization


def name_mentions(
    sentence: Sentence, pattern: re.Pattern[str] | None, taken: list[PartyMention]
) -> list[PartyMention]:
    """Known people whom the sentence names without an office."""
    if pattern is None:
        return []
    found = []
    for match in pattern.finditer(sentence.body, sentence.start, sentence.end):
        start, end = match.span()
        if all(end <= m.start or m.end <= start for m in taken):
            person = PersonMention(start, end, match.group(), match.group())
            found.append(PartyMention(start, end, start, Reference.PERSON, person=person))
    return found


def holds(party: Party, mention: PartyMention) -> bool:
    """Whether a title alone is the end or the beginning of the one that somebody holds."""
    title, held = (mention.office or "").lower(), (party.office or "").lower()
    return len(title) > len("minister") and title in held


def is_guest(party: Party) -> bool:
    """Whether it is somebody of abroad, no delegation."""
    return side_of(party) not in (None, HOME) and party.role not in NOT_PEOPLE


def is_named_guest(party: Party) -> bool:
    """Whether somebody of abroad is told by name, as who has come is and who may come is not."""
    return party.person is not None and is_guest(party)


def times_named(person: PersonMention, mentions: list[PartyMention]) -> int:
    """How often somebody is named, by the surname or by the last word of the name."""
    last = person.name.split()[-1]
    people = [m.person for m in mentions if m.person]
    return sum(p.name.split()[-1] == last or p.surname == person.surname for p in people)


def only_minister(mention: PartyMention, beside: Iterable[PartyMention]) -> PartyMention | None:
    """Whom "the minister" means: the one minister whom the same sentence names before."""
    if mention.reference is not Reference.OFFICE or mention.role or mention.plural:
        return None
    told = [m for m in beside if m.end <= mention.start and m.role in MINISTERIAL]
    is_one = len(told) == 1 and told[0].reference is Reference.FULL and not told[0].plural
    return told[0] if is_one else None
