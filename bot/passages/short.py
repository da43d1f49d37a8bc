"""The answer in a few words, taken from the sentences that are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dates import show_day
from bot.passages.asked import Asked
from bot.passages.choice import asks_for_holders, asks_for_several, whole
from bot.passages.compared import compared
from bot.passages.concepts import concepts_of
from bot.passages.documents import documents_in
from bot.passages.evidence import Quote, corrects
from bot.passages.holding import persons_asked
from bot.passages.near_figures import nearest_figures
from bot.passages.reading import dates_of, read_release
from bot.passages.wanted import Wanted, wanted_by
from bot.question import Question
from index.places.gazetteer import Gazetteer
from index.times.dates import Precision, iso

LONGEST = 320  # characters
CITY = "~city"
ENDS = (".", "!", "?", "”", "»", '"')
MOST = 4  # sentences whose figures stand side by side
FIGURES = ("money", "number", "duration", "age", "phone", "email")
SURE = 2.0  # nearness of a figure that is put first
LATER = 0.5  # by how much a figure of the next sentence is further off
REACH = 80  # characters before the word for a street
ANY_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
HOUSE = re.compile(r"(?:№ ?)?\d[\w/-]*[ ,][^,.;]{0,50}$")


def short_answer(question: Question, quotes: Sequence[Quote]) -> str | None:
    """What is asked for, out of `quotes`; None where it takes a sentence to say it."""
    wanted = wanted_by(question)
    found = compared(question, quotes) if wanted.asks("compare") else []
    for kind in wanted.kinds if not found else ():
        for part in _of_kind(kind, question, wanted, quotes):
            if part not in found:
                found.append(part)
    text = "; ".join(found)
    if not 0 < len(text) <= LONGEST:
        return None
    end = "" if text.endswith(ENDS) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"


def _of_kind(kind: Asked, question: Question, wanted: Wanted, quotes: Sequence[Quote]) -> list[str]:
    holding = [quote for quote in quotes if kind.name in quote.kinds]
    holding.sort(key=lambda quote: not corrects(quote))
    if kind.name in FIGURES:
        return _near(kind, wanted, holding, several=asks_for_several(question))
    if kind.name == "words":
        return [" ".join(part.text for part in whole(quote)) for quote in holding[:1]]
    if kind.name == "documents":
        return [name for quote in holding for name in documents_in(quote)]
    shown = holding if kind.name == "person" and asks_for_holders(wanted) else holding[:1]
    return [part for quote in shown for part in _single(kind, question, wanted, quote)]


def _near(kind: Asked, wanted: Wanted, quotes: Sequence[Quote], *, several: bool) -> list[str]:
    """The figures nearest to what is asked; of each sentence where several things are asked."""
    found = [nearest_figures(kind, wanted, quote) for quote in quotes[:MOST]]
    if several:
        return [text for text, near in found if near >= SURE]
    ranked = [(near - LATER * place, text) for place, (text, near) in enumerate(found)]
    best = max(ranked, default=(0.0, ""))
    return [best[1]] if best[0] >= SURE else []


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
        case "place":
            return _cities(question, quote)
    return []


def _cities(question: Question, quote: Quote) -> list[str]:
    """Names of the cities in the sentence, where it is asked which cities they are."""
    if CITY not in concepts_of(question.text, question.language):
        return []
    release = quote.source.release
    mentions = Gazetteer.load().find_cities(quote.text, release.language)
    names = (Gazetteer.load().city_name(m.city, question.language) for m in mentions)
    return list(dict.fromkeys(names))


def _day(quote: Quote, question: Question) -> str:
    """What the sentence dates it to, a day before a month and a year, or its release's day."""
    release = quote.source.release
    mentions = dates_of(quote.text, release.language, release.published.date())
    exact = [mention for mention in mentions if mention.precision is Precision.DAY]
    if exact or mentions:
        return show_day(iso((exact or mentions)[0]), question.language)
    year = ANY_YEAR.search(quote.text)
    return year.group() if year else show_day(release.day.isoformat(), question.language)


def _clause(kind: Asked, quote: Quote) -> list[str]:
    """The part of the sentence around an address."""
    match = kind.evidence.search(quote.text)
    if match is None:
        return []
    before = HOUSE.search(quote.text[max(match.start() - REACH, 0) : match.start()])
    start = before.start() if before else max(quote.text.rfind(" ", 0, match.start() - 30), 0)
    end = quote.text.find(".", match.start() + len("street") + 1)
    return [quote.text[start : end if end > 0 else None].strip(" ,.")]
