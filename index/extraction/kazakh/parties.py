"""Who a Kazakh sentence names: country, office and person put together; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from corpus.release import Language
from index.extraction.annotation import PartyMention, Reference, Sentence, TriggerKind
from index.extraction.event import Role
from index.extraction.kazakh.cases import Case, case_of
from index.extraction.kazakh.offices import Office, find_offices, owners_of, region_of, side_of
from index.extraction.kazakh.people import Named, abbreviated_names, name_after, named
from index.extraction.lexicon import lexicon
from index.places.mentions import CountryMention, Mention, OrganizationMention

_OWN = re.compile(
    r"(?<!\w)(?:ел|республика|еліміздің|отандық|елдің|біздің|республикамыздың|мемлекетіміздің)\s+(?:біздің\s+)?$"
)
# "Their president" is of a country named before, and so is who comes "together with him".
_POSSESSED = re.compile(r"(?:вице-)?(?:премьер(?:-министр)?|президент|спикер|елшіс|канцлер)[іы]\w*")
_ALONG = re.compile(
    r"(?:бірге|құрамында|орнына|делегация(?:ны|ға)|топты)\s+(?:[\w-]{1,30},?\s+){0,8}$"
)
_BARE = re.compile(r"министр\w{0,6}|министр\w{0,8} орынбасар\w{0,6}")
_AND = re.compile(r"\s+(?:мен|пен|бен|және)\s+|\s*,?\s+(?:сондай-ақ|әрі)\s+")
_LEADING = re.compile(
    r"\s+(?:бастаған|басқарған|басқаратын|бастауымен|жетекшілік ететін|бастап келген)"
    r"\s+(?:[\w-]+\s+){0,3}"
)
_AND_MORE = re.compile(r"\s*,\s+(?:сондай-ақ\s+)?|\s+(?:мен|пен|бен|және)\s+")
# Abroad a foreign minister; Kazakhstan's own was another office.
_SECRETARY = re.compile(r"мемлекеттік хатшы")
_COMPANY = re.compile(r"(?<!\w)(?:іле(?:се|сіп)|ертіп|еріп|сүйемелде\w*)(?!\w)")
_EPONYM = re.compile(" атындағы")
_REACH = 120  # letters
_HIS = re.compile(r"(?<!\w)(?:оның|өзінің)\s+$")
_BETWEEN_FIELDS = re.compile(r",\s+|\s+(?:және|мен|пен|бен)\s+")
_SEVERAL = 2
_TWO_FIELDS = re.compile(r"істер (?:және|мен) ")


def find_parties(sentence: Sentence) -> list[PartyMention]:
    """Everybody named in the sentence, in reading order, none inside another."""
    found: list[PartyMention] = []
    closed = _closed(sentence)
    for office in find_offices(sentence):
        found += _officials(sentence, office, name_after(sentence, office.end, closed))
    found += _free(_references(sentence, closed), found)
    found = _without_chairs(sentence, found)
    names = (n for n in abbreviated_names(sentence) if not _EPONYM.match(sentence.lowered, n.end))
    persons = [_person(each) for each in names]
    found += _free(persons, found)
    ordered = sorted(found, key=lambda party: (party.start, party.named))
    return _with_countries(_with_company(sentence, _with_led(sentence, ordered)))


def party_case(sentence: Sentence, parties: list[PartyMention], party: PartyMention) -> Case:
    """The case that a party stands in; of "A and B", that of B."""
    end, case = party.end, _own_case(sentence, party)
    joint = _AND.match(sentence.body, end, sentence.end)
    if case is Case.NOMINATIVE and joint:
        following = next((p for p in parties if p.start == joint.end()), None)
        if following is not None:
            return party_case(sentence, parties, following)
    return case


def _with_company(sentence: Sentence, parties: list[PartyMention]) -> list[PartyMention]:
    """The parties with those that a list joins to a compatriot told so as well."""
    found: list[PartyMention] = []
    for party in parties:
        last = found[-1] if found else None
        if (
            last is not None
            and last.reference is Reference.COMPATRIOT
            and not (party.country or party.organization)
            and party.role is not None
            and _AND_MORE.fullmatch(sentence.body, last.end, party.start)
        ):
            party = replace(party, reference=Reference.COMPATRIOT)
        elif last is not None and _comes_with(sentence, last, party):
            party = replace(party, country=last.country)
        found.append(party)
    return found


def _comes_with(sentence: Sentence, first: PartyMention, party: PartyMention) -> bool:
    """Whether a minister without a country comes together with somebody of one."""
    if party.role is not Role.MINISTER or party.country or first.country in (None, "KZ"):
        return False
    following = next((t for t in sentence.triggers if t.start >= party.end), None)
    is_joined = _AND.fullmatch(sentence.body, first.end, party.start) is not None
    return is_joined and following is not None and following.kind is TriggerKind.ARRIVAL


def _with_led(sentence: Sentence, parties: list[PartyMention]) -> list[PartyMention]:
    """The parties with leaders told to be of the country of the delegation that they lead."""
    found = list(parties)
    for index, (leader, led) in enumerate(pairwise(parties)):
        is_unsaid = leader.role is not None and not (leader.country or leader.organization)
        is_led = _LEADING.fullmatch(sentence.lowered, leader.end, led.start) is not None
        if is_unsaid and is_led and led.role is Role.DELEGATION and led.country:
            found[index] = replace(leader, country=led.country, reference=Reference.FULL)
    return found


def _with_countries(parties: list[PartyMention]) -> list[PartyMention]:
    """The parties with compatriots of somebody named before them in the sentence told so."""
    found: list[PartyMention] = []
    for party in parties:
        if party.reference is Reference.COMPATRIOT:
            sides = [p.country for p in found if p.country and p.country != "KZ"]
            if sides:
                party = replace(party, reference=Reference.FULL, country=sides[-1])
        found.append(party)
    return found


def _own_case(sentence: Sentence, party: PartyMention) -> Case:
    words = sentence.body[party.start : party.end].split()
    last = words[-1] if words else ""
    if party.person is not None and party.person.end == party.end:
        return named(sentence.body, party.person.start, party.person.end).case
    if party.reference is Reference.PRONOUN:
        return _PRONOUNS.get(last.lower(), Case.NOMINATIVE)
    return case_of(last)


_PRONOUNS = {
    "оны": Case.ACCUSATIVE, "оларды": Case.ACCUSATIVE, "оның": Case.GENITIVE,
    "оған": Case.DATIVE, "онымен": Case.INSTRUMENTAL, "олармен": Case.INSTRUMENTAL,
}  # fmt: skip


def _closed(sentence: Sentence) -> tuple[int, ...]:
    offices = [office.start for office in sentence.offices]
    return (*offices, *(mention.start for mention in sentence.mentions))


def _officials(sentence: Sentence, office: Office, name: Named | None) -> list[PartyMention]:
    owners = owners_of(sentence, office)
    words = sentence.body[office.start : office.end]
    bare = _BARE.fullmatch(words.lower()) is not None
    person = name.person if name and _belongs(name, office, bare) else None
    start = min([office.start, *(owner.start for owner in owners)])
    sides = owners or side_of(sentence, office)
    end = name.end if name and person else office.end
    base = PartyMention(
        start,
        end,
        office.start,
        Reference.FULL,
        role=_role(sentence, office, bare, _country_of(sides)),
        office=words,
        person=person,
        other_roles=office.others,
        plural=office.plural,
    )
    region = region_of(sentence, office) if not sides else None
    if region is not None:
        base = replace(base, country=region.country, start=region.start, named=region.start)
    parties = [_of(base, side) for side in sides]
    parties = parties or [base if region else _unowned(sentence, base)]
    if office.plural and len(owners) < _SEVERAL:
        parties = _by_field(sentence, parties[0], owners)
    return [party for party in parties if not _is_nobody(party)]


def _country_of(owners: list[Mention]) -> str | None:
    owner = owners[0] if owners else None
    return owner.code if isinstance(owner, CountryMention) else None


def _role(sentence: Sentence, office: Office, bare: bool, owner: str | None) -> Role | None:
    """The role, none for "the minister"; who held the office once is somebody else now."""
    if sentence.lowered.endswith(("бұрынғы ", "экс-"), sentence.start, office.start):
        return Role.OTHER
    if owner in (None, "KZ") and _SECRETARY.match(sentence.lowered, office.start):
        return Role.OTHER
    return None if bare and office.role is Role.MINISTER else office.role


def _by_field(sentence: Sentence, party: PartyMention, owners: list[Mention]) -> list[PartyMention]:
    """A party for each field of government: "the ministers of fisheries, mines and health"."""
    before = sentence.lowered[sentence.start : party.start]
    along = _ALONG.search(before[-_REACH:]) if not owners else None
    start = owners[0].end if owners else party.start
    if along is not None:
        start = party.start - len(along.group()) + along.group().index(" ") + 1
    text = sentence.body[start : party.end].strip()
    if party.role is Role.FOREIGN_MINISTER and _TWO_FIELDS.search(text.lower()):
        return [party, replace(party, role=Role.MINISTER, named=party.end)]
    fields = _BETWEEN_FIELDS.split(text)
    if party.role is not Role.MINISTER or len(fields) == 1:
        return [party]
    return [replace(party, office=field, named=party.start + n) for n, field in enumerate(fields)]


def _without_chairs(sentence: Sentence, parties: list[PartyMention]) -> list[PartyMention]:
    """The parties with "chairman of an organisation" taken to the minister told after it."""
    kept: list[PartyMention] = []
    for party in parties:
        last = kept[-1] if kept else None
        if last and _is_chair_of(sentence, last, party):
            kept[-1] = replace(
                party, start=last.start, other_roles=(*party.other_roles, Role.ORGANIZATION_HEAD)
            )
        else:
            kept.append(party)
    return kept


def _is_chair_of(sentence: Sentence, chair: PartyMention, party: PartyMention) -> bool:
    return (
        chair.role is Role.ORGANIZATION_HEAD
        and chair.person is None
        and party.person is not None
        and party.country is not None
        and "төраға" in (chair.office or "").lower()
        and sentence.body[chair.end : party.start].strip(" \u00a0–—-") in (",", "")
    )


def _is_nobody(party: PartyMention) -> bool:
    """Whether nothing tells whose lower official or leader somebody is."""
    is_leader = (party.office or "").lower().startswith(("басшы", "лидер"))
    return (is_leader or party.role is Role.OTHER) and party.reference is not Reference.FULL


def _belongs(name: Named, office: Office, bare: bool) -> bool:
    """Whether the name after an office is its holder's: not in "the minister received N.N."."""
    abbreviated = "." in name.person.name
    return not office.plural and not (bare and abbreviated and name.case is not Case.NOMINATIVE)


def _unowned(sentence: Sentence, party: PartyMention) -> PartyMention:
    start = max(sentence.start, party.start - _REACH)
    before, words = sentence.lowered[start : party.start], (party.office or "").lower()
    own = tuple(lexicon(Language.KK).words["own_offices"])
    if _OWN.search(before) or (words.startswith(own) and not party.plural):
        return replace(party, country="KZ")
    if words.startswith(tuple(lexicon(Language.KK).words["vatican_offices"])):
        return replace(party, country="VA")
    is_along = _ALONG.search(before) is not None
    if _COMPANY.search(sentence.lowered, party.end, min(sentence.end, party.end + _REACH)):
        return replace(party, reference=Reference.MEMBER)
    if party.person is not None and not is_along:
        return party
    if party.role is Role.DELEGATION:
        return replace(party, reference=Reference.DELEGATION)
    is_compatriot = is_along or _POSSESSED.fullmatch(words)
    return replace(party, reference=Reference.COMPATRIOT if is_compatriot else Reference.OFFICE)


def _of(party: PartyMention, owner: Mention) -> PartyMention:
    if isinstance(owner, CountryMention):
        is_head = owner.code == "CN" and (party.office or "").lower().startswith("төраға")
        role = Role.PRESIDENT if is_head else party.role
        return replace(party, named=owner.start, country=owner.code, also=owner.also, role=role)
    if isinstance(owner, OrganizationMention):
        return replace(party, named=owner.start, organization=owner.organization)
    return party


def _references(sentence: Sentence, closed: tuple[int, ...]) -> list[PartyMention]:
    found = []
    phrases = lexicon(Language.KK).references
    references = phrases.find(sentence.lowered, sentence.start, sentence.end)
    for each in sorted(references, key=lambda r: r.label is not Reference.COUNTERPART):
        party = PartyMention(each.start, each.end, each.start, each.label)
        if each.label is Reference.COUNTERPART:
            follows = name_after(sentence, each.end, closed)
            owner = next(
                (m for m in sentence.mentions if sentence.body[m.end : each.start].isspace()), None
            )
            party = replace(party, start=owner.start, named=owner.start) if owner else party
            party = _of(party, owner) if owner else party
            his = _HIS.search(sentence.lowered, sentence.start, party.start)
            party = replace(party, start=his.start()) if his else party
            if follows is not None:
                party = replace(party, person=follows.person, end=follows.person.end)
        found.append(party)
    return found


def _person(name: Named) -> PartyMention:
    person = name.person
    return PartyMention(person.start, person.end, person.start, Reference.PERSON, person=person)


def _free(fresh: list[PartyMention], taken: list[PartyMention]) -> list[PartyMention]:
    """Those that overlap none of the taken ones or of each other."""
    kept: list[PartyMention] = []
    for party in fresh:
        if all(party.end <= old.start or old.end <= party.start for old in [*taken, *kept]):
            kept.append(party)
    return kept
