"""Who a Russian sentence names: office, country and person put together; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from corpus.release import Language
from index.extraction.annotation import (
    OfficeMention,
    PartyMention,
    PersonMention,
    Reference,
    Sentence,
)
from index.extraction.event import Role
from index.extraction.lexicon import lexicon
from index.extraction.russian_cases import WORD, case_of
from index.extraction.russian_names import find_persons
from index.gazetteer_mentions import CountryMention, MentionForm, OrganizationMention

_JOINT = re.compile(r"\s*(?:,|,?\s+(?:и|а также|или|да)(?!\w))?\s+")
_DASH = re.compile(r"\s*(?:[–—-]\s|,\s|и\s)\s*(?:также\s)?")
_INTO_COUNTRY = re.compile(
    r"(?:,?\s+(?:из|от|по делам|двух|обеих|трех|трёх|стран\w*|государств\w*|королевства|республики))*"
    r"(?:\s+|\s*\()"
)
_TO_PERSON = re.compile(r"\s*\)?\s+|\s*\(")
_ABOUT = re.compile(
    r"\s+по\s+(?:[А-ЯЁ]?[\w-]+\s+){0,3}?[А-ЯЁ]?[\w-]+(?=\s+[А-ЯЁ]|[.,;–—]|\s+[–—(]|\s*$)"
)
_QUESTIONS = re.compile(
    r"\s+по\s+(?:[\w-]+\s+(?:и\s+)?){0,4}?(?:вопросам|делам|связям|сотрудничеству)"
)
_OF_REALM = re.compile(
    r"\s+(?:королевства|султаната|эмирата|княжества|(?:своей|этой) страны)(?!\w)"
)
_BARE = re.compile(r"министр\w{0,3}")
_LED_BY = re.compile(r"[^.;]{0,60}?,?\s+во главе со?\s+(?:своим\s+)?")
_ADJECTIVE = re.compile(
    r"[\w-]*(?:ий|ый|ой|ая|яя|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ей|ые|ие|ых|их|ыми|ими)$"
)
_MINISTERS = frozenset({Role.FOREIGN_MINISTER, Role.MINISTER})
_RANK = (
    Role.PRESIDENT, Role.PRIME_MINISTER, Role.FOREIGN_MINISTER, Role.SPEAKER,
    Role.DEPUTY_PRIME_MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.MINISTER,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Owner:
    """A country or an organisation that somebody acts for, and where it stands."""

    start: int
    end: int
    country: str | None = None
    also: tuple[str, ...] = ()
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class _Office:
    """One or more offices of the same holder, with the fields of government that follow."""

    start: int
    end: int
    roles: tuple[Role, ...]
    plural: bool
    owners: tuple[_Owner, ...]
    is_bare: bool  # «министр» without its field


def find_parties(sentence: Sentence) -> list[PartyMention]:
    """Everybody named in the sentence, in reading order, none inside another."""
    return _Reader(sentence).read()


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(self, sentence: Sentence) -> None:
        self.body, self.start, self.end = sentence.body, sentence.start, sentence.end
        self.lowered = sentence.text.lower()
        self.offices = list(sentence.offices)
        self.persons = {person.start: person for person in find_persons(sentence)}
        self.owners = {owner.start: owner for owner in _owners(sentence)}
        self.adjectives = {
            mention.end: mention
            for mention in sentence.mentions
            if getattr(mention, "form", None) is MentionForm.ADJECTIVE
            and isinstance(mention, CountryMention)
        }
        self.organizations = [
            mention for mention in sentence.mentions if isinstance(mention, OrganizationMention)
        ]
        self.demonyms = [
            mention
            for mention in sentence.mentions
            if isinstance(mention, CountryMention) and mention.form is MentionForm.DEMONYM
        ]

    def read(self) -> list[PartyMention]:
        """All parties: first those with an office, then references and names between them."""
        parties: list[PartyMention] = []
        taken = self.start
        for index, office in enumerate(self.offices):
            if office.start < taken or self._is_in_name(office):
                continue
            group = self._office(index)
            found = self._holders(group)
            found = self._led(index, found) or self._continued(index, found, group) or found
            if not found:
                continue
            parties += found
            taken = max(taken, found[-1].end, group.end)
        parties += self._references(parties)
        parties += self._names(parties)
        return sorted(parties, key=lambda party: (party.start, party.named))

    def _led(self, index: int, found: list[PartyMention]) -> list[PartyMention]:
        """«делегация Турции во главе с министром ...»: who leads it, in the case of the whole."""
        if len(found) != 1 or found[0].role is not Role.DELEGATION:
            return []
        gap = _LED_BY.match(self.body, found[0].end, self.end)
        later = (i for i, o in enumerate(self.offices) if i > index and gap)
        for following in later:
            group = self._office(following)
            if gap is not None and group.start == gap.end():
                leaders = self._holders(group)
                country = found[0].country
                return [
                    replace(p, start=found[0].start, country=p.country or country, plural=False)
                    for p in leaders[:1]
                ]
        return []

    def _continued(
        self, index: int, found: list[PartyMention], group: _Office
    ) -> list[PartyMention]:
        """«верховный представитель ЕС – вице-президент Еврокомиссии ...»: one person's offices."""
        if len(found) != 1 or found[0].person is not None or group.plural:
            return []
        one = found[0]
        for following in range(index + 1, len(self.offices)):
            office = self.offices[following]
            if office.start < one.end:
                continue
            gap = self.body[one.end : office.start]
            if not _DASH.fullmatch(gap) or not _may_continue(group.roles, office.role, gap):
                return []
            other = self._holders(self._office(following))
            if len(other) != 1 or not _is_one_side(one, other[0]):
                return []
            return [_together(one, other[0], self.body)]
        return []

    def _is_in_name(self, office: OfficeMention) -> bool:
        return any(p.start < office.start < p.end for p in self.persons.values())

    def _office(self, index: int) -> _Office:
        """The office at an index with those that the same person holds besides."""
        first = self.offices[index]
        start, owners = self._adjectives_before(first.start)
        case, plural = case_of(self.body[start : first.end][first.start - start :])
        roles, end = [first.role], self._with_portfolio(first.end)
        inside = self._inside(first.start, end)
        for office in self.offices[index + 1 :]:
            gap = self.body[end : office.start]
            if not _DASH.fullmatch(gap) or not _may_go_together(roles, office.role, gap):
                break
            other, _ = case_of(self.body[office.start : office.end])
            if not case & other:
                break
            roles.append(office.role)
            end = self._with_portfolio(office.end)
            inside += self._inside(office.start, end)
        bare = bool(_BARE.fullmatch(self.body[first.start : end].lower()))
        known = tuple(dict.fromkeys(roles))
        return _Office(start, end, known, plural, tuple(owners + inside), bare)

    def _adjectives_before(self, start: int) -> tuple[int, list[_Owner]]:
        """«китайским и пакистанским» before «министрами», with other adjectives between."""
        owners: list[_Owner] = []
        position = start
        while True:
            before = self.body[self.start : position]
            word = re.search(r"([\w-]+)(,?\s+(?:и\s+)?)$", before)
            if word is None:
                break
            end = self.start + word.end(1)
            mention = self.adjectives.get(end)
            joined = "и" in word[2].split() or "," in word[2]
            if mention is None and (joined or not self._is_qualifier(word[1])):
                break
            if mention is not None:
                if joined and not owners:
                    break
                owners.insert(0, _owner(mention))
            position = self.start + word.start(1)
        return (position, owners) if owners else (start, [])

    def _is_qualifier(self, word: str) -> bool:
        known = ("новый", "новая", "новым", "нового", "нынешн", "высокопоставленн", "главн")
        return word.lower().startswith(known)

    def _inside(self, start: int, end: int) -> list[_Owner]:
        """Countries within an office: «глава бразильского МИД», «по делам буркинийцев»."""
        return [
            _owner(mention)
            for mention in [*self.adjectives.values(), *self.demonyms, *self.organizations]
            if start <= mention.start and mention.end <= end
        ]

    def _with_portfolio(self, end: int) -> int:
        """The end of an office with the fields that it goes on with («и внешней торговли»)."""
        position = end
        joints = frozenset(["и", "по", "делам", "вопросам", "за", "при", "проживающих", "вопросов"])
        for match in re.compile(r"[,\s]+(?P<word>[\w-]+)").finditer(self.body, end, self.end):
            if match.start() != position:
                break
            word = match["word"]
            if match.start("word") in self.owners:
                break
            demonym = any(d.start == match.start("word") for d in self.demonyms)
            if _is_portfolio(word.lower()) or demonym or word in ("рубежом", "проживающих"):
                end = position = match.end()
            elif word in joints:
                position = match.end()
            else:
                break
        return end

    def _holders(self, office: _Office) -> list[PartyMention]:
        """The parties that hold an office: one for each country or person of a list."""
        pairs, end = self._pairs(office)
        owners = list(office.owners)
        if not any(owner for owner, _ in pairs) and owners:
            persons = [person for _, person in pairs]
            if len(owners) > 1 and office.plural:
                pairs = [(o, p) for o, p in _zipped(owners, persons)]
            else:
                pairs = [(owners[0], person) for person in persons] or [(owners[0], None)]
        if not pairs:
            pairs = [(None, None)]
        end = self._with_post(office, end)
        office_end = max(office.end, max((o.end for o, _ in pairs if o), default=0))
        written = self.body[office.start : office_end]
        if len(pairs) > 1 and not office.plural:
            pairs = pairs[:1]
        if office.plural and len(pairs) == 1 and (several := self._portfolios(office)):
            return [self._party(one, *pairs[0], max(end, one.end), written) for one in several]
        parties = [
            self._party(office, owner, person, max(end, office.end), written)
            for owner, person in pairs
        ]
        return [p for p in parties if p.role is not Role.OTHER or p.reference is Reference.FULL]

    def _with_post(self, office: _Office, end: int) -> int:
        """The end of an ambassador's title with the country that he is accredited to."""
        if Role.AMBASSADOR not in office.roles:
            return end
        post = re.compile(r"\s+(?:в|во|при)\s+").match(self.body, max(end, office.end), self.end)
        found = self.owners.get(post.end()) if post else None
        return found.end if found else end

    def _portfolios(self, office: _Office) -> list[_Office]:
        """«министры иностранных дел и сельского хозяйства»: an office for each field."""
        written = self.body[office.start : office.end].lower()
        if set(office.roles) - _MINISTERS or not written.startswith("министр"):
            return []
        fields = re.split(r",\s+|\s+и\s+", written.split(maxsplit=1)[-1])
        if len(fields) < 2 or any(field.startswith("по ") for field in fields):
            return []
        foreign = re.compile(r"иностранн\w+ дел|внешн\w+ (?:дел|связ|сношен)")
        roles = [Role.FOREIGN_MINISTER if foreign.search(f) else Role.MINISTER for f in fields]
        return [replace(office, roles=(role,)) for role in roles]

    def _party(
        self,
        office: _Office,
        owner: _Owner | None,
        person: PersonMention | None,
        end: int,
        written: str,
    ) -> PartyMention:
        role, others = _role(office, owner, written)
        full = owner is not None or person is not None
        reference = Reference.DELEGATION if role is Role.DELEGATION else Reference.OFFICE
        if _OF_REALM.match(self.body, office.end, self.end):
            reference = Reference.COMPATRIOT
        is_generic = role is Role.MINISTER and not others and office.is_bare
        named = person.start if person else owner.start if owner else office.start
        return PartyMention(
            office.start,
            end,
            named,
            Reference.FULL if full else reference,
            None if is_generic else role,
            written,
            person,
            owner.country if owner else None,
            owner.also if owner else (),
            owner.organization if owner else None,
            others,
            office.plural and person is None,
        )

    def _pairs(
        self, office: _Office
    ) -> tuple[list[tuple[_Owner | None, PersonMention | None]], int]:
        """Countries and persons after an office, put together, and where they end."""
        items: list[_Owner | PersonMention] = []
        position = office.end
        while True:
            item = self._next_item(position, bool(items))
            if item is None or not self._goes_on(items, item, office, position):
                break
            items.append(item)
            position = item.end
            if isinstance(item, _Owner):
                about = (_ABOUT if item.organization else _QUESTIONS).match(
                    self.body, position, self.end
                )
                position = about.end() if about else position
        return _put_together(items), position

    def _next_item(self, position: int, later: bool) -> _Owner | PersonMention | None:
        """The country or person that a gap of white space or a joint leads to."""
        for pattern in (_TO_PERSON, _JOINT) if later else (_TO_PERSON, _INTO_COUNTRY):
            gap = pattern.match(self.body, position, self.end)
            if gap is None:
                continue
            start = self._without_title(gap.end())
            found = self.persons.get(start) or self.owners.get(gap.end())
            if found is not None:
                return found
        return None

    def _without_title(self, position: int) -> int:
        titles = lexicon(Language.RU).words["titles"]
        for _ in range(2):
            word = re.compile(r"([\w-]+)\s+").match(self.body, position, self.end)
            if word is None or word[1].lower() not in titles:
                break
            position = word.end()
        return position

    def _goes_on(
        self,
        items: list[_Owner | PersonMention],
        item: _Owner | PersonMention,
        office: _Office,
        position: int,
    ) -> bool:
        """Whether an item still belongs to the list that an office opens."""
        if not items:
            return True
        gap = self.body[position : item.start]
        joined = bool(_JOINT.fullmatch(gap)) and gap.strip() != ""
        has_person = any(isinstance(old, PersonMention) for old in items)
        if isinstance(item, PersonMention):
            single = isinstance(items[-1], _Owner) or (joined and office.plural and has_person)
            return single and (not joined or office.plural)
        if not office.plural:
            return False
        return joined and (not has_person or self._is_pair(item))

    def _is_pair(self, owner: _Owner) -> bool:
        """Whether a person follows a country at once, as in «Узбекистана Бекзод ...»."""
        gap = re.compile(r"\s+").match(self.body, owner.end, self.end)
        return gap is not None and gap.end() in self.persons

    def _references(self, parties: list[PartyMention]) -> Iterator[PartyMention]:
        """Guests, colleagues and pronouns that are no part of a party found before."""
        for found in lexicon(Language.RU).references.find(self.lowered):
            start, end = self.start + found.start, self.start + found.end
            if any(party.start < end and start < party.end for party in parties):
                continue
            yield self._reference(start, end, found.label)

    def _reference(self, start: int, end: int, label: Reference) -> PartyMention:
        head = end - len(WORD.findall(self.body[start:end])[-1])
        begin, owners = self._adjectives_before(head)
        begin, end = min(begin, start), end
        role = None
        if label is Reference.OFFICE and "лидер" in self.body[start:end].lower():
            role = Role.PRESIDENT
        item = self._next_item(end, False) if label is not Reference.PRONOUN else None
        person = item if isinstance(item, PersonMention) else None
        owner = owners[0] if owners else item if isinstance(item, _Owner) else None
        _, plural = case_of(self.body[head:end])
        return PartyMention(
            begin,
            item.end if item else end,
            item.start if item else begin,
            label,
            role,
            self.body[begin:end] if label is not Reference.PRONOUN else None,
            person,
            owner.country if owner else None,
            owner.also if owner else (),
            owner.organization if owner else None,
            (),
            plural,
        )

    def _names(self, parties: list[PartyMention]) -> Iterator[PartyMention]:
        """Persons named without an office."""
        for person in self.persons.values():
            if all(p.end <= person.start or person.end <= p.start for p in parties):
                yield PartyMention(
                    person.start, person.end, person.start, Reference.PERSON, person=person
                )


def _owners(sentence: Sentence) -> Iterator[_Owner]:
    for mention in sentence.mentions:
        if isinstance(mention, OrganizationMention) or (
            isinstance(mention, CountryMention) and mention.form is MentionForm.NAME
        ):
            yield _owner(mention)


def _owner(mention: CountryMention | OrganizationMention) -> _Owner:
    if isinstance(mention, OrganizationMention):
        return _Owner(mention.start, mention.end, organization=mention.organization)
    return _Owner(mention.start, mention.end, mention.code, mention.also)


def _may_go_together(roles: list[Role], role: Role, gap: str) -> bool:
    """Whether one person may hold an office besides others: never two of one rank."""
    if role in roles or not {*roles, role} <= {*_RANK}:
        return False
    if gap.strip() in "–—-":
        return True
    return (
        bool({*roles, role} & _MINISTERS)
        and len({*roles, role}) > 1
        and Role.PRESIDENT not in roles
    )


def _may_continue(roles: tuple[Role, ...], role: Role, gap: str) -> bool:
    return gap.strip() in "–—-" or _may_go_together(list(roles), role, gap)


def _is_one_side(one: PartyMention, other: PartyMention) -> bool:
    """Whether two offices can be one person's: of one country or organisation, of one case."""
    sides = {(p.country, p.organization) for p in (one, other)} - {(None, None)}
    return len(sides) <= 1


def _together(one: PartyMention, other: PartyMention, body: str) -> PartyMention:
    roles = [r for p in (one, other) for r in (p.role, *p.other_roles) if r is not None]
    ranked = sorted(dict.fromkeys(roles), key=lambda r: _RANK.index(r) if r in _RANK else 8)
    return replace(
        one,
        end=other.end,
        named=other.named if other.person else one.named,
        reference=Reference.FULL,
        role=ranked[0] if ranked else None,
        other_roles=tuple(ranked[1:]),
        person=other.person,
        office=body[one.start : other.person.start].rstrip() if other.person else one.office,
        country=one.country or other.country,
        organization=one.organization or other.organization,
    )


def _zipped(
    owners: list[_Owner], persons: list[PersonMention | None]
) -> list[tuple[_Owner, PersonMention | None]]:
    known = [person for person in persons if person]
    if len(known) == len(owners):
        return list(zip(owners, known, strict=True))
    return [(owner, None) for owner in owners]


def _put_together(
    items: list[_Owner | PersonMention],
) -> list[tuple[_Owner | None, PersonMention | None]]:
    owners = [item for item in items if isinstance(item, _Owner)]
    persons = [item for item in items if isinstance(item, PersonMention)]
    if not owners or not persons:
        return [(owner, None) for owner in owners] or [(None, person) for person in persons]
    if isinstance(items[0], PersonMention):
        return [(owners[0], persons[0])]
    if items == [*owners, *persons]:
        if len(owners) == len(persons):
            return list(zip(owners, persons, strict=True))
        return [(owners[0], person) for person in persons] if len(owners) == 1 else [
            *((owner, None) for owner in owners[:-1]), (owners[-1], persons[0])
        ]  # fmt: skip
    pairs: list[tuple[_Owner | None, PersonMention | None]] = []
    for item in items:
        if isinstance(item, _Owner):
            pairs.append((item, None))
        elif pairs:
            pairs[-1] = (pairs[-1][0], item)
    return pairs


def _role(office: _Office, owner: _Owner | None, written: str) -> tuple[Role, tuple[Role, ...]]:
    roles = sorted(office.roles, key=lambda role: _RANK.index(role) if role in _RANK else 99)
    role, others = roles[0], tuple(roles[1:])
    country = owner.country if owner else None
    lowered = written.lower()
    if owner is not None and owner.organization and role in (Role.PRESIDENT, Role.OTHER):
        is_head = lowered.startswith(("президент", "глав", "руководител", "председател"))
        return (Role.ORGANIZATION_HEAD if is_head else role), others
    if role is Role.OTHER and country and lowered.startswith("глав"):
        return Role.PRESIDENT, others
    if role is Role.FOREIGN_MINISTER and lowered.startswith(("госсекретар", "государственн")):
        return (role if country in (None, "US") else Role.OTHER), others
    return role, others


@cache
def _is_portfolio(word: str) -> bool:
    """Whether a word names a field of government, in whatever case."""
    stems = lexicon(Language.RU).words["portfolios"]
    return any(word[:-ending] in stems for ending in range(1, 5)) or word in stems
