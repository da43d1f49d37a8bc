"""Whether a presence took place, is planned, was called off or is told from the past."""

from __future__ import annotations

from datetime import date, timedelta

from index.extraction.annotation import Marker, MarkerKind, Presence, Sentence, Tense, TriggerKind
from index.extraction.event import Status

_MET = (TriggerKind.MEETING, TriggerKind.RECEPTION, TriggerKind.ATTENDANCE)
_OFF = {
    MarkerKind.CANCELLED: Status.CANCELLED,
    MarkerKind.POSTPONED: Status.POSTPONED,
    MarkerKind.DENIED: Status.DENIED,
}
_BEFORE = timedelta(days=14)  # a day as long before the release's event belongs to another one

_STAY = timedelta(days=7)
_YEAR = timedelta(days=360)  # "in 2024 he made three visits": told of more than the own event


def status_of(
    presence: Presence,
    sentence: Sentence,
    days: tuple[date | None, date | None],
    event: date,
    published: date,
) -> Status:
    """The status, by the words beside the trigger and the days that the clause names."""
    first, last = days
    markers = inside(sentence, presence.clause)
    off = _called_off(presence, sentence, markers)
    if off is not None:
        return off
    if presence.trigger.tense is Tense.FUTURE or presence.trigger.kind is TriggerKind.INVITATION:
        return Status.PLANNED
    if first is not None and first > published:
        return Status.PLANNED
    kinds = {marker.kind for marker in markers}
    if presence.trigger.tense is Tense.NONE and MarkerKind.PLANNED in kinds:
        return Status.PLANNED
    if last is not None and last < event - _BEFORE:
        return Status.PAST_MENTION
    if first is not None and last is not None and last - first > _YEAR:
        return Status.PAST_MENTION
    if first is not None and last is not None and last - first <= _STAY:
        return Status.TOOK_PLACE  # "before that, on 12 May": a day of the same trip
    before = {m.kind for m in sentence.markers if m.end <= presence.trigger.start}
    if MarkerKind.PAST in kinds | before:
        return Status.PAST_MENTION
    return Status.TOOK_PLACE


def _called_off(presence: Presence, sentence: Sentence, markers: list[Marker]) -> Status | None:
    """The status of what the words beside the trigger call off, or leave to what others say."""
    for marker in markers:
        if marker.kind in _OFF and _concerns(marker, presence):
            return _OFF[marker.kind]
    is_reported = any(marker.kind is MarkerKind.REPORTED for marker in sentence.markers)
    return Status.DENIED if is_reported else None


def is_before(presence: Presence) -> bool:
    """Whether somebody came from there, or had met somebody there: the place is not in force."""
    had_met = presence.trigger.kind in _MET and presence.trigger.tense is Tense.BEFORE
    return presence.is_from or had_met


def _concerns(marker: Marker, presence: Presence) -> bool:
    """Whether words of calling off are of this verb, not of another visit told before it."""
    if presence.trigger.tense is Tense.NONE or marker.kind is MarkerKind.DENIED:
        return True
    subjects = [m.start for m in presence.travellers if m.start < presence.trigger.start]
    return not subjects or marker.start >= min(subjects)


def inside(sentence: Sentence, clause: tuple[int, int]) -> list[Marker]:
    """Markers that lie in a clause."""
    return [m for m in sentence.markers if clause[0] <= m.start and m.end <= clause[1]]
