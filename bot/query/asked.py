"""What a question asks for, out of its pieces: kind of event, shape of answer, kind of item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.query.pieces import FUNCTION, NUMBER, PERIOD, PLACE, QUESTION_MARK, WORD_LEFT, Piece
from bot.query.places import Use, is_home, is_in_home, used_places
from bot.query.query import ItemOf, Shape
from bot.query.roles import ROLES
from corpus.release import Language
from index.extraction.event import EventKind

MOTION = frozenset({"arrive", "go", "attend", "receive", "send", "visits", "transit"})
MATTERS = frozenset({"other_matter", "sign", "document", "mission", "appoint", "credentials"})
_HEADS = ROLES.keys() | MOTION | {
    "countries", "cities", "times", "of_them", "institutions", "detail", "document", "talks",
    "call", "mission", "credentials", "be", "who", "sign", "appoint", "open",
}  # fmt: skip
PASSED = {
    FUNCTION, NUMBER, PERIOD, PLACE, "possessive", "from", "from_abroad", "official", "working",
    "except", "fellow", "more", "itself", "first", "latest", "first_ever", "n2", "n3", "n4", "n5",
    "all_time", "earlier", "later", "earlier_than", "later_than", "except_after",
    "to", "gone_to", "how_many", "deputy", "pronoun", "filler", "auxiliary", "follow_up", "abroad",
    "state_visit", "planned", "will", "cancelled", "postponed", "advice", "every_one",
    "afterwards",
    QUESTION_MARK,
}  # fmt: skip
_RECEIVING = {"president", "prime_minister", "speaker", "leader"}
_OCCASIONS = {"arrive", "visits", "talks", "times", "document", "sign"}
_BLOCKS = {"what", "other_matter", "not_yet"}
SOONER, LATER = {"earlier", "earlier_than"}, {"later", "later_than"}
OFTEN = re.compile(r"times\d+")  # names of how often at least
QUESTIONS = {"which", "how_many", "how_often", "who", "when", "where", "where_to", "with_whom"}


_RELATIVES = frozenset({"that", "которые", "который", "которая"})
_PARTICIPLES = {
    Language.EN: re.compile(r"ing$"),
    Language.RU: re.compile(r"(?:вш|ущ|ющ)(?:ие|их|ий|ая)(?:ся)?$"),
    Language.KK: re.compile(r"(?:ған|ген|қан|кен)$"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; `head` names what "which" or "how many" are said of, "" for neither."""

    kind: EventKind
    shape: Shape
    head: str


def wanted(pieces: Sequence[Piece], language: Language) -> Wanted | None:
    """What the pieces ask of events; None where events do not answer."""
    names = [piece.name for piece in pieces]
    head = _head(pieces, names, language)
    if head is None or _asks_advice(set(names)):
        return None
    blocks = _BLOCKS - {"other_matter"} if {"call", "with_whom"} <= set(names) else _BLOCKS
    if blocks & set(names) or ("than" in names and "more" not in names):
        return None
    if shape_of(names) is Shape.EXISTS and _is_of_audience(pieces, names):
        return None
    came = _came_to_talks(pieces, head, language)
    kind = EventKind.VISIT if came else _kind(names, head, language)
    if kind is None:
        return None
    shape = shape_of(names)
    is_list = shape is Shape.EXISTS and _is_heading(pieces, language)
    return Wanted(kind, Shape.LIST if is_list else shape, head)


def _is_heading(pieces: Sequence[Piece], language: Language) -> bool:
    """Whether office holders are told by what they did: "Speakers that visited Astana?"."""
    told = [piece for piece in pieces if piece.name != QUESTION_MARK]
    moves = [piece for piece in told if piece.name in MOTION - {"visits"}]
    if language is Language.KK:
        is_participle = bool(moves) and _PARTICIPLES[language].search(moves[0].text.lower())
        return bool(is_participle) and told[-1].name in ROLES
    if not moves or told[0].name not in ROLES:
        return False
    before = told[told.index(moves[0]) - 1].text.lower()
    return before in _RELATIVES or bool(_PARTICIPLES[language].search(moves[0].text.lower()))


def _asks_advice(names: set[str]) -> bool:
    """Whether somebody asks whether they may, or had better, travel themselves."""
    return "advice" in names and not names & (QUESTIONS | ROLES.keys() | {"list", "visits"})


def _head(pieces: Sequence[Piece], names: Sequence[str], language: Language) -> str | None:
    """What the first question word is said of; None where events know nothing of it."""
    first = next((index for index, name in enumerate(names) if name in QUESTIONS), None)
    if first is None:
        return _listed(pieces, names, language)
    if names[first] == "how_often":
        return "times"
    if names[first] not in {"which", "how_many"}:
        return ""
    head = head_after(pieces, first)
    before = next((name for name in names[:first] if name in ROLES), None)
    return _known(head) or (before if not head else None)


def _listed(pieces: Sequence[Piece], names: Sequence[str], language: Language) -> str:
    """What is to be listed, which Kazakh says before the verb; "" where that is not told."""
    if "list" not in names:
        return ""
    at = names.index("list")
    if language is Language.KK:
        at = len(names) - 1 - names[::-1].index("list")
        before = (piece.name for piece in reversed(pieces[:at]) if piece.name not in PASSED)
        return _known(next(before, "")) or ""
    return _known(head_after(pieces, at)) or ""


def _known(head: str) -> str | None:
    return head if head in _HEADS else None


def head_after(pieces: Sequence[Piece], index: int) -> str:
    """The name of the first noun after `pieces[index]`."""
    return next((p.name for p in pieces[index + 1 :] if p.name not in PASSED), "")


def _kind(names: Sequence[str], head: str, language: Language) -> EventKind | None:
    matters = MATTERS & set(names)
    if matters or "call" in names:
        return _other_kind(names, head)
    verbs = [name for name in names if name in MOTION - {"visits"} or name == "talks"]
    if verbs and verbs[-1 if language is Language.KK else 0] == "talks":
        known = head in ROLES.keys() | {"countries", "talks"} or "with_whom" in names
        return EventKind.TALKS if known else None
    return EventKind.VISIT


def _came_to_talks(pieces: Sequence[Piece], head: str, language: Language) -> bool:
    """Whether it is asked who held talks at a place of Kazakhstan's: they came there for that."""
    names = [piece.name for piece in pieces]
    if head not in ROLES.keys() - {"ambassador"} or "talks" not in names:
        return False
    if (MATTERS | MOTION | {"call", "with", "with_whom"}) & set(names):
        return False
    first, last = sorted((names.index(head), names.index("talks")))
    between = pieces[first + 1 : last]
    if any(piece.name not in PASSED or is_home(piece) for piece in between):
        return False  # somebody else is told to have met them
    return any(
        is_in_home(place.piece) and place.use is Use.DESTINATION and place.sure
        for place in used_places(pieces, language)
    )


def _is_of_audience(pieces: Sequence[Piece], names: Sequence[str]) -> bool:
    """Whether it is asked if somebody was received by a head of state: his visit tells not that."""
    if "receive" not in names or not _RECEIVING & set(names):
        return False
    guests = sum(name in ROLES or name == WORD_LEFT for name in names)
    return guests > 1 or any(is_home(piece) for piece in pieces)


def _other_kind(names: Sequence[str], head: str) -> EventKind | None:
    """The kind of events other than visits, which are only listed and counted."""
    asks_more = sum(name in QUESTIONS for name in names) > 1
    if asks_more or (not head and not {"list", "who", "with_whom"} & set(names)):
        return None
    if head == "be":  # "what is the latest document"
        after = names[names.index("be") + 1 :]
        head = next((name for name in after if name not in PASSED), "")
    if "credentials" in names:
        return EventKind.CREDENTIALS
    if "appoint" in names:
        named = head in ROLES or bool({"list", "who"} & set(names))
        return EventKind.APPOINTMENT if named else None
    if "mission" in names:
        opened = "open" in names and head in {"mission", "countries", "institutions"}
        return EventKind.OPENING if opened else None
    if {"document", "sign"} <= set(names) and "most_often" in names and head in _OCCASIONS:
        return EventKind.DOCUMENT
    if {"document", "sign"} & set(names):
        listed = head == "document" or (head == "countries" and "sign" in names)
        return EventKind.DOCUMENT if listed and not MOTION & set(names) else None
    known = head in ROLES.keys() | {"countries", "call"} or "with_whom" in names
    return EventKind.CALL if known else None


def is_complete_head(name: str) -> bool:
    """Whether events can tell which or how many of what goes by this name of `QueryWords`."""
    return name in _HEADS


def shape_of(names: Sequence[str]) -> Shape:
    """The kind of answer that the names of a question's pieces ask for."""
    if "compare" in names or {"more", "or"} <= set(names):
        return Shape.COMPARE
    if any(OFTEN.fullmatch(name) for name in names):
        return Shape.MORE_THAN_ONCE
    if is_choice(names):
        if SOONER & set(names):
            return Shape.FIRST
        if LATER & set(names):
            return Shape.LATEST
    for name, shape in (
        ("most_often", Shape.MOST_OFTEN),
        ("more_than_once", Shape.MORE_THAN_ONCE),
        ("latest", Shape.LATEST),
        ("first", Shape.FIRST),
        ("how_many", Shape.COUNT),
        ("how_often", Shape.COUNT),
    ):
        if name in names:
            return shape
    asked = [name for name in names if name in QUESTIONS]
    if asked and set(asked) <= {"when", "where"} and "when" in asked:
        return Shape.FIRST if "first_ever" in names else Shape.WHEN
    if not asked and "list" not in names and _wants_yes(names):
        return Shape.EXISTS
    return Shape.LIST


def is_choice(names: Sequence[str]) -> bool:
    """Whether one of two is to be chosen, as in "A or B"; Kazakh asks of each in turn."""
    return "or" in names or names.count("yes_no") > 1


def _wants_yes(names: Sequence[str]) -> bool:
    if names[:1] == ["countries"]:
        return False
    told = QUESTION_MARK in names and bool(MOTION - {"visits"} & set(names))
    return names[:1] in (["auxiliary"], ["be"]) or "yes_no" in names or told


def item_of(pieces: Sequence[Piece], asked: Wanted, *, outbound: bool) -> ItemOf:
    """What one item of the answer is."""
    names = [piece.name for piece in pieces]
    if asked.kind in {EventKind.OPENING, EventKind.DOCUMENT, EventKind.APPOINTMENT}:
        return ItemOf.TRAVELLER if asked.head == "countries" else ItemOf.VISIT
    if asked.head in {"visits", "times", "talks", "call"} or _counts_visits(pieces):
        return ItemOf.VISIT
    if asked.head == "cities":
        return ItemOf.CITY if (MOTION | {"be"}) & set(names) else ItemOf.TRAVELLER
    if {"where", "where_to"} & set(names) and asked.shape is Shape.LIST:
        return ItemOf.DESTINATION if outbound else ItemOf.CITY
    if outbound and asked.kind is EventKind.VISIT:
        of_each = "visits" in names and not {asked.head, *names} & {"countries"}
        return ItemOf.VISIT if of_each else ItemOf.DESTINATION
    named = ROLES.keys() | {"who", "countries"}
    first = next((name for name in names if name in named or name == "visits"), "")
    return ItemOf.VISIT if first == "visits" and "who" not in names else ItemOf.TRAVELLER


def _counts_visits(pieces: Sequence[Piece]) -> bool:
    """Whether visits are what is counted or to be named ("Name each visit")."""
    first = next((piece for piece in pieces if piece.name in QUESTIONS), None)
    return any(
        (piece.name == "list" or (piece.name in {"how_many", "which"} and piece is first))
        and (head_after(pieces, index) == "visits" or _is_visit(pieces, index))
        for index, piece in enumerate(pieces)
    )


def _is_visit(pieces: Sequence[Piece], index: int) -> bool:
    following = next((p for p in pieces[index + 1 :] if p.name not in PASSED), None)
    return following is not None and following.text.lower() == "visit"


def is_about_visits(
    pieces: Sequence[Piece], *, placed: bool, bound: bool, goes_home: bool, leaves: bool
) -> bool:
    """Whether the pieces speak of somebody's coming.

    `placed` where a place is named, `bound` where one may be gone to, `goes_home` where a place
    of Kazakhstan's surely is, `leaves` where somebody of its own goes to another place.

    Without a verb a rank with a place will do, as in a heading; an ambassador is at his post.
    """
    names = {piece.name for piece in pieces}
    if MOTION & names:
        return True
    if "be" in names:
        present = names & (ROLES.keys() | {"who", "countries"}) - {"ambassador"}
        if "ambassador" in names:
            present.discard("who")  # who the ambassador is tells of no visit
        return "abroad" in names or leaves or (goes_home and bool(present))
    left = sum(piece.name == WORD_LEFT for piece in pieces)
    if names & QUESTIONS:
        return bool(names & ROLES.keys() - {"ambassador"}) and bound and not left
    return bool(names & ROLES.keys()) and placed and left <= 1
