"""English: whom the verb of a clause tells of, as its subject; pure."""

from __future__ import annotations

import re

from index.extraction.annotation import PartyMention, Reference
from index.extraction.english.clauses import Clause
from index.extraction.english.groups import Group, coordinated

Parties = tuple[PartyMention, ...]

INFINITIVE = re.compile(r"(?:ever )?to ")
_APART = frozenset(["where", "when", "while", "that", "which", "whose", "because", "although"])


def subject_of(clause: Clause) -> Parties:
    """Who stands before the trigger as its subject."""
    left, index = clause.left, clause.index
    is_after_verb = left > 0 and clause.row.tags[left - 1] == "V"
    free = [
        g
        for g in clause.groups
        if left <= g.first and g.last < index and not g.governor
        if not (is_after_verb and g.first == left)  # the object of the verb before
    ]
    if free and free[0].parties[0].reference is Reference.PRONOUN:
        return _meant(clause, free[0])
    return _nearest(clause, free) if free else _antecedent(clause)


def _nearest(clause: Clause, free: list[Group]) -> Parties:
    """The subject: the first party, but after a clause of another one who stands right there.

    "The minister having fallen ill, his deputy came".
    """
    tags, last = clause.row.tags, free[-1]
    is_near = re.fullmatch("(?:,?[xD]){0,2},?", tags[last.last + 1 : clause.index])
    apart = tags[free[0].last + 1 : last.first]
    if len(free) > 1 and is_near and re.fullmatch(",?x{2,}[^&V]*,", apart):
        return last.parties
    return coordinated(clause.row, free)


def _meant(clause: Clause, pronoun: Group) -> Parties:
    """Who "she" is: whom the same sentence tells of before, else she."""
    start = max(clause.row.tags.rfind(";", 0, pronoun.first), 0)
    before = [
        g.parties
        for g in clause.groups
        if start <= g.first and g.last < pronoun.first and not g.governor
        if g.parties[0].reference is not Reference.PRONOUN and not g.parties[0].plural
    ]
    is_told = clause.opening == "that"  # "the minister confirmed that she will come"
    return before[-1 if is_told else 0] if before else pronoun.parties


def _antecedent(clause: Clause) -> Parties:
    """Whom "who" stands for: the last party before it."""
    before = [g for g in clause.groups if g.last < clause.left]
    if not before or clause.opening not in ("who", "whom", "where"):
        return ()
    if clause.opening != "where":
        return before[-1].parties
    if has_other_subject(clause):
        return ()
    return next((g.parties for g in before if not g.governor), ())


def has_other_subject(clause: Clause) -> bool:
    """Whether a subordinate clause tells of something else: "where the commission met"."""
    if clause.opening not in _APART:
        return False
    between = clause.row.tags[clause.left : clause.index]
    return re.search(r"(?:^|[^pfbo])a|^[CEN]", between) is not None


def wanted(clause: Clause) -> Parties:
    """Who stands right before "to visit": "simpler for the minister to visit"."""
    if not INFINITIVE.match(clause.text):
        return ()
    near = [g for g in clause.groups if g.last == clause.index - 1]
    return near[0].parties if near and near[0].governor in ("f", "p", "o") else ()
