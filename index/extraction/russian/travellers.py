"""Who travels by the words of a Russian clause: subject, object or genitive; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from index.extraction.annotation import (
    MarkerKind,
    PartyMention,
    Reference,
    Trigger,
    TriggerKind,
)
from index.extraction.event import Role
from index.extraction.russian.cases import Case
from index.extraction.russian.clauses import Clause
from index.extraction.russian.frame import MOVING, Frame, distance
from index.extraction.russian.scenes import places_of

_PARTICIPLE = re.compile(
    r"\w+(?:вш|ущ|ющ|ащ|ящ)(?P<ending>ий|его|ему|им|ем|ая|ей|ую|ие|их|ими)(?:ся)?"
)
_PARTICIPLE_CASES = {
    "ий": Case.NOMINATIVE, "ая": Case.NOMINATIVE, "ие": Case.NOMINATIVE | Case.ACCUSATIVE,
    "его": Case.GENITIVE | Case.ACCUSATIVE, "их": Case.GENITIVE | Case.ACCUSATIVE,
    "ему": Case.DATIVE, "им": Case.INSTRUMENTAL | Case.DATIVE, "ими": Case.INSTRUMENTAL,
    "ем": Case.PREPOSITIONAL, "ую": Case.ACCUSATIVE,
    "ей": Case.GENITIVE | Case.DATIVE | Case.INSTRUMENTAL | Case.PREPOSITIONAL,
}  # fmt: skip
_INFINITIVE = re.compile(r"\w+(?:ть|ться|ти|тись)(?:\s|$)")
_NEXT_VERB = re.compile(r",|\sи\s")
_ACCEPTED = re.compile(r"(?<!\w)(?:принял|получил)[аи]?\s+(?:\w+\s+){0,2}$")
_BY_INVITATION = re.compile(r"(?<!\w)по\s+(?:\w+\s+)?$")
_IS_INVITED = re.compile(r"приглаш[её]н[аы]?(?!\w)")
_ALONG = re.compile(r"(?:в\s+)?сопровожд|(?:в\s+)?(?:е[её]\s+|его\s+)?состав")
_ESCORTED = re.compile(r"в\s+сопровождении")
_WITH_HIM = re.compile(r"(?<!\w)вместе\s+с\s+(?:ним|ней|ними|главой\s+государства)(?!\w)")
_PERFORMED = re.compile(r"(?<!\w)(?:соверш|осуществ|нан[её]с|провел|провёл)\w*")
_HIS = re.compile(r"(?<!\w)(?:его|её|ее|их)\s+(?:[\w-]+\s+){0,3}$")
_OPENS_CLAUSE = re.compile(
    r"[\s«–—-]*(?:(?:но|однако|а|и)\s+)?(?:[\w-]+(?:ый|ий|ая|яя|ое|ее|ся)\s+){0,4}"
)
_VISIT_NOMINATIVE = re.compile(r"визит|поездка|посещение|приезд|прибытие|командировка|турне")
_ON_A_VISIT = re.compile(r"(?<!\w)(?:с|со|в рамках|в ходе|во время|в период)\s+(?:[\w-]+\s+){0,4}$")
_APART = re.compile(
    r"[,;:–—]|(?<!\w)(?:с|со|к|от|для|по|и|о|об|у|из-за|из|после|до|за|без|при|в|во|на)(?!\w)"
)
_AFTER_PREPOSITION = re.compile(r"(?<!\w)(?:с|со|о|об|от|у|для|к|по|при|из)\s+$")
_CLOSELY = re.compile(r"\s*[,)»]*\s*(?:также\s+|недавно\s+|ранее\s+)?")
_BY_ITSELF = re.compile(
    r"состоя|прош|прох|идут|нача|заверш|переговоры|встреч(?!ал)|бесед[аыу]|консультац"
)
_REFERRING = frozenset({Reference.GUEST, Reference.PRONOUN})


def travellers(frame: Frame, trigger: Trigger, clause: Clause) -> list[PartyMention]:
    """Who is somewhere or goes somewhere by a trigger of a clause."""
    words = frame.words(trigger)
    if _INFINITIVE.match(words) and _is_purpose(frame, trigger, clause):
        return []
    if trigger.kind is TriggerKind.VISIT:
        return _visitors(frame, trigger, clause)
    if trigger.kind is TriggerKind.INVITATION:
        return _invited(frame, trigger, clause)
    if trigger.kind is TriggerKind.RECEPTION:
        return _received(frame, trigger, clause)
    if trigger.kind is TriggerKind.MEETING:
        return _met(frame, trigger, clause)
    if trigger.kind in MOVING and (participle := _PARTICIPLE.fullmatch(words)):
        return _described(frame, trigger, _PARTICIPLE_CASES[participle["ending"]])
    if _ALONG.match(words) or _WITH_HIM.search(frame.lowered, clause.start, clause.end):
        return _along(frame, trigger, clause)
    return frame.subjects(trigger, clause)


def _is_purpose(frame: Frame, trigger: Trigger, clause: Clause) -> bool:
    """Whether an infinitive tells the purpose of a journey or an invitation before it."""
    before = [t for t in frame.triggers_in(clause) if t.start < trigger.start]
    if any(t.kind in MOVING for t in before):
        return True
    return any(
        t.kind is TriggerKind.INVITATION
        and not _NEXT_VERB.search(frame.lowered, t.end, trigger.start)
        for t in before
    )


def _visitors(frame: Frame, trigger: Trigger, clause: Clause) -> list[PartyMention]:
    """Whose visit it is: the genitive after it, «его визит», or else the subject."""
    if frame.has_trigger(clause, TriggerKind.INVITATION):
        return []
    places = places_of(frame, trigger, clause)
    after = [p for p in frame.here(clause) if p.start >= trigger.end]
    genitive = [p for p in after if Case.GENITIVE in frame.case(p)]
    if genitive and _belongs(frame, genitive[0], trigger):
        is_told = places or genitive[0].reference not in _REFERRING
        return frame.listed(genitive[0], genitive) if is_told else []
    if his := _HIS.search(frame.lowered[clause.start : trigger.start]):
        return [p for p in frame.parties if p.start == clause.start + his.start()]
    if _is_unowned(frame, trigger, clause, is_placed=bool(places)):
        return [_implied(clause)]
    is_of_subject = _is_of_subject(frame, trigger, clause, is_placed=bool(places))
    return frame.subjects(trigger, clause) if is_of_subject else []


def _is_of_subject(frame: Frame, trigger: Trigger, clause: Clause, *, is_placed: bool) -> bool:
    """Whether a visit is told of the subject: «с визитом», «отменил визит», «совершил визит»."""
    if frame.has_marker(clause, MarkerKind.CANCELLED, MarkerKind.POSTPONED):
        return True
    before = Clause(clause.start, trigger.start)
    if is_placed and frame.has_marker(before, MarkerKind.PLANNED):
        return True
    if not is_placed or frame.has_trigger(clause, *MOVING):
        return False
    is_performed = _PERFORMED.search(frame.lowered, clause.start, clause.end)
    return bool(is_performed or _ON_A_VISIT.search(frame.lowered[before.start : before.end]))


def _is_unowned(frame: Frame, trigger: Trigger, clause: Clause, *, is_placed: bool) -> bool:
    """Whether a visit is the subject of its clause, is yet to come or never came, and has no owner.

    «Намеченная поездка в Баку не состоялась»: it is of whom the sentences before tell.
    """
    off = (MarkerKind.CANCELLED, MarkerKind.POSTPONED)
    wanted = (*off, MarkerKind.PLANNED) if is_placed else off
    is_subject = _OPENS_CLAUSE.fullmatch(frame.lowered, clause.start, trigger.start)
    is_nominative = _VISIT_NOMINATIVE.fullmatch(frame.words(trigger))
    return bool(is_subject and is_nominative) and (
        frame.has_marker(clause, *wanted)
        or frame.has_marker(Clause(clause.end, frame.sentence.end), *off)
    )


def _implied(clause: Clause) -> PartyMention:
    """Whom the words leave out: who was told of last."""
    return PartyMention(clause.start, clause.start, clause.start, Reference.PRONOUN)


def _belongs(frame: Frame, party: PartyMention, trigger: Trigger) -> bool:
    """Whether nothing but adjectives and a place stands between a visit and its visitor."""
    gap = frame.lowered[trigger.end : party.start]
    for place in frame.places:
        if trigger.end <= place.start and place.end <= party.start:
            name = re.escape(frame.lowered[place.start : place.end])
            gap = re.sub(rf"(?<!\w)(?:в|во|на|по)\s+(?:\w+\s+)?{name}|{name}", "", gap, count=1)
    return not _APART.search(gap)


def _invited(frame: Frame, trigger: Trigger, clause: Clause) -> list[PartyMention]:
    """Who is invited: the object of «пригласил», the subject of «приглашён», or to whom it goes."""
    before, words = frame.lowered[clause.start : trigger.start], frame.words(trigger)
    if words.startswith("приглашени") and _BY_INVITATION.search(before):
        return []
    here = frame.here(clause)
    if _IS_INVITED.match(words) or _ACCEPTED.search(before):
        return frame.nominative(here)
    is_object = words.startswith(("приглас", "жд"))
    wanted = Case.ACCUSATIVE if is_object else Case.DATIVE
    fitting = [p for p in here if wanted in frame.case(p)]
    sure = [p for p in fitting if Case.NOMINATIVE not in frame.case(p)]
    return sure or [p for p in fitting if p.start > trigger.end]


def _received(frame: Frame, trigger: Trigger, clause: Clause) -> list[PartyMention]:
    """Who is received: the object, or the subject of «был принят»."""
    if frame.words(trigger).startswith("был"):
        return frame.subjects(trigger, clause)
    guests = [
        p
        for p in frame.here(clause)
        if Case.ACCUSATIVE in frame.case(p) and not _is_after_preposition(frame, p)
    ]
    # «главу МИД встретил замминистра»: who cannot be the subject is the guest.
    guests = [p for p in guests if Case.NOMINATIVE not in frame.case(p)] or guests
    if not guests:
        return []
    first = min(guests, key=lambda p: (p.start < trigger.start, distance(p, trigger)))
    return frame.listed(first, guests)


def _met(frame: Frame, trigger: Trigger, clause: Clause) -> list[PartyMention]:
    """All who meet; hosts named by nothing but an office («встретился с премьером») are not."""
    wanted = Case.NOMINATIVE | Case.INSTRUMENTAL | Case.GENITIVE
    here = [
        p
        for p in frame.here(clause)
        if frame.case(p) & wanted
        and not _is_of_many(p)
        and not (p.reference is Reference.OFFICE and _is_after_preposition(frame, p))
    ]
    is_of_itself = _BY_ITSELF.match(frame.words(trigger))
    subjects = [] if is_of_itself else frame.subjects(trigger, clause)
    if is_of_itself and here and all(_is_after_with(frame, p) for p in here):
        subjects = [_implied(clause)]  # «в Осло прошли переговоры с министром ...»
    return sorted({*here, *subjects}, key=lambda p: (p.start, p.named))


def _is_of_many(party: PartyMention) -> bool:
    """«встреча министров ОТГ»: of the members of an organisation, who are named one by one."""
    return party.plural and party.organization is not None and party.country is None


def _is_after_with(frame: Frame, party: PartyMention) -> bool:
    """Whether somebody is whom another one meets, or listed with him."""
    return Case.INSTRUMENTAL in frame.case(party) and Case.NOMINATIVE not in frame.case(party)


def _described(frame: Frame, trigger: Trigger, case: Case) -> list[PartyMention]:
    """Whom a participle describes: the party before its comma, or the one after it."""
    before = [p for p in frame.parties if p.end <= trigger.start]
    if before and _CLOSELY.fullmatch(frame.sentence.body[before[-1].end : trigger.start]):
        return [p for p in before if p.start == before[-1].start]
    after = [p for p in frame.parties if p.start >= trigger.end and frame.case(p) & case]
    return frame.listed(after[0], after) if after else before[-1:]


def _along(frame: Frame, trigger: Trigger, clause: Clause) -> list[PartyMention]:
    """Who comes along with somebody, of whose country he is where the words do not say it."""
    here = frame.here(clause)
    if _ESCORTED.match(frame.words(trigger)):
        if not frame.has_trigger(clause, *MOVING):
            return []
        here = [p for p in here if p.start >= trigger.end and Case.GENITIVE in frame.case(p)]
        return [_of_company(p) for p in (frame.listed(here[0], here) if here else [])]
    found = [p for p in frame.nominative(here) if p.reference is not Reference.PRONOUN]
    # «министра сопровождали ...», «в состав делегации вошли ...»: those after it.
    after = [p for p in found if p.start >= trigger.end and p.role is not Role.DELEGATION]
    found = after if after or not frame.words(trigger).startswith("сопр") else found
    return [_of_company(p) for p in (frame.listed(found[0], found) if found else [])]


def _of_company(party: PartyMention) -> PartyMention:
    """Somebody who comes along, of the country of whom he comes with if of none that is told."""
    is_owned = party.country or party.organization
    return party if is_owned else replace(party, reference=Reference.COMPATRIOT)


def _is_after_preposition(frame: Frame, party: PartyMention) -> bool:
    start = max(frame.sentence.start, party.start - 12)
    return bool(_AFTER_PREPOSITION.search(frame.lowered[start : party.start]))
