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
from index.extraction.kazakh.cases import Case, case_of
from index.extraction.kazakh.clauses import (
    Clause,
    clauses,
    previous,
    told_of,
    without_described_visits,
)
from index.extraction.kazakh.gaps import Gap, gaps
from index.extraction.kazakh.reach import ON_VISIT, places_of, without_way
from index.extraction.kazakh.subjects import lacks_subject
from index.extraction.kazakh.travellers import Travellers

_CONTENTS = re.compile(r"[\s«]*(?:[\w-]+\s+){0,2}(?:мазмұны|тақырыптары|күн тәртібі(?:нде)?)\s*:")
_PASSIVE = re.compile(r"қабылдан|қабылдауында|шақырыл(?!у)")
_AWAITED = re.compile(r"күт(?!іп ал)")
_ABOUT = re.compile(r"\s+(?:туралы|жайлы|жайында|жөнінде(?!гі))")
_LEADING = re.compile(r"басқар|өкілдік|атынан|бастап|жетекшілік|басшылық")
# An invitation is sent to somebody, or he gets it.
_INVITED = re.compile(r"^шақыр(?:у|ту).* (?:жеткіз|тапсыр|жолда|жібер|бер|ұсын)")
_ACCEPTED = re.compile(r"^шақыр(?:у|ту).* (?:ал|қабылда)")
_BEFORE = re.compile(r"бұған|осыған|бұрын")
# What is held or signed has no subject who acts.
_HELD = re.compile(r"өт(?:ті|кен)$|(?:қойыл|талқылан|қарал)(?:ды|ған)$")
_NOMINALISED = re.compile(
    r"\w*(?:ған|ген|қан|кен|атын|етін|йтын|йтін)(?:ы|і|дығ|діг|лығ|ліг)\w*|(?:кел|бар)у[ыі]\w*"
)
_OFF = (MarkerKind.CANCELLED, MarkerKind.POSTPONED, MarkerKind.DENIED)
_UNSAID = (TriggerKind.ARRIVAL, TriggerKind.VISIT, TriggerKind.ATTENDANCE)
_GOING_WITH = frozenset({Case.NOMINATIVE, Case.GENITIVE})


def find_presences(
    sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
) -> list[Presence]:
    """Presences in the order of their triggers."""
    if _CONTENTS.match(sentence.lowered, sentence.start, sentence.end):
        return []  # what is told in full below
    return _Reader(sentence, parties, places).read()


class _Reader:
    """Puts triggers, parties and places of one sentence together, from left to right.

    The verb stands last: what belongs to it is to its left, and a chain of converbs shares its
    subject and its place.
    """

    def __init__(
        self, sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
    ) -> None:
        sentence, places = without_way(without_described_visits(sentence), places)
        self.sentence = sentence
        self.among = Travellers(sentence, parties)
        self.parties = self.among.parties
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
            units = self._units(trigger, clause)
            if travellers and places is not None:
                told = told_of(self.sentence, trigger, clause)
                span = self._span(trigger, clause)
                found += units or [Presence(told, tuple(travellers), tuple(places), span)]
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

    def _units(self, trigger: Trigger, clause: Clause) -> list[Presence]:
        """The presences of several who share the verb, each with a time or a place of his own."""
        told = told_of(self.sentence, trigger, clause)
        case = _shared_case(trigger, self._words(trigger))
        before = next((c for c in self.clauses if c.end == clause.start), clause)
        is_open = not any(before.start <= t.start < clause.start for t in self.sentence.triggers)
        earlier = previous(self.sentence, trigger, clause)
        start = earlier.end if earlier else before.start if is_open else clause.start
        fitting = [p for p in self.parties if case and self.among.case(p) is case]
        found = gaps(self.sentence, fitting, self.places, Clause(start, trigger.start))
        if not found:
            return []
        self.subject = [p for gap in found for p in gap.parties]
        return [
            Presence(told, gap.parties, self._of_gap(trigger, gap, found), gap.span(clause, found))
            for gap in found
        ]

    def _of_gap(self, trigger: Trigger, gap: Gap, found: list[Gap]) -> tuple[PlaceMention, ...]:
        """The places of one of several, or those of the nearest one who has any."""
        index = found.index(gap)
        for each in (*reversed(found[: index + 1]), *found[index + 1 :]):
            near = places_of(self.sentence, self.places, trigger, Clause(each.start, each.end))
            if near:
                return tuple(near)
        return ()

    def _travellers(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        words = self._words(trigger)
        if trigger.kind is TriggerKind.VISIT:
            return self._visitors(trigger, clause, words)
        if trigger.kind in (TriggerKind.RECEPTION, TriggerKind.INVITATION):
            found = self.among.nearest(trigger, clause, frozenset({_case_received(words)}))
            self.subject = found if _PASSIVE.match(words) else self.subject
            return found
        if _AWAITED.match(words):
            return self.among.nearest(trigger, clause, frozenset({Case.ACCUSATIVE}))
        if _LEADING.match(words):
            self.subject = self.among.leaders(trigger, clause)
            return self.subject
        if words in ("құрамында", "қатарында"):
            return [p for p in self.parties if trigger.end <= p.start < clause.end]
        if words == "қатысуымен" or words.startswith("ұша"):
            return self.among.nearest(trigger, clause, frozenset({Case.GENITIVE}))
        described = self.among.described(trigger, words)
        if described:
            self.subject = described
            return [] if self._joined_from_afar(trigger, clause) else described
        if trigger.kind is TriggerKind.MEETING:
            return self._met(trigger, clause)
        if _NOMINALISED.fullmatch(words):
            return self.among.nearest(trigger, clause, _GOING_WITH) or self.subject
        return self._subjects(trigger, clause)

    def _subjects(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """The nominative parties before the trigger, or those of what it goes on from."""
        found = self.among.listed_after(trigger, clause)
        found = found or self.among.nearest(trigger, clause, frozenset({Case.NOMINATIVE}))
        if not found and trigger.kind is TriggerKind.ARRIVAL:
            found = self.among.aboard(trigger, clause)
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

    def _met(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """All who meet: the subject, and whom he meets "with"."""
        before = [p for p in self.parties if clause.start <= p.start and p.end <= trigger.start]
        if _HELD.search(self._words(trigger)):
            earlier = previous(self.sentence, trigger, clause)
            near = [p for p in before if earlier is None or p.start >= earlier.end]
            return [p for p in near if self.among.case(p) in (Case.INSTRUMENTAL, Case.GENITIVE)]
        wanted = (Case.INSTRUMENTAL, Case.NOMINATIVE, Case.GENITIVE)
        together = [p for p in before if self.among.case(p) in wanted]
        subjects = self._subjects(trigger, clause)
        return sorted({*together, *subjects}, key=lambda p: (p.start, p.named))

    def _visitors(self, trigger: Trigger, clause: Clause, words: str) -> list[PartyMention]:
        """Whose visit it is: the genitive before it, else the subject."""
        if ON_VISIT.match(words) and self._has_verb_after(trigger, clause):
            return []
        has_place = bool(self._own_places(trigger, clause))
        if not has_place and _ABOUT.match(self.sentence.lowered, trigger.end):
            return []
        owner = self.among.nearest(trigger, clause, frozenset({Case.GENITIVE}))
        if owner and not self._is_interrupted(owner[-1], trigger):
            return owner
        is_aim = case_of(words) is Case.DATIVE
        if is_aim or not (has_place or self._is_cancelled(clause)):
            return []
        owner = self.among.nearest(trigger, clause, frozenset({Case.NOMINATIVE}))
        is_later = clause.start > self.clauses[0].start and not self._is_off_before(clause)
        return owner or (self.subject if is_later else []) or self._unsaid(trigger, clause)

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


def _shared_case(trigger: Trigger, words: str) -> Case | None:
    """The case of those whom one verb tells of."""
    match trigger.kind:
        case TriggerKind.ARRIVAL | TriggerKind.ATTENDANCE:
            is_led = _LEADING.match(words) or _AWAITED.match(words)
            return None if is_led or _NOMINALISED.fullmatch(words) else Case.NOMINATIVE
        case TriggerKind.RECEPTION:
            return _case_received(words)
        case _:
            return None


def _case_received(words: str) -> Case:
    """The case of who is received or invited by these words."""
    if _INVITED.search(words):
        return Case.DATIVE
    is_subject = _PASSIVE.match(words) or _ACCEPTED.search(words)
    return Case.NOMINATIVE if is_subject else Case.ACCUSATIVE
