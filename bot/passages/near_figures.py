"""The figures of a sentence that stand nearest to what a question asks about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.passages.asked import Asked, blanked
from bot.passages.concepts import concepts_of
from bot.passages.evidence import Quote
from bot.passages.holding import text_for
from bot.passages.phrases import figure_phrase, is_of_unit
from bot.passages.wanted import Wanted
from index.text.stemming import stems, words

TOGETHER = 0.5  # share of the nearest one's nearness at which a figure is shown beside it
SURE = 2.0  # nearness of a figure that is put first
OF_UNIT = 3.0  # what a figure gains that counts in the unit which is asked for
FOCUS = 2.0  # what a word counts that the question turns on, as the thing that is counted
MOST = 3  # figures of one sentence
LONGEST = 110  # characters of a part of the sentence that holds several
NUMBER = re.compile(r"\d[\d.,\u00a0\u202f]*(?<=\d)(?:-\w+)?%?(?: \d{3}\b)*")
UNIT = re.compile(r"[^\W\d_]+")
ALIKE = 3  # letters by which the same unit is known, as in "42 days" and "any 180-day period"
NO_COUNT = re.compile(r"\b\d{1,2}:\d{2}\b|\+\d[\d ()-]{6,20}\d")  # times, numbers of telephones
REACH = 120  # characters before a figure
AFTER = re.compile(r"(?:[ -][^\s,.;:!?()«»“”\"]{1,40}){0,4}")
BEFORE = re.compile(r"(?:[^\s,;:]+ ){0,8}(?:[^\s,;:]+[,:] )?(?:[–—] )?$")
RETRACTED = re.compile(
    r"(?:\bnot|\bа не|\bвместо|\binstead of|\brather than)\s+[«“\"]?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Figures:
    """So many figures of a sentence, as written, and how near the nearest is."""

    text: str
    near: float
    count: int


NONE = Figures("", 0.0, 0)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    unit: str
    near: float


def nearest_figures(
    kind: Asked, wanted: Wanted, quote: Quote, unit: str = "", *, parts: int = 1
) -> Figures:
    """The nearest figure with what it counts, and others of the same that are nearly as near.

    A figure that the sentence takes back ("not 87") is none. `unit` is what is counted, `parts`
    how many figures of whatever are asked for.
    """
    found = list(_found(kind, wanted, quote, unit))
    best = max(found, key=lambda one: one.near, default=None)
    if best is None:
        return NONE
    if parts > 1:
        nearest = sorted(found, key=lambda one: -one.near)[:parts]
        shown = [one for one in found if one in nearest and (one is best or one.near >= SURE)]
    else:
        near = [one for one in found if one.near >= TOGETHER * best.near]
        alike = [one for one in near if one.unit == best.unit][:MOST]
        shown = alike if best in alike else [best]
    # There is no doubt about a figure where the sentence gives no other.
    sure = float(len(found) == 1)
    return Figures(_joined(quote.text, shown), best.near + sure, len(shown))


def all_figures(kind: Asked, wanted: Wanted, quote: Quote) -> Figures:
    """All figures of the sentence, as those of a vote, from the first of them to its end."""
    found = list(_found(kind, wanted, quote))
    if len(found) < 2:
        return nearest_figures(kind, wanted, quote)
    near = max(one.near for one in found)
    rest = quote.text[found[0].start :].rstrip(" .!")
    return Figures(rest if len(rest) <= LONGEST else _joined(quote.text, found), near, len(found))


def _joined(text: str, kept: Sequence[_Found]) -> str:
    """The part of the sentence that holds them or, where that is long, each for itself."""
    whole = text[kept[0].start : kept[-1].end]
    if len(whole) <= LONGEST:
        return whole
    return ", ".join(text[one.start : one.end] for one in kept)


def _found(kind: Asked, wanted: Wanted, quote: Quote, unit: str = "") -> Iterator[_Found]:
    """The figures with the phrases that they begin, those within another's left out."""
    language, last = quote.source.release.language, 0
    for start, stop in _figures(kind, wanted, quote):
        first, end = figure_phrase(quote.text, start, stop, language)
        if start >= last:
            near = _nearness(kind, wanted, quote, start, (stop, end))
            its = _unit(kind, quote.text, start, (stop, end))
            near += OF_UNIT if unit and is_of_unit(quote.text[start:end], unit) else 0.0
            yield _Found(max(first, last), end, its, near)
        last = max(last, end)


def _unit(kind: Asked, text: str, start: int, phrase: tuple[int, int]) -> str:
    """The beginning of the unit: of a time its own last word, of a number the next; "" of a sum."""
    stop, end = phrase
    units = {
        "duration": UNIT.findall(text[start:stop])[-1:],
        "number": UNIT.findall(text[stop:end])[:1],
    }
    return "".join(units.get(kind.name, []))[:ALIKE].lower()


def _nearness(
    kind: Asked, wanted: Wanted, quote: Quote, start: int, phrase: tuple[int, int]
) -> float:
    """How many words of the question stand beside a figure, those of its phrase counting more."""
    language = quote.source.release.language
    stop, end = phrase
    behind = AFTER.match(quote.text, end)
    ahead = BEFORE.search(quote.text[max(start - REACH, 0) : start])
    before = ahead.group() if ahead else ""
    is_named = bool(kind.silent & set(words(before)))  # "the number of states has reached 86"
    sides = (
        (2.0, quote.text[stop:end]),
        (1.0, behind.group() if behind else ""),
        (2.0 if is_named else 1.0, before),
    )
    own = float(kind.name != "number" or quote.text[start].isdigit())
    return own + sum(
        worth * (FOCUS if word.is_focus else 1.0)
        for worth, text in sides
        for word in wanted.words
        if ({word.stem(language)} | word.concepts)
        & (set(stems(text, language)) | concepts_of(text, language))
    )


def _figures(kind: Asked, wanted: Wanted, quote: Quote) -> Iterator[tuple[int, int]]:
    """Where figures of the kind begin and end in the sentence; times of day are none."""
    text = text_for(kind, wanted, quote.text)
    if kind.name == "number":
        text = blanked(NO_COUNT, text)
    end = 0
    for match in kind.evidence.finditer(text):
        if match.start() < end or RETRACTED.search(
            text[max(match.start() - REACH, 0) : match.start()]
        ):
            continue
        number = NUMBER.match(text, match.start())
        end = max(match.end(), number.end() if number else 0)
        yield match.start(), end
