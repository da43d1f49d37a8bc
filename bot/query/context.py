"""Pieces of a question whose meaning those beside them decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.query.asked import MOTION, PASSED, is_choice
from bot.query.pieces import FUNCTION, PLACE, Piece
from bot.query.roles import ROLES

_PARTS = {
    "trips_abroad": ("abroad", "visits"),
    "countries_gone_to": ("gone_to", "countries"),
    "occasions": ("which", "visits"),
    "received_by": ("receive", "with"),
    "arrive_soon": ("planned", "arrive"),
}
_MINISTRY_AND_HEAD = {
    ("head", "ministry"),
    ("ministry", "head"),
    ("foreign_ministry_officials", "head"),
}
# On which side of "before" and "after" it stands of what, as the languages have it.
_BESIDE = {"before_after": 1, "earlier": 1, "later": 1, "earlier_than": -1, "later_than": -1}
_HEADS_OF_WHAT = ROLES.keys() | {"countries", "cities", "visits", "document", "mission"}


def in_context(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the names that they have where they stand."""
    is_soon = any(piece.name == "be" for piece in pieces)  # "is he coming", not "those coming"
    pieces = [each for piece in pieces for each in _parted(piece, is_soon=is_soon)]
    return _each_in_context(_hosts(_heads_of_ministries(pieces)))


def _parted(piece: Piece, *, is_soon: bool) -> list[Piece]:
    """A trip abroad is a visit, and it is abroad; so are countries in the case of an aim."""
    name = piece.name
    if name == "coming":
        name = "arrive_soon" if is_soon else "arrive"
    names = _PARTS.get(name, (name,))
    return [replace(piece, name=name) for name in names]


def _heads_of_ministries(pieces: Sequence[Piece]) -> list[Piece]:
    """Foreign ministers told in two parts, as "head of the British foreign ministry"."""
    found = list(pieces)
    for index, piece in enumerate(pieces):
        rest = enumerate(pieces[index + 1 :], index + 1)
        near = next(((at, p) for at, p in rest if p.name not in {FUNCTION, PLACE, "which"}), None)
        if near is None:
            continue
        if (piece.name, near[1].name) in _MINISTRY_AND_HEAD:
            found[index] = replace(piece, name="foreign_minister")
            found[near[0]] = replace(near[1], name=FUNCTION)
    return found


def _hosts(pieces: Sequence[Piece]) -> list[Piece]:
    """Who received somebody is no visitor: then "who" is asked of something else."""
    names = {piece.name for piece in pieces}
    told = bool(ROLES.keys() & names) or PLACE not in names
    received = MOTION & names == {"receive"} and told
    return [
        replace(piece, name="what")
        if piece.name == "who" and received
        else replace(piece, name="who")
        if piece.name == "whom"
        else piece
        for piece in pieces
    ]


def _each_in_context(pieces: Sequence[Piece]) -> list[Piece]:
    return [
        replace(
            piece, name=next((name for name, fits in _RULES if fits(pieces, index)), piece.name)
        )
        for index, piece in enumerate(pieces)
    ]


def _is_that(pieces: Sequence[Piece], index: int) -> bool:
    """The word for "that" after "is it true", which in Russian asks "what" elsewhere."""
    before = pieces[index - 1].name if index else ""
    return pieces[index].name == "what" and before == "yes_no"


def _is_which(pieces: Sequence[Piece], index: int) -> bool:
    """Whether "what" is said of events: in "what ministers" and in "what was the latest visit"."""
    if pieces[index].text.lower() != "what":
        return False
    names = [piece.name for piece in pieces[index + 1 :] if piece.name != FUNCTION]
    if names[:1] == ["be"]:
        return bool({"latest", "first", "most_often", "countries"} & set(names[1:2]))
    head = next((name for name in names if name not in PASSED), "")
    return head in _HEADS_OF_WHAT and names[:1] != ["auxiliary"]


def _is_signed(pieces: Sequence[Piece], index: int) -> bool:
    """Whether "made", which Kazakh says of documents and of visits, is said of a document."""
    return pieces[index].name == "made" and any(piece.name == "document" for piece in pieces)


def _is_made(pieces: Sequence[Piece], index: int) -> bool:
    return pieces[index].name == "made" and not _is_signed(pieces, index)


def _names_conference(pieces: Sequence[Piece], index: int) -> bool:
    """Whether "international" is said of a conference, which tells nothing of who came."""
    after = pieces[index + 1].name if index + 1 < len(pieces) else ""
    return pieces[index].name == "from_abroad" and after == "conference"


def _is_relative(pieces: Sequence[Piece], index: int) -> bool:
    """Before or after somebody else, which no list tells."""
    step = _BESIDE.get(pieces[index].name)
    if step is None or is_choice([piece.name for piece in pieces]):
        return False
    near = pieces[index + step :: step]
    beside = next((piece.name for piece in near if piece.name != FUNCTION), "")
    return beside in ROLES.keys() | {PLACE}


_RULES: tuple[tuple[str, Callable[[Sequence[Piece], int], bool]], ...] = (
    ("what", _is_relative),
    (FUNCTION, _is_that),
    ("which", _is_which),
    ("sign", _is_signed),
    ("filler", _is_made),
    (FUNCTION, _names_conference),
)
