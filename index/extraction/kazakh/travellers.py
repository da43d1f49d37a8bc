"""Kazakh: which of a sentence's parties belong to a verb; pure."""

from __future__ import annotations

import re

from index.extraction.annotation import PartyMention, Reference, Sentence, Trigger, TriggerKind
from index.extraction.event import Role
from index.extraction.kazakh.cases import Case
from index.extraction.kazakh.clauses import Clause
from index.extraction.kazakh.parties import party_case

_PARTICIPLE = re.compile(r"(?:\w+ )*\w*(?:ған|ген|қан|кен|йтын|йтін|атын|етін)")
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
_SIDES = re.compile(r"(?<!\w)(?:тарап|жағынан|атынан)")
_PLANE = re.compile(r"\s+(?:арнайы\s+)?(?:ұшағ|ұшақ|борт)")


class Travellers:
    """The parties of one sentence, to be chosen from by case and place."""

    def __init__(self, sentence: Sentence, parties: list[PartyMention]) -> None:
        self._sentence = sentence
        self._all = parties
        self.parties = [
            p for p in parties if not _in_brackets(sentence, p) and not _in_place(sentence, p)
        ]

    def case(self, party: PartyMention) -> Case:
        """The case that a party stands in; of a list, that of its end."""
        return party_case(self._sentence, self._all, party)

    def nearest(
        self, trigger: Trigger, clause: Clause, cases: frozenset[Case]
    ) -> list[PartyMention]:
        """The last parties in one of the cases before the trigger, with all joined to them."""
        before = [p for p in self.parties if clause.start <= p.start and p.end <= trigger.start]
        fitting = [p for p in before if self.case(p) in cases]
        if not fitting:
            return []
        chosen = [p for p in fitting if p.start == fitting[-1].start]
        for party in reversed([p for p in before if p.start < chosen[0].start]):
            gap = self._sentence.body[party.end : chosen[0].start]
            is_listed = _LIST.fullmatch(gap) or (
                chosen[0].role is Role.ORGANIZATION_HEAD and _LIST_OF_HEADS.fullmatch(gap)
            )
            if party.start != chosen[0].start and not is_listed:
                if not _LED.fullmatch(gap):
                    break
                chosen = [p for p in chosen if p.start != chosen[0].start]  # whom the next one led
            chosen.insert(0, party)
        return chosen

    def leaders(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """Who leads delegations: «А елінің делегациясын Б, В елінікін Г басқарды»."""
        before = [p for p in self.parties if clause.start <= p.start and p.end <= trigger.start]
        led = [p for p in before if _is_delegation(p) and self.case(p) is Case.ACCUSATIVE]
        if not led and not _SIDES.search(self._sentence.lowered, clause.start, trigger.start):
            return []
        start = led[0].start if led else clause.start - 1
        return [
            p
            for p in before
            if p.start > start and not _is_delegation(p) and self.case(p) is Case.NOMINATIVE
        ]

    def listed_after(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """Those whom a colon after the verb announces."""
        if not self._sentence.body.startswith(":", trigger.end):
            return []
        return [p for p in self.parties if trigger.end <= p.start < clause.end]

    def described(self, trigger: Trigger, words: str) -> list[PartyMention]:
        """Whom a participle before him describes: «келген министр»."""
        if not _PARTICIPLE.fullmatch(words) or trigger.kind in (
            TriggerKind.RECEPTION,
            TriggerKind.VISIT,
        ):
            return []
        after = [p for p in self.parties if p.start >= trigger.end]
        if not after or not _AFTER_PARTICIPLE.fullmatch(
            self._sentence.lowered, trigger.end, after[0].start
        ):
            return []
        chosen = [p for p in after if p.start == after[0].start]
        for party in after[len(chosen) :]:
            joined = _LIST.fullmatch(self._sentence.body, chosen[-1].end, party.start)
            if not joined and party.start != chosen[-1].start:
                break
            chosen.append(party)
        return chosen

    def aboard(self, trigger: Trigger, clause: Clause) -> list[PartyMention]:
        """Whose aeroplane comes down."""
        owners = self.nearest(trigger, clause, frozenset({Case.GENITIVE}))
        end = owners[-1].end if owners else trigger.end
        return owners if _PLANE.match(self._sentence.lowered, end, trigger.start) else []


def _is_delegation(party: PartyMention) -> bool:
    return party.role is Role.DELEGATION or party.reference is Reference.DELEGATION


def _in_brackets(sentence: Sentence, party: PartyMention) -> bool:
    before = sentence.body[sentence.start : party.start]
    return before.count("(") > before.count(")") and ")" in sentence.body[party.end : sentence.end]


def _in_place(sentence: Sentence, party: PartyMention) -> bool:
    """Whether what was taken for a name alone is a part of a country's name."""
    return party.reference is Reference.PERSON and any(
        mention.start <= party.start < mention.end for mention in sentence.mentions
    )
