"""English: where something happens or somebody goes."""

from __future__ import annotations

import re

from index.extraction.annotation import PartyMention, PlaceMention, Relation
from index.extraction.english.rows import Chunk, Row
from index.extraction.event import Role
from index.places.mentions import CityMention, CountryMention, OrganizationMention

_RELATIONS = {
    "to": Relation.TO, "into": Relation.TO, "for": Relation.TO, "towards": Relation.TO,
    "in": Relation.IN, "at": Relation.IN, "near": Relation.IN,
    "from": Relation.FROM, "through": Relation.FROM, "via": Relation.FROM,
}  # fmt: skip
_BETWEEN = "amAxshN"  # what may stand between the preposition and the place
_FARTHEST = 4
_AREAS = frozenset(["region", "province", "district", "oblast", "county", "state", "governorate"])
_ELSEWHERE = frozenset(["without", "way"])  # "without stopping in", "on the way to"
_MEMORIALS = frozenset(["monument", "memorial", "statue", "bust", "tribute", "homage"])
_VISITED = re.compile(
    r".*\b(?:visited|hosts?|hosted|received?|welcomed?|receives|welcomes|greeted)"
)
_TOURED = frozenset(["toured", "touring", "tours", "reached", "inspected"])
_SETTLEMENTS = frozenset(["city", "town", "village", "port", "resort", "settlement", "capital"])


def read_places(
    row: Row, parties: list[PartyMention], own: frozenset[str], southern: frozenset[str]
) -> list[PlaceMention]:
    """Places in reading order; countries in titles and adjectives are none."""
    spans = list({(party.start, party.end) for party in parties})
    posts = [party.end for party in parties if party.role is Role.AMBASSADOR]
    places: list[PlaceMention] = []
    for index, chunk in enumerate(row.chunks):
        if not _may_be_place(chunk) or any(s <= chunk.start < e for s, e in spans):
            continue
        if any(0 <= chunk.start - post <= len(" in the ") for post in posts):
            continue  # where somebody is posted
        if index == 0 and chunk.tag == "T" and _is_dateline(row):
            places.append(_place(chunk, Relation.DATELINE))
            continue
        if _is_united_nations(row, index):
            places.append(PlaceMention(chunk.start, chunk.end, "New York", "US", Relation.IN))
            continue
        relation = _relation(row, index, places)
        if relation is not None:
            places += _at(row, index, relation, own, southern)
    return places


def _may_be_place(chunk: Chunk) -> bool:
    return chunk.tag in "TCNE" or (chunk.tag == "x" and chunk.text in ("capital", "country"))


def _is_dateline(row: Row) -> bool:
    rest = row.tags[1:]
    while rest[:1] in (",", "C", "D", "R") and rest:
        rest = rest[1:]
    return rest[:1] in ("-", ".", ":", "", "(")


def _at(
    row: Row, index: int, relation: Relation, own: frozenset[str], southern: frozenset[str]
) -> list[PlaceMention]:
    chunk = row.chunks[index]
    if chunk.tag in "TC" and row.tags[index + 1 : index + 2] != "s":
        return [_place(chunk, relation)]
    word = chunk.text.lower()
    before = row.chunks[index - 1] if index else None
    if word == "capital" and before is not None:
        if before.text.lower() in southern:
            return [PlaceMention(chunk.start, chunk.end, "Almaty", "KZ", relation)]
        country = before.value.code if isinstance(before.value, CountryMention) else None
        return [PlaceMention(chunk.start, chunk.end, None, country, relation, is_capital=True)]
    if word == "country" and before is not None and before.text.lower() in ("the", "this"):
        return [PlaceMention(chunk.start, chunk.end, None, None, relation)]
    if word == "country" and before is not None and before.text.lower() in own:
        return [PlaceMention(chunk.start, chunk.end, None, "KZ", relation)]
    if chunk.tag == "N" and _is_town(row, index):
        return [PlaceMention(chunk.start, chunk.end, chunk.text, None, relation)]
    return []


def _is_united_nations(row: Row, index: int) -> bool:
    """Whether it is "at the UN Headquarters" or "a session of the UN General Assembly"."""
    value = row.chunks[index].value
    if not isinstance(value, OrganizationMention) or value.organization != "UN":
        return False
    before = [c.text.lower() for c in row.chunks[max(0, index - 3) : index]]
    after = [c.text.lower() for c in row.chunks[index + 1 : index + 3]]
    is_session = "session" in before and " ".join(after) == "general assembly"
    return after[:1] in (["headquarters"], ["hq"]) or is_session


def _is_host(row: Row, index: int) -> bool:
    """Whether a city is told to have been visited or to have received somebody."""
    if row.tags[index + 1 : index + 2] != "V" or row.tags[:index][-1:] in ("p", "o", "N"):
        return False
    return _VISITED.match(row.chunks[index + 1].text.lower()) is not None


def _is_within(row: Row, position: int) -> bool:
    """Whether the city's name follows a place in it: "in the botanical garden of Almaty"."""
    before = re.search(r"p(?=a?[xmN]{1,3}$)", row.tags[:position])
    return before is not None and row.chunks[before.start()].text.lower() in ("in", "at", "to")


def _is_town(row: Row, index: int) -> bool:
    """Whether a name after a preposition can be a town that the gazetteer does not hold."""
    name = row.chunks[index].text
    following = row.chunks[index + 1].text.lower() if index + 1 < len(row.chunks) else ""
    return not name.isupper() and "." not in name and following not in _AREAS


def _relation(row: Row, index: int, places: list[PlaceMention]) -> Relation | None:
    """How the place at `index` is introduced; None where nothing introduces it."""
    tag = row.tags[index]
    if tag not in "TCNx":
        return None
    if tag in "TC" and _is_host(row, index):
        return Relation.IN
    position = index - 1
    joint = len(row.tags[:index].rstrip("&,"))
    if places and tag != "N" and joint < index and places[-1].end == _end(row, joint - 1):
        return places[-1].relation
    while position >= 0 and index - position <= _FARTHEST and row.tags[position] in _BETWEEN:
        position -= 1
    near = {chunk.text.lower() for chunk in row.chunks[max(0, position - 2) : index]}
    if position < 0 or near & _ELSEWHERE or _is_no_place(row, position):
        return None
    before = row.chunks[position]
    if before.tag == "o" and position and row.chunks[position - 1].text.lower() in _SETTLEMENTS:
        return Relation.IN
    if tag == "T" and before.tag == "o" and _is_within(row, position):
        return Relation.IN
    if tag == "N" and (position < index - 1 or before.text.lower() in ("at", "on", "for", "from")):
        return None
    if before.tag == "V":
        last = before.text.lower().rsplit(maxsplit=1)[-1]
        return _RELATIONS.get(
            last, Relation.IN if last in _TOURED or last.startswith("visit") else None
        )
    return _RELATIONS.get(before.text.lower())


def _is_no_place(row: Row, position: int) -> bool:
    """Whether a preposition leads to an end of a route, or to whom a monument is dedicated."""
    before = [chunk.text.lower() for chunk in row.chunks[max(0, position - 1) : position + 1]]
    is_memorial = before[-1] == "to" and before[0] in _MEMORIALS
    return is_memorial or _is_route(row, position)


def _is_route(row: Row, position: int) -> bool:
    """Whether it is the end of "on the way from Jakarta to Geneva", where nobody has come yet."""
    words = [chunk.text.lower() for chunk in row.chunks[max(0, position - 5) : position + 1]]
    return words[-1] == "to" and words[:1] == ["on"] and words[2:4] == ["way", "from"]


def _end(row: Row, position: int) -> int:
    return row.chunks[position].end if position >= 0 else -1


def _place(chunk: Chunk, relation: Relation) -> PlaceMention:
    value = chunk.value
    if isinstance(value, CityMention):
        return PlaceMention(chunk.start, chunk.end, value.city, value.country, relation)
    if isinstance(value, CountryMention):
        return PlaceMention(chunk.start, chunk.end, value.city, value.code, relation)
    return PlaceMention(chunk.start, chunk.end, chunk.text, None, relation)
