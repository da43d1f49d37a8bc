"""The fields of a query, each out of the pieces of a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.query import HAPPENED, EventQuery, Places, Shape
from bot.query_asked import MOTION, Wanted, item_of
from bot.query_pieces import FUNCTION, NUMBER, QUOTE, WORD_LEFT, Piece
from bot.query_places import HOME, Use, UsedPlace, as_places, is_city, is_home
from bot.query_roles import ROLES
from index.extraction.event import EventKind, Role, Status, VisitForm
from index.gazetteer_mentions import CityMention, OrganizationMention

AT_HOME = Places(frozenset({HOME}))
CAPITAL = frozenset({"Astana"})
_FORMS = {
    "official": VisitForm.OFFICIAL,
    "working": VisitForm.WORKING,
    "state_visit": VisitForm.STATE,
    "transit": VisitForm.TRANSIT,
    "conference": VisitForm.CONFERENCE,
}
_STATUSES = {
    "planned": {Status.PLANNED},
    "cancelled": {Status.CANCELLED},
    "postponed": {Status.POSTPONED},
    "not_come": {Status.CANCELLED, Status.POSTPONED, Status.DENIED},
}
_BESIDE_OFFICES = {FUNCTION, "possessive", "from", "from_abroad"}
_BETWEEN = {FUNCTION, "with", "to", "from", "from_abroad"}
_LONGEST_NAME = 4
_SHORTEST_TOPIC = 4


def query_of(
    pieces: Sequence[Piece], asked: Wanted, places: Sequence[UsedPlace]
) -> EventQuery | None:
    """The query that the pieces make; None for a fact, as the documents of one country."""
    if asked.kind is EventKind.VISIT:
        pieces, places = _without_partners(pieces, places)
    else:
        pieces, places = _without_hosts(pieces, places)
    names = {piece.name for piece in pieces}
    origin, destination = from_where(pieces, places)
    if "with_whom" in names and origin.countries:
        return None
    person = person_of(pieces)
    outbound = HOME in origin.countries or (person is not None and _asks_where(names, asked))
    if asked.kind is EventKind.DOCUMENT and (
        origin.countries or (origin.organizations and "countries" not in names)
    ):
        return None
    first, last = period_of(pieces)
    query = EventQuery(
        kind=asked.kind,
        shape=asked.shape,
        item_of=item_of(pieces, asked, outbound=outbound),
        roles=roles_of(pieces),
        not_roles=roles_of(pieces, left_out=True),
        also_roles=also_roles_of(pieces),
        person=person,
        origin=origin,
        not_origin=as_places([p.piece for p in places if p.use is Use.EXCLUDED]),
        destination=destination,
        cities=cities_of(pieces, places, outbound=outbound),
        first=first,
        last=last,
        forms=forms_of(pieces, asked.shape),
        not_forms=forms_of(pieces, asked.shape, left_out=True),
        first_ever="first_ever" in names and asked.shape is not Shape.FIRST,
        statuses=statuses_of(names),
        topic=topic_of(pieces, places, person),
        limit=limit_of(pieces),
    )
    return _completed(query, names)


def _without_partners(
    pieces: Sequence[Piece], places: Sequence[UsedPlace]
) -> tuple[list[Piece], list[UsedPlace]]:
    """All but whom a visitor came to meet or came with, as far as that is an office."""
    kept: list[Piece] = []
    moved = dropping = False
    for piece in pieces:
        moved = moved or piece.name in MOTION
        of_partner = piece.name in ROLES or piece.name in _BESIDE_OFFICES or is_home(piece)
        dropping = (dropping and of_partner) or (moved and piece.name in {"talks", "with"})
        if not dropping or not of_partner:
            kept.append(piece)
    return kept, [place for place in places if place.piece in kept]


def _without_hosts(
    pieces: Sequence[Piece], places: Sequence[UsedPlace]
) -> tuple[list[Piece], list[UsedPlace]]:
    """All but Kazakhstan's own side, since of what is no visit the other side is told."""
    meant = {p.piece for p in places if p.use is Use.DESTINATION and p.sure}
    own = {
        near
        for index, piece in enumerate(pieces)
        if is_home(piece) and piece not in meant
        for near in (index - 1, index, index + 1, index + 2 * _is_possessed(pieces, index))
        if 0 <= near < len(pieces) and (near == index or pieces[near].name in ROLES)
    }
    kept = [piece for index, piece in enumerate(pieces) if index not in own]
    return kept, [place for place in places if place.piece in kept]


def _is_possessed(pieces: Sequence[Piece], index: int) -> bool:
    return any(piece.name == "possessive" for piece in pieces[index + 1 : index + 2])


def _asks_where(names: set[str], asked: Wanted) -> bool:
    return bool({"where", "where_to", "abroad"} & names) or (
        asked.head in {"countries", "cities"} and not names & ROLES.keys()
    )


def from_where(pieces: Sequence[Piece], places: Sequence[UsedPlace]) -> tuple[Places, Places]:
    """Origin and destination; beside a traveller of Kazakhstan's own the rest is gone to."""
    named = [place for place in places if not is_city(place.piece)]
    origin = [p for p in named if p.use is Use.ORIGIN]
    destination = [p.piece for p in named if p.use is Use.DESTINATION]
    home = [p for p in origin if is_home(p.piece)]
    if any(piece.name == "fellow" for piece in pieces):
        origin = [p for p in origin if p not in home]
    elif home and len(origin) > len(home):
        destination += [p.piece for p in origin if p not in home]
        origin = home
    return as_places([p.piece for p in origin]), as_places(destination)


def cities_of(
    pieces: Sequence[Piece], places: Sequence[UsedPlace], *, outbound: bool
) -> frozenset[str]:
    """Cities gone to; "the capital" is Kazakhstan's, but for who leaves Kazakhstan."""
    cities = frozenset(
        place.piece.mention.city
        for place in places
        if isinstance(place.piece.mention, CityMention) and place.use is Use.DESTINATION
    )
    capital = any(piece.name == "capital" for piece in pieces) and not outbound
    return cities | CAPITAL if capital else cities


def _completed(query: EventQuery, names: set[str]) -> EventQuery:
    """What goes without saying: who comes comes to Kazakhstan, who leaves leaves it."""
    if query.kind is not EventKind.VISIT and "abroad" not in names:
        return query
    if "abroad" in names and not query.origin and query.person is None:
        query = replace(query, origin=AT_HOME)
    if HOME in query.origin.countries or "abroad" in names:
        bound = query.destination or query.cities
        return query if bound else replace(query, not_destination=AT_HOME)
    if query.cities:
        query = replace(query, destination=_without_home(query.destination))
    elif not query.destination and query.person is None:
        query = replace(query, destination=AT_HOME)
    if names & {"from_abroad", "fellow", "host"}:
        countries = query.not_origin.countries | {HOME}
        query = replace(query, not_origin=replace(query.not_origin, countries=countries))
    return query


def _without_home(places: Places) -> Places:
    return replace(places, countries=places.countries - {HOME})


def roles_of(pieces: Sequence[Piece], *, left_out: bool = False) -> frozenset[Role]:
    """Ranks asked for, or those left out; not of whom a visitor met or came with."""
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
    return frozenset(found)


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


def _is_left_out(pieces: Sequence[Piece], index: int) -> bool:
    """By "except" before it or, in Kazakh, after it."""
    before = index - 1
    while before >= 0 and pieces[before].name in _BETWEEN:
        before -= 1
    near = pieces[index + 1 : index + 2]
    return _before(pieces, before + 1) == "except" or any(p.name == "except_after" for p in near)


def forms_of(
    pieces: Sequence[Piece], shape: Shape, *, left_out: bool = False
) -> frozenset[VisitForm]:
    """Forms of visit; of a single visit the conference is only the occasion."""
    return frozenset(
        _FORMS[piece.name]
        for index, piece in enumerate(pieces)
        if piece.name in _FORMS
        and _is_left_out(pieces, index) == left_out
        and not (piece.name == "conference" and shape is Shape.WHEN)
    )


def statuses_of(names: Iterable[str]) -> frozenset[Status]:
    """The statuses asked for; what happened, where none is."""
    told = [_STATUSES[name] for name in names if name in _STATUSES]
    return frozenset().union(*told) if told else HAPPENED


def period_of(pieces: Sequence[Piece]) -> tuple[date | None, date | None]:
    """The days that all periods cover together; two open ones bound each other."""
    periods = [
        piece.period
        for index, piece in enumerate(pieces)
        if piece.period and _before(pieces, index) != "membership"
    ]
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
    runs = [run for run in runs if _after(pieces, run[-1]) not in {"countries", "institutions"}]
    capital = [run for run in runs if all(p.text[0].isupper() for p in run)]
    nameless = not names & (ROLES.keys() | {"who"})
    chosen = capital or (runs if nameless and len(runs) == 1 else [])
    if not chosen or len(chosen[0]) > _LONGEST_NAME:
        return None
    return " ".join(piece.text for piece in chosen[0])


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
    """How many are asked for, as in "the three latest" or "last 5"."""
    for index, piece in enumerate(pieces):
        near = {
            p.name for p in (*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2])
        }
        if near & {"latest", "first"}:
            if piece.name == NUMBER and len(piece.text) <= 2:
                return int(piece.text) or None
            if re.fullmatch(r"n\d+", piece.name):
                return int(piece.name[1:])
    return None
