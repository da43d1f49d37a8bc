"""What each place in a question is: where somebody comes from, goes to, or is left out of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.query.pieces import FUNCTION, NUMBER, PLACE, Piece
from bot.query.query import Places
from bot.query.roles import ROLES
from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import (
    CityMention,
    CountryMention,
    MentionForm,
    OrganizationMention,
    RegionMention,
)
from index.text.stemming import fold
from index.text.transliteration import PLAIN_LETTERS, to_cyrillic

HOME = "KZ"


class Use(StrEnum):
    """What a place is to the question; TOPIC is part of a conference's name."""

    ORIGIN = "origin"
    DESTINATION = "destination"
    EXCLUDED = "excluded"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class UsedPlace:
    """A place and its use; `sure` where a word, case or ending says so."""

    piece: Piece
    use: Use
    sure: bool


_PASSED = {
    FUNCTION, NUMBER, PLACE, "gone_to", "countries", "filler", "from_abroad", "fellow", "follow_up",
    "which", "possessive", "institutions", "more", "itself", "official", "working", "limit", "what",
    "all_time", "every_one",
}  # fmt: skip
_ENDINGS = {
    Use.DESTINATION: (
        "га",
        "ге",
        "ка",
        "ке",
        "на",
        "не",
        "да",
        "де",
        "та",
        "те",
        "дагы",
        "деги",
        "тагы",
        "теги",
    ),
    Use.ORIGIN: (
        "нан",
        "нен",
        "дан",
        "ден",
        "тан",
        "тен",
        "нын",
        "нин",
        "дын",
        "дин",
        "тын",
        "тин",
    ),
    Use.EXCLUDED: ("ны", "ни", "ды", "ди", "ты", "ти", "сыз", "сиз"),
}


def used_places(pieces: Sequence[Piece], language: Language) -> list[UsedPlace]:
    """All places among `pieces`, in order, with their uses."""
    read = _kazakh_use if language is Language.KK else _european_use
    places = []
    for index, piece in enumerate(pieces):
        if piece.name != PLACE:
            continue
        if _names_conference(pieces, index, language):
            places.append(UsedPlace(piece, Use.TOPIC, sure=True))
            continue
        use = read(pieces, index)
        places.append(UsedPlace(piece, use or _usual(pieces, index), use is not None))
    return places


def is_home(piece: Piece) -> bool:
    """Whether a piece names Kazakhstan."""
    return isinstance(piece.mention, CountryMention) and piece.mention.code == HOME


def is_in_home(piece: Piece) -> bool:
    """Whether a piece names Kazakhstan or a city of it."""
    mention = piece.mention
    return is_home(piece) or (isinstance(mention, CityMention) and mention.country == HOME)


def is_city(piece: Piece) -> bool:
    """Whether a piece names a city."""
    return isinstance(piece.mention, CityMention)


def as_places(pieces: Sequence[Piece]) -> Places:
    """Countries, regions and organisations that the pieces name, with all that they can mean."""
    mentions = [piece.mention for piece in pieces]
    countries = [m for m in mentions if isinstance(m, CountryMention)]
    return Places(
        # What may name Kazakhstan is meant to in a question to its ministry.
        frozenset(c for m in countries for c in (m.code, *(m.also if m.code != HOME else ()))),
        frozenset(m.region for m in mentions if isinstance(m, RegionMention)),
        frozenset(m.organization for m in mentions if isinstance(m, OrganizationMention)),
    )


def _usual(pieces: Sequence[Piece], index: int) -> Use:
    """The use of a place that nothing marks: a city is gone to, a foreign country come from."""
    piece = pieces[index]
    followed_by_role = _name_at(pieces, index + 1) in ROLES
    if is_city(piece) or (is_home(piece) and not followed_by_role):
        return Use.DESTINATION
    return Use.ORIGIN


def _names_conference(pieces: Sequence[Piece], index: int, language: Language) -> bool:
    if is_city(pieces[index]):
        return False
    after = index + 1
    while _name_at(pieces, after) == PLACE:
        after += 1
    if language is not Language.RU and _name_at(pieces, after) == "conference":
        return True
    before = index - 1
    if language is Language.EN and _name_at(pieces, before) == FUNCTION:
        before -= 1
    if language is Language.EN and before >= 0 and pieces[before].text.lower() == "of":
        before -= 1
    return language is not Language.KK and _name_at(pieces, before) == "conference"


def _name_at(pieces: Sequence[Piece], index: int) -> str:
    return pieces[index].name if 0 <= index < len(pieces) else ""


def _european_use(pieces: Sequence[Piece], index: int) -> Use | None:
    """By the preposition, verb or office before a place, which it may share with others."""
    piece = pieces[index]
    if _is_left_out(pieces, index):
        return Use.EXCLUDED
    use = None if is_city(piece) else _use_before(piece, _name_at(pieces, index + 1))
    if use is not None:
        return use
    for before in range(index - 1, -1, -1):
        name = pieces[before].name
        if name == "to" or name in {"arrive", "cities", "capital", "attend", "visits"}:
            return Use.DESTINATION
        if name == "from" and is_city(piece) and _is_left_behind(pieces, before):
            return Use.TOPIC
        if name == "from":
            within = is_home(piece) and _name_at(pieces, before - 1) in {"cities", "capital"}
            return Use.DESTINATION if within or is_city(piece) else Use.ORIGIN
        if name in ROLES or name == "ministry":
            return None if is_city(piece) or _is_bare_home(piece) else Use.ORIGIN
        if name not in _PASSED:
            return None
    return None


def _is_left_behind(pieces: Sequence[Piece], before: int) -> bool:
    """Whether it is asked where somebody went from a city."""
    is_away = pieces[before].text.lower() in {"from", "из"}
    return is_away and any(piece.name == "where_to" for piece in pieces)


def _use_before(piece: Piece, after: str) -> Use | None:
    """By what a country or a group of them is said of."""
    if after in {"capital", "cities"} and is_home(piece):
        return Use.DESTINATION
    adjective = getattr(piece.mention, "form", "") is MentionForm.ADJECTIVE
    of_office = after in ROLES and not is_home(piece)
    return Use.ORIGIN if adjective or of_office or after == "possessive" else None


def _is_bare_home(piece: Piece) -> bool:
    """Kazakhstan in the form of the nominative, which English has throughout."""
    return is_home(piece) and piece.text.lower().endswith(("stan", "стан", "kz"))


def _is_left_out(pieces: Sequence[Piece], index: int) -> bool:
    after = index + 1
    while _name_at(pieces, after) in {PLACE, "countries"}:
        after += 1
    if _name_at(pieces, after) == "except_after":
        return True
    for before in range(index - 1, -1, -1):
        if pieces[before].name == "except":
            return True
        if pieces[before].name not in {FUNCTION, PLACE, "countries", "follow_up", "from", "to"}:
            return False
        if pieces[before].name == _name_at(pieces, before + 1) == PLACE and _touch(pieces, before):
            return False  # "non-EU European": no list, but one said of the other
    return False


def _touch(pieces: Sequence[Piece], index: int) -> bool:
    return pieces[index + 1].start - pieces[index].end == 1


def _kazakh_use(pieces: Sequence[Piece], index: int) -> Use | None:
    """By the ending of the place or of "countries" after it, which it may share with others."""
    at = index
    while at < len(pieces):
        if pieces[at].name in {PLACE, "countries"}:
            use = _by_ending(pieces[at])
            if use is not None:
                return _in_context(pieces, index, at, use)
            if is_city(pieces[index]):
                return None
        elif pieces[at].name not in {FUNCTION, "follow_up"}:
            break
        at += 1
    return _in_context(pieces, index, at - 1, None)


def _in_context(pieces: Sequence[Piece], index: int, at: int, use: Use | None) -> Use | None:
    after = at + 1
    while _name_at(pieces, after) in {FUNCTION, "which"}:
        after += 1
    follower = _name_at(pieces, after)
    if follower == "except_after":
        return Use.EXCLUDED
    if is_home(pieces[index]) and follower in {"cities", "capital"}:
        return Use.DESTINATION
    if is_home(pieces[index]) and follower == PLACE and is_city(pieces[after]):
        return Use.DESTINATION
    return None if use is Use.EXCLUDED else use


def _by_ending(piece: Piece) -> Use | None:
    return _ending(piece.text) if piece.mention is not None else ending(piece.text)


def ending(word: str) -> Use | None:
    """The use that the ending of a Kazakh noun tells."""
    word = _cyrillic(word)
    return next((use for use, ends in _ENDINGS.items() if word.endswith(ends)), None)


def _cyrillic(text: str) -> str:
    text = fold(text).translate(PLAIN_LETTERS)
    return to_cyrillic(text).text if text.isascii() else text


@lru_cache(maxsize=256)
def _ending(text: str) -> Use | None:
    """The use that a name's ending tells; what is left without the ending must still be a name."""
    word = _cyrillic(text)
    gazetteer = Gazetteer.load()
    for use, endings in _ENDINGS.items():
        for ending in endings:
            if word.endswith(ending):
                rest = word[: -len(ending)]
                found = gazetteer.mentions_in_question(rest, Language.KK)
                if found and found[-1].end == len(rest):
                    return use
    return None
