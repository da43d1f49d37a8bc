"""Which sentences of a question ask, and what of those around them they point back to; pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.query.asked import MOTION, QUESTIONS
from bot.query.pieces import PERIOD, PLACE, WORD_LEFT, Piece
from bot.query.places import is_city, is_home
from bot.query.roles import ROLES
from bot.question import points_back

_ASKING = QUESTIONS | MOTION | ROLES.keys() | {"list"}
_TELLING = {PLACE, WORD_LEFT, PERIOD}


def asking(pieces: Sequence[Piece]) -> list[Piece]:
    """The sentences that ask; what stands around them only leads up to it.

    Of that the countries are kept which a question speaks of as "these countries".
    """
    of_asking = {piece.sentence for piece in pieces if piece.name in _ASKING}
    asked = [piece for piece in pieces if piece.sentence in of_asking]
    groups = _groups_before(asked[0], pieces) if _points_back(asked) else []
    if groups:
        return [*groups, *asked]  # in "interested in Benelux" nothing beside the name is of a visit
    return [p for p in pieces if p in asked or not asked or p.name not in _TELLING]


def _points_back(pieces: Sequence[Piece]) -> bool:
    """Whether countries are spoken of that were named before: "of them", "these countries"."""
    return any(piece.name == "of_them" for piece in pieces) or any(
        points_back(piece.text) and after.name == "countries" for piece, after in pairwise(pieces)
    )


def _groups_before(first: Piece, pieces: Sequence[Piece]) -> list[Piece]:
    """The countries and groups of them that are named in the sentences before the piece `first`."""
    places = [p for p in pieces if p.name == PLACE and p.sentence < first.sentence]
    return [place for place in places if not is_home(place) and not is_city(place)]
