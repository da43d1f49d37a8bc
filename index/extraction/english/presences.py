"""English: who is somewhere or goes somewhere, by which verb or noun."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.extraction.annotation import (
    PartyMention,
    PlaceMention,
    Presence,
    Reference,
    Tense,
    Trigger,
    TriggerKind,
)
from index.extraction.english.clauses import Clause, clause_at
from index.extraction.english.company import company_of
from index.extraction.english.delegations import is_of_delegation, is_participle, with_heads
from index.extraction.english.gaps import read_gaps
from index.extraction.english.groups import Group, coordinated, groups_of
from index.extraction.english.members import INCLUDING, as_member
from index.extraction.english.rows import Row
from index.extraction.english.subjects import (
    INFINITIVE,
    has_other_subject,
    subject_of,
    wanted,
)
from index.extraction.english.timing import days_before
from index.extraction.event import Role

Parties = tuple[PartyMention, ...]

_PASSIVE = re.compile(r"\b(?:was|were|been|be|is being|are being)\b")
_BEEN = re.compile(r"\b(?:been|visited|toured|stopped)\b")
_WITH_SUBJECT = re.compile(r"accompanied|joined|escorted|flanked|brought")
_COMING = re.compile(
    r"(?:also )?(?:came|arrived|travelled|flew in|has come|have come)|(?:as|so) did"
)
_ELLIPSIS = re.compile(r"^(?:(?:as |so )?did|does|followed)|there$")
_ONES = re.compile(r" ones?$")
_LATTER = re.compile(r"\bthe latter s(?: [\w-]+){0,2}$")
_DATES = re.compile("p?D(?:,p?D)*,?&p?D")
_ASKING = frozenset(["whether", "if"])
_NOBODY = frozenset(["no", "neither", "none", "nobody"])
_ARRIVING = (TriggerKind.ARRIVAL, TriggerKind.STAY)
_MEETINGS = re.compile(r"meetings?|talks|consultations|participation|presence|attendance")
_ACCEPTED = re.compile("accept|receiv")
_ORDINALS = frozenset([
    "first", "second", "third", "fourth", "fifth", "last", "only", "latest", "largest", "ever",
    "previous",
])  # fmt: skip
_BEFORE_VISIT = frozenset(["on", "begins", "began", "completed", "for", "during"])
_OF_WHOM = re.compile(r"(?:[pf][am]*[TCxN]{1,3}(?:&[TC])?,?)?[pDx]{0,2}[ob]")
_WHOSE = re.compile(r"s[xmANDp]*")


def read_presences(
    row: Row, parties: list[PartyMention], places: list[PlaceMention]
) -> list[Presence]:
    """Presences in reading order."""
    groups = groups_of(row, parties)
    found: list[Presence] = []
    subject: Parties = ()
    before: Trigger | None = None
    there: tuple[PlaceMention, ...] = ()
    for index, chunk in enumerate(row.chunks):
        if not isinstance(chunk.value, Trigger):
            continue
        reading = _Reading(clause_at(row, groups, index, chunk.value), subject, before, there)
        fresh = reading.presences(places)
        there = next((p.places for p in fresh if p.places), there)
        found += fresh
        subject = reading.next_subject() or subject
        before = before if chunk.tag == "Y" else chunk.value
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    """A clause, of whom the one before told, that one's trigger and its places."""

    clause: Clause
    inherited: Parties
    before: Trigger | None
    there: tuple[PlaceMention, ...]

    def presences(self, places: list[PlaceMention]) -> list[Presence]:
        """The presence that the trigger tells of; with "respectively" one for each place."""
        clause = self.clause
        travellers = with_heads(self.clause, self._travellers())
        if not travellers or is_participle(self.clause) or self._is_asked_or_denied():
            return []
        trigger = replace(clause.trigger, tense=self._tense())
        own, offsets = clause.places(places), clause.offsets()
        if not own and _ELLIPSIS.search(clause.text):
            own = self.there
        if trigger.tense is Tense.FUTURE and clause.text.endswith("visit") and not own:
            return []  # "will visit the museum": no place to go to
        is_paired = any(chunk.text.lower() == "respectively" for chunk in clause.row.chunks)
        if is_paired and len(own) == len(travellers) > 1:
            return [
                Presence(trigger, (traveller,), (place,), offsets)
                for traveller, place in zip(travellers, own, strict=True)
            ]
        days = days_before(clause.row, offsets)
        there = clause.origins(places) if trigger.kind is TriggerKind.ARRIVAL else ()
        came = [Presence(trigger, travellers, there, offsets, is_from=True)] if there else []
        is_past_leg = trigger.tense is Tense.BEFORE and _BEEN.search(clause.text) is not None
        is_past_leg = is_past_leg and not days and not clause.is_dated(offsets)
        if is_past_leg and own:
            return [Presence(trigger, travellers, own, offsets, is_from=True)]
        told = [Presence(trigger, travellers, own, each, days) for each in self._times(offsets)]
        return [*told, *came, *read_gaps(clause, told[0], places)]

    def _is_asked_or_denied(self) -> bool:
        """Whether the clause tells of nothing: "whether she came", "no minister came"."""
        if self.clause.opening in _ASKING:
            return True
        first = next((g.first for g in self.clause.groups if g.first >= self.clause.left), 0)
        before = self.clause.row.chunks[first - 1].text.lower() if first else ""
        return first < self.clause.index and before in _NOBODY

    def _times(self, offsets: tuple[int, int]) -> list[tuple[int, int]]:
        """Offsets of each date of "visited in 2008 and 2018"."""
        tags = self.clause.row.tags[self.clause.index : self.clause.right]
        is_of_many = _ONES.search(self.clause.text) or "previous" in self.clause.text
        is_twice = self.clause.trigger.kind is TriggerKind.ARRIVAL and _DATES.search(tags)
        if not is_of_many and (not is_twice or self.clause.trigger.tense is not Tense.PAST):
            return [offsets]
        inside = self.clause.row.chunks[self.clause.index : self.clause.right]
        dates = [(chunk.start, chunk.end) for chunk in inside if chunk.tag == "D"]
        return dates or [offsets]

    def next_subject(self) -> Parties:
        """Whom the next verb without a subject tells of: who is invited "to visit"."""
        is_invited = self.clause.trigger.kind is TriggerKind.INVITATION
        is_own = _ACCEPTED.search(self.clause.text) or _PASSIVE.search(self.clause.text)
        if is_invited and not is_own:
            return self._objects() or subject_of(self.clause)
        if is_participle(self.clause):
            return self._first_free() if is_of_delegation(self.clause) else self._agents()
        if self.clause.trigger.kind is TriggerKind.VISIT:
            return self._visitors()
        return subject_of(self.clause) or wanted(self.clause)

    def _travellers(self) -> Parties:
        kind, text = self.clause.trigger.kind, self.clause.text
        if kind is TriggerKind.VISIT:
            return self._visitors()
        subject = wanted(self.clause) or subject_of(self.clause) or self._inherited()
        if kind is TriggerKind.MEETING:
            return subject + self._objects()
        if kind is TriggerKind.RECEPTION:
            return subject if _PASSIVE.search(text) else self._objects(without="b")
        if kind is TriggerKind.INVITATION:
            is_own = _ACCEPTED.search(text) or _PASSIVE.search(text)
            return subject if is_own else self._objects()
        if kind is TriggerKind.ATTENDANCE:
            return self._attending(subject)
        if "visited" in text and _PASSIVE.search(text):
            return self._agents()
        subject = self._inverted() or subject or self._after_copula() or self._participial()
        return subject + company_of(self.clause, self._groups_after())

    def _participial(self) -> Parties:
        """Who stands after a clause like "Speaking in Geneva, ..."."""
        free = [group for group in self._groups_after() if not group.governor]
        return free[0].parties if free and self.clause.text.startswith("speaking") else ()

    def _inverted(self) -> Parties:
        """Who stands after the verb as its subject: "With him came the minister"."""
        after = self._groups_after()
        if not _COMING.fullmatch(self.clause.text) or subject_of(self.clause):
            return ()
        if not after or after[0].first != self.clause.index + 1 or after[0].governor:
            return ()
        return tuple(as_member(p) for p in coordinated(self.clause.row, after))

    def _attending(self, subject: Parties) -> Parties:
        text = self.clause.text
        if INCLUDING.search(text):
            members = tuple(as_member(party) for party in self._objects(without="pf"))
            return subject + members if _WITH_SUBJECT.search(text) else members
        if "represented" in text and all(p.role is Role.AMBASSADOR for p in self._agents()):
            return subject  # who has not come himself
        following = self.clause.row.tags[self.clause.index + 1 :]
        if _PASSIVE.search(text) or text.endswith(" by") or re.match("(?:pT)?b", following):
            return self._agents() or subject
        return subject or self._after_copula()

    def _visitors(self) -> Parties:
        """Whose visit it is: of him, by him, his; else the subject of "is on a visit"."""
        tags, index = self.clause.row.tags, self.clause.index
        after = next(
            (g for g in self.clause.groups if g.first > index and g.governor in ("o", "b")), None
        )
        if after and _OF_WHOM.fullmatch(tags[index + 1 : after.first]):
            return after.parties
        for group in self.clause.groups:
            if group.last < index and _WHOSE.fullmatch(tags[group.last + 1 : index]):
                return group.parties
        if _ONES.search(self.clause.text):
            return self.inherited
        if _LATTER.search(" ".join(c.text.lower() for c in self.clause.row.chunks[:index][-5:])):
            named = [g.parties for g in self.clause.groups if g.last < index]
            return named[-1] if named else ()
        owner = re.search(r"h[xmAO]*$", tags[:index])
        if owner:
            chunk = self.clause.row.chunks[owner.start()]
            return (PartyMention(chunk.start, chunk.end, chunk.start, Reference.PRONOUN),)
        return self._on_visit()

    def _on_visit(self) -> Parties:
        left, index = self.clause.left, self.clause.index
        verb = self.clause.row.chunks[left - 1].value if left else None
        if isinstance(verb, Trigger):
            return self.inherited if verb.kind is TriggerKind.STAY else ()
        words = {chunk.text.lower() for chunk in self.clause.row.chunks[left:index]}
        is_led_to = words & _BEFORE_VISIT or "p" in self.clause.row.tags[left:index]
        return subject_of(self.clause) if is_led_to else ()

    def _inherited(self) -> Parties:
        return () if has_other_subject(self.clause) else self.inherited

    def _objects(self, without: str = "") -> Parties:
        """Parties after the trigger, but those that a preposition of `without` governs."""
        return tuple(
            party
            for group in self._groups_after()
            if not self._is_attribute(group)
            if not group.governor or group.governor not in without
            for party in group.parties
        )

    def _agents(self) -> Parties:
        """Who stands after "by", with all that are coordinated with him."""
        return tuple(party for group in self._groups_after() for party in group.parties)

    def _groups_after(self) -> list[Group]:
        index, right = self.clause.index, self.clause.right
        return [group for group in self.clause.groups if index < group.first < right]

    def _is_attribute(self, group: Group) -> bool:
        """Whether a group only tells whose something is: "the visit of the President"."""
        if group.governor != "o":
            return False
        before = self.clause.row.chunks[group.first - 2]
        return before.tag != "V" and not _MEETINGS.fullmatch(before.text.lower())

    def _after_copula(self) -> Parties:
        """Those told after "among those who came were"."""
        index, groups = self.clause.index, self.clause.groups
        if not groups or groups[0].first < index:
            return ()
        between = self.clause.row.chunks[index + 1 : groups[0].first]
        if not any(chunk.text.lower() in ("was", "were", "is", "are") for chunk in between):
            return ()
        return tuple(party for group in groups for party in group.parties)

    def _first_free(self) -> Parties:
        return next((g.parties for g in self.clause.groups if not g.governor), ())

    def _tense(self) -> Tense:
        """The verb's tense; "the first to visit" has visited."""
        clause = self.clause
        verb = clause.row.chunks[clause.left - 1].value if clause.left else None
        if clause.trigger.tense is Tense.NONE and isinstance(verb, Trigger):
            return verb.tense if verb.kind is TriggerKind.STAY else Tense.NONE
        if clause.trigger.tense is Tense.PAST and clause.text.startswith("had "):
            return Tense.BEFORE
        if clause.trigger.tense is Tense.FUTURE and INFINITIVE.match(clause.text):
            before = {c.text.lower() for c in clause.row.chunks[clause.left : clause.index]}
            if before & _ORDINALS:
                return Tense.FUTURE if "will" in before else Tense.PAST
            if self.before is not None and self.before.kind in _ARRIVING:
                return self.before.tense
        return Tense.FUTURE if self._is_coordinated_future() else clause.trigger.tense

    def _is_coordinated_future(self) -> bool:
        """Whether it is the second verb after "will": "will hold talks and attend a forum"."""
        is_base = not re.search(r"s$|s |^(?:is|are) ", self.clause.text)
        return (
            is_base
            and self.clause.trigger.tense is Tense.PRESENT
            and self.before is not None
            and self.before.tense is Tense.FUTURE
        )
