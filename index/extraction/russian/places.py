"""Places that a Russian sentence names as scene or destination; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.release import Language
from index.extraction.annotation import PlaceMention, Relation, Sentence
from index.extraction.people import HOME
from index.extraction.russian.clauses import GAP
from index.places.gazetteer import Gazetteer
from index.places.mentions import CityMention, CountryMention, MentionForm

_BEFORE = re.compile(
    r"(?:^|(?<![\w-]))(?P<word>[\w-]+)[\s«\"]+"
    r"(?:(?:город\w{0,2}|г\.|аэропорте|международн\w+|столиц\w{1,2}|сел\w{1,2}|республик\w{1,2}|соседн\w+|дружественн\w+|солнечн\w+)\s*)*$"
)
_THROUGH = re.compile(r"(?<!\w)через\s+(?:[\w-]+\s+)?(?:аэропорт|территорию)\s+$")
_STATIONED = re.compile(
    r"(?:аккредитован\w*|резиденци\w+|проживающ\w+|работающ\w+|обучающ\w+|посольств\w+|консульств\w+)"
    r"\s+(?:[\w-]+\s+){0,3}(?:в|во)\s+$|по\s+(?:пути|дороге)\s+(?:в|во)\s+$"
)
_LISTED = re.compile(r"(?<!\w)(?:город|стран|столиц|област|регион)\w*[^:]{0,40}:\s+$")
_CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщь")
_TO = frozenset({"в", "во", "на", "до", "через"})
_FROM = frozenset({"из", "от"})
_VISITING = re.compile(
    r"(?:посе[тщ]\w+|покин\w+|покида\w+)\s+(?:\w+\s+){0,3}?"
    r"(?:(?:с\s+)?(?:\w+\s+){0,2}?(?:визит\w*|поездк\w+)\s+)?$"
)
_VISITED_BEFORE = re.compile(
    r"(?:(?:,|\s+и)\s+[А-ЯЁ][\w-]+)*\s+(?:(?:с\s+)?(?:[\w-]+\s+){0,4})?"
    r"(?:посе[тщ]\w+|покинул\w*)"
)
_AND = re.compile(r"\s*(?:,|\s(?:и|а также|затем|потом))\s+(?:в\s+|во\s+|на\s+)?")
# «посетит Караганду, 15 мая – Темиртау»
_GAPPED = re.compile(r"(?:\d\s[а-яё]{3,8}|сегодня|завтра|вчера|накануне|затем|потом)\s[–—-]\s$")
_DATELINE = re.compile(r"\s*(?:[,./(]|[–—-]\s)")
_CAPITAL = re.compile(r"(?<!\w)(?P<noun>столиц(?:а|ы|е|у|ей|ой))(?!\w)")

_OUR_COUNTRY = re.compile(r"(?<!\w)наш(?:а|ей|у) (?:стран|республик)(?:а|ы|е|у|ой)(?!\w)")


def find_places(sentence: Sentence, taken: Iterable[tuple[int, int]]) -> list[PlaceMention]:
    """Places in reading order; names inside `taken` belong to offices and are none."""
    spans = list(taken)
    places: list[PlaceMention] = []
    for place in _candidates(sentence, spans):
        relation = _relation(sentence, place, places)
        if relation is not None:
            places.append(PlaceMention(*place, relation))
    return places


def _candidates(
    sentence: Sentence, taken: list[tuple[int, int]]
) -> Iterator[tuple[int, int, str | None, str | None]]:
    capitals = list(_capitals(sentence))
    found = [*capitals, *_own_country(sentence)]
    for mention in sentence.mentions:
        if any(start < mention.end and mention.start < end for start, end, *_ in capitals):
            continue
        if isinstance(mention, CityMention):
            found.append((mention.start, mention.end, mention.city, mention.country))
        elif isinstance(mention, CountryMention) and mention.form is MentionForm.NAME:
            found.append((mention.start, mention.end, mention.city, mention.code))
    for place in sorted(found):
        if all(place[1] <= start or end <= place[0] for start, end in taken):
            yield place


def _capitals(sentence: Sentence) -> Iterator[tuple[int, int, str | None, str | None]]:
    """«столица Эфиопии», «эфиопская столица», and «столица», which is Kazakhstan's."""
    cities = [mention for mention in sentence.mentions if isinstance(mention, CityMention)]
    countries = [m for m in sentence.mentions if isinstance(m, CountryMention)]
    for match in _CAPITAL.finditer(sentence.lowered, sentence.start, sentence.end):
        start, end = match.span()
        if any(city.start < end and start < city.end for city in cities):
            continue
        if any(sentence.body[end : city.start].isspace() for city in cities if city.start > end):
            continue
        country = "KZ"
        for mention in countries:
            if mention.start > end and sentence.body[end : mention.start].isspace():
                country, end = mention.code, mention.end
            elif mention.end < start and sentence.body[mention.end : start].isspace():
                country, start = mention.code, mention.start
        city = Gazetteer.load().capital(country)
        if city is not None:
            yield start, end, city, country


def _own_country(sentence: Sentence) -> Iterator[tuple[int, int, None, str]]:
    """«наша страна», as the press of Kazakhstan calls it."""
    for match in _OUR_COUNTRY.finditer(sentence.lowered, sentence.start, sentence.end):
        yield match.start(), match.end(), None, HOME


def _relation(
    sentence: Sentence,
    place: tuple[int, int, str | None, str | None],
    before: list[PlaceMention],
) -> Relation | None:
    """How a place stands in its sentence; None where it is only part of a name or a title."""
    body, (start, end, city, country) = sentence.body, place
    if start == sentence.start and _DATELINE.match(body, end):
        return Relation.DATELINE
    opening = body[max(sentence.start, start - 60) : start]
    if _STATIONED.search(opening):
        return None
    if (relation := _after_preposition(opening, body[start:end])) is not None:
        return relation
    if before and _AND.fullmatch(body[before[-1].end : start]):
        last = before[-1].relation
        return last if last is not Relation.DATELINE else None
    if before and _GAPPED.search(opening.lower()):
        return Relation.TO
    if before and opening.endswith(", ") and GAP.match(sentence.lowered, end):
        return Relation.TO
    if _VISITING.search(sentence.lowered[sentence.start : start]):
        return Relation.TO
    is_object = _is_accusative(body[start:end], city, country)
    return Relation.TO if is_object and _VISITED_BEFORE.match(body, end) else None


def _after_preposition(opening: str, name: str) -> Relation | None:
    word = _BEFORE.search(opening)
    preposition = word["word"].lower() if word else ""
    if preposition in _TO:
        return Relation.IN if _is_prepositional(name) else Relation.TO
    if _THROUGH.search(opening) or _LISTED.search(opening):
        return Relation.IN
    return Relation.FROM if preposition in _FROM else None


def _is_prepositional(name: str) -> bool:
    return name.endswith(("е", "и"))


def _is_accusative(name: str, city: str | None, country: str | None) -> bool:
    """Whether a name can be an object: «Астану», «Казахстан», «Алматы», not «Астаны»."""
    if name.endswith(("у", "ю")):
        return True
    if name.lower().startswith("столиц"):
        return name.split()[0].endswith("у")
    gazetteer = Gazetteer.load()
    shown = gazetteer.city_name(city, Language.RU) if city else ""
    shown = shown or (gazetteer.country_name(country, Language.RU) if country else "")
    is_whole = name == shown or name[-1] in _CONSONANTS
    return is_whole and not name.endswith(("а", "я"))
