"""English: with whom somebody comes, by the clause of the verb of his coming; pure."""

from __future__ import annotations

import re

from index.extraction.annotation import PartyMention
from index.extraction.english.clauses import Clause
from index.extraction.english.groups import Group
from index.extraction.english.members import (
    INSPECTING,
    TOGETHER,
    as_companion,
    as_member,
    is_group,
)

_MEETING_NOUNS = re.compile(r"(?:meetings?|talks|negotiations|consultations|conversations?)")


def company_of(clause: Clause, after: list[Group]) -> tuple[PartyMention, ...]:
    """Of the groups after the verb "with a group of investors", "together with the minister"."""
    found: list[PartyMention] = []
    if INSPECTING.search(clause.text):
        return ()
    for group in after:
        before = [c.text.lower() for c in clause.row.chunks[: group.first]][-2:]
        if before[-1] in TOGETHER:
            found += map(as_companion, group.parties)
        elif before[-1] == "with" and not _MEETING_NOUNS.fullmatch(before[0]):
            found += [as_member(party) for party in group.parties if is_group(party)]
    return tuple(found)
