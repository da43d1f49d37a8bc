"""Who a Russian sentence names: office, country and person put together; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.release import Language
from index.extraction.annotation import PartyMention, PersonMention, Reference, Sentence
from index.extraction.event import Role
from index.extraction.lexicon import lexicon
from index.extraction.russian.cases import WORD, case_of
from index.extraction.russian.holders import next_item, read_holders
from index.extraction.russian.offices import BETWEEN_TITLES, adjectives_before, read_office
from index.extraction.russian.phrase import Office, Owner, Pieces
from index.extraction.russian.roles import (
    MINISTERS,
    is_dash,
    is_one_side,
    may_go_together,
    together,
)
from index.places.mentions import MentionForm

_OWN = "KZ"  # whose people a release may name without an office
_HIS = re.compile(r"(?<!\w)(?:его|её|ее|их|сво\w{1,3})\s+$", re.IGNORECASE)
_HEADED = re.compile(
    r"делегаци\w+\s+(?:\w+\s+)?возглав|возглав\w+\s+(?:[\w-]+\s+)*делегаци"
    r"|(?<!\w)состав\w?\s+(?:[\w-]+\s+){0,3}делегаци"
)
_SIDE = re.compile(r"(?:ую|ая|ой)\s+[–—-]\s+")  # «мексиканскую – заместитель министра ...»
_REPRESENTED = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?представ(?:ил|лял|ля[ею]т|лен|лена|лены)\w?(?!\w)"
)
# «от Казахстана участвовал ...», «гость из Перу, министр ...»
_ON_PART_OF = re.compile(r"(?<!\w)(?:от|гост\w{1,3}\s+из)\s+$", re.IGNORECASE)
_DASH = re.compile(r"\s+[–—-]\s+")  # «..., Беларусь – министр экономики»
_NOTHING = re.compile("")
_OF_FOREIGN_MINISTRY = re.compile(r"(?<!\w)(?:мид|министерств\w+ иностранных дел)(?!\w)")
_DEPUTY = re.compile(r"(?:перв\w+\s+)?(?:зам|вице-министр|статс-|гос|государственн)", re.IGNORECASE)
_NEAR = 60  # letters between a country and who represents it
_LED_BY = re.compile(
    r"[^.;]{0,60}?,?\s+(?:во главе со?|под (?:руководством|председательством|началом)"
    r"|возглавляем\w{2,3}|которую\s+(?:[\w-]+\s+){0,2}?возглав\w+)\s+(?:своим\s+)?"
)


def find_parties(sentence: Sentence) -> list[PartyMention]:
    """Everybody named in the sentence, in reading order, none inside another."""
    pieces = Pieces(sentence)
    parties: list[PartyMention] = []
    taken = pieces.start
    for index, mention in enumerate(pieces.offices):
        if mention.start < taken:
            continue
        office = read_office(pieces, index)
        found = read_holders(pieces, office)
        found = _led(pieces, index, found) or _continued(pieces, index, office, found) or found
        if found:
            parties += found
            taken = max(found[-1].end, office.end)
    parties = _of_delegation(pieces, _of_side(pieces, parties))
    told = (Reference.FULL, Reference.COMPATRIOT)
    parties = [p for p in parties if p.role is not Role.OTHER or p.reference in told]
    parties += _references(pieces, parties)
    parties += _names(pieces, parties)
    return sorted(parties, key=lambda party: (party.start, party.named))


def _led(pieces: Pieces, index: int, found: list[PartyMention]) -> list[PartyMention]:
    """«делегация Турции во главе с министром ...»: who leads it, in the case of the whole."""
    if len(found) != 1 or found[0].role is not Role.DELEGATION:
        return []
    gap = _LED_BY.match(pieces.body, found[0].end, pieces.end)
    if gap is None:
        return []
    person = pieces.persons.get(gap.end())
    if person is not None and found[0].country in (None, _OWN):
        return [
            PartyMention(found[0].start, person.end, person.start, Reference.PERSON, person=person)
        ]
    for following in range(index + 1, len(pieces.offices)):
        office = read_office(pieces, following)
        if office.start == gap.end():
            leader = read_holders(pieces, office)[:1]
            country = found[0].country
            is_foreign = _OF_FOREIGN_MINISTRY.search(
                pieces.sentence.lowered, found[0].start, gap.end()
            )
            return [
                replace(
                    p,
                    start=found[0].start,
                    country=p.country or country,
                    role=_deputy(p) if is_foreign else p.role,
                )
                for p in leader
            ]
    return []


def _of_unnamed(party: PartyMention) -> PartyMention:
    """A member of a delegation of whose country the words do not tell."""
    is_owned = party.country or party.organization or party.role in (None, Role.DELEGATION)
    return party if is_owned else replace(party, reference=Reference.COMPATRIOT)


def _deputy(party: PartyMention) -> Role | None:
    """The role of a deputy or a secretary of state who leads people of a foreign ministry."""
    is_deputy = party.role is Role.OTHER and _DEPUTY.match(party.office or "")
    is_secretary = party.role is Role.FOREIGN_MINISTER and "секретар" in (party.office or "")
    return Role.DEPUTY_FOREIGN_MINISTER if is_deputy or is_secretary else party.role


def _continued(
    pieces: Pieces, index: int, office: Office, found: list[PartyMention]
) -> list[PartyMention]:
    """«верховный представитель ЕС – вице-президент Еврокомиссии ...»: one person's offices."""
    if len(found) != 1 or found[0].person is not None or office.plural:
        return []
    one = found[0]
    for following in range(index + 1, len(pieces.offices)):
        mention = pieces.offices[following]
        if mention.start < one.end:
            continue
        gap = pieces.body[one.end : mention.start]
        is_sure = is_dash(gap) or may_go_together(office.roles, mention.role, gap)
        # «министр иностранных дел, министр по вопросам миграции ...»: one, where one name follows.
        is_likely = gap == ", " and {*office.roles, mention.role} == MINISTERS
        if not BETWEEN_TITLES.fullmatch(gap) or not (is_sure or is_likely):
            return []
        other = read_holders(pieces, read_office(pieces, following))
        is_one = len(other) == 1 and is_one_side(one, other[0])
        is_one = is_one and (is_sure or other[0].person is not None)
        return [together(one, other[0], pieces.body)] if is_one else []
    return []


def _of_delegation(pieces: Pieces, parties: list[PartyMention]) -> list[PartyMention]:
    """«Датскую делегацию возглавил министр ...»: the parties, the head with its country."""
    if not _HEADED.search(pieces.sentence.lowered, pieces.start, pieces.end):
        return parties
    led = next((p for p in parties if p.role is Role.DELEGATION), None)
    if led is None:
        return parties
    if led.country is None:
        return [_of_unnamed(p) if p.start > led.start else p for p in parties]
    return [
        _of_country(p, led.country)
        if p.start > led.start and p.role is not None and not p.country and not p.organization
        else p
        for p in parties
    ]


def _of_country(party: PartyMention, country: str | None) -> PartyMention:
    if party.plural and (party.office or "").lower().startswith("представител"):
        return party  # of whatever they represent
    role = Role.OTHER if party.role is Role.ORGANIZATION_HEAD else party.role
    return replace(party, country=country, role=role, reference=Reference.FULL)


def _of_side(pieces: Pieces, parties: list[PartyMention]) -> list[PartyMention]:
    """«мексиканскую – министр ...», «Болгарию представлял посол ...»: whose country is beside."""
    sides: list[tuple[int, str]] = []
    for mention in pieces.countries:
        after = _SIDE.match(pieces.body, mention.end - 2, pieces.end)
        if mention.form is MentionForm.NAME:
            after = _REPRESENTED.match(pieces.body, mention.end, pieces.end)
            before = pieces.body[max(pieces.start, mention.start - 20) : mention.start]
            if sides and before.endswith((", ", "; ", " а ")):
                after = after or _DASH.match(pieces.body, mention.end, pieces.end)
            if _ON_PART_OF.search(before):
                after = _NOTHING.match(pieces.body, mention.end)
        if after is not None:
            sides.append((after.end(), mention.code))
    if not sides:
        return parties
    found = []
    for party in parties:
        near = [code for end, code in sides if 0 <= party.start - end < _NEAR]
        is_unowned = not party.country and not party.organization and party.role is not None
        if near and is_unowned:
            party = _of_country(party, near[-1])
        found.append(party)
    return found


def _references(pieces: Pieces, parties: list[PartyMention]) -> list[PartyMention]:
    """Guests, colleagues and pronouns that are no part of a party found before."""
    lowered = pieces.sentence.lowered
    found = [
        _reference(pieces, each.start, each.end, each.label)
        for each in lexicon(Language.RU).references.find(lowered, pieces.start, pieces.end)
        if all(party.end <= each.start or each.end <= party.start for party in parties)
    ]
    named = [party for party in found if party.reference is not Reference.PRONOUN]
    return [
        p for p in found if p in named or all(p.end <= o.start or o.end <= p.start for o in named)
    ]


def _reference(pieces: Pieces, start: int, end: int, label: Reference) -> PartyMention:
    words = pieces.body[start:end]
    head = end - len(WORD.findall(words)[-1])
    begin, owners = adjectives_before(pieces, head)
    if label is Reference.COUNTERPART:
        his = _HIS.search(pieces.body[pieces.start : min(begin, start)])
        begin = pieces.start + his.start() if his else begin
    is_pronoun = label is Reference.PRONOUN
    item = None if is_pronoun else next_item(pieces, end, in_list=False)
    owner = owners[0] if owners else item if isinstance(item, Owner) else None
    is_leader = label is Reference.OFFICE and "лидер" in words.lower()
    return PartyMention(
        min(begin, start),
        item.end if item else end,
        item.start if item else start,
        label,
        Role.PRESIDENT if is_leader else None,
        None if is_pronoun else pieces.body[min(begin, start) : end],
        item if isinstance(item, PersonMention) else None,
        owner.country if owner else None,
        owner.also if owner else (),
        owner.organization if owner else None,
        plural=case_of(pieces.body[head:end])[1] or words.lower().startswith("все "),
    )


def _names(pieces: Pieces, parties: list[PartyMention]) -> Iterator[PartyMention]:
    """Persons named without an office."""
    for person in pieces.persons.values():
        if all(p.end <= person.start or person.end <= p.start for p in parties):
            yield PartyMention(
                person.start, person.end, person.start, Reference.PERSON, person=person
            )
