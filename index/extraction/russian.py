"""Reads Russian sentences: who is somewhere or goes somewhere; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from index.extraction.annotation import (
    MarkerKind,
    PartyMention,
    PersonMention,
    PlaceMention,
    Presence,
    Reference,
    Relation,
    Sentence,
    Tense,
    Trigger,
    TriggerKind,
)
from index.extraction.event import Role
from index.extraction.russian_cases import Case
from index.extraction.russian_clauses import (
    Clause,
    clauses,
    inside,
    nominative,
    party_case,
    relative_word,
    with_coordinated,
)
from index.extraction.russian_parties import find_parties
from index.extraction.russian_places import find_places

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
_NEGATED = re.compile(r"(?<!\w)(?:не|ни разу не|никогда не)\s+$")
_BY_INVITATION = re.compile(r"(?<!\w)по\s+(?:\w+\s+)?$")
_ALONG = re.compile(r"сопровожда|в\s+составе")
_PERFORMED = re.compile(r"(?<!\w)(?:соверш|осуществ|нан[её]с|провел|провёл)\w*")
_HIS = re.compile(r"(?<!\w)(?:его|её|ее|их)\s+(?:[\w-]+\s+){0,3}$")
_WITH = re.compile(r"(?<!\w)со?\s+(?:[\w-]+\s+){0,8}$")
_MOVING = frozenset({TriggerKind.ARRIVAL, TriggerKind.DEPARTURE})
_REFERRING = frozenset({Reference.GUEST, Reference.PRONOUN})
_UNOWNED = frozenset({Reference.OFFICE, Reference.DELEGATION})
_BY_ITSELF = re.compile(r"состоя|прош|прох|идут|нача|переговор|встреч|бесед|консультац")
_ELLIPSIS = re.compile(r"[\s,;–—-]*(?:а|и)?\s*[^.;–—]{0,60}\s[–—-]\s")
_INFINITIVE = re.compile(r"\w+(?:ть|ться|ти|тись)(?:\s|$)")


class RussianGrammar:
    """The grammar of Russian, as `grammar.Grammar` wants it."""

    def parties(self, sentence: Sentence) -> list[PartyMention]:
        """Everybody named in the sentence, in reading order."""
        return find_parties(sentence)

    def name_forms(self, person: PersonMention) -> str:
        """A pattern of the last name in all cases."""
        last = re.escape(person.name.split()[-1])
        stem = re.escape(person.name.split()[-1][: len(person.surname)])
        return rf"(?:{last}|{stem}(?:ым|ой|ей|ом|ем|ём|а|я|у|ю|ы|и|е|й)?)"

    def places(self, sentence: Sentence, parties: list[PartyMention]) -> list[PlaceMention]:
        """Places that something happens at or somebody goes to."""
        return find_places(sentence, [(party.start, party.end) for party in parties])

    def presences(
        self, sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
    ) -> list[Presence]:
        """Who is somewhere or goes somewhere, by which trigger."""
        return _Reader(sentence, parties, places).read()


class _Reader:
    """Puts triggers, parties and places of one sentence together."""

    def __init__(
        self, sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
    ) -> None:
        self.sentence = sentence
        self.parties = [p for p in parties if not (p.plural and p.reference is Reference.PRONOUN)]
        self.places = [p for p in places if p.relation in (Relation.TO, Relation.IN)]
        self.clauses = clauses(sentence)
        self.triggers = [t for t in sentence.triggers if not self._is_negated(t)]

    def read(self) -> list[Presence]:
        """Presences in the order of their triggers."""
        found: list[Presence] = []
        for clause in self.clauses:
            found += self._of_clause(clause, found)
        return found

    def _of_clause(self, clause: Clause, before: list[Presence]) -> list[Presence]:
        triggers = [t for t in self.triggers if clause.start <= t.start < clause.end]
        if not triggers and before:
            return self._elliptic(clause, before[-1])
        found: list[Presence] = []
        for trigger in triggers:
            travellers = self._travellers(trigger, clause)
            if travellers:
                places = tuple(self._places(trigger, clause))
                span = self._with_relative(trigger, clause)
                told = self._with_tense(trigger, span)
                found.append(Presence(told, tuple(travellers), places, (span.start, span.end)))
        return found

    def _with_relative(self, trigger: Trigger, clause: Clause) -> Clause:
        """The clause of a visit, with one after it that tells of the visit itself («который»)."""
        position = self.clauses.index(clause) + 1
        if trigger.kind is not TriggerKind.VISIT or position >= len(self.clauses):
            return clause
        following = self.clauses[position]
        relative = relative_word(self.sentence, following)
        is_own = relative is not None and relative[0] in ("который", "которая") and not relative[1]
        return Clause(clause.start, following.end) if is_own else clause

    def _with_tense(self, trigger: Trigger, clause: Clause) -> Trigger:
        """The noun of a visit that lies ahead, or did, as future: for the year of its date."""
        ahead = {MarkerKind.PLANNED, MarkerKind.CANCELLED, MarkerKind.POSTPONED}
        if trigger.kind is not TriggerKind.VISIT:
            return trigger
        kinds = {m.kind for m in self.sentence.markers if clause.start <= m.start < clause.end}
        return replace(trigger, tense=Tense.FUTURE) if kinds & ahead else trigger

    def _elliptic(self, clause: Clause, before: Presence) -> list[Presence]:
        """«... побывал глава МИД Эстонии, а в мае – министр обороны Латвии»."""
        if before.trigger.kind not in _MOVING:
            return []
        words = self.sentence.lowered[max(self.sentence.start, clause.start - 3) : clause.end]
        if not _ELLIPSIS.match(words):
            return []
        here = nominative(self.sentence, inside(self.parties, clause), self.parties)
        places = [p for p in self.places if clause.start <= p.start < clause.end]
        if not here:
            return []
        chosen = with_coordinated(self.sentence, here[0], here)
        span = (clause.start, clause.end)
        return [Presence(before.trigger, tuple(chosen), tuple(places) or before.places, span)]

    def _travellers(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        words = self.sentence.lowered[trigger.start : trigger.end]
        if trigger.kind is TriggerKind.VISIT:
            return self._visitors(trigger, clause)
        if trigger.kind is TriggerKind.INVITATION:
            return self._invited(trigger, clause)
        if trigger.kind is TriggerKind.RECEPTION:
            return self._received(trigger, clause, words)
        if trigger.kind is TriggerKind.MEETING:
            is_purpose = _INFINITIVE.match(words) and self._has_said(trigger, clause)
            return [] if is_purpose else self._met(trigger, clause)
        if trigger.kind in _MOVING and (participle := _PARTICIPLE.fullmatch(words)):
            return self._described(trigger, clause, _PARTICIPLE_CASES[participle["ending"]])
        if _ALONG.match(words):
            return self._along(trigger, clause, words)
        if _INFINITIVE.match(words) and self._has_said(trigger, clause):
            return []
        return self._subjects(trigger, clause)

    def _has_said(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether an infinitive tells the purpose of a journey or an invitation before it."""
        kinds = (*_MOVING, TriggerKind.INVITATION)
        return any(
            other.kind in kinds and clause.start <= other.start < trigger.start
            for other in self.triggers
        )

    def _subjects(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """The nominative parties of the clause, or of what it goes on from."""
        relative = relative_word(self.sentence, clause)
        if relative and relative[0] in ("который", "которая", "которые") and not relative[1]:
            return self._antecedent(clause)
        here = inside(self.parties, clause)
        if "делегацию" in self.sentence.lowered[trigger.start : trigger.end]:
            here = [party for party in here if party.role is not Role.DELEGATION]
        candidates = nominative(self.sentence, here, self.parties)
        if candidates:
            chosen = min(candidates, key=lambda p: (_is_weak(p), _distance(p, trigger)))
            return with_coordinated(self.sentence, chosen, candidates)
        position = self.clauses.index(clause)
        for earlier in reversed(self.clauses[:position]):
            candidates = nominative(self.sentence, inside(self.parties, earlier), self.parties)
            if candidates:
                return with_coordinated(self.sentence, candidates[0], candidates)
        return []

    def _antecedent(self, clause: Clause) -> list[PartyMention]:
        before = [p for p in self.parties if p.end <= clause.start]
        return with_coordinated(self.sentence, before[-1], before[-1:]) if before else []

    def _visitors(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """Whose visit it is: the genitive after it, «его визит», or else the subject."""
        if self._kind_in(clause, TriggerKind.INVITATION):
            return []
        lowered = self.sentence.lowered
        after = [p for p in inside(self.parties, clause) if p.start >= trigger.end]
        genitive = [p for p in after if Case.GENITIVE in self._case(p)]
        if genitive and self._belongs(genitive[0], trigger):
            if genitive[0].reference in _REFERRING and not self._places(trigger, clause):
                return []
            return with_coordinated(self.sentence, genitive[0], genitive)
        his = _HIS.search(lowered[clause.start : trigger.start])
        if his is not None:
            start = clause.start + his.start()
            return [p for p in self.parties if p.start == start]
        if self._is_called_off(clause):
            return self._subjects(trigger, clause)
        if self._places(trigger, clause) and self._is_planned(clause, trigger):
            return self._subjects(trigger, clause)
        if self._kind_in(clause, *_MOVING) or not self._places(trigger, clause):
            return []
        is_performed = _PERFORMED.search(lowered, clause.start, clause.end)
        is_told = is_performed or self._is_with(trigger, clause)
        return self._subjects(trigger, clause) if is_told else []

    def _is_called_off(self, clause: Clause) -> bool:
        off = (MarkerKind.CANCELLED, MarkerKind.POSTPONED)
        return any(
            m.kind in off and clause.start <= m.start < clause.end for m in self.sentence.markers
        )

    def _is_planned(self, clause: Clause, trigger: Trigger) -> bool:
        return any(
            m.kind is MarkerKind.PLANNED and clause.start <= m.start < trigger.start
            for m in self.sentence.markers
        )

    def _is_with(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether the visit is told of the subject: «с визитом», «в рамках визита в»."""
        before = self.sentence.lowered[clause.start : trigger.start]
        return bool(
            re.search(
                r"(?<!\w)(?:с|со|в рамках|в ходе|во время|в период)\s+(?:[\w-]+\s+){0,4}$", before
            )
        )

    def _belongs(self, party: PartyMention, trigger: Trigger) -> bool:
        """Whether nothing but adjectives and a place stands between a visit and its visitor."""
        gap = self.sentence.lowered[trigger.end : party.start]
        for place in self.places:
            if trigger.end <= place.start and place.end <= party.start:
                gap = gap.replace(self.sentence.lowered[place.start : place.end], "", 1)
        return not re.search(r"[,;:–—]|(?<!\w)(?:с|со|к|от|для|по|и|о|об|у)(?!\w)", gap)

    def _invited(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        lowered = self.sentence.lowered
        if _BY_INVITATION.search(lowered[clause.start : trigger.start]):
            return []
        here = inside(self.parties, clause)
        if re.match(r"приглаш[её]н[аы]?(?!\w)", lowered[trigger.start : trigger.end]):
            return nominative(self.sentence, here, self.parties)
        wanted = Case.ACCUSATIVE if lowered.startswith("приглас", trigger.start) else Case.DATIVE
        others = [
            p for p in here if Case.NOMINATIVE not in self._case(p) and wanted in self._case(p)
        ]
        return others or [p for p in here if p.start > trigger.end and wanted in self._case(p)]

    def _received(self, trigger: Trigger, clause: Clause, words: str) -> list[PartyMention]:
        if words.startswith("был"):
            return self._subjects(trigger, clause)
        here = inside(self.parties, clause)
        hosts = nominative(self.sentence, here, self.parties)
        sure = [p for p in hosts if Case.ACCUSATIVE not in self._case(p)]
        guests = [p for p in here if Case.ACCUSATIVE in self._case(p) and p not in sure]
        guests = [p for p in guests if not self._after_preposition(p)]
        if not guests:
            return []
        first = min(guests, key=lambda p: (p.start < trigger.start, _distance(p, trigger)))
        return with_coordinated(self.sentence, first, guests)

    def _met(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        wanted = Case.NOMINATIVE | Case.INSTRUMENTAL | Case.GENITIVE
        here = [
            p
            for p in inside(self.parties, clause)
            if self._case(p) & wanted
            and not (p.reference is Reference.OFFICE and self._after_preposition(p))
        ]
        is_of_itself = _BY_ITSELF.match(self.sentence.lowered, trigger.start)
        subjects = [] if is_of_itself else self._subjects(trigger, clause)
        return sorted({*here, *subjects}, key=lambda p: (p.start, p.named))

    def _described(self, trigger: Trigger, clause: Clause, case: Case) -> list[PartyMention]:
        """Whom a participle describes: the party before its comma, or the one after it."""
        body = self.sentence.body
        before = [p for p in self.parties if p.end <= trigger.start]
        if before:
            gap = body[before[-1].end : trigger.start]
            if re.fullmatch(r"\s*[,)»]*\s*(?:также\s+|недавно\s+|ранее\s+)?", gap):
                return [p for p in before if p.start == before[-1].start]
        after = [p for p in self.parties if p.start >= trigger.end and self._case(p) & case]
        if after:
            return with_coordinated(self.sentence, after[0], after)
        return before[-1:]

    def _along(self, trigger: Trigger, clause: Clause, words: str) -> list[PartyMention]:
        here = inside(self.parties, clause)
        if words.startswith("в"):
            here = [p for p in here if p.start >= trigger.end]
        found = nominative(self.sentence, here, self.parties)
        group = with_coordinated(self.sentence, found[0], found) if found else []
        return [
            replace(p, reference=Reference.COMPATRIOT) if p.reference in _UNOWNED else p
            for p in group
        ]

    def _places(self, trigger: Trigger, clause: Clause) -> list[PlaceMention]:
        """Places of a trigger: those after it up to the next one, else others of the clause."""
        here = [p for p in self.places if clause.start <= p.start < clause.end]
        later = [
            t.start
            for t in self.triggers
            if t.start >= trigger.end and t.kind is not TriggerKind.VISIT
        ]
        limit = min(later, default=clause.end)
        after = [p for p in here if trigger.end <= p.start < limit]
        before = [p for p in here if p.end <= trigger.start]
        if trigger.kind is TriggerKind.VISIT or trigger.kind in _MOVING:
            return _most_exact(after or before or [p for p in here if p.start >= limit])
        return _most_exact(here)

    def _case(self, party: PartyMention) -> Case:
        return party_case(self.sentence, party, self.parties)

    def _after_preposition(self, party: PartyMention) -> bool:
        before = self.sentence.lowered[max(self.sentence.start, party.start - 12) : party.start]
        return bool(re.search(r"(?<!\w)(?:с|со|о|об|от|у|для|к|по|при|из)\s+$", before))

    def _kind_in(self, clause: Clause, *kinds: TriggerKind) -> bool:
        return any(t.kind in kinds and clause.start <= t.start < clause.end for t in self.triggers)

    def _is_negated(self, trigger: Trigger) -> bool:
        before = self.sentence.lowered[max(self.sentence.start, trigger.start - 20) : trigger.start]
        return bool(_NEGATED.search(before))


def _is_weak(party: PartyMention) -> bool:
    """Whether it may be no person at all: a lone capitalised word."""
    return (
        party.reference is Reference.PERSON
        and party.person is not None
        and not re.search(r"[\s.]", party.person.name)
    )


def _distance(party: PartyMention, trigger: Trigger) -> int:
    return party.start - trigger.end if party.start >= trigger.end else trigger.start - party.end


def _most_exact(places: list[PlaceMention]) -> list[PlaceMention]:
    """Cities without the countries that they lie in."""
    cities = {place.country for place in places if place.city}
    return [place for place in places if place.city or place.country not in cities]
