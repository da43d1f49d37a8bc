"""Who holds a Russian title: the countries and persons that follow it, put together; pure."""

from __future__ import annotations

import re

from corpus.release import Language
from index.extraction.annotation import PartyMention, PersonMention, Reference
from index.extraction.event import Role
from index.extraction.lexicon import lexicon
from index.extraction.russian.offices import office_by_field
from index.extraction.russian.phrase import Holder, Office, Owner, Pieces
from index.extraction.russian.roles import role_of

_OWN = "KZ"  # the only country of a Mazhilis
_ASIDE = r"(?:\s*\([^()]{1,60}\))?"  # «... (с резиденцией в Москве)»
_JOINT = re.compile(_ASIDE + r"\s*(?:,|,?\s+(?:и|а также|или|да)(?!\w))?\s+")
_JOINED = re.compile(_ASIDE + r"\s*(?:,|(?:и|а также|или|да)(?!\w))")
_INTO_COUNTRY = re.compile(
    r"(?:,?\s+(?:из|от|двух|обеих|трех|трёх|стран\w*|государств\w*|королевства|республики))*"
    r"(?:\s+|\s*\()"
)
_TO_PERSON = re.compile(r"\s*\)?\s+|\s*\(")
_WORD = re.compile(r"([\w-]+)\s+")
_QUESTIONS = re.compile(
    r"\s+по\s+(?:[\w-]+\s+(?:и\s+)?){0,4}?(?:вопросам|делам|связям|сотрудничеству)(?!\w)"
)
_ABOUT = re.compile(r"\s+по\s+(?:[а-яё-]+\s+){0,8}?[а-яё-]+(?=\s+[А-ЯЁ–—(]|[.,;])")
# «по приглашению Ивана Петрова» tells on what occasion, not of what field.
_FIELD = re.compile(
    r"\s+по\s+(?!приглашени|просьб|поручени|случаю|итогам|инициатив|окончани|завершени|результатам"
    r"|прибыти|возвращени|слов|данным|телефону|видео|совету|настояни|указани|согласовани|линии)"
    r"[\w-]+(?:\s+[\w-]+){0,7}(?!\w)"
)
_ABOUT_REGION = re.compile(r"\s+по\s+")
_POST = re.compile(r"\s+(?:в|во|при)\s+(?:(?:отделени\w+|штаб-квартире|организациях)\s+)?")
_SEAT = re.compile(r"\s+в\s+")
_OF_REALM = re.compile(
    r"\s+(?:королевства|султаната|эмирата|княжества|(?:своей|этой) страны)(?!\w)"
)


def read_holders(pieces: Pieces, office: Office) -> list[PartyMention]:
    """The parties that hold an office: one for each country or person of a list."""
    pairs, end = _pairs(pieces, office)
    pairs = _owned(office, pairs) or [(None, None)]
    end = max(end, office.end)
    written = _title(pieces, office, pairs)
    if not office.plural:
        pairs = pairs[:1]
    offices = [office] * len(pairs)
    if office.plural and len(pairs) == 1:
        offices = office_by_field(office, pieces.body) or offices
        pairs = pairs * len(offices)
    return [
        _party(pieces, one, holder, end, written)
        for one, holder in zip(offices, pairs, strict=True)
    ]


def _title(pieces: Pieces, office: Office, pairs: list[Holder]) -> str:
    """The title as written, with the countries before the first name and what is after them."""
    first_name = min((person.start for _, person in pairs if person), default=pieces.end)
    owners = [owner for owner, _ in pairs if owner and office.end <= owner.start < first_name]
    end = _after_field(pieces, owners[-1]) if owners else office.end
    return pieces.body[office.start : end]


def next_item(pieces: Pieces, position: int, *, in_list: bool) -> Owner | PersonMention | None:
    """The country or person that a gap of white space or a joint leads to."""
    for pattern in (_TO_PERSON, _JOINT) if in_list else (_TO_PERSON, _INTO_COUNTRY):
        gap = pattern.match(pieces.body, position, pieces.end)
        if gap is None:
            continue
        person = pieces.persons.get(gap.end())
        person = person or pieces.persons.get(_without_titles(pieces, gap.end()))
        found = person or pieces.owners.get(gap.end())
        if found is not None:
            return found
    return None


def _party(pieces: Pieces, office: Office, holder: Holder, end: int, written: str) -> PartyMention:
    owner, person = holder
    role, others = role_of(office, owner, written)
    reference = Reference.DELEGATION if role is Role.DELEGATION else Reference.OFFICE
    if _OF_REALM.match(pieces.body, office.end, pieces.end):
        reference = Reference.COMPATRIOT
    return PartyMention(
        office.start,
        end,
        person.start if person else owner.start if owner else office.start,
        Reference.FULL if owner or person else reference,
        None if role is Role.MINISTER and not others and office.is_bare else role,
        written,
        person,
        owner.country if owner else _OWN if "мажилис" in written.lower() else None,
        owner.also if owner else (),
        owner.organization if owner else None,
        others,
        office.plural and person is None,
    )


def _owned(office: Office, pairs: list[Holder]) -> list[Holder]:
    """The pairs with the countries of the title where none follow it."""
    owners = list(office.owners)
    if not owners or any(owner for owner, _ in pairs):
        return pairs
    persons = [person for _, person in pairs if person]
    if len(owners) == 1 or not office.plural:
        return [(owners[0], person) for person in persons] or [(owners[0], None)]
    if len(persons) == len(owners):
        return list(zip(owners, persons, strict=True))
    return [(owner, None) for owner in owners]


def _pairs(pieces: Pieces, office: Office) -> tuple[list[Holder], int]:
    """Countries and persons after an office, put together, and where they end."""
    items: list[Owner | PersonMention] = []
    about = _QUESTIONS.match(pieces.body, office.end, pieces.end)
    about = about or _before_person(pieces, office.end)
    position = about.end() if about else office.end
    if Role.DELEGATION in office.roles and (owner := _of_company(pieces, position)) is not None:
        items, position = [owner], owner.end
    while True:
        item = next_item(pieces, position, in_list=bool(items))
        if item is None or not _goes_on(pieces, office, items, item, position):
            return _put_together(items), position
        items.append(item)
        position = item.end
        if isinstance(item, Owner):
            position = _after_post(pieces, office, _after_field(pieces, item))


def _of_company(pieces: Pieces, position: int) -> Owner | None:
    """«делегация литовского МИД», «делегация «Казахстан Инжиниринг»»: whose it is."""
    is_quoted = pieces.body[position : position + 2] == " «"
    quoted = pieces.owners.get(position + 2) if is_quoted else None
    return quoted or pieces.attribute(position + 1)


def _before_person(pieces: Pieces, position: int) -> re.Match[str] | None:
    """«директор по Азии и Африке Иван Петров»: a field that leads to a name at once."""
    found = _FIELD.match(pieces.body, position, pieces.end)
    while found is not None:
        if found.end() + 1 in pieces.persons:
            return found
        found = _FIELD.match(pieces.body, position, found.end() - 1)
    return None


def _after_post(pieces: Pieces, office: Office, position: int) -> int:
    """Where the country or the body that an ambassador is accredited to ends, and its seat."""
    if Role.AMBASSADOR not in office.roles:
        return position
    for pattern in (_POST, _SEAT):
        post = pattern.match(pieces.body, position, pieces.end)
        end = pieces.ends.get(post.end()) if post else None
        position = end or position
    return position


def _after_field(pieces: Pieces, owner: Owner) -> int:
    """Where «по Центральной Азии», «по политическим вопросам» after an owner end."""
    region = _ABOUT_REGION.match(pieces.body, owner.end, pieces.end)
    if region is not None and region.end() in pieces.ends:
        return pieces.ends[region.end()]
    pattern = _ABOUT if owner.organization else _QUESTIONS
    found = pattern.match(pieces.body, owner.end, pieces.end)
    found = found or _before_person(pieces, owner.end)
    return found.end() if found else owner.end


def _without_titles(pieces: Pieces, position: int) -> int:
    titles = lexicon(Language.RU).words["titles"]
    for _ in range(2):
        word = _WORD.match(pieces.body, position, pieces.end)
        if word is None or word[1].lower() not in titles:
            break
        position = word.end()
    return position


def _goes_on(
    pieces: Pieces,
    office: Office,
    items: list[Owner | PersonMention],
    item: Owner | PersonMention,
    position: int,
) -> bool:
    """Whether an item still belongs to the list that an office opens."""
    if not items:
        return True
    is_joined = _JOINED.match(pieces.body, position, item.start) is not None
    has_person = any(isinstance(old, PersonMention) for old in items)
    if isinstance(item, PersonMention):
        return not is_joined if isinstance(items[-1], Owner) else is_joined and office.plural
    return office.plural and is_joined and (not has_person or _is_pair(pieces, item))


def _is_pair(pieces: Pieces, owner: Owner) -> bool:
    """Whether a person follows a country at once, as in «Узбекистана Рустам ...»."""
    gap = _TO_PERSON.match(pieces.body, owner.end, pieces.end)
    return gap is not None and gap.end() in pieces.persons


def _put_together(items: list[Owner | PersonMention]) -> list[Holder]:
    owners = [item for item in items if isinstance(item, Owner)]
    persons = [item for item in items if isinstance(item, PersonMention)]
    if not owners or not persons:
        return [(owner, None) for owner in owners] or [(None, person) for person in persons]
    if isinstance(items[0], PersonMention):
        return [(owners[0], persons[0])]
    if items == [*owners, *persons] and len(owners) == len(persons):
        return list(zip(owners, persons, strict=True))
    if len(owners) == 1:
        return [(owners[0], person) for person in persons]
    pairs: list[Holder] = []
    for item in items:
        if isinstance(item, Owner):
            pairs.append((item, None))
        else:
            pairs[-1] = (pairs[-1][0], item)
    return pairs
