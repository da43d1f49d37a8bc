"""Kazakh: which of a sentence's places belong to a verb or to a visit; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from index.extraction.annotation import (
    MarkerKind,
    PlaceMention,
    Relation,
    Sentence,
    Trigger,
    TriggerKind,
    most_exact,
)
from index.extraction.kazakh.clauses import Clause, previous

ON_VISIT = re.compile(r"(?:іс-?)?сапар\w*(?:мен)$")
"""«сапармен»: on a visit."""

# «Лондонға сапары кезінде», «Лондонға бара жатып»: where a journey leads.
_ON_THE_WAY = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:(?:іс-?)?сапар\w*\s+(?:кезінде|барысында|жолында|аясында|бағытында)"
    r"|(?:бара|ұшып|кетіп)\s+(?:бара\s+)?жат\w+|бет\s+ал\w+|жол\s+тарт\w+|жолында)"
)
_STAYING = re.compile(r"бол|жүр|.*\bжүр|сапарда")
_GOING = (TriggerKind.ARRIVAL, TriggerKind.VISIT, TriggerKind.INVITATION)


def places_of(
    sentence: Sentence, places: list[PlaceMention], trigger: Trigger, clause: Clause
) -> list[PlaceMention]:
    """Places before the trigger in the case that it asks for; cities rather than their countries.

    Who goes, goes to a place in the dative; who stays or meets, does so at one in the locative.
    """
    words = sentence.lowered[trigger.start : trigger.end]
    near = _near(sentence, places, trigger, clause)
    staying = [p for p in near if p.relation is Relation.IN]
    is_staying = trigger.kind is TriggerKind.ARRIVAL and _STAYING.match(words)
    if trigger.kind not in _GOING or is_staying:
        return most_exact(staying)
    return most_exact([p for p in near if p.relation is Relation.TO] or staying)


def without_way(
    sentence: Sentence, places: list[PlaceMention]
) -> tuple[Sentence, list[PlaceMention]]:
    """A sentence that tells of a stop, and its places, without where the journey goes on to."""
    stops = [m.start for m in sentence.markers if m.kind is MarkerKind.TRANSIT]
    for place in places if stops else ():
        way = _ON_THE_WAY.match(sentence.lowered, place.end, max(stops))
        is_inside = any(p.country == place.country for p in places if p is not place)
        if way is None or place.relation is not Relation.TO or is_inside:
            continue
        kept = (t for t in sentence.triggers if not way.start() <= t.start < way.end())
        sentence = replace(sentence, triggers=tuple(kept))
        places = [p for p in places if p is not place]
    return sentence, places


def _near(
    sentence: Sentence, places: list[PlaceMention], trigger: Trigger, clause: Clause
) -> list[PlaceMention]:
    """Places between the verb before and the trigger; a visit's may stand farther."""
    here = [p for p in places if clause.start <= p.start and p.end <= clause.end]
    is_visit = trigger.kind is TriggerKind.VISIT
    if is_visit and ON_VISIT.match(sentence.lowered[trigger.start : trigger.end]):
        return here
    earlier = previous(sentence, trigger, clause)
    before = [p for p in here if p.end <= trigger.start]
    near = [p for p in before if earlier is None or p.start >= earlier.end]
    return before if is_visit and not near else near
