"""English: lists that leave the verb out: "A came in March, B in July and C in November"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.extraction.annotation import PlaceMention, Presence, TriggerKind
from index.extraction.english.clauses import Clause
from index.extraction.english.groups import Group

_GAP = re.compile(r",?(?:pa?[TC],?)?(?:p[am]?|x)?D(?=[,;.&)]|$)(?!,?&?x?V)")
_JOINT = re.compile(r"[,;&]&?(?:pD,)?$")


def read_gaps(clause: Clause, told: Presence, places: list[PlaceMention]) -> Iterator[Presence]:
    """What a presence with a date tells of others, each named with a date of its own after it."""
    if told.trigger.kind is not TriggerKind.ARRIVAL:
        return
    row, start = clause.row, clause.index + 1
    end = row.tags.find("V", start)
    for group in clause.groups:
        if group.first < start or (0 <= end < group.first) or not _is_listed(clause, group):
            continue
        gap = _GAP.match(row.tags, group.last + 1)
        if gap is None or "D" not in row.tags[start : group.first]:
            continue
        offsets = row.chunks[group.first].start, row.chunks[gap.end() - 1].end
        own = tuple(p for p in places if offsets[0] <= p.start < offsets[1])
        yield Presence(told.trigger, group.parties, own or told.places, offsets)


def _is_listed(clause: Clause, group: Group) -> bool:
    """Whether a comma, "and" or a semicolon leads to somebody, and no preposition."""
    return not group.governor and _JOINT.search(clause.row.tags[: group.first]) is not None
