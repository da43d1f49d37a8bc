"""Russian titles put together: adjectives of countries, double offices, fields of government."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import cache

from corpus.release import Language
from index.extraction.annotation import OfficeMention
from index.extraction.event import Role
from index.extraction.lexicon import lexicon
from index.extraction.russian.cases import Case, case_of
from index.extraction.russian.phrase import Office, Owner, Pieces, owner_of
from index.extraction.russian.roles import MINISTERS, may_go_together

BETWEEN_TITLES = re.compile(r"\s*(?:[–—-]\s|,\s|и\s)\s*(?:также\s)?")
_BARE = re.compile(r"министр\w{0,3}")
_ACTING = re.compile(r"(?<!\w)(?:исполняющ\w+\s+обязанности|и\. ?о\.|врио)\s+$", re.IGNORECASE)
_BEFORE = re.compile(r"([\w-]+)(,?\s+(?:и\s+)?)$")
_NEXT_WORD = re.compile(r"[,\s]+(?P<word>[\w-]+)")
_QUALIFIERS = ("нов", "нынешн", "высокопоставленн", "главн", "действующ")
_JOINTS = frozenset(["и", "по", "делам", "вопросам", "за", "при", "проживающих", "вопросов"])
_CLOSING = frozenset({"рубежом", "проживающих"})
# «по вопросам ...», and what a genitive can end with that no verb in the past does.
_FIELD_WORD = re.compile(
    r"(?:и|по|за|при|вопросам|делам|связям"
    r"|[а-яё-]{2,}(?:[аяиыйх]|ого|его|ому|ему|ам|ям|ов|ев|ью)(?<!ла)(?<!ли)(?<!ся))"
)
_MOST_FIELDS = 12  # words
_FOREIGN = re.compile(r"иностранн\w+ дел|внешн\w+ (?:дел|связ|сношен)")


def read_office(pieces: Pieces, index: int) -> Office:
    """The office at an index with those that the same person holds besides."""
    first = pieces.offices[index]
    start, owners = adjectives_before(pieces, first.start)
    if acting := _ACTING.search(pieces.body[max(pieces.start, start - 40) : start]):
        start -= len(acting.group())
    case, plural = case_of(pieces.body[first.start : first.end])
    roles: tuple[Role, ...] = (first.role,)
    end = _with_fields(pieces, first.end)
    later = pieces.offices[index + 1 :]
    if later and _is_of(pieces, end, later[0]):
        end = _with_fields(pieces, later.pop(0).end)
    owners += pieces.inside(first.start, end)
    for office in later:
        gap = pieces.body[end : office.start]
        if not BETWEEN_TITLES.fullmatch(gap) or not may_go_together(roles, office.role, gap):
            break
        if not case & case_of(pieces.body[office.start : office.end])[0]:
            break
        roles = (*roles, office.role)
        end = _with_fields(pieces, office.end)
        owners += pieces.inside(office.start, end)
    is_bare = bool(_BARE.fullmatch(pieces.body[first.start : end].lower()))
    return Office(start, end, roles, plural, tuple(owners), is_bare)


def _is_of(pieces: Pieces, end: int, office: OfficeMention) -> bool:
    """«пресс-секретарь Президента»: whether an office belongs to the one that ends before it."""
    if not pieces.body[end : office.start].isspace():
        return False
    case, plural = case_of(pieces.body[office.start : office.end])
    return Case.GENITIVE in case and not plural


def adjectives_before(pieces: Pieces, start: int) -> tuple[int, list[Owner]]:
    """«китайским и пакистанским» before «министрами»: where it begins and the countries."""
    owners: list[Owner] = []
    position = start
    while word := _BEFORE.search(pieces.body[max(pieces.start, position - 60) : position]):
        offset = max(pieces.start, position - 60)
        mention = pieces.adjectives.get(offset + word.end(1))
        is_joined = word[2].strip() != ""
        if mention is None and (is_joined or not word[1].lower().startswith(_QUALIFIERS)):
            break
        if mention is not None:
            if is_joined and not owners:
                break
            owners.insert(0, owner_of(mention))
        position = offset + word.start(1)
    return (position, owners) if owners else (start, [])


def office_by_field(office: Office, body: str) -> list[Office]:
    """«министры иностранных дел и сельского хозяйства» as an office for each field."""
    written = body[office.start : office.end].lower()
    if set(office.roles) - MINISTERS or not written.startswith("министр"):
        return []
    fields = re.split(r",\s+|\s+и\s+", written.split(maxsplit=1)[-1])
    if len(fields) < 2 or any(field.startswith("по ") for field in fields):
        return []
    roles = [Role.FOREIGN_MINISTER if _FOREIGN.search(f) else Role.MINISTER for f in fields]
    return [replace(office, roles=(role,)) for role in roles]


def _with_fields(pieces: Pieces, end: int) -> int:
    """The end of an office with the fields that it goes on with («и внешней торговли»)."""
    position = end
    for match in _NEXT_WORD.finditer(pieces.body, end, pieces.end):
        if match.start() != position or match.start("word") in pieces.owners:
            break
        word = match["word"]
        if match.start("word") in pieces.demonyms or word in _CLOSING or is_field(word.lower()):
            end = position = match.end()
        elif word in _JOINTS:
            position = match.end()
        else:
            break
    return _up_to_owner(pieces, end)


def _up_to_owner(pieces: Pieces, end: int) -> int:
    """The end of an office whose field is not listed, where it goes on to a country at once."""
    position = end
    for match in itertools.islice(_NEXT_WORD.finditer(pieces.body, end, pieces.end), _MOST_FIELDS):
        if match.start("word") in pieces.owners:
            return position
        is_region = match.end() == pieces.ends.get(match.start("word"))
        if match.start() != position or not (is_region or _FIELD_WORD.fullmatch(match["word"])):
            return end
        position = match.end()
    return end


@cache
def is_field(word: str) -> bool:
    """Whether a word names a field of government, in whatever case."""
    stems = lexicon(Language.RU).words["portfolios"]
    return word in stems or any(word[:-ending] in stems for ending in range(1, 5))
