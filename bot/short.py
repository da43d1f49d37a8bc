"""The answer in a few words, taken from the sentences that are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.asked import Asked
from bot.choice import asks_for_several
from bot.concepts import concepts_of
from bot.dates import show_day
from bot.evidence import Quote, corrects
from bot.holding import persons_asked, text_for
from bot.question import Question
from bot.reading import dates_of, read_release
from bot.wanted import Wanted, wanted_by
from index.dates import Precision, iso
from index.extraction.annotate import lower
from index.extraction.annotation import Sentence
from index.extraction.documents import find_documents
from index.stemming import stems

LONGEST = 320  # characters
MOST = 4  # sentences whose figures stand side by side
FIGURES = ("money", "number", "phone", "email")
NUMBER = re.compile(r"\d[\d.,\u00a0\u202f]*(?<=\d)(?:-\w+)?%?(?: \d{3}\b)*")
AFTER = re.compile(r"(?:[ -][^\s,.;:!?()«»“”\"]+){0,4}")
RETRACTED = re.compile(
    r"(?:\bnot|\bа не|\bвместо|\binstead of|\brather than)\s+[«“\"]?$", re.IGNORECASE
)
SHORT = 3  # letters of words that lead on to what is not shown
LEADING = frozenset({"the", "and", "for", "from", "with", "within", "over", "after", "instead"})
SURE = 2.0  # nearness of a figure that is put first
LATER = 0.5  # by how much a figure of the next sentence is further off
BEFORE = re.compile(r"(?:[^\s,.;:!?()«»“”\"]+ ){0,5}$")
HOUSE = re.compile(r"(?:№ ?)?\d[\w/-]*[ ,][^,.;]{0,50}$")


def short_answer(question: Question, quotes: Sequence[Quote]) -> str | None:
    """What is asked for, out of `quotes`; None where it takes a sentence to say it."""
    wanted = wanted_by(question)
    found: list[str] = []
    for kind in wanted.kinds:
        for part in _of_kind(kind, question, wanted, quotes):
            if part not in found:
                found.append(part)
    text = "; ".join(found)
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "." if 0 < len(text) <= LONGEST else None


def _of_kind(kind: Asked, question: Question, wanted: Wanted, quotes: Sequence[Quote]) -> list[str]:
    holding = [quote for quote in quotes if kind.name in quote.kinds]
    holding.sort(key=lambda quote: not corrects(quote))
    if kind.name in FIGURES:
        found = [_figure(kind, wanted, quote) for quote in holding[:MOST]]
        if asks_for_several(question):
            return [text for text, near in found if near > 0]
        ranked = [(near - LATER * place, text) for place, (text, near) in enumerate(found)]
        best = max(ranked, default=(0.0, ""))
        return [best[1]] if best[0] >= SURE else []
    if kind.name == "documents":
        return [name for quote in holding for name in _documents(quote)]
    # An office of one's own country may have had several holders in the time asked about.
    several = kind.name == "person" and bool(wanted.offices) and not wanted.nations
    shown = holding if several else holding[:1]
    return [part for quote in shown for part in _single(kind, question, wanted, quote)]


def _single(kind: Asked, question: Question, wanted: Wanted, quote: Quote) -> list[str]:
    release = quote.source.release
    match kind.name:
        case "person":
            found = persons_asked(wanted, read_release(release), quote.place, release)
            return [person.name for person in found[:1]]
        case "date":
            return [_day(quote, question)] if quote.timely else []
        case "address":
            return _clause(kind, quote)
    return []


def _documents(quote: Quote) -> list[str]:
    """Names of the documents in the sentence, as written."""
    language = quote.source.release.language
    lowered = lower(quote.text)
    sentence = Sentence(quote.text, lowered, 0, len(quote.text), (), (), (), (), ())
    found = find_documents(sentence, language)
    return [quote.text[each.start : each.end] for each in found if each.named]


def _figure(kind: Asked, wanted: Wanted, quote: Quote) -> tuple[str, float]:
    """The figures of the sentence nearest to the words of the question, and how near they are."""
    found = [
        (_nearness(kind, wanted, quote, start, stop), quote.text[start:stop] + _after(quote, stop))
        for start, stop in _figures(kind, wanted, quote)
    ]
    most = max((near for near, _ in found), default=0.0)
    kept = [text for near, text in found if near == most]
    return " … ".join(kept[:3]), most


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
    behind, ahead = AFTER.match(quote.text, stop), BEFORE.search(quote.text[:start])
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
        if match.start() < end or RETRACTED.search(text[: match.start()]):
            continue
        number = NUMBER.match(text, match.start())
        end = max(match.end(), number.end() if number else 0)
        yield match.start(), end


def _day(quote: Quote, question: Question) -> str:
    """The day that the sentence names, or else the day of its release."""
    release = quote.source.release
    mentions = dates_of(quote.text, release.language, release.published.date())
    exact = [mention for mention in mentions if mention.precision is Precision.DAY]
    day = iso(exact[0]) if exact else release.published.date().isoformat()
    return show_day(day, question.language)


def _clause(kind: Asked, quote: Quote) -> list[str]:
    """The part of the sentence around an address."""
    match = kind.evidence.search(quote.text)
    if match is None:
        return []
    before = HOUSE.search(quote.text[: match.start()])
    start = before.start() if before else max(quote.text.rfind(" ", 0, match.start() - 30), 0)
    end = quote.text.find(".", match.start() + len("street") + 1)
    return [quote.text[start : end if end > 0 else None].strip(" ,.")]
