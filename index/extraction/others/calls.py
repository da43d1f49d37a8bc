"""Calls by telephone and video that a sentence tells of; pure."""

from __future__ import annotations

from index.extraction.annotation import MarkerKind, Tense
from index.extraction.event import Account, EventKind, Party, Role
from index.extraction.lexicon import Found
from index.extraction.others.event_words import event_words
from index.extraction.others.moment import Moment, Where

_MINISTERS = frozenset({Role.FOREIGN_MINISTER, Role.PRIME_MINISTER, Role.DEPUTY_PRIME_MINISTER})


def read_calls(moment: Moment) -> list[Account]:
    """One account for each foreign side that was spoken to."""
    event = event_words(moment.language)
    if not event.may_tell("call", moment.lowered):
        return []
    words = event.lists
    sentence = moment.sentence
    span = (sentence.start, sentence.end)
    mediums = words["call.mediums"].find(sentence.lowered, *span)
    if not mediums:
        return []
    talks = words["call.talk"].find(sentence.lowered, *span)
    others = words["call.not_call"].find(sentence.lowered, *span)
    if not talks or (others and not _is_a_talk(mediums, talks)):
        return []
    parties = _partners(moment)
    planned = any(marker.kind is MarkerKind.PLANNED for marker in sentence.markers)
    tense = Tense.FUTURE if planned else Tense.PAST
    own = moment.date_near(mediums[0].start, tense)
    status = moment.status(tense, own)
    when = moment.dated(status, own)
    return [moment.account(EventKind.CALL, each, when, status, Where()) for each in parties]


def _is_a_talk(mediums: list[Found[bool]], talks: list[Found[bool]]) -> bool:
    """Whether the medium's own words say that somebody was talked to: "telephone talks"."""
    return any(medium.start <= talk.start < medium.end for medium in mediums for talk in talks)


def _partners(moment: Moment) -> list[Party]:
    """The foreign sides named in the sentence, else those in force, by the office it names."""
    named = [each.party for each in moment.named if each.is_foreign]
    if named:
        return list(dict.fromkeys(named))
    roles = {office.role for office in moment.sentence.offices}
    return [
        party if _is_meant(party, roles) else _of_side(party, min(roles, default=Role.OTHER))
        for party in moment.foreign
    ]


def _is_meant(party: Party, roles: set[Role]) -> bool:
    """Whether offices can be the party's: a foreign or prime minister is a minister as well."""
    return party.role in roles or (Role.MINISTER in roles and party.role in _MINISTERS)


def _of_side(party: Party, role: Role) -> Party:
    return Party(role, country=party.country, organization=party.organization)
