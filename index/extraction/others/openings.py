"""Embassies, consulates and other missions opened, as accounts of a sentence; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.release import Language
from index.extraction.annotation import Relation, Tense
from index.extraction.event import Account, EventKind, Party, Role, Status
from index.extraction.lexicon import Found
from index.extraction.others.adjuncts import CLAUSE_END
from index.extraction.others.event_words import EventWords, event_words
from index.extraction.others.moment import HOME, Moment, Where
from index.places.gazetteer import Gazetteer
from index.places.mentions import CityMention, CountryMention

_REACH = 110  # letters between a mission and the word of its opening
_LINK = re.compile(r"\s(?:of\s(?:the\s)?)?(?:(?:new|first|honorary|жаңа|алғашқы)\s)?")
_WITHIN = re.compile(r"\b(?:at|in|inside|near|by|from|в|при|у)\s(?:the\s)?$")
_IN = Relation.IN
_AND = re.compile(r"\s(?:and|и|және)\s")
_KAZAKH_CASE = re.compile(
    r"(?:(?<=[гғ][іы])(?:н|нің|ның|не|на|нда|нде|нан|нен)|(?<=[кқ])(?:ке|қа|ті|ты|тің|тың|те|та))$"
)


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission as a sentence names it, whose it is and where; None where it is silent."""

    start: int
    end: int
    owner: str | None
    host: Where | None


def read_openings(moment: Moment) -> list[Account]:
    """One account for each mission that was opened or shall be.

    The party is the foreign side: whose the mission is, or where Kazakhstan's own stands.
    """
    words = event_words(moment.language)
    if not words.may_tell("openings", moment.lowered):
        return []
    missions = words.lists["openings.missions"].find(moment.sentence.lowered, *_span(moment))
    if not missions:
        return []
    accounts = [
        _account(moment, _mission(moment, mission, missions), verb)
        for mission in missions
        if (verb := _verb(moment, mission, missions, words)) is not None
    ]
    return [account for account in accounts if account is not None]


@dataclass(frozen=True, slots=True)
class _Verb:
    at: int
    tense: Tense


def _span(moment: Moment) -> tuple[int, int]:
    return moment.sentence.start, moment.sentence.end


def _verb(
    moment: Moment, mission: Found[bool], missions: list[Found[bool]], words: EventWords
) -> _Verb | None:
    """The nearest word of opening that can be said of the mission."""
    lowered = moment.sentence.lowered
    opened = words.lists["openings.opened"].find(lowered, *_span(moment))
    planned = [
        verb
        for verb in words.lists["openings.planned"].find(lowered, *_span(moment))
        if not any(done.start <= verb.start < done.end for done in opened)
    ]
    found = [
        _Verb(each.start, tense)
        for verbs, tense in ((opened, Tense.PAST), (planned, Tense.FUTURE))
        for each in verbs
        if _is_said_of(lowered, each.start, mission, missions, words)
    ]
    return min(found, key=lambda verb: abs(verb.at - mission.start), default=None)


def _is_said_of(
    lowered: str, verb: int, mission: Found[bool], missions: list[Found[bool]], words: EventWords
) -> bool:
    start, end = sorted((mission.start, verb))
    if end - start > _REACH or CLAUSE_END.search(lowered, start, end):
        return False
    if words.lists["openings.not_opened"].find(lowered, start, end):
        return False
    if verb < mission.start and _WITHIN.search(lowered, start, end):
        return False
    between = [other for other in missions if start < other.start < end and other is not mission]
    return not between or bool(_AND.search(lowered, between[-1].end, end))


def _mission(moment: Moment, found: Found[bool], missions: list[Found[bool]]) -> Mission:
    """The mission with its owner and host, named with its owner where both stand together."""
    owner = _owner(moment, found)
    start, end = found.start, found.end - len(_case_ending(moment, found))
    if owner is not None:
        start, end = min(start, owner.start), max(end, owner.end)
    limit = min(
        (mission.start for mission in missions if mission.start > found.start),
        default=moment.sentence.end,
    )
    clause = CLAUSE_END.search(moment.sentence.lowered, end, limit)
    host = _host(moment, owner, (end, clause.start() if clause else limit))
    return Mission(start, end, owner.code if owner else None, host)


def _case_ending(moment: Moment, found: Found[bool]) -> str:
    if moment.language is not Language.KK:
        return ""
    ending = _KAZAKH_CASE.search(moment.sentence.lowered[found.start : found.end])
    return ending.group() if ending else ""


def _owner(moment: Moment, found: Found[bool]) -> CountryMention | None:
    """Whose the mission is: a country named right after or right before its noun."""
    body = moment.sentence.body
    countries = [m for m in moment.sentence.mentions if isinstance(m, CountryMention)]
    for mention in countries:
        if found.end <= mention.start and _LINK.fullmatch(body, found.end, mention.start):
            return mention
    for mention in countries:
        if mention.end <= found.start and _LINK.fullmatch(body, mention.end, found.start):
            return None if _is_place(moment, mention) else mention
    return None


def _is_place(moment: Moment, mention: CountryMention) -> bool:
    return any(place.start <= mention.start < place.end for place in moment.places)


def _host(moment: Moment, owner: CountryMention | None, after: tuple[int, int]) -> Where | None:
    """Where the mission stands: a city or country named after it, else before it."""
    code = owner.code if owner else None
    found = [
        (mention.start, _place(moment, mention))
        for mention in moment.sentence.mentions
        if isinstance(mention, CityMention)
        or (isinstance(mention, CountryMention) and _is_place(moment, mention))
    ]
    fitting = [(start, place) for start, place in found if place.country not in (None, code)]
    later = [place for start, place in fitting if after[0] <= start < after[1]]
    earlier = [place for start, place in fitting if start < after[0]]
    ranked = [*later, *reversed(earlier)]
    first = next(iter(ranked), None)
    host = next((place for place in ranked if place.city), first)
    return host or _unlisted(moment, code)


def _unlisted(moment: Moment, owner: str | None) -> Where | None:
    """A town that the gazetteer does not hold, in the country named with it or in force."""
    if owner != HOME:
        return None
    towns = [p.city for p in moment.places if p.city and p.country is None and p.relation is _IN]
    named = [
        mention.code
        for mention in moment.sentence.mentions
        if isinstance(mention, CountryMention) and mention.code != HOME
    ]
    in_force = [party.country for party in moment.foreign if party.country] if towns else []
    country = next(iter([*named, *in_force]), None)
    return Where(towns[0] if towns else None, country) if country else None


def _place(moment: Moment, mention: CityMention | CountryMention) -> Where:
    if isinstance(mention, CityMention):
        return Where(mention.city, mention.country)
    capital = any(
        place.is_capital and place.start <= mention.start < place.end for place in moment.places
    )
    if capital:
        return Where(Gazetteer.load().capital(mention.code), mention.code)
    if moment.where.country == mention.code:
        return Where(moment.where.city, mention.code)
    return Where(None, mention.code)


def _account(moment: Moment, mission: Mission, verb: _Verb) -> Account | None:
    if mission.owner is None and mission.host is None:
        return None
    host = mission.host or moment.where
    owner = mission.owner or _implied_owner(moment, host)
    if owner is None or owner == host.country or HOME not in (owner, host.country):
        return None
    foreign = host.country if owner == HOME else owner
    if foreign is None:
        return None
    own = moment.date_near(mission.end, verb.tense)
    status = moment.status(verb.tense, own)
    if own is None and status is Status.TOOK_PLACE and not _is_news(moment, host):
        status = Status.PAST_MENTION
    when = moment.dated(status, own)
    name = moment.sentence.body[mission.start : mission.end]
    party = Party(Role.OTHER, country=foreign)
    where = host if status is not Status.PLANNED or mission.host else Where(None, host.country)
    return moment.account(EventKind.OPENING, party, when, status, where, name)


def _is_news(moment: Moment, host: Where) -> bool:
    """Whether the release tells of the opening itself: in its lead, or from where it was."""
    is_lead = "\n" not in moment.sentence.body[: moment.sentence.start].strip()
    is_there = moment.where.city == host.city if host.city else False
    return is_lead or is_there or (host.country != HOME and moment.where.country == host.country)


def _implied_owner(moment: Moment, host: Where) -> str | None:
    """Abroad an own mission, at home that of the side in force."""
    if host.country != HOME:
        return HOME
    countries = [
        m.code
        for m in moment.sentence.mentions
        if isinstance(m, CountryMention) and m.code != HOME and not _is_place(moment, m)
    ]
    foreign = [each.party.country for each in moment.named if each.is_foreign] + countries
    foreign += [party.country for party in moment.foreign]
    return next((code for code in foreign if code), None)
