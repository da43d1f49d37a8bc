"""Credentials presented, originals or copies, as accounts of a sentence; pure."""

from __future__ import annotations

import re

from index.extraction.annotation import Tense
from index.extraction.event import Account, EventKind, Party, Role, Status
from index.extraction.others.adjuncts import When
from index.extraction.others.event_words import EventWords, event_words
from index.extraction.others.moment import HOME, Moment, Where
from index.places.mentions import CountryMention

_DASH_AND_NAME = re.compile(
    r"\s[–—-]\s(?P<name>[^\W\d_a-zа-яё][\w’'-]+(?:\s[\w’'-]+){1,5})(?=\s*[,;.(]|\s[иa]\s|$)"
)
_TO = ("Astana", HOME)


def read_credentials(moment: Moment, opened: Account | None = None) -> list[Account]:
    """One account for each ambassador; the party is who presents, the place where.

    `opened` is what the sentence before told of ambassadors that this one may name.
    """
    words = event_words(moment.language)
    if words.may_tell("credentials", moment.lowered):
        return _presented(moment, words)
    if opened is not None and opened.party.country is None:
        return [_named_after(moment, party, opened) for party in _envoys(moment, words)]
    return []


def _presented(moment: Moment, words: EventWords) -> list[Account]:
    sentence = moment.sentence
    span = (sentence.start, sentence.end)
    nouns = words.lists["credentials.copies"].find(sentence.lowered, *span)
    nouns = nouns or words.lists["credentials.nouns"].find(sentence.lowered, *span)
    given = words.lists["credentials.presented"].find(sentence.lowered, *span)
    taken = words.lists["credentials.received"].find(sentence.lowered, *span)
    later = words.lists["credentials.future"].find(sentence.lowered, *span)
    if not nouns or not (given or taken or later):
        return []
    name = sentence.body[nouns[0].start : nouns[0].end]
    tense = Tense.FUTURE if later else Tense.PAST
    own = moment.date_near(nouns[0].start, tense)
    status = moment.status(tense, own)
    when = moment.dated(status, own)
    parties = _envoys(moment, words) or ([] if taken else _holder(moment))
    parties = parties or [Party(Role.AMBASSADOR)]
    return [_account(moment, party, when, status, name) for party in parties]


def _account(moment: Moment, party: Party, when: When, status: Status, name: str) -> Account:
    return moment.account(EventKind.CREDENTIALS, party, when, status, _where(moment, party), name)


def _named_after(moment: Moment, party: Party, opened: Account) -> Account:
    when = When(opened.when, opened.first, opened.last)
    return _account(moment, party, when, opened.status, opened.name or "")


def _envoys(moment: Moment, words: EventWords) -> list[Party]:
    """The ambassadors whom the sentence names, else the countries that it names after them."""
    sentence = moment.sentence
    named = [
        each for each in moment.named if each.party.role is Role.AMBASSADOR and each.party.country
    ]
    parties = [each.party for each in named]
    is_list = any(each.mention.plural for each in named)
    if is_list or not named:
        if not words.lists["credentials.envoys"].find(
            sentence.lowered, sentence.start, sentence.end
        ):
            return []
        after = named[0].mention.start if named else sentence.start
        known = {party.country for party in parties}
        parties += [
            Party(Role.AMBASSADOR, _name_after(moment, mention.end), country=mention.code)
            for mention in sentence.mentions
            if isinstance(mention, CountryMention)
            and mention.start >= after
            and mention.code not in known | {HOME}
        ]
    return list(dict.fromkeys(parties))


def _name_after(moment: Moment, at: int) -> str | None:
    """The name that a list gives after a dash: «послы Кубы – ..., Перу – ...»."""
    found = _DASH_AND_NAME.match(moment.sentence.body, at, moment.sentence.end)
    return found["name"] if found else None


def _holder(moment: Moment) -> list[Party]:
    """Somebody who is named without a country, such as an own ambassador abroad."""
    own = [each.party for each in moment.named if each.party.person]
    return [Party(Role.AMBASSADOR, own[0].person, own[0].office, own[0].country)] if own else []


def _where(moment: Moment, party: Party) -> Where:
    """Where credentials are presented: to whom another country accredits, or at home."""
    if party.country != HOME:
        return Where(*_TO)
    hosts = [
        mention.code
        for mention in moment.sentence.mentions
        if isinstance(mention, CountryMention) and mention.code != HOME
    ]
    if not hosts or hosts[0] == moment.where.country:
        return moment.where
    return Where(None, hosts[0])
