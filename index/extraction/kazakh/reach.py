"""Kazakh: which of a sentence's places belong to a verb or to a visit; pure."""

from __future__ import annotations

import re

from index.extraction.annotation import PlaceMention, Relation, Sentence, Trigger, TriggerKind
from index.extraction.kazakh.clauses import Clause, previous

ON_VISIT = re.compile(r"(?:іс-?)?сапар\w*(?:мен)$")
"""«сапармен»: on a visit."""

_STAYING = re.compile(r"бол|жүр|.*\bжүр|сапар(?:да|лап)")
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
        return _most_exact(staying)
    return _most_exact([p for p in near if p.relation is Relation.TO] or staying)


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


def _most_exact(places: list[PlaceMention]) -> list[PlaceMention]:
    cities = {place.country for place in places if place.city}
    return [place for place in places if place.city or place.country not in cities]
