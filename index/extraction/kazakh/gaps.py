"""Kazakh: several of whom one verb is told: «ақпанда А, наурызда Б келді»; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.extraction.annotation import PartyMention, PlaceMention, Relation, Sentence
from index.extraction.kazakh.clauses import Clause

_JOINT = re.compile(r",\s+(?:ал\s+|сондай-ақ\s+|және\s+)?|\s+(?:және|ал)\s+")
_AT = (Relation.TO, Relation.IN)


@dataclass(frozen=True, slots=True)
class Gap:
    """Some of those whom a verb is told of, and the words in which their time or place stands."""

    start: int
    end: int
    parties: tuple[PartyMention, ...]
    is_dated: bool

    def span(self, clause: Clause, all_of_verb: list[Gap]) -> tuple[int, int]:
        """Offsets within which dates of these parties are looked for."""
        if self is all_of_verb[-1]:
            return self.start, clause.end
        is_anyone_dated = any(gap.is_dated for gap in all_of_verb)
        return (
            (self.start, self.end)
            if self.is_dated or not is_anyone_dated
            else (
                all_of_verb[0].start,
                self.end,
            )
        )


def gaps(
    sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention], reach: Clause
) -> list[Gap]:
    """The parts before a verb that each have somebody and a time or a place; none if one only.

    `parties` are those in the case that the verb asks for.
    """
    anchors = [(d.start, d.end) for d in sentence.dates]
    anchors += [(p.start, p.end) for p in places if p.relation in _AT]
    found: list[Gap] = []
    start = reach.start
    for piece_start, piece_end in _pieces(sentence, reach):
        own = [p for p in parties if piece_start <= p.start and p.end <= piece_end]
        is_anchored = any(piece_start <= a and b <= piece_end for a, b in anchors)
        if own and is_anchored:
            dates = any(piece_start <= d.start < piece_end for d in sentence.dates)
            found.append(Gap(start, piece_end, tuple(own), dates))
        elif found:
            last = found[-1]
            found[-1] = Gap(last.start, piece_end, (*last.parties, *own), last.is_dated)
        elif own:
            return []
        else:
            continue
        start = piece_end
    return found if len(found) > 1 else []


def _pieces(sentence: Sentence, reach: Clause) -> list[tuple[int, int]]:
    """The words between what joins the members of a list; names and titles are left whole."""
    joints = [
        m
        for m in _JOINT.finditer(sentence.lowered, reach.start, reach.end)
        if not any(o.start < m.start() < o.end for o in sentence.offices)
        and not any(m.start() >= d.start and m.end() <= d.end for d in sentence.dates)
    ]
    starts = [reach.start, *(m.end() for m in joints)]
    ends = [*(m.start() for m in joints), reach.end]
    return list(zip(starts, ends, strict=True))
