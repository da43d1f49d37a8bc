"""The answer in a few words, taken from the sentences that are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from bot.passages.asked import Asked
from bot.passages.choice import SEVERAL, asks_for_holders, asks_for_several, whole
from bot.passages.compared import compared
from bot.passages.concepts import concepts_of
from bot.passages.counted import asks_for_breakdown, counted, unit_asked
from bot.passages.days import day_told
from bot.passages.documents import documents_in
from bot.passages.evidence import Quote, corrects
from bot.passages.holding import persons_asked
from bot.passages.near_figures import NONE, SURE, Figures, all_figures, nearest_figures
from bot.passages.reading import read_release
from bot.passages.wanted import Wanted, wanted_by
from bot.question import Question
from index.places.gazetteer import Gazetteer

LONGEST = 320  # characters
MEETING = frozenset({"~meet", "~receive", "~negotiate"})
CITY = "~city"
ENDS = (".", "!", "?", "”", "»", '"')
MOST = 4  # sentences whose figures stand side by side
FIGURES = frozenset({"money", "number", "percent", "duration", "age", "phone", "email"})
ONE_OF = (
    *({one, other} for one, other in combinations(sorted(FIGURES), 2)),
    {"date", "documents"},
)
COUNTED = ("number",)
CORRECTION = 1.0  # what a figure gains that sets another right
LATER = 0.5  # by how much a figure of the next sentence is further off
REACH = 80  # characters before the word for a street
LEADING = re.compile(r".*(?::| at| по адресу|мекенжай\w*) ((?=[^:]*$).*)$", re.IGNORECASE)
HOUSE = re.compile(r"((?:№ ?)?\d[\w/-]*[ ,][^,.;]{0,50})$")
AFTER = re.compile(
    r"(?<!ул)(?<!пр)(?<!str)(?<!ave)\.(?:\s|$)|;|\s(?:is|was|has|will|and the)\s|\s[–—]\s|\)"
)


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """What is asked for in a few words, and the quotes that they are taken from.

    `is_whole` says that there are as many parts as are asked for, `near` how near to what is
    asked the nearest figure stands.
    """

    text: str
    bearing: tuple[Quote, ...]
    is_whole: bool
    near: float = 0.0


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    quote: Quote
    near: float = 0.0


def short_answer(question: Question, quotes: Sequence[Quote]) -> ShortAnswer | None:
    """What is asked for, out of `quotes`; None where it takes a sentence to say it."""
    wanted = wanted_by(question)
    rows = compared(question, quotes) if wanted.asks("compare") else []
    if rows:
        return _of_parts(rows, quotes, is_whole=True)
    found: dict[str, list[_Part]] = {}
    for kind in wanted.kinds:
        # Of what may be one thing, as a sum and a number, the more particular is told.
        if _asked_parts(question) == 1 and any({kind.name, *found} >= pair for pair in ONE_OF):
            continue
        if parts := _of_kind(kind, question, wanted, quotes):
            found[kind.name] = parts
    in_order = _in_order([kind for kind in wanted.kinds if kind.name in found], question)
    parts = [part for kind in in_order for part in found[kind.name]]
    parts = [part for part in parts if not _is_said(part, parts)]
    texts = list(dict.fromkeys(part.text for part in parts))
    asked = _asked_parts(question)
    is_whole = len(texts) >= (asked if asked > 1 else len(wanted.kinds))
    short = _of_parts(texts, [part.quote for part in parts], is_whole=is_whole)
    near = max((part.near for part in parts), default=0.0)
    return short and replace(short, near=near)


def _asked_parts(question: Question) -> int:
    return 1 + len(SEVERAL.findall(question.text))


def _of_parts(
    texts: Sequence[str], quotes: Sequence[Quote], *, is_whole: bool
) -> ShortAnswer | None:
    text = "; ".join(texts)
    if not 0 < len(text) <= LONGEST:
        return None
    end = "" if text.endswith(ENDS) else "."
    return ShortAnswer(f"{text[:1].upper()}{text[1:]}{end}", tuple(dict.fromkeys(quotes)), is_whole)


def _in_order(kinds: Sequence[Asked], question: Question) -> list[Asked]:
    """The kinds in the order in which the question asks for them."""
    return sorted(kinds, key=lambda kind: _asked_at(kind, question))


def _asked_at(kind: Asked, question: Question) -> int:
    asked = kind.question.search(question.text)
    return asked.end() if asked else len(question.text)


def _is_said(part: _Part, parts: Sequence[_Part]) -> bool:
    """Whether another of the parts says as much and more."""
    own = part.text.casefold()
    return any(own != other.text.casefold() and own in other.text.casefold() for other in parts)


def _of_kind(
    kind: Asked, question: Question, wanted: Wanted, quotes: Sequence[Quote]
) -> list[_Part]:
    holding = [quote for quote in quotes if kind.name in quote.kinds]
    holding.sort(key=lambda quote: not corrects(quote))
    if kind.name in FIGURES:
        return _near(kind, question, wanted, holding)
    if kind.name == "words":
        return [_Part(" ".join(part.text for part in whole(q)), q) for q in holding[:1]]
    if kind.name == "documents":
        return [_Part(name, quote) for quote in holding for name in documents_in(quote)]
    shown = holding if kind.name == "person" and asks_for_holders(wanted) else holding[:1]
    return [
        _Part(text, quote) for quote in shown for text in _single(kind, question, wanted, quote)
    ]


def _near(kind: Asked, question: Question, wanted: Wanted, quotes: Sequence[Quote]) -> list[_Part]:
    """The figures nearest to what is asked; so many as there are parts of the question."""
    several = asks_for_several(question)
    if asks_for_breakdown(question):
        found = [(all_figures(kind, wanted, quote), quote) for quote in quotes[:MOST]]
    else:
        unit = unit_asked(question) if kind.name in (*COUNTED, "duration") else ""
        parts = _asked_parts(question) if len(wanted.kinds) == 1 else 1
        found = [
            (nearest_figures(kind, wanted, quote, unit, parts=parts), quote)
            for quote in quotes[:MOST]
        ]
    later = 0.0 if several else LATER
    ranked = sorted(
        (
            (one.near + CORRECTION * corrects(quote) - later * place, one.text, quote)
            for place, (one, quote) in enumerate(found)
        ),
        key=lambda row: -row[0],
    )
    kept = [row for row in ranked if row[0] >= SURE][: _most(question, wanted, found)]
    kept.sort(key=lambda row: [quote for _, quote in found].index(row[2]))
    return [
        _Part(counted(text, question) if kind.name in COUNTED else text, quote, near)
        for near, text, quote in kept
    ]


def _most(question: Question, wanted: Wanted, found: Sequence[tuple[Figures, Quote]]) -> int:
    """In how many sentences there are the figures of a kind that a question asks for."""
    if not asks_for_several(question):
        return 1
    if wanted.asks("compare", "superlative") or len(wanted.periods) > 1:
        return MOST
    parts = max(1, _asked_parts(question) + 1 - len(wanted.kinds))
    together = max((one for one, _ in found), key=lambda one: one.near, default=NONE)
    return 1 if together.count >= parts else parts


def _single(kind: Asked, question: Question, wanted: Wanted, quote: Quote) -> list[str]:
    release = quote.source.release
    match kind.name:
        case "person":
            found = persons_asked(wanted, read_release(release), quote.place, release)
            beside = [person for person in found if person.countries & _sides(question, wanted)]
            return [person.name for person in (beside or found)[:1]]
        case "date":
            return [day_told(question, wanted, quote)] if quote.timely else []
        case "address":
            return _clause(kind, quote)
        case "place":
            return _cities(question, quote)
    return []


def _sides(question: Question, wanted: Wanted) -> frozenset[str]:
    """Codes of the countries whose people are asked for; none where who met them is."""
    deeds = frozenset().union(*(word.concepts for word in wanted.words))
    is_of_others = bool(deeds & MEETING) or question.lookup != question.text
    return frozenset() if is_of_others else wanted.nations


def _cities(question: Question, quote: Quote) -> list[str]:
    """Names of the cities in the sentence, where it is asked which cities they are."""
    if CITY not in concepts_of(question.text, question.language):
        return []
    release = quote.source.release
    mentions = Gazetteer.load().find_cities(quote.text, release.language)
    names = (Gazetteer.load().city_name(m.city, question.language) for m in mentions)
    return list(dict.fromkeys(names))


def _clause(kind: Asked, quote: Quote) -> list[str]:
    """The part of the sentence around an address."""
    match = kind.evidence.search(quote.text)
    if match is None:
        return []
    ahead = quote.text[max(match.start() - REACH, 0) : match.start()]
    led = LEADING.search(ahead) or HOUSE.search(ahead)
    start = match.start() - len(ahead) + (led.start(1) if led else 0)
    if led is None:
        start = max(quote.text.rfind(" ", 0, match.start() - 30), 0)
    end = AFTER.search(quote.text, match.end())
    return [quote.text[start : end.start() if end else None].strip(" ,.")]
