"""Who in a question is not who is asked for: partners of a visitor, Kazakhstan's own side."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query.asked import MOTION
from bot.query.pieces import FUNCTION, Piece
from bot.query.places import Use, UsedPlace, is_home
from bot.query.roles import ROLES

_BESIDE_OFFICES = {FUNCTION, "possessive", "from", "from_abroad"}


def without_partners(
    pieces: Sequence[Piece], places: Sequence[UsedPlace]
) -> tuple[list[Piece], list[UsedPlace]]:
    """All but whom a visitor came to meet or came with, as far as that is an office."""
    partners = _before_invitation(pieces)
    kept: list[Piece] = []
    moved = dropping = False
    for index, piece in enumerate(pieces):
        if index in partners:
            continue
        moved = moved or piece.name in MOTION
        of_partner = piece.name in ROLES or piece.name in _BESIDE_OFFICES or is_home(piece)
        dropping = (dropping and of_partner) or (moved and piece.name in {"talks", "with"})
        if not dropping or not of_partner:
            kept.append(piece)
    return kept, [place for place in places if place.piece in kept]


def _before_invitation(pieces: Sequence[Piece]) -> set[int]:
    """Where Kazakh tells who invited or whom somebody accompanied: before the word for it."""
    found: set[int] = set()
    for index, piece in enumerate(pieces):
        before = index - 1
        while (
            piece.name == "with_after"
            and before >= 0
            and (pieces[before].name in ROLES or is_home(pieces[before]))
        ):
            found.add(before)
            before -= 1
    return found


def without_hosts(
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
