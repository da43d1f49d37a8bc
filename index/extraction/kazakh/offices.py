"""Offices in a Kazakh sentence, and of which countries or organisations they are; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.release import Language
from index.extraction.annotation import OfficeMention, Sentence
from index.extraction.event import Role
from index.extraction.kazakh.cases import Case, case_of
from index.extraction.kazakh.places import mention_case
from index.extraction.lexicon import lexicon
from index.places.mentions import CityMention, Mention, OrganizationMention, RegionMention

_DOUBLE = re.compile(r"\s*(?:,?\s[–—-]\s*|,\s*(?:әрі\s+|сондай-ақ\s+)?|\s+(?:әрі|және)\s+)")
_DOUBLES = (Role.PRIME_MINISTER, Role.FOREIGN_MINISTER, Role.DEPUTY_PRIME_MINISTER, Role.MINISTER)
_JOINT = re.compile(r"(?:-\w{1,4})?(?:\s*,\s+|,?\s+(?:мен|пен|бен|және|әрі)\s+)")
# Words by which the name of an office only names an institution or a document.
_INSTITUTION = re.compile(
    r"\s+(?:әкімшілі|кеңсе|баспасөз қызмет|жарлығ|жанындағы|қор(?:ы|ын)|сайлау|телерадио"
    r"|атындағы|резиденц|протокол|кітапхана|аппарат|құрмет қарауыл|орталығ|стипендия"
    r"|мүше|деңгейінде|құрамы)"
)
# The same of offices in the plural: councils and meetings of ministers.
_COUNCIL = re.compile(r"\s+(?:[\w-]+ ){0,2}(?:кездесуі|кеңесі|отырысы|форумы|жиыны|саммиті)")
_CONCERNS = re.compile(r"(?:-\w+)?\s+(?:жөніндегі|бойынша|жанындағы|істері)")
# Fields of government that no list holds: "economy and sustainable development".
_FIELDS = re.compile(r"\s+(?:[\w’-]{1,30},?\s+){1,8}")
_FARTHEST = 160  # letters between a country and its office
_SIDE = re.compile(
    r"(?:[-’'‑]?\w{1,4})?\s+(?:жағ\w+|атынан|(?:тарап|делегация|құрама|топ)\w*(?:ан|ты|ды|н|ны))"
    r"\s+(?:[\w-]*(?:ға|ге|қа|ке|на|не|да|де|та|те|бұл|осы|жолы|оның|өткен|болған) ){0,3}"
)
_FROM = re.compile(r"(?:[-’'‑]\w{1,4})?\s+")
_BACK = re.compile(r"(?:орал|қайт)(?:ды|ты|ып|ған|қан)")
_GOVERNING = ("губернатор", "әкім", "мэр", "префект")
_OF_REGION = re.compile(
    r"(?:\s+(?:облыс|қала|провинция|аймағ|штат|өңір|уәлаят|кантон)\w*)?\s+(?:\w+ )?"
)
_OF = (Case.GENITIVE, Case.NOMINATIVE)


@dataclass(frozen=True, slots=True)
class Office:
    """One or more offices of one holder; `others` are the roles beside the main one."""

    start: int
    end: int
    role: Role
    others: tuple[Role, ...]
    plural: bool


def find_offices(sentence: Sentence) -> Iterator[Office]:
    """Offices of people, those of one person put together, in reading order.

    "Deputy Prime Minister – Minister of Foreign Affairs" is one; the "Office of the President"
    and a "council of ministers" are none.
    """
    pending: list[OfficeMention] = []
    for office in sentence.offices:
        if pending and not _is_double(sentence, pending[-1], office):
            yield from _people(sentence, pending)
            pending = []
        pending.append(office)
    if pending:
        yield from _people(sentence, pending)


def owners_of(sentence: Sentence, office: Office) -> list[Mention]:
    """Countries or organisations that the office is of, in reading order."""
    first = [m for m in sentence.mentions if m.start == office.start]
    if first and isinstance(first[0], OrganizationMention):
        return first
    before = [m for m in sentence.mentions if m.end <= office.start]
    edge = office.start
    while before:
        mention = before.pop()
        if not _belongs(sentence, mention, edge, office.role):
            return []
        if not _is_other(sentence, mention):
            return _listed(sentence, mention, before, office.plural)
        edge = mention.start
    return []


def side_of(sentence: Sentence, office: Office) -> list[Mention]:
    """The country or organisation that sent somebody: «А елі атынан», «А елінен министр»."""
    named = (m for m in sentence.mentions if not isinstance(m, CityMention | RegionMention))
    before = [m for m in named if m.end <= office.start]
    if not before:
        return []
    mention = before[-1]
    if _SIDE.fullmatch(sentence.lowered, mention.end, office.start):
        return [mention]
    is_from = mention_case(sentence.body, mention) is Case.ABLATIVE
    is_next = _FROM.fullmatch(sentence.lowered, mention.end, office.start) is not None
    is_back = _BACK.search(sentence.lowered, office.end, sentence.end) is not None
    return [mention] if is_from and is_next and not is_back else []


def region_of(sentence: Sentence, office: Office) -> CityMention | None:
    """The town, or the one that the region is called after, whose governor or mayor somebody is."""
    words = sentence.lowered[office.start : office.end]
    if not words.startswith(_GOVERNING):
        return None
    cities = [m for m in sentence.mentions if m.end < office.start and isinstance(m, CityMention)]
    if cities and _OF_REGION.fullmatch(sentence.lowered, cities[-1].end, office.start):
        return cities[-1]
    return None


def _belongs(sentence: Sentence, mention: Mention, edge: int, role: Role) -> bool:
    """Whether only words of an office's name stand between a country and the office."""
    if edge - mention.end > _FARTHEST:
        return False
    if _gap().fullmatch(sentence.body, mention.end, edge):
        return True
    if role not in (Role.MINISTER, Role.OTHER) or not _FIELDS.fullmatch(
        sentence.body, mention.end, edge
    ):
        return False
    words = re.findall(r"\w+", sentence.body[mention.end : edge])
    return all(case_of(word) in _OF for word in words)


def _people(sentence: Sentence, offices: list[OfficeMention]) -> Iterator[Office]:
    office = _joined(offices)
    is_council = office.plural and _COUNCIL.match(sentence.lowered, office.end, sentence.end)
    if not is_council and not _INSTITUTION.match(sentence.lowered, office.end, sentence.end):
        yield office


def _is_double(sentence: Sentence, one: OfficeMention, two: OfficeMention) -> bool:
    joint = _DOUBLE.fullmatch(sentence.body, one.end, two.start)
    if joint is None or one.plural or two.plural or one.role is two.role:
        return False
    if case_of(sentence.body[one.start : one.end]) is not Case.NOMINATIVE:
        return False
    if one.role is Role.OTHER:
        return two.role is Role.FOREIGN_MINISTER
    return one.role in _DOUBLES and two.role in _DOUBLES


def _joined(offices: list[OfficeMention]) -> Office:
    roles = [office.role for office in offices]
    main = (
        next((role for role in _DOUBLES if role in roles), roles[0]) if len(roles) > 1 else roles[0]
    )
    others = tuple(dict.fromkeys(role for role in roles if role is not main))
    return Office(offices[0].start, offices[-1].end, main, others, offices[-1].plural)


def _is_other(sentence: Sentence, mention: Mention) -> bool:
    """Whether the mention is not whose office it is, but where it is held or what it deals with."""
    if isinstance(mention, CityMention | RegionMention):
        return True
    case = mention_case(sentence.body, mention)
    if case is Case.ATTRIBUTIVE:
        return True
    return _CONCERNS.match(sentence.lowered, mention.end) is not None


def _listed(
    sentence: Sentence, mention: Mention, before: list[Mention], plural: bool
) -> list[Mention]:
    if mention_case(sentence.body, mention) not in _OF:
        return []
    listed = [mention]
    while plural and before and _JOINT.fullmatch(sentence.body, before[-1].end, listed[0].start):
        if mention_case(sentence.body, before[-1]) not in _OF:
            break
        listed.insert(0, before.pop())
    return listed


@cache
def _gap() -> re.Pattern[str]:
    """What may stand between a country and its office: houses of parliament, "new", topics."""
    words = "|".join(sorted(map(re.escape, lexicon(Language.KK).words["between"])))
    word = rf"(?:(?:[А-ЯЁӘҒҚҢӨҰҮҺІ][\w’-]*|{words}),?\s+)"
    topic = r"(?:(?:[\w’-]+\s+){1,6}?(?:жөніндегі|бойынша)\s+)"
    case = r"(?:[-’'‑](?:ның|нің|дың|дің|тың|тің))?"
    return re.compile(rf"{case}\)?(?:\s+\([^()]*\))?\s+{word}{{0,6}}{topic}?{word}{{0,3}}")
