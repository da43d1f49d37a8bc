"""Talks and meetings that a sentence tells of; pure."""

from __future__ import annotations

from index.extraction.annotation import MarkerKind, Presence, TriggerKind
from index.extraction.event import Account, EventKind, Role, Status
from index.extraction.others.moment import Moment, Named

_MEETINGS = frozenset({TriggerKind.MEETING, TriggerKind.RECEPTION})


def read_talks(moment: Moment, presences: list[Presence]) -> list[Account]:
    """One account for each foreign side that was met."""
    if any(marker.kind is MarkerKind.REMOTE for marker in moment.sentence.markers):
        return []
    accounts = []
    for presence in presences:
        if presence.trigger.kind not in _MEETINGS:
            continue
        own = moment.date_near(presence.trigger.start, presence.trigger.tense)
        status = moment.status(presence.trigger.tense, own)
        when = moment.dated(status, own)
        if status is Status.TOOK_PLACE and when.covers(moment.when):
            when = moment.when
        where = moment.place_near(presence.trigger.start) or moment.where
        accounts += [
            moment.account(EventKind.TALKS, each.party, when, status, where)
            for each in _met(moment, presence)
        ]
    return accounts


def _met(moment: Moment, presence: Presence) -> list[Named]:
    starts = {(each.start, each.named) for each in presence.travellers}
    return [
        each
        for each in moment.named
        if (each.mention.start, each.mention.named) in starts
        and each.is_foreign
        and each.party.role is not Role.DELEGATION
    ]
