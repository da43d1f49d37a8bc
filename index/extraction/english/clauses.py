"""English: where the clause of a verb begins and ends, and what stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.extraction.annotation import (
    PlaceMention,
    Relation,
    Tense,
    Trigger,
    TriggerKind,
)
from index.extraction.english.groups import Group, is_joined
from index.extraction.english.rows import Row

_NEAR = 2
_FOR_VISIT = re.compile("f[^VpY]*Y")  # "preparations for his visit were discussed"
_STOPS = ";.:"
_BESIDE_VISITS = (TriggerKind.MEETING, TriggerKind.RECEPTION)
_OPENING = re.compile(r"[,&]+(?:p?D|x{1,3}|p[ax]*D)?$")
_DENYING = re.compile("deni|deny|refut|rumou?r|report|claim|allegation|untrue|false")
LED = re.compile("headed|led|chaired")
_NONE_SUCH = re.compile(r"\b[Nn]o such (?:visit|trip|meeting)")
_ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth", "seventh"])
_TIMING = frozenset(["when", "where", "while", ":"])
_BEYOND = frozenset(["since", "after", "before", "until", "following"])


@dataclass(frozen=True, slots=True)
class Clause:
    """A trigger and its clause: chunks from `left` on, up to before `right`."""

    row: Row
    groups: list[Group]
    index: int
    trigger: Trigger
    left: int
    right: int

    @property
    def text(self) -> str:
        """The trigger's words in lower case."""
        return self.row.chunks[self.index].text.lower()

    @property
    def opening(self) -> str:
        """The word that opens the clause: "who", "when", ";"; empty at the sentence's start."""
        return self.row.chunks[self.left - 1].text.lower() if self.left else ""

    def places(self, places: list[PlaceMention]) -> tuple[PlaceMention, ...]:
        """Places of the clause: after the verb, else before it."""
        chunks = self.row.chunks
        start, end = chunks[self.left].start, chunks[self.right - 1].end
        if self.opening in _TIMING and not any(start <= p.start < end for p in places):
            start = chunks[0].start
        told = [p for p in places if start <= p.start < end]
        own = [p for p in told if p.relation is not Relation.FROM]
        if "return" in self.text and not own:
            own = told  # who is back from somewhere has been there
        if self.opening == "where" and not any(p.start >= chunks[self.left].start for p in own):
            own = self._antecedent(places)
        after = [p for p in own if p.start > self.trigger.start and self._is_led_to(p)]
        is_visit_told = (  # "As part of a visit to Geneva, he met"
            "Y" in self.row.tags[self.left : self.index]
            and not _FOR_VISIT.search(self.row.tags[self.left : self.index])
            and self.trigger.kind is not TriggerKind.VISIT
            and self.trigger.tense is not Tense.FUTURE
        )
        before = [p for p in own if p.relation is not Relation.TO or is_visit_told]
        return tuple(after or before)

    def is_dated(self, offsets: tuple[int, int]) -> bool:
        """Whether a date stands between two offsets."""
        start, end = offsets
        return any(c.tag == "D" and start <= c.start < end for c in self.row.chunks)

    def origins(self, places: list[PlaceMention]) -> tuple[PlaceMention, ...]:
        """Cities that somebody comes from: "flew in from Baku"."""
        start = self.row.chunks[self.index].end
        end = self.row.chunks[self.right - 1].end
        inside = [p for p in places if p.city and p.relation is Relation.FROM]
        is_back = "return" in self.text or self.trigger.tense is Tense.FUTURE
        if is_back:
            return ()
        return tuple(p for p in inside if start <= p.start < end and self._is_from(p))

    def _is_from(self, place: PlaceMention) -> bool:
        """Whether "from" leads to the place: "through" tells of no stay there."""
        before = [c.text.lower() for c in self.row.chunks if c.tag == "p" and c.end <= place.start]
        return before[-1:] == ["from"]

    def _antecedent(self, places: list[PlaceMention]) -> list[PlaceMention]:
        """The place that "where" stands for: the last one before it."""
        opening = self.row.chunks[self.left - 1].start
        return [replace(p, relation=Relation.IN) for p in places if p.end <= opening][-1:]

    def _is_led_to(self, place: PlaceMention) -> bool:
        """Whether a noun of visits leads to the place: not "the visit was put off for ... in"."""
        if self.trigger.kind is not TriggerKind.VISIT or place.relation is Relation.TO:
            return True
        between = self.row.chunks[self.index + 1 : self.right]
        return sum(c.tag == "x" for c in between if c.end <= place.start) <= _NEAR

    def offsets(self) -> tuple[int, int]:
        """Offsets within which date, status and form of the trigger are told."""
        chunks = self.row.chunks
        first, last = self.left, self.right - 1
        is_visit = self.trigger.kind is TriggerKind.VISIT
        if (is_visit and first > 0 and self.opening != ";") or self.opening in _TIMING:
            first = left_of(self.row, self.groups, first - 1)
        elif self.opening == "that" and self._is_governed(first):
            first = 0
        if is_visit and self._is_told_on():
            last = len(chunks) - 1
        else:
            last = self._before_since(first, last)
        return chunks[first].start, chunks[last].end

    def _is_counted(self) -> bool:
        """Whether it is "his third visit this year", which says nothing of its day."""
        before = [c.text.lower() for c in self.row.chunks[: self.index]][-2:]
        return any(word in _ORDINALS for word in before)

    def _is_governed(self, first: int) -> bool:
        """Whether what stands before "that" bears on the clause: "denied that", "and that"."""
        before = self.row.chunks[max(0, first - 3) : first - 1]
        return any(_DENYING.match(c.text.lower()) for c in before) or (
            self.row.tags[:first].endswith("&w")
        )

    def _is_told_on(self) -> bool:
        """Whether what follows the noun still tells of the visit: ", which was postponed"."""
        if self.right >= len(self.row.chunks):
            return False
        if _NONE_SUCH.search(self.row.body, self.trigger.end, self.row.chunks[-1].end):
            return True
        following = self.row.chunks[self.right]
        return following.text.lower() == "which" or following.tag == "V"

    def _before_since(self, first: int, last: int) -> int:
        """The last chunk before "since relations were established in ...", which dates nothing."""
        chunks = self.row.chunks
        is_stay = self.trigger.kind is TriggerKind.STAY
        for position in range(max(first, self.index) + 1, last + 1):
            word = chunks[position].text.lower()
            if word.startswith("since ") and not is_stay:
                return position - 1
            if word == "this year" and not is_stay and self._is_counted():
                return position - 1
            is_dated = is_stay and self.row.tags[position + 1 : position + 2] == "D"
            is_eve = self.row.tags[position + 1 : position + 2] in ("", ",", ".", ";", ")")
            if word in _BEYOND and not is_dated and not is_eve:
                return position - 1
        return last


def clause_at(row: Row, groups: list[Group], index: int, trigger: Trigger) -> Clause:
    """The clause of the trigger at a chunk."""
    left = left_of(row, groups, index)
    return Clause(row, groups, index, trigger, left, _right_of(row, groups, index, trigger, left))


def left_of(row: Row, groups: list[Group], index: int) -> int:
    """The first chunk of the clause that a chunk lies in."""
    for position in range(_before_relative(row, groups, index), -1, -1):
        tag = row.tags[position]
        if any(g.first <= position <= g.last for g in groups):
            continue
        if tag == "V" and not _is_of_head(row, position):
            split = _split(row, groups, position, index)
            return position + 1 if split is None else split
        if tag in _STOPS or tag == "w":
            return position + 1
    return 0


def _is_of_head(row: Row, position: int) -> bool:
    """Whether it is the participle of "a delegation led by", before the delegation's own verb."""
    is_led = LED.match(row.chunks[position].text.lower()) is not None
    return (
        is_led
        and re.search("L[^V;:.]{0,14}$", row.tags[:position]) is not None
        and (row.tags[position + 1 : position + 2] == "b")
    )


def _before_relative(row: Row, groups: list[Group], index: int) -> int:
    """The chunk before a verb, leaving out a relative clause that a comma closes before it."""
    if row.tags[index - 1 : index] != ",":
        return index - 1
    opening = row.tags.rfind(",w", 0, index - 1)
    is_of_party = any(g.last == opening - 1 for g in groups)
    is_whole = not re.search("[;:.]", row.tags[opening + 1 : index - 1])
    return opening - 1 if opening > 0 and is_of_party and is_whole else index - 1


def _right_of(row: Row, groups: list[Group], index: int, trigger: Trigger, left: int) -> int:
    """The chunk after the last of the clause."""
    tags = row.tags
    position = index + 1
    stops = "wVY;:" if trigger.kind in _BESIDE_VISITS else "wV;:"
    while position < len(tags) and (tags[position] not in stops or _lists(row, groups, position)):
        position += 1
    if position < len(tags) and tags[position] == "V":
        split = _split(row, groups, index, position)
        position = position if split is None else split
    return _end_of_relative(row, index, left, position)


def _lists(row: Row, groups: list[Group], position: int) -> bool:
    """Whether a semicolon only parts the people of a list."""
    if row.tags[position] != ";":
        return False
    if any(g.first < position < g.last for g in groups):
        return True
    before = any(g.last == position - 1 for g in groups)
    after = next((g for g in groups if g.first > position), None)
    if after is None or not before:
        return False
    is_next = re.fullmatch("&?[am]*", row.tags[position + 1 : after.first]) is not None
    return is_next and row.tags[after.last + 1 : after.last + 2] in ("", ".", ";", ",")


def _end_of_relative(row: Row, index: int, left: int, right: int) -> int:
    """Where a clause that begins with ", who" closes with a comma, if before `right`."""
    if left < 2 or row.tags[left - 2 : left] != ",w":
        return right
    for position in range(index + 1, right - 1):
        if row.tags[position] == "," and row.tags[position + 1] not in "NTCDA&p":
            return position
    return right


def _split(row: Row, groups: list[Group], one: int, other: int) -> int | None:
    """Where between two verbs the second one's clause begins: with its own subject or date."""
    between = [g for g in groups if one < g.first and g.last < other]
    if between and _is_subject(row, between[-1], other):
        return between[-1].first - 2
    head = len(between) - 1
    while head > 0 and is_joined(row, between[head - 1], between[head]):
        head -= 1
    if head >= 0 and not between[head].governor:
        opening = _OPENING.search(row.tags[one + 1 : between[head].first])
        if opening:
            return one + 1 + opening.start()
    dated = re.search(r",?&p?D[^,&DV]*$", row.tags[one + 1 : other])
    return one + 1 + dated.start() if dated else None


def _is_subject(row: Row, group: Group, verb: int) -> bool:
    """Whether ", and" leads to somebody right before an active verb: "met A, and B came"."""
    is_near = row.tags[group.last + 1 : verb] in ("", "x")
    is_passive = row.tags[verb + 1 : verb + 2] == "b"
    return is_near and not is_passive and row.tags[: group.first].endswith(",&")
