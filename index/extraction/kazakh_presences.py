"""Kazakh: who is somewhere or goes somewhere, by which verb or noun; pure."""

from __future__ import annotations

import re

from index.extraction.annotation import (
    MarkerKind,
    PartyMention,
    PlaceMention,
    Presence,
    Reference,
    Sentence,
    Tense,
    Trigger,
    TriggerKind,
)
from index.extraction.event import Role
from index.extraction.kazakh_cases import Case, case_of
from index.extraction.kazakh_clauses import (
    Clause,
    clauses,
    previous,
    told_of,
    without_described_visits,
)
from index.extraction.kazakh_parties import party_case
from index.extraction.kazakh_reach import ON_VISIT, places_of
from index.extraction.kazakh_subjects import lacks_subject

_PASSIVE = re.compile(r"қабылдан|шақырыл(?!у)")
_AWAITED = re.compile(r"күт(?!іп ал)")
_ABOUT = re.compile(r"\s+(?:туралы|жайлы|жайында|жөнінде(?!гі))")
_LEADING = re.compile(r"басқар|бастап|жетекшілік|басшылық")
# An invitation is sent to somebody, or he gets it.
_INVITED = re.compile(r"^шақыр(?:у|ту).* (?:жеткіз|тапсыр|жолда|жібер|бер|ұсын)")
_ACCEPTED = re.compile(r"^шақыр(?:у|ту).* (?:ал|қабылда)")
_BEFORE = re.compile(r"бұған|осыған|бұрын")
# What is held or signed has no subject who acts.
_HELD = re.compile(r"өт(?:ті|кен)$|(?:қойыл|талқылан|қарал)(?:ды|ған)$")
_PARTICIPLE = re.compile(r"(?:\w+ )*\w*(?:ған|ген|қан|кен|йтын|йтін|атын|етін)")
_NOMINALISED = re.compile(
    r"\w*(?:ған|ген|қан|кен|атын|етін|йтын|йтін)(?:ы|і|дығ|діг|лығ|ліг)\w*|(?:кел|бар)у[ыі]\w*"
)
# Between a participle and whom it describes there may be adjectives, but nothing of these.
_AFTER_PARTICIPLE = re.compile(
    r"\s+(?!(?:кез|соң|кейін|сапар|сәт|күн|бетте|бері|дейін|туралы|үшін|сайын|қарамастан|бойда"
    r"|жоқ|екен|еді))"
    r"(?:[\w’-]+\s+){0,3}"
)
_LIST = re.compile(
    r"(?:\s*\([^)]*\))?\s*,\s+(?:сондай-ақ|сонымен қатар|және|әрі)?\s*"
    r"|\s+(?:мен|пен|бен|және|әрі|сондай-ақ)\s+"
)
# Between them may stand an organisation that no list knows.
_LIST_OF_HEADS = re.compile(rf"(?:{_LIST.pattern})(?:[\w«»\"’-]+\s+){{1,7}}")
_LED = re.compile(r"\s+(?:бастаған|басқарған|бастауымен|жетекшілік ететін)\s+(?:[\w-]+\s+){0,3}")
_PLANE = re.compile(r"\s+(?:арнайы\s+)?(?:ұшағ|ұшақ|борт)")
_OFF = (MarkerKind.CANCELLED, MarkerKind.POSTPONED, MarkerKind.DENIED)
_UNSAID = (TriggerKind.ARRIVAL, TriggerKind.VISIT, TriggerKind.ATTENDANCE)
_GOING_WITH = frozenset({Case.NOMINATIVE, Case.GENITIVE})


def find_presences(
    sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
) -> list[Presence]:
    """Presences in the order of their triggers."""
    return _Reader(sentence, parties, places).read()


class _Reader:
    """Puts triggers, parties and places of one sentence together, from left to right.

    The verb stands last: what belongs to it is to its left, and a chain of converbs shares its
    subject and its place.
    """

    def __init__(
        self, sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
    ) -> None:
        self.sentence = sentence = without_described_visits(sentence)
        self.parties = [
            p for p in parties if not _in_brackets(sentence, p) and not _in_place(sentence, p)
        ]
        self.all_parties = parties
        self.places = places
        self.clauses = clauses(sentence)
        self.subject: list[PartyMention] = []
        self.here: list[PlaceMention] = []

    def read(self) -> list[Presence]:
        """Presences in the order of their triggers."""
        found: list[Presence] = []
        for trigger in self.sentence.triggers:
            if self._is_first_ever(trigger):
                continue
            clause = next((c for c in self.clauses if c.start <= trigger.start < c.end), None)
            if clause is None:
                continue
            travellers = self._travellers(trigger, clause)
            places = self._places(trigger, clause)
            if travellers and places is not None:
                told = told_of(self.sentence, trigger, clause)
                span = self._span(trigger, clause)
                found += self._of_gap(told, clause, places)
                found.append(Presence(told, tuple(travellers), tuple(places), span))
        return found

    def _span(self, trigger: Trigger, clause: Clause) -> tuple[int, int]:
        """The clause, up to the trigger where others after it have dates of their own."""
        later = {m.kind for m in self.sentence.markers if m.start >= clause.end}
        if _NOMINALISED.fullmatch(self._words(trigger)) and later == {MarkerKind.PAST}:
            return clause.start, self.sentence.end
        earlier = previous(self.sentence, trigger, clause)
        start = clause.start if earlier is None else earlier.end
        dates = self.sentence.dates
        is_dated = any(start <= d.start and d.end <= trigger.start for d in dates)
        if is_dated and any(trigger.end <= d.start < clause.end for d in dates):
            return clause.start, trigger.end
        return clause.start, clause.end

    def _of_gap(
        self, trigger: Trigger, clause: Clause, places: list[PlaceMention]
    ) -> list[Presence]:
        """The same told of others in the clause before: «сәуірде А, ал мамырда Б келді»."""
        before = [c for c in self.clauses if c.end == clause.start]
        if not before or any(
            before[0].start <= t.start < before[0].end for t in self.sentence.triggers
        ):
            return []
        others = [p for p in self.parties if before[0].start <= p.start < before[0].end]
        ends = self.sentence.body[others[-1].end : before[0].end].strip(" ,") if others else "-"
        if ends or any(self._case(p) is not Case.NOMINATIVE for p in others):
            return []
        span = (before[0].start, before[0].end)
        return [Presence(trigger, tuple(others), tuple(places), span)]

    def _travellers(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        words = self._words(trigger)
        if trigger.kind is TriggerKind.VISIT:
            return self._visitors(trigger, clause, words)
        if trigger.kind in (TriggerKind.RECEPTION, TriggerKind.INVITATION):
            found = self._nearest(trigger, clause, frozenset({_case_received(words)}))
            self.subject = found if _PASSIVE.match(words) else self.subject
            return found
        if _AWAITED.match(words):
            return self._nearest(trigger, clause, frozenset({Case.ACCUSATIVE}))
        if _LEADING.match(words):
            return self._leaders(trigger, clause)
        if words == "құрамында":
            return [p for p in self.parties if trigger.end <= p.start < clause.end]
        if words == "қатысуымен" or words.startswith("ұша"):
            return self._nearest(trigger, clause, frozenset({Case.GENITIVE}))
        described = self._described(trigger, words)
        if described:
            self.subject = described
            return [] if self._joined_from_afar(trigger, clause) else described
        if trigger.kind is TriggerKind.MEETING:
            return self._met(trigger, clause)
        if _NOMINALISED.fullmatch(words):
            return self._nearest(trigger, clause, _GOING_WITH) or self.subject
        return self._subjects(trigger, clause)

    def _subjects(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """The nominative parties before the trigger, or those of what it goes on from."""
        found = self._listed_after(trigger, clause)
        found = found or self._nearest(trigger, clause, frozenset({Case.NOMINATIVE}))
        if not found and trigger.kind is TriggerKind.ARRIVAL:
            found = self._aboard(trigger, clause)
        if found:
            self.subject = found
        return self.subject or self._unsaid(trigger, clause)

    def _unsaid(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """Whom a clause without a subject goes on to tell of, where it names a place to go to."""
        has_place = trigger.kind in _UNSAID and bool(self._own_places(trigger, clause))
        if has_place and lacks_subject(self.sentence, self.places, trigger, clause):
            at = trigger.start
            return [PartyMention(at, at, at, Reference.PRONOUN)]
        return []

    def _leaders(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """Who leads delegations: «А елінің делегациясын Б, В елінікін Г басқарды»."""
        before = [p for p in self.parties if clause.start <= p.start and p.end <= trigger.start]
        led = [p for p in before if self._is_delegation(p) and self._case(p) is Case.ACCUSATIVE]
        if not led:
            return []
        self.subject = [
            p
            for p in before
            if p.start > led[0].start
            and not self._is_delegation(p)
            and self._case(p) is Case.NOMINATIVE
        ]
        return self.subject

    def _is_delegation(self, party: PartyMention) -> bool:
        return party.role is Role.DELEGATION or party.reference is Reference.DELEGATION

    def _listed_after(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """Those whom a colon after the verb announces."""
        if not self.sentence.body.startswith(":", trigger.end):
            return []
        return [p for p in self.parties if trigger.end <= p.start < clause.end]

    def _aboard(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """Whose aeroplane comes down."""
        owners = self._nearest(trigger, clause, frozenset({Case.GENITIVE}))
        end = owners[-1].end if owners else trigger.end
        return owners if _PLANE.match(self.sentence.lowered, end, trigger.start) else []

    def _nearest(
        self, trigger: Trigger, clause: Clause, cases: frozenset[Case]
    ) -> list[PartyMention]:
        """The last parties in one of the cases before the trigger, with all joined to them."""
        before = [p for p in self.parties if clause.start <= p.start and p.end <= trigger.start]
        fitting = [p for p in before if self._case(p) in cases]
        if not fitting:
            return []
        chosen = [p for p in fitting if p.start == fitting[-1].start]
        for party in reversed([p for p in before if p.start < chosen[0].start]):
            gap = self.sentence.body[party.end : chosen[0].start]
            is_listed = _LIST.fullmatch(gap) or (
                chosen[0].role is Role.ORGANIZATION_HEAD and _LIST_OF_HEADS.fullmatch(gap)
            )
            if party.start != chosen[0].start and not is_listed:
                if _LED.fullmatch(gap):
                    return [p for p in before if p.start == party.start]
                break
            chosen.insert(0, party)
        return chosen

    def _met(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """All who meet: the subject, and whom he meets "with"."""
        before = [p for p in self.parties if clause.start <= p.start and p.end <= trigger.start]
        if _HELD.search(self._words(trigger)):
            earlier = previous(self.sentence, trigger, clause)
            near = [p for p in before if earlier is None or p.start >= earlier.end]
            return [p for p in near if self._case(p) in (Case.INSTRUMENTAL, Case.GENITIVE)]
        wanted = (Case.INSTRUMENTAL, Case.NOMINATIVE, Case.GENITIVE)
        together = [p for p in before if self._case(p) in wanted]
        subjects = self._subjects(trigger, clause)
        return sorted({*together, *subjects}, key=lambda p: (p.start, p.named))

    def _visitors(self, trigger: Trigger, clause: Clause, words: str) -> list[PartyMention]:
        """Whose visit it is: the genitive before it, else the subject."""
        if ON_VISIT.match(words) and self._has_verb_after(trigger, clause):
            return []
        has_place = bool(self._own_places(trigger, clause))
        if not has_place and _ABOUT.match(self.sentence.lowered, trigger.end):
            return []
        owner = self._nearest(trigger, clause, frozenset({Case.GENITIVE}))
        if owner and not self._is_interrupted(owner[-1], trigger):
            return owner
        is_aim = case_of(words) is Case.DATIVE
        if is_aim or not (has_place or self._is_cancelled(clause)):
            return []
        owner = self._nearest(trigger, clause, frozenset({Case.NOMINATIVE}))
        is_later = clause.start > self.clauses[0].start and not self._is_off_before(clause)
        return owner or (self.subject if is_later else []) or self._unsaid(trigger, clause)

    def _described(self, trigger: Trigger, words: str) -> list[PartyMention]:
        """Whom a participle before him describes: «келген министр»."""
        if not _PARTICIPLE.fullmatch(words) or trigger.kind in (
            TriggerKind.RECEPTION,
            TriggerKind.VISIT,
        ):
            return []
        after = [p for p in self.parties if p.start >= trigger.end]
        if not after or not _AFTER_PARTICIPLE.fullmatch(
            self.sentence.lowered, trigger.end, after[0].start
        ):
            return []
        chosen = [p for p in after if p.start == after[0].start]
        for party in after[len(chosen) :]:
            joined = _LIST.fullmatch(self.sentence.body, chosen[-1].end, party.start)
            if not joined and party.start != chosen[-1].start:
                break
            chosen.append(party)
        return chosen

    def _joined_from_afar(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether somebody who was expected then spoke by video."""
        return trigger.tense is Tense.FUTURE and any(
            m.kind is MarkerKind.REMOTE and trigger.end <= m.start < clause.end
            for m in self.sentence.markers
        )

    def _places(self, trigger: Trigger, clause: Clause) -> list[PlaceMention] | None:
        """Places of a trigger; None where it tells of no place and needs one."""
        own = self._own_places(trigger, clause)
        if own:
            self.here = own
            return own
        words = self._words(trigger)
        if trigger.kind is TriggerKind.ARRIVAL and words.startswith("бол"):
            return None
        if trigger.kind in (TriggerKind.VISIT, TriggerKind.INVITATION):
            is_same = self._is_cancelled(clause) and self._has_no_subject(trigger, clause)
            return self.here if is_same else []
        is_going_on = previous(self.sentence, trigger, clause) or self._has_no_subject(
            trigger, clause
        )
        return self.here if is_going_on else []

    def _has_no_subject(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether a clause goes on with the subject of the one before it."""
        is_later = clause.start > self.clauses[0].start
        return is_later and not any(clause.start <= p.start < trigger.start for p in self.parties)

    def _own_places(self, trigger: Trigger, clause: Clause) -> list[PlaceMention]:
        return places_of(self.sentence, self.places, trigger, clause)

    def _case(self, party: PartyMention) -> Case:
        return party_case(self.sentence, self.all_parties, party)

    def _words(self, trigger: Trigger) -> str:
        return self.sentence.lowered[trigger.start : trigger.end]

    def _has_verb_after(self, trigger: Trigger, clause: Clause) -> bool:
        return any(
            t.kind is not TriggerKind.VISIT and trigger.end <= t.start < clause.end
            for t in self.sentence.triggers
        )

    def _is_interrupted(self, party: PartyMention, trigger: Trigger) -> bool:
        """Whether another verb stands between an owner and the visit."""
        return any(
            party.end <= t.start < trigger.start and t.kind is not TriggerKind.VISIT
            for t in self.sentence.triggers
        )

    def _is_first_ever(self, trigger: Trigger) -> bool:
        """Whether the trigger only says that nobody had come before."""
        return any(
            m.kind is MarkerKind.FIRST_EVER
            and m.start <= trigger.start < m.end
            and _BEFORE.match(self.sentence.lowered, m.start)
            for m in self.sentence.markers
        )

    def _is_off_before(self, clause: Clause) -> bool:
        """Whether a clause before tells already that somebody does not come."""
        return any(m.kind in _OFF and m.end <= clause.start for m in self.sentence.markers)

    def _is_cancelled(self, clause: Clause) -> bool:
        return any(
            m.kind in (MarkerKind.CANCELLED, MarkerKind.POSTPONED)
            and clause.start <= m.start < clause.end
            for m in self.sentence.markers
        )


def _case_received(words: str) -> Case:
    """The case of who is received or invited by these words."""
    if _INVITED.search(words):
        return Case.DATIVE
    is_subject = _PASSIVE.match(words) or _ACCEPTED.search(words)
    return Case.NOMINATIVE if is_subject else Case.ACCUSATIVE


def _in_brackets(sentence: Sentence, party: PartyMention) -> bool:
    before = sentence.body[sentence.start : party.start]
    return before.count("(") > before.count(")") and ")" in sentence.body[party.end : sentence.end]


def _in_place(sentence: Sentence, party: PartyMention) -> bool:
    """Whether what was taken for a name alone is a part of a country's name."""
    return party.reference is Reference.PERSON and any(
        mention.start <= party.start < mention.end for mention in sentence.mentions
    )
