"""Where the words of a Russian clause take place or lead: its own places or those it goes on from.

«в Шанхае, где ...» tells of Shanghai, and so does what follows after such an inserted clause; what
two sides talk about («обсудили поставки в Пекин») is no place where they are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from corpus.release import Language
from index.extraction.annotation import (
    PlaceMention,
    Relation,
    Trigger,
    TriggerKind,
    most_exact,
)
from index.extraction.lexicon import lexicon
from index.extraction.russian.clauses import Clause, relative_word
from index.extraction.russian.frame import MOVING, Frame

_WHERE = re.compile(
    r"[,\s–—-]*(?:где|куда|откуда|(?:в|во|на)\s+котор(?:ый|ую|ое|ом|ой|ые|ых))(?!\w)"
)
_THERE = re.compile(r"(?<!\w)(?:там|туда|здесь|сюда)(?!\w)")
_FROM = re.compile(r"[,\s–—-]*откуда(?!\w)")


def places_of(frame: Frame, trigger: Trigger, clause: Clause) -> list[PlaceMention]:
    """Places of a trigger: those after it up to the next one, else others of the clause."""
    here = [p for p in frame.places if clause.start <= p.start < clause.end]
    if not here:
        return most_exact(_gone_on_from(frame, clause))
    if trigger.kind is not TriggerKind.VISIT and trigger.kind not in MOVING:
        return most_exact([p for p in here if not _is_talked_of(frame, trigger, p)])
    verbs = [t for t in frame.triggers if t.kind is not TriggerKind.VISIT]
    limit = min((t.start for t in verbs if t.start >= trigger.end), default=clause.end)
    after = [p for p in here if trigger.end <= p.start < limit]
    before = [p for p in here if p.start < trigger.end]
    return most_exact(after or before or [p for p in here if p.start >= limit])


def _gone_on_from(frame: Frame, clause: Clause) -> list[PlaceMention]:
    """The place before «где», «куда»; the one before an inserted clause that is at its end."""
    earlier = [p for p in frame.everywhere if p.end <= clause.start]
    is_there = _THERE.search(frame.lowered, clause.start, clause.end)
    if _WHERE.match(frame.lowered, clause.start, clause.end) or is_there:
        is_away = _FROM.match(frame.lowered, clause.start, clause.end)
        return [] if is_away else [replace(p, relation=Relation.IN) for p in earlier[-1:]]
    position = frame.clauses.index(clause)
    if position < 2 or relative_word(frame.sentence, frame.clauses[position - 1]) is None:
        return []
    matrix = frame.clauses[position - 2]
    if frame.triggers_in(matrix):
        return []
    return [p for p in frame.places if matrix.start <= p.start < matrix.end]


def _is_talked_of(frame: Frame, trigger: Trigger, place: PlaceMention) -> bool:
    """Whether a verb of talking stands between those who meet and the place."""
    return bool(_topics().search(frame.lowered, trigger.end, place.start))


@cache
def _topics() -> re.Pattern[str]:
    stems = sorted(lexicon(Language.RU).words["topics"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)})\w*")
