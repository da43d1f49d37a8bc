"""English: who is somewhere or goes somewhere, by which verb or noun."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.extraction.annotation import (
    PartyMention,
    PlaceMention,
    Presence,
    Reference,
    Relation,
    Tense,
    Trigger,
    TriggerKind,
)
from index.extraction.chunks import Row
from index.extraction.event import Role

_PASSIVE = re.compile(r"\b(?:was|were|been|be|is being|are being)\b")
_INCLUDING = re.compile(
    r"included|includes|comprised|consisted of|participation|presence|attendance|accompanied"
)
_STOPS = ";.:"
_ARRIVING = (TriggerKind.ARRIVAL, TriggerKind.STAY)
_BESIDE_VISITS = (TriggerKind.MEETING, TriggerKind.RECEPTION)
_MEETINGS = re.compile(r"meetings?|talks|consultations|participation|presence|attendance")
_JOINED = re.compile(r",|&|,&|,?xxx")
_OPENING = re.compile(r"[,&]+(?:p?D|x{1,3}|p[ax]*D)?$")
_CRAFT = frozenset(["aircraft", "plane", "airplane", "motorcade"])
_LED = re.compile("headed|led|chaired")
_TIMING = frozenset(["when", "where", "while", ":"])
_INFINITIVE = re.compile(r"(?:ever )?to ")
_ORDINALS = frozenset(
    ["first", "second", "third", "fourth", "fifth", "last", "only", "latest", "largest", "ever"]
)


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
    before: Trigger | None = None
    for index, chunk in enumerate(row.chunks):
        if not isinstance(chunk.value, Trigger):
            continue
        reading = _Reading(row, groups, places, index, chunk.value, subject, before)
        found += reading.presences()
        subject = reading.next_subject() or subject
        before = before if chunk.tag == "Y" else chunk.value
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
    before: Trigger | None

    def presences(self) -> list[Presence]:
        """The presence that the trigger tells of; with "respectively" one for each place."""
        travellers = self._with_heads(self._travellers())
        if not travellers or self._is_participle():
            return []
        trigger = replace(self.trigger, tense=self._tense())
        places, clause = self._places(), self._clause()
        if len(places) == len(travellers) > 1 and any(
            chunk.text.lower() == "respectively" for chunk in self.row.chunks
        ):
            return [
                Presence(trigger, (traveller,), (place,), clause)
                for traveller, place in zip(travellers, places, strict=True)
            ]
        return [Presence(trigger, travellers, places, clause)]

    def _with_heads(self, travellers: tuple[PartyMention, ...]) -> tuple[PartyMention, ...]:
        """The travellers with the head of a delegation in its place, where he is told after it."""
        heads = {
            group.parties[0].start: self.groups[number + 1].parties
            for number, group in enumerate(self.groups[:-1])
            if self._is_led(group, self.groups[number + 1])
        }
        found = [head for t in travellers for head in heads.get(t.start, (t,))]
        return tuple(dict.fromkeys(found))

    def _is_led(self, group: Group, following: Group) -> bool:
        if group.parties[0].role is not Role.DELEGATION:
            return False
        between = self.row.tags[group.last + 1 : following.first]
        verb = self.row.chunks[group.last + 1 + between.startswith(",")]
        return bool(re.fullmatch(",?Vb", between)) and _LED.match(verb.text.lower()) is not None

    def _is_participle(self) -> bool:
        """Whether it is the "headed by" of a delegation, of which another verb tells."""
        before = self.row.tags[: self.index].rstrip(",")
        group = next((g for g in self.groups if g.last == len(before) - 1), None)
        is_delegation = group is not None and group.parties[0].role is Role.DELEGATION
        return is_delegation and _LED.match(self._text()) is not None

    def _tense(self) -> Tense:
        """The verb's tense; "the first to visit" has visited."""
        if self.trigger.tense is Tense.FUTURE and _INFINITIVE.match(self._text()):
            before = {c.text.lower() for c in self.row.chunks[self._left() : self.index]}
            if before & _ORDINALS:
                return Tense.PAST
            if self.before is not None and self.before.kind in _ARRIVING:
                return self.before.tense
        return self.trigger.tense

    def _text(self) -> str:
        return self.row.chunks[self.index].text.lower()

    def next_subject(self) -> tuple[PartyMention, ...]:
        """Whom the next verb without a subject tells of: who is invited "to visit"."""
        text = self.row.chunks[self.index].text.lower()
        if self.trigger.kind is TriggerKind.INVITATION and not re.search("accept|receiv", text):
            return self._objects() or self.subject()
        if self._is_participle():
            return self._agents()
        return self.subject() or self._wanted()

    def _wanted(self) -> tuple[PartyMention, ...]:
        """Who stands before "to visit" in "simpler for the minister to visit"."""
        if not _INFINITIVE.match(self._text()):
            return ()
        near = [g for g in self.groups if g.last == self.index - 1 and g.governor in ("f", "p")]
        return near[0].parties if near else ()

    def subject(self) -> tuple[PartyMention, ...]:
        """Who stands before the trigger as its subject."""
        left = self._left()
        before = [g for g in self.groups if left <= g.first and g.last < self.index]
        free = [g for g in before if not g.governor]
        if free and free[0].parties[0].reference is Reference.PRONOUN:
            return self._meant(free[0])
        if free:
            return _coordinated(self.row, free)
        return self._antecedent(left)

    def _meant(self, pronoun: Group) -> tuple[PartyMention, ...]:
        """Who "she" is: whom the same sentence tells of before, else she."""
        start = max(self.row.tags.rfind(";", 0, pronoun.first), 0)
        before = [
            g
            for g in self.groups
            if start <= g.first and g.last < pronoun.first and not g.governor
            if g.parties[0].reference is not Reference.PRONOUN and not g.parties[0].plural
        ]
        return before[0].parties if before else pronoun.parties

    def _travellers(self) -> tuple[PartyMention, ...]:
        kind = self.trigger.kind
        text = self.row.chunks[self.index].text.lower()
        if kind is TriggerKind.VISIT:
            return self._visitors()
        subject = self._wanted() or self.subject() or self.inherited
        objects = self._objects()
        if kind is TriggerKind.MEETING:
            return subject + objects
        if kind is TriggerKind.RECEPTION:
            return subject if _PASSIVE.search(text) else objects
        if kind is TriggerKind.INVITATION:
            return subject if "accepted" in text or "received" in text else objects
        if kind is TriggerKind.ATTENDANCE and _INCLUDING.search(text):
            members = tuple(_as_member(party) for party in self._objects(without="pf"))
            return subject + members if "accompanied" in text else members
        is_passive = _PASSIVE.search(text) or text.endswith(" by") or self._following() == "b"
        if kind is TriggerKind.ATTENDANCE and is_passive:
            return self._agents() or subject
        if not subject:
            return self._after_copula()
        return subject

    def _following(self) -> str:
        return self.row.tags[self.index + 1 : self.index + 2]

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
        verb = self.row.chunks[left - 1].value if left else None
        if isinstance(verb, Trigger):
            return self.inherited if verb.kind is TriggerKind.STAY else ()
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
            if tag == "V":
                split = self._split(position, index)
                return position + 1 if split is None else split
            if tag in _STOPS or tag == "w":
                return position + 1
            position -= 1
        return 0

    def _right(self) -> int:
        """The chunk after the last of the trigger's own clause."""
        tags = self.row.tags
        position = self.index + 1
        stops = "wVY;:" if self.trigger.kind in _BESIDE_VISITS else "wV;:"
        while position < len(tags) and tags[position] not in stops:
            position += 1
        if position < len(tags) and tags[position] == "V":
            split = self._split(self.index, position)
            position = position if split is None else split
        return self._end_of_relative(position)

    def _end_of_relative(self, right: int) -> int:
        """Where a clause that begins with ", who" closes with a comma, if before `right`."""
        left = self._left()
        if left < 2 or self.row.tags[left - 2 : left] != ",w":
            return right
        for position in range(self.index + 1, right - 1):
            if self.row.tags[position] == "," and self.row.tags[position + 1] not in "NTCDA&p":
                return position
        return right

    def _split(self, one: int, other: int) -> int | None:
        """Where between two verbs the second one's clause begins: with its own subject or date."""
        between = [g for g in self.groups if one < g.first and g.last < other]
        head = len(between) - 1
        while head > 0 and _JOINED.fullmatch(
            self.row.tags[between[head - 1].last + 1 : between[head].first]
        ):
            head -= 1
        if head >= 0 and not between[head].governor:
            opening = _OPENING.search(self.row.tags[one + 1 : between[head].first])
            if opening:
                return one + 1 + opening.start()
        dated = re.search(r",?&p?D[^,&DV]*$", self.row.tags[one + 1 : other])
        return one + 1 + dated.start() if dated else None

    def _antecedent(self, left: int) -> tuple[PartyMention, ...]:
        """Whom "who" stands for: the last party before it."""
        if not left or self.row.tags[left - 1] != "w":
            return ()
        if self.row.chunks[left - 1].text.lower() not in ("who", "whom", "where"):
            return ()
        before = [g for g in self.groups if g.last < left]
        if not before:
            return ()
        if self.row.chunks[left - 1].text.lower() == "where":
            return next((g.parties for g in before if not g.governor), ())
        return before[-1].parties

    def _objects(self, without: str = "") -> tuple[PartyMention, ...]:
        right = self._right()
        return tuple(
            party
            for group in self.groups
            if self.index < group.first < right and not self._is_attribute(group)
            if not group.governor or group.governor not in without
            for party in group.parties
        )

    def _is_attribute(self, group: Group) -> bool:
        """Whether a group only tells whose something is: "the visit of the President"."""
        if group.governor != "o":
            return False
        before = self.row.chunks[group.first - 2]
        return before.tag != "V" and not _MEETINGS.fullmatch(before.text.lower())

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
        return tuple(after or [p for p in own if p.relation is not Relation.TO])

    def _clause(self) -> tuple[int, int]:
        chunks = self.row.chunks
        first, last = self._left(), self._right() - 1
        is_joined = first > 0 and self.row.tags[first - 1] != ";"
        if (self.trigger.kind is TriggerKind.VISIT and is_joined) or self._is_timed(first):
            first = self._left_of(first - 1)
        elif re.search("&w$", self.row.tags[:first]) and chunks[first - 1].text == "that":
            first = 0
        if self.trigger.kind is TriggerKind.VISIT and self._is_told_on(last + 1):
            last = len(chunks) - 1
        else:
            last = self._before_since(first, last)
        return chunks[first].start, chunks[last].end

    def _before_since(self, first: int, last: int) -> int:
        """The last chunk before "since relations were established in ...", which dates nothing."""
        chunks = self.row.chunks
        for position in range(max(first, self.index) + 1, last + 1):
            word = chunks[position].text.lower()
            if word.startswith("since ") and self.trigger.kind is not TriggerKind.STAY:
                return position - 1
            is_dated = (
                position < last
                and chunks[position + 1].tag == "D"
                and self.trigger.kind is TriggerKind.STAY
            )
            if word in ("since", "after", "before", "until", "following") and not is_dated:
                return position - 1
        return last

    def _is_told_on(self, right: int) -> bool:
        """Whether what follows the noun still tells of the visit: ", which was postponed"."""
        chunks = self.row.chunks
        return right < len(chunks) and (
            chunks[right].text.lower() == "which" or chunks[right].tag == "V"
        )

    def _is_timed(self, left: int) -> bool:
        """Whether the clause is one of time or place, whose own are those of the main clause."""
        return left > 0 and self.row.chunks[left - 1].text.lower() in _TIMING


def _as_member(party: PartyMention) -> PartyMention:
    """A minister without a country as one of whom the sentence tells first."""
    if party.reference is not Reference.OFFICE:
        return party
    return replace(party, reference=Reference.MEMBER)


def _groups(row: Row, parties: list[PartyMention]) -> list[Group]:
    spans = dict.fromkeys((p.start, p.end) for p in parties)
    groups = []
    for start, end in sorted(spans):
        inside = [i for i, c in enumerate(row.chunks) if start <= c.start and c.end <= end]
        if not inside:
            continue
        members = tuple(p for p in parties if (p.start, p.end) == (start, end))
        before = row.tags[inside[0] - 1] if inside[0] else ""
        owned = row.chunks[inside[0] - 2].text.lower() if before == "o" and inside[0] > 1 else ""
        governor = before if before in tuple("ofbp") and owned not in _CRAFT else ""
        groups.append(Group(inside[0], inside[-1], members, governor))
    return groups


def _coordinated(row: Row, free: list[Group]) -> tuple[PartyMention, ...]:
    """The first group and those that a comma or "and" joins to it."""
    together = [free[0]]
    for group in free[1:]:
        between = row.tags[together[-1].last + 1 : group.first]
        if not _JOINED.fullmatch(between):
            break
        together.append(group)
    return tuple(party for group in together for party in group.parties)
