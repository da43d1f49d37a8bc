"""English: delegations and who heads them, in the clause of a verb; pure."""

from __future__ import annotations

import re
from itertools import pairwise

from index.extraction.annotation import PartyMention
from index.extraction.english.clauses import LED, Clause
from index.extraction.english.groups import Group
from index.extraction.event import Role

_SHORT = 6  # words of "under the leadership of"
_BETWEEN = "[^,;V]{0,14},?"


def with_heads(clause: Clause, travellers: tuple[PartyMention, ...]) -> tuple[PartyMention, ...]:
    """The travellers with the head of a delegation in its place, where he is told after it."""
    heads = {
        group.parties[0].start: following.parties
        for group, following in pairwise(clause.groups)
        if _is_led(clause, group, following)
    }
    found = [head for t in travellers for head in heads.get(t.start, (t,))]
    return tuple(dict.fromkeys(found))


def is_participle(clause: Clause) -> bool:
    """Whether it is the "headed by" of a delegation, of which another verb tells."""
    before = _before(clause)
    if before is None or before.parties[0].role is not Role.DELEGATION:
        return False
    between = clause.row.tags[before.last + 1 : clause.index]
    return bool(re.fullmatch(_BETWEEN, between)) and LED.match(clause.text) is not None


def is_of_delegation(clause: Clause) -> bool:
    """Whether somebody else is the subject: "X, as part of the delegation led by Y, met"."""
    before = _before(clause)
    return before is not None and bool(before.governor)


def _before(clause: Clause) -> Group | None:
    return next((g for g in reversed(clause.groups) if g.last < clause.index), None)


def _is_led(clause: Clause, group: Group, following: Group) -> bool:
    if group.parties[0].role is not Role.DELEGATION:
        return False
    between = clause.row.tags[group.last + 1 : following.first]
    words = {c.text.lower() for c in clause.row.chunks[group.last + 1 : following.first]}
    if words & {"under", "with"} and len(words) <= _SHORT and following.parties[0].person:
        return "under" in words or words >= {"at", "its", "head"}
    if not re.fullmatch(_BETWEEN + "Vb", between):
        return False
    verb = clause.row.chunks[following.first - 2]
    return LED.match(verb.text.lower()) is not None
