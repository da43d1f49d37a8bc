"""The fields of a query, each out of the pieces of a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bot.query.asked import MOTION, OFTEN
from bot.query.pieces import FUNCTION, NUMBER, QUOTE, WORD_LEFT, Piece
from bot.query.places import Use, UsedPlace
from bot.query.query import HAPPENED, Shape
from bot.query.roles import ROLES
from index.extraction.event import Role, Status, VisitForm
from index.places.mentions import CityMention, OrganizationMention

_FORMS = {
    "official": VisitForm.OFFICIAL,
    "working": VisitForm.WORKING,
    "state_visit": VisitForm.STATE,
    "transit": VisitForm.TRANSIT,
    "conference": VisitForm.CONFERENCE,
}
_STATUSES = {
    "planned": {Status.PLANNED},
    "will": {Status.PLANNED},
    "cancelled": {Status.CANCELLED},
    "postponed": {Status.POSTPONED},
    "not_come": {Status.CANCELLED, Status.POSTPONED, Status.DENIED},
}
_CALLED_OFF = {"cancelled", "postponed", "not_come"}
DEPUTIES = {
    Role.FOREIGN_MINISTER: Role.DEPUTY_FOREIGN_MINISTER,
    Role.PRIME_MINISTER: Role.DEPUTY_PRIME_MINISTER,
}
_NEVER_AFTER_PERSON = ROLES.keys() | {"countries", "institutions", "cities"}
_BETWEEN = {FUNCTION, "with", "to", "from", "from_abroad"}
_LONGEST_NAME = 4
_SHORTEST_TOPIC = 4
_AND, _TOO = frozenset({"и", "как", "так и"}), frozenset({"да", "де", "та", "те"})


def roles_of(pieces: Sequence[Piece], *, left_out: bool = False) -> frozenset[Role]:
    """Ranks asked for, or those left out; not of whom a visitor met or came with."""
    if not any(piece.name in MOTION for piece in pieces):
        pieces = _without_met(pieces)
    found: set[Role] = set()
    visits = any(piece.name in MOTION for piece in pieces)
    with_fm = any(piece.name == "foreign_minister" for piece in pieces)
    for index, piece in enumerate(pieces):
        if piece.name not in ROLES or (visits and _before(pieces, index) in {"with", "talks"}):
            continue
        if any(p.name == "with_after" for p in pieces[index + 1 : index + 2]):
            continue
        if piece.name == "minister" and with_fm and not visits:
            continue
        if piece.name == "head" and not _heads_organization(pieces, index):
            continue
        if _is_left_out(pieces, index) == left_out and not _is_held_besides(pieces, index):
            found |= ROLES[piece.name]
    return frozenset(found | _with_deputies(pieces, found, left_out=left_out))


def _with_deputies(pieces: Sequence[Piece], roles: set[Role], *, left_out: bool) -> set[Role]:
    """Deputies of the ranks found, where "deputies included" is said."""
    said = any(
        piece.name == "deputy" and _is_left_out(pieces, index) == left_out
        for index, piece in enumerate(pieces)
    )
    return {DEPUTIES[role] for role in roles if said and role in DEPUTIES}


def _without_met(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces without the offices of whom others met, where those others have offices too."""
    met = [
        piece
        for index, piece in enumerate(pieces)
        if piece.name in ROLES and _before(pieces, index) in {"with", "talks"}
    ]
    offices = [piece for piece in pieces if piece.name in ROLES]
    return [p for p in pieces if p not in met] if len(met) < len(offices) else pieces


def _heads_organization(pieces: Sequence[Piece], index: int) -> bool:
    near = (*pieces[max(0, index - 2) : index], *pieces[index + 1 : index + 3])
    return any(isinstance(piece.mention, OrganizationMention) for piece in near)


def also_roles_of(pieces: Sequence[Piece]) -> frozenset[Role]:
    """Ranks that are to be held besides."""
    return frozenset(
        role
        for index, piece in enumerate(pieces)
        if piece.name in ROLES and _is_held_besides(pieces, index)
        for role in ROLES[piece.name]
    )


def _is_held_besides(pieces: Sequence[Piece], index: int) -> bool:
    names = [piece.name for piece in pieces[:index]]
    return "also_hold" in names and bool(ROLES.keys() & set(names[: names.index("also_hold")]))


def _before(pieces: Sequence[Piece], index: int) -> str:
    return pieces[index - 1].name if index else ""


def _is_left_out(pieces: Sequence[Piece], index: int, reach: int = 1) -> bool:
    """By "except" before it, or within `reach` pieces after it."""
    before = index - 1
    while before >= 0 and pieces[before].name in _BETWEEN:
        before -= 1
    near = [piece.name for piece in pieces[index + 1 : index + 1 + reach]]
    return _before(pieces, before + 1) == "except" or "except_after" in near


def forms_of(
    pieces: Sequence[Piece], shape: Shape, *, left_out: bool = False
) -> frozenset[VisitForm]:
    """Forms of visit; of a single visit the conference is only the occasion."""
    return frozenset(
        _FORMS[piece.name]
        for index, piece in enumerate(pieces)
        if piece.name in _FORMS
        # A word may stand between: "transit stopovers aside", «транзитпен аялдағандар».
        and _is_left_out(pieces, index, reach=2) == left_out
        and not (piece.name == "conference" and shape is Shape.WHEN)
    )


def statuses_of(names: Iterable[str]) -> frozenset[Status]:
    """The statuses asked for; what happened, where none is."""
    names = set(names)
    if names & _CALLED_OFF and "or" not in names:
        names.discard("planned")  # what was planned, and came to nothing
    told = [_STATUSES[name] for name in sorted(names) if name in _STATUSES]
    return frozenset().union(*told) if told else HAPPENED


def period_of(pieces: Sequence[Piece]) -> tuple[date | None, date | None]:
    """The days that all periods cover together; two open ones bound each other."""
    of_members = any(isinstance(piece.mention, OrganizationMention) for piece in pieces)
    periods = []
    for index, piece in enumerate(pieces):
        state = _before(pieces, index) == "membership"
        if piece.period and not (state and of_members):
            periods.append(piece.period)
    starts = [p.first for p in periods if p.first]
    ends = [p.last for p in periods if p.last]
    open_start = any(p.first is None for p in periods)
    open_end = any(p.last is None for p in periods)
    crossed = open_start and open_end
    first = min(starts) if starts and (crossed or not open_start) else None
    last = max(ends) if ends and (crossed or not open_end) else None
    return first, last


def person_of(pieces: Sequence[Piece]) -> str | None:
    """The name of a person: words that nothing else took, with capitals or beside a verb."""
    names = {piece.name for piece in pieces}
    if "conference" in names or not MOTION & names | {"be"} & names:
        return None
    runs: list[list[Piece]] = []
    for piece in pieces:
        if piece.name != WORD_LEFT:
            continue
        if runs and _follows(runs[-1][-1], piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    alone = len(runs) == 1
    runs = [run for run in runs if not _has_article(pieces, run[0])]
    runs = [run for run in runs if _after(pieces, run[-1]) not in _NEVER_AFTER_PERSON]
    capital = [run for run in runs if all(p.text[0].isupper() for p in run)]
    nameless = not names & (ROLES.keys() | {"who"})
    chosen = capital or (runs if nameless and alone else [])
    if not chosen or len(chosen[0]) > _LONGEST_NAME:
        return None
    return " ".join(piece.text for piece in chosen[0])


def _has_article(pieces: Sequence[Piece], piece: Piece) -> bool:
    before = [other for other in pieces if other.end <= piece.start]
    return bool(before) and before[-1].text.lower() == "the"


def _after(pieces: Sequence[Piece], piece: Piece) -> str:
    return next((other.name for other in pieces if other.start > piece.start), "")


def _follows(one: Piece, other: Piece) -> bool:
    return one.sentence == other.sentence and other.start - one.end <= 1


def topic_of(
    pieces: Sequence[Piece], places: Sequence[UsedPlace], person: str | None
) -> tuple[str, ...]:
    """Words left, quotes and the places in a conference's name, as written."""
    of_places = {place.piece.start for place in places if place.use is Use.TOPIC}
    taken = set((person or "").split())
    return tuple(
        piece.text.strip('«»“”„"')
        for piece in pieces
        if (piece.name in {WORD_LEFT, QUOTE} and piece.text not in taken and _tells(piece.text))
        or piece.start in of_places
    )


def _tells(text: str) -> bool:
    return len(text) >= _SHORTEST_TOPIC or text[:1].isupper()


def limit_of(pieces: Sequence[Piece]) -> int | None:
    """How many are asked for, as in "the three latest", "last 5" or "at least three times"."""
    for index, piece in enumerate(pieces):
        near = {
            p.name for p in (*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2])
        }
        if near & {"latest", "first", "most_often"}:
            if piece.name == NUMBER and len(piece.text) <= 2:
                return int(piece.text) or None
            if re.fullmatch(r"n\d+", piece.name):
                return int(piece.name[1:])
    return next((int(p.name[5:]) for p in pieces if OFTEN.fullmatch(p.name)), None)


def every_city_of(pieces: Sequence[Piece]) -> bool:
    """Whether who is asked for was in each of several cities: "both Astana and Almaty".

    Russian and Kazakh say it by a word beside each of them: «и Астану, и Алматы».
    """
    cities = [i for i, p in enumerate(pieces) if isinstance(p.mention, CityMention)]
    if len(cities) < 2:
        return False
    if any(piece.name == "every_one" for piece in pieces):
        return True
    return all(_has_beside(pieces, i, -1, _AND) for i in cities) or all(
        _has_beside(pieces, i, 1, _TOO) for i in cities
    )


def _has_beside(pieces: Sequence[Piece], index: int, step: int, words: frozenset[str]) -> bool:
    """Whether one of the words stands right before or after a place, but for a preposition."""
    at = index + step
    if 0 <= at < len(pieces) and pieces[at].name == "to":
        at += step
    return 0 <= at < len(pieces) and pieces[at].text.lower() in words
