"""One Russian sentence with what was found in it, asked clause by clause; pure."""

from __future__ import annotations

import re

from index.extraction.annotation import (
    MarkerKind,
    PartyMention,
    PlaceMention,
    Reference,
    Relation,
    Sentence,
    Trigger,
    TriggerKind,
)
from index.extraction.event import Role
from index.extraction.russian.cases import Case
from index.extraction.russian.clauses import (
    Clause,
    clauses,
    inside,
    party_case,
    relative_word,
    with_coordinated,
)

MOVING = frozenset({TriggerKind.ARRIVAL, TriggerKind.DEPARTURE})
_RELATIVES = ("который", "которая", "которые")
_WOULD = re.compile(r"\s+бы(?!\w)")
_NEGATED = re.compile(r"(?<!\w)не\s+$")


class Frame:
    """Parties, places and triggers of a sentence, by the clauses that they stand in."""

    def __init__(
        self, sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
    ) -> None:
        self.sentence = sentence
        self.lowered = sentence.lowered
        self.parties = parties
        self.places = [p for p in places if p.relation in (Relation.TO, Relation.IN)]
        self.everywhere = [p for p in places if p.relation is not Relation.DATELINE]
        self.clauses = clauses(sentence)
        self.triggers = [t for t in sentence.triggers if not self._is_negated(t)]

    def words(self, trigger: Trigger) -> str:
        """The trigger in lower case."""
        return self.lowered[trigger.start : trigger.end]

    def here(self, clause: Clause) -> list[PartyMention]:
        """Parties of a clause."""
        return inside(self.parties, clause)

    def triggers_in(self, clause: Clause) -> list[Trigger]:
        """Triggers of a clause."""
        return [t for t in self.triggers if clause.start <= t.start < clause.end]

    def has_trigger(self, clause: Clause, *kinds: TriggerKind) -> bool:
        """Whether a clause has a trigger of one of the kinds."""
        return any(trigger.kind in kinds for trigger in self.triggers_in(clause))

    def has_marker(self, clause: Clause, *kinds: MarkerKind) -> bool:
        """Whether a clause has a marker of one of the kinds."""
        markers = self.sentence.markers
        return any(m.kind in kinds and clause.start <= m.start < clause.end for m in markers)

    def case(self, party: PartyMention) -> Case:
        """Cases that a party can be in."""
        return party_case(self.sentence, party, self.parties)

    def nominative(self, parties: list[PartyMention]) -> list[PartyMention]:
        """Those of the parties that can be a subject."""
        return [party for party in parties if Case.NOMINATIVE in self.case(party)]

    def listed(self, chosen: PartyMention, among: list[PartyMention]) -> list[PartyMention]:
        """A party with those that are listed with it."""
        return with_coordinated(self.sentence, chosen, among)

    def subjects(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """The nominative parties of the clause, or of what it goes on from."""
        relative = relative_word(self.sentence, clause)
        if relative and relative[0] in _RELATIVES and not relative[1]:
            before = [p for p in self.parties if p.end <= clause.start]
            return self.listed(before[-1], before[-1:]) if before else []
        here = self.here(clause)
        if "делегацию" in self.words(trigger):
            here = [party for party in here if party.role is not Role.DELEGATION]
        candidates = self.nominative(here)
        if candidates:
            chosen = min(candidates, key=lambda p: (_is_weak(p), distance(p, trigger)))
            return self.listed(chosen, candidates)
        for earlier in reversed(self.clauses[: self.clauses.index(clause)]):
            candidates = self.nominative(self.here(earlier))
            if candidates:
                return self.listed(candidates[0], candidates)
        return []

    def _is_negated(self, trigger: Trigger) -> bool:
        """Whether it did not happen: «не посещал», «посетил бы»; «не приехал» was called off."""
        before = self.lowered[max(self.sentence.start, trigger.start - 20) : trigger.start]
        if _WOULD.match(self.lowered, trigger.end, self.sentence.end):
            return True
        is_off = any(
            marker.kind is MarkerKind.CANCELLED and marker.start < trigger.start < marker.end
            for marker in self.sentence.markers
        )
        return bool(_NEGATED.search(before)) and not is_off


def distance(party: PartyMention, trigger: Trigger) -> int:
    """Letters between a party and a trigger."""
    return party.start - trigger.end if party.start >= trigger.end else trigger.start - party.end


def _is_weak(party: PartyMention) -> bool:
    """Whether it may be no person at all: a lone capitalised word."""
    is_name = party.reference is Reference.PERSON and party.person is not None
    return is_name and not re.search(r"[\s.]", party.person.name if party.person else "")
