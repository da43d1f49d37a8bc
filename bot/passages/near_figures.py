"""The figures of a sentence that stand nearest to what a question asks about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.passages.asked import Asked
from bot.passages.concepts import concepts_of
from bot.passages.evidence import Quote
from bot.passages.holding import text_for
from bot.passages.wanted import Wanted
from index.text.stemming import stems

TOGETHER = 0.5  # share of the nearest one's nearness at which a figure is shown beside it
MOST = 3  # figures of one sentence
SHORT = 3  # letters of words that lead on to what is not shown
LEADING = frozenset({"the", "and", "for", "from", "with", "within", "over", "after", "instead"})
NUMBER = re.compile(r"\d[\d.,\u00a0\u202f]*(?<=\d)(?:-\w+)?%?(?: \d{3}\b)*")
REACH = 120  # characters before a figure
AFTER = re.compile(r"(?:[ -][^\s,.;:!?()«»“”\"]{1,40}){0,4}")
BEFORE = re.compile(r"(?:[^\s,;:]+ ){0,8}$")
RETRACTED = re.compile(
    r"(?:\bnot|\bа не|\bвместо|\binstead of|\brather than)\s+[«“\"]?$", re.IGNORECASE
)


def nearest_figures(kind: Asked, wanted: Wanted, quote: Quote) -> tuple[str, float]:
    """The figures with what they count, and how near the nearest is; 0 where there is none.

    A figure that the sentence takes back ("not 87") is none.
    """
    spans = list(_figures(kind, wanted, quote))
    found = [
        (_nearness(kind, wanted, quote, start, stop), quote.text[start:stop] + _after(quote, stop))
        for start, stop in spans
    ]
    most = max((near for near, _ in found), default=0.0)
    kept: list[str] = []
    for near, text in found:
        is_said = bool(kept) and kept[-1].endswith(text)
        if near >= TOGETHER * most and not is_said:
            kept.append(text)
    # There is no doubt about a sum where the sentence gives no other.
    sure = float(kind.name == "money" and len(found) == 1)
    return " … ".join(kept[:MOST]), most + sure


def _after(quote: Quote, stop: int) -> str:
    """The words after a figure that say what it counts."""
    match = AFTER.match(quote.text, stop)
    words = match.group().split(" ")[1:] if match else []
    while words and (len(words[-1]) < SHORT or words[-1].lower() in LEADING):
        words.pop()
    return "".join(f" {word}" for word in words)


def _nearness(kind: Asked, wanted: Wanted, quote: Quote, start: int, stop: int) -> float:
    """How many words of the question stand beside a figure, those that follow it counting more."""
    language = quote.source.release.language
    behind, ahead = (
        AFTER.match(quote.text, stop),
        BEFORE.search(quote.text[max(start - REACH, 0) : start]),
    )
    sides = ((2.0, behind.group() if behind else ""), (1.0, ahead.group() if ahead else ""))
    own = float(kind.name != "number" or quote.text[start].isdigit())
    return own + sum(
        worth
        for worth, text in sides
        for word in wanted.words
        if ({word.stem(language)} | word.concepts)
        & (set(stems(text, language)) | concepts_of(text, language))
    )


def _figures(kind: Asked, wanted: Wanted, quote: Quote) -> Iterator[tuple[int, int]]:
    """Where figures of the kind begin and end in the sentence."""
    text = text_for(kind, wanted, quote.text)
    end = 0
    for match in kind.evidence.finditer(text):
        if match.start() < end or RETRACTED.search(
            text[max(match.start() - REACH, 0) : match.start()]
        ):
            continue
        number = NUMBER.match(text, match.start())
        end = max(match.end(), number.end() if number else 0)
        yield match.start(), end
