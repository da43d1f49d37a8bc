"""English: who is told by office alone where a traveller meets him abroad; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from index.extraction.annotation import PartyMention, Reference, Trigger, TriggerKind
from index.extraction.english.rows import Row
from index.extraction.event import Role
from index.extraction.people import HOME
from index.places.mentions import CityMention

_OBJECT = re.compile(r"V[xm]{0,3}[pb][am]*$")
_MET = (TriggerKind.MEETING, TriggerKind.RECEPTION)
_HEADS = (Role.PRESIDENT, Role.PRIME_MINISTER, Role.DEPUTY_PRIME_MINISTER, Role.SPEAKER)


def with_hosts(row: Row, parties: list[PartyMention]) -> list[PartyMention]:
    """The parties; "in Hanoi he was received by Prime Minister N" marks one of another side."""
    if not parties or not _is_abroad(row) or parties[0].country not in (None, HOME):
        return parties
    return [replace(p, definite=True) if _is_host(row, p) else p for p in parties]


def _is_abroad(row: Row) -> bool:
    """Whether a sentence names cities, and none of the own country."""
    cities = [c.value.country for c in row.chunks if isinstance(c.value, CityMention)]
    told = cities[1:] if len(cities) > 1 and row.tags[0] == "T" else cities  # without a dateline
    return bool(told) and HOME not in told


def _is_host(row: Row, party: PartyMention) -> bool:
    if party.role not in _HEADS or party.person is None or party.reference is not Reference.FULL:
        return False
    if party.country is not None or party.organization is not None:
        return False
    first = next(i for i, chunk in enumerate(row.chunks) if chunk.start >= party.start)
    verb = _OBJECT.search(row.tags[:first])
    return verb is not None and _is_of_meeting(row.chunks[verb.start()].value)


def _is_of_meeting(value: object) -> bool:
    return isinstance(value, Trigger) and value.kind in _MET
