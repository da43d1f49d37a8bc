"""English: who is somewhere or goes somewhere, by which verb or noun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.extraction.annotation import (
    PartyMention,
    PlaceMention,
    Presence,
    Reference,
    Relation,
    Trigger,
    TriggerKind,
)
from index.extraction.chunks import Row

_PASSIVE = re.compile(r"\b(?:was|were|been|be|is being|are being)\b")
_INCLUDING = re.compile(
    r"included|includes|comprised|consisted of|participation|presence|attendance|accompanied"
)
_STOPS = ";.:"


@dataclass(frozen=True, slots=True)
class Group:
    """Parties of one phrase, its first and last chunk, and the tag of the chunk before it."""

    first: int
    last: int
    parties: tuple[PartyMention, ...]
    governor: str


def read_presences(
    row: Row, parties: list[PartyMention], places: list[PlaceMention]
) -> list[Presence]:
    """Presences in reading order."""
    groups = _groups(row, parties)
    found: list[Presence] = []
    subject: tuple[PartyMention, ...] = ()
    for index, chunk in enumerate(row.chunks):
        if not isinstance(chunk.value, Trigger):
            continue
        reading = _Reading(row, groups, places, index, chunk.value, subject)
        presence = reading.presence()
        if presence is not None:
            found.append(presence)
        subject = reading.subject() or subject
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    """One trigger and what stands around it."""

    row: Row
    groups: list[Group]
    places: list[PlaceMention]
    index: int
    trigger: Trigger
    inherited: tuple[PartyMention, ...]

    def presence(self) -> Presence | None:
        """The presence that the trigger tells of."""
        travellers = self._travellers()
        if not travellers:
            return None
        return Presence(self.trigger, travellers, self._places(), self._clause())

    def subject(self) -> tuple[PartyMention, ...]:
        """Who stands before the trigger as its subject."""
        left = self._left()
        before = [g for g in self.groups if left <= g.first and g.last < self.index]
        free = [g for g in before if not g.governor]
        if free:
            return _coordinated(self.row, free)
        return self._antecedent(left)

    def _travellers(self) -> tuple[PartyMention, ...]:
        kind = self.trigger.kind
        text = self.row.chunks[self.index].text.lower()
        if kind is TriggerKind.VISIT:
            return self._visitors()
        subject = self.subject() or self.inherited
        objects = self._objects()
        if kind is TriggerKind.MEETING:
            return subject + objects
        if kind is TriggerKind.RECEPTION:
            return subject if _PASSIVE.search(text) else objects
        if kind is TriggerKind.INVITATION:
            return subject if "accepted" in text or "received" in text else objects
        if kind is TriggerKind.ATTENDANCE and _INCLUDING.search(text):
            return subject + objects if "accompanied" in text else objects
        if kind is TriggerKind.ATTENDANCE and (_PASSIVE.search(text) or text.endswith(" by")):
            return self._agents() or subject
        if not subject:
            return self._after_copula()
        return subject

    def _visitors(self) -> tuple[PartyMention, ...]:
        """Whose visit it is: of him, by him, his; else the subject of "is on a visit"."""
        tags = self.row.tags
        for group in self.groups:
            between = tags[self.index + 1 : group.first]
            if group.first > self.index and group.governor in ("o", "b"):
                if re.fullmatch(r"(?:[pf][am]*[TCxN]{1,3}(?:&[TC])?,?)?[pDx]{0,2}[ob]", between):
                    return group.parties
                break
        for group in self.groups:
            if group.last < self.index and re.fullmatch(
                r"s[xmANDp]*", tags[group.last + 1 : self.index]
            ):
                return group.parties
        owner = re.search(r"h[xmAO]*$", tags[: self.index])
        if owner:
            chunk = self.row.chunks[owner.start()]
            return (PartyMention(chunk.start, chunk.end, chunk.start, Reference.PRONOUN),)
        return self._on_visit()

    def _on_visit(self) -> tuple[PartyMention, ...]:
        left = self._left()
        if left and isinstance(self.row.chunks[left - 1].value, Trigger):
            return ()
        words = {c.text.lower() for c in self.row.chunks[left : self.index]}
        if words & {"on", "begins", "began", "completed", "for", "during"} or self.row.tags[
            left : self.index
        ].count("p"):
            return self.subject()
        return ()

    def _left(self) -> int:
        """The first chunk of the trigger's own clause."""
        return self._left_of(self.index)

    def _left_of(self, index: int) -> int:
        position = index - 1
        while position >= 0:
            tag = self.row.tags[position]
            if tag in _STOPS or tag in "wV":
                return position + 1
            position -= 1
        return 0

    def _right(self) -> int:
        """The chunk after the last of the trigger's own clause."""
        tags = self.row.tags
        position = self.index + 1
        while position < len(tags) and tags[position] not in "wV;:":
            position += 1
        return position

    def _antecedent(self, left: int) -> tuple[PartyMention, ...]:
        """Whom "who" stands for: the last party before it."""
        if not left or self.row.tags[left - 1] != "w":
            return ()
        if self.row.chunks[left - 1].text.lower() not in ("who", "whom", "which", "where"):
            return ()
        before = [g for g in self.groups if g.last < left]
        if not before:
            return ()
        if self.row.chunks[left - 1].text.lower() == "where":
            return next((g.parties for g in before if not g.governor), ())
        return before[-1].parties

    def _objects(self) -> tuple[PartyMention, ...]:
        right = self._right()
        return tuple(
            party
            for group in self.groups
            if self.index < group.first < right
            for party in group.parties
        )

    def _agents(self) -> tuple[PartyMention, ...]:
        """Who stands after "by", with all that are coordinated with him."""
        right = self._right()
        after = [g for g in self.groups if self.index < g.first < right]
        return tuple(party for group in after for party in group.parties)

    def _after_copula(self) -> tuple[PartyMention, ...]:
        """Those told after "among those who came were"."""
        after = [g for g in self.groups if g.first > self.index]
        if not after or any(g.first < self.index for g in self.groups):
            return ()
        between = self.row.chunks[self.index + 1 : after[0].first]
        if not any(c.text.lower() in ("was", "were", "is", "are") for c in between):
            return ()
        return tuple(party for group in after for party in group.parties)

    def _places(self) -> tuple[PlaceMention, ...]:
        chunks = self.row.chunks
        left, right = self._left(), self._right()
        start, end = chunks[left].start, chunks[right - 1].end
        if self._is_timed(left) and not any(start <= p.start < end for p in self.places):
            start = chunks[0].start
        own = [p for p in self.places if start <= p.start < end and p.relation is not Relation.FROM]
        after = [p for p in own if p.start > self.trigger.start]
        return tuple(after or own)

    def _clause(self) -> tuple[int, int]:
        chunks = self.row.chunks
        first, last = self._left(), self._right() - 1
        if self.trigger.kind is TriggerKind.VISIT or self._is_timed(first):
            first = self._left_of(first - 1)
        if self.trigger.kind is TriggerKind.VISIT:
            last = len(chunks) - 1
        return chunks[first].start, chunks[last].end

    def _is_timed(self, left: int) -> bool:
        """Whether the clause is one of time or place, whose own are those of the main clause."""
        return left > 0 and self.row.chunks[left - 1].text.lower() in ("when", "where", "while")


def _groups(row: Row, parties: list[PartyMention]) -> list[Group]:
    spans = dict.fromkeys((p.start, p.end) for p in parties)
    groups = []
    for start, end in sorted(spans):
        inside = [i for i, c in enumerate(row.chunks) if start <= c.start and c.end <= end]
        if not inside:
            continue
        members = tuple(p for p in parties if (p.start, p.end) == (start, end))
        before = row.tags[inside[0] - 1] if inside[0] else ""
        governor = before if before in tuple("ofbp") else ""
        groups.append(Group(inside[0], inside[-1], members, governor))
    return groups


def _coordinated(row: Row, free: list[Group]) -> tuple[PartyMention, ...]:
    """The first group and those that a comma or "and" joins to it."""
    together = [free[0]]
    for group in free[1:]:
        between = row.tags[together[-1].last + 1 : group.first]
        if not re.fullmatch(r",|&|,&|,?xxx", between):
            break
        together.append(group)
    return tuple(party for group in together for party in group.parties)
