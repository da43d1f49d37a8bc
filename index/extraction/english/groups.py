"""English: the people of one phrase as a group, and groups that are told together; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.extraction.annotation import PartyMention
from index.extraction.english.members import is_beside
from index.extraction.english.rows import Row

_JOINED = re.compile(r",|&|,&|;|;&|,?xxx|,?&b")
_CRAFT = frozenset(
    ["aircraft", "plane", "airplane", "aeroplane", "jet", "helicopter", "train", "motorcade"]
)


@dataclass(frozen=True, slots=True)
class Group:
    """Parties of one phrase, its first and last chunk, and the tag of what governs it.

    That is a preposition before it or a possessive after it; empty for a subject or object.
    """

    first: int
    last: int
    parties: tuple[PartyMention, ...]
    governor: str


def groups_of(row: Row, parties: list[PartyMention]) -> list[Group]:
    """The parties by the phrases that name them, in reading order."""
    groups = []
    for start, end in sorted({(p.start, p.end) for p in parties}):
        inside = [i for i, c in enumerate(row.chunks) if start <= c.start and c.end <= end]
        if inside:
            members = tuple(p for p in parties if (p.start, p.end) == (start, end))
            governor = _governor(row, inside[0])
            if _is_owner(row, inside[-1] + 1):
                governor = governor or "s"  # "the minister's office said"
            groups.append(Group(inside[0], inside[-1], members, governor))
    return groups


def _is_owner(row: Row, index: int) -> bool:
    """Whether a possessive stands at a chunk: not "the minister's plane", which he comes by."""
    following = row.chunks[index + 1].text.lower() if index + 1 < len(row.chunks) else ""
    return row.tags[index : index + 1] == "s" and following not in _CRAFT


def _governor(row: Row, first: int) -> str:
    """The tag of the preposition before a phrase; whose aircraft lands comes himself."""
    before = row.tags[first - 1] if first else ""
    owned = row.chunks[first - 2].text.lower() if before == "o" and first > 1 else ""
    return before if before in tuple("ofbp") and owned not in _CRAFT else ""


def coordinated(row: Row, free: list[Group]) -> tuple[PartyMention, ...]:
    """The first group and those that a comma or "and" joins to it."""
    together = [free[0]]
    for group in free[1:]:
        is_last = group is free[-1] and row.tags[: group.first].endswith(",&")
        if not is_joined(row, together[-1], group) and not is_last:
            continue
        together.append(group)
    return tuple(party for group in together for party in group.parties)


def is_joined(row: Row, one: Group, other: Group) -> bool:
    """Whether only a comma, "and" or "among them" stands between two groups."""
    if is_beside(row, one.last + 1, other.first):
        return True
    return _JOINED.fullmatch(row.tags[one.last + 1 : other.first]) is not None
