"""Which of the sentences found an answer shows: each part of the question borne out, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.passages.documents import documents_in
from bot.passages.evidence import Quote, corrects
from bot.passages.holding import persons_asked
from bot.passages.judgement import STRENGTH, answers, strength
from bot.passages.reading import read_release
from bot.passages.steps import one_account_each, steps
from bot.passages.timely import spans_of
from bot.passages.wanted import Wanted, wanted_by
from bot.question import Question

MOST = 3  # sentences that are chosen; what goes on over several is shown whole
MOST_PARTS = 5  # the same where several things are asked for
LONGEST = 800  # characters of quotes, titles and links: what one reads without scrolling
LONGEST_PARTS = 1000
LONGEST_SIDES = 1200  # where two are compared, and each has its own release
DATE = 30  # characters of a date and a language
POOL = 30  # best sentences that are chosen from
GAIN = 1.0  # a further sentence adds at least that many parts of the question
GAIN_PARTS = 0.9
PART_STRENGTH = 0.2  # strength of a sentence of another event that tells a part
AMENDED = 0.3  # by how much less of the question a sentence tells that sets another right
NEARLY = 0.2  # by how much a sentence that only bears out the first scores below it
NEARLY_BY_WORDS = 0.5  # the same where no kind of thing is asked for, and words tell more
SEVERAL = re.compile(
    r"(?:\band|\bи|\bжәне|\bәрі|\bал|[,;+&:–—-])\s+"
    r"(?:to |in |on |at |for |from |by |within |на |в |за |до |с )?"
    r"(?:what|how|which|when|where|who|whom|why|сколько|как\w*|каков\w*|где|когда|кто|кому|чем|"
    r"неше\w*|қанша\w*|қай\w*|қашан|кім\w*|қандай)\b",
    re.IGNORECASE,
)
OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'
SPEECH = 3  # sentences over which direct speech is followed


def choose(question: Question, quotes: Sequence[Quote], denial: Quote | None) -> list[Quote]:
    """The quotes that bear an answer out, the best first; `denial` among them."""
    wanted = wanted_by(question)
    if wanted.asks("summary"):
        return steps(wanted, one_account_each(quotes, question.language))
    pool = one_account_each(quotes[:POOL], question.language)
    best = next(quote for quote in [*pool, *quotes] if answers(question, quote))
    chosen = [best]
    in_parts = asks_for_several(question)
    told = _parts(wanted, best) if in_parts else _parts(wanted, best) | _words_around(wanted, best)
    most, longest = (MOST_PARTS, LONGEST_PARTS) if in_parts else (MOST, LONGEST)
    if wanted.asks("compare"):
        longest = LONGEST_SIDES
    for quote in _further(question, wanted, pool, best, told, in_parts=in_parts):
        if len(chosen) < most and _length([*chosen, quote]) <= longest:
            chosen.append(quote)
    if denial is not None and denial not in chosen:
        chosen.append(denial)
    return chosen


def asks_for_several(question: Question) -> bool:
    """Whether the question has several parts, each with an answer of its own."""
    wanted = wanted_by(question)
    return (
        len(wanted.kinds) > 1
        or asks_for_holders(wanted)
        or len(wanted.periods) > 1
        or wanted.asks("compare", "superlative", "summary")
        or SEVERAL.search(question.text) is not None
    )


def asks_for_holders(wanted: Wanted) -> bool:
    """Whether it asks for who held an office of one's own country, which several may have."""
    return wanted.asks("person") and bool(wanted.offices) and not wanted.nations


def _words_around(wanted: Wanted, quote: Quote) -> set[str]:
    """Words of the question that the sentence, its neighbours or the title hold."""
    release = quote.source.release
    reading = read_release(release)
    held = reading.around(quote.place) | reading.title.terms
    return {
        f"word {word.text}"
        for word in wanted.words
        if ({word.stem(release.language)} | word.concepts) & held
    }


def _further(
    question: Question,
    wanted: Wanted,
    pool: Sequence[Quote],
    best: Quote,
    told: set[str],
    *,
    in_parts: bool,
) -> Iterator[Quote]:
    """What adds parts of the question, then corrections, then what bears the first out."""
    least = PART_STRENGTH if in_parts else STRENGTH
    rest = [q for q in pool if q != best and q.about and _bears(question, best, q, least)]
    amendment = _amendment(question, best, rest)
    if amendment is not None:
        rest.remove(amendment)
        yield amendment
    while rest:
        gained = max(rest, key=lambda quote: (_gain(wanted, quote, told), quote.score))
        if _gain(wanted, gained, told) < (GAIN_PARTS if in_parts else GAIN):
            break
        told |= _parts(wanted, gained)
        rest.remove(gained)
        yield gained
    corrections = [quote for quote in rest if quote.timely and corrects(quote)]
    yield from corrections
    nearly = NEARLY if wanted.kinds else NEARLY_BY_WORDS
    for quote in rest:
        is_near = quote not in corrections and quote.score >= best.score - nearly
        # What is largest is told by looking at all: each need be no surer than a part.
        is_rival = wanted.asks("superlative") and bool(quote.kinds)
        if is_near and (is_rival or answers(question, quote)):
            yield quote


def _amendment(question: Question, best: Quote, rest: Sequence[Quote]) -> Quote | None:
    """What sets the best sentence right, by saying as much of what is asked."""
    if corrects(best) or wanted_by(question).asks("compare"):
        return None
    return next(
        (
            quote
            for quote in rest
            if corrects(quote)
            and quote.timely
            and quote.kinds >= best.kinds
            and quote.relation >= best.relation - AMENDED
            and answers(question, quote)
        ),
        None,
    )


def _bears(question: Question, best: Quote, quote: Quote, least: float) -> bool:
    """Whether the sentence is of the event that the best one tells, or strong enough alone."""
    return quote.source.event == best.source.event or strength(question, quote) >= least


def _gain(wanted: Wanted, quote: Quote, told: set[str]) -> float:
    """How many parts of the question `quote` adds; words count less than names and kinds."""
    added = _parts(wanted, quote) - told
    return sum(0.45 if part.startswith("word ") else 1.0 for part in added)


def _parts(wanted: Wanted, quote: Quote) -> set[str]:
    """What of the question stands in the sentence itself."""
    release = quote.source.release
    sentence = read_release(release).sentences[quote.place]
    parts = {f"kind {name}" for name in quote.kinds}
    for word in wanted.words:
        if ({word.stem(release.language)} | word.concepts) & sentence.terms:
            parts.add(f"word {word.text}")
    if len(wanted.countries) > 1:
        held = sentence.terms | read_release(release).title.terms
        parts |= {f"country {min(keys)}" for keys in wanted.countries if keys & held}
    if wanted.asks("place"):
        parts |= {term for term in sentence.terms if term.startswith("@city")}
    if wanted.asks("documents") and "documents" in quote.kinds:
        parts |= {f"document {name}" for name in documents_in(quote)}
    if asks_for_holders(wanted):
        holders = persons_asked(wanted, read_release(release), quote.place, release)
        parts |= {f"person {holder.name.split()[-1]}" for holder in holders}
    spans = spans_of(sentence, release)
    if len(wanted.periods) > 1:
        parts |= {
            f"period {first}"
            for first, last in wanted.periods
            if any(start <= last and first <= end for start, end in spans)
        }
    return parts


def whole(quote: Quote) -> list[Quote]:
    """`quote` with the sentences that direct speech in it began or goes on in."""
    sentences = read_release(quote.source.release).sentences
    first = last = quote.place
    if _closes_more(sentences[first].text):
        begun = range(max(first - SPEECH, 0), first)
        first = next((i for i in reversed(begun) if _opens_more(sentences[i].text)), first)
    if _opens_more(sentences[last].text):
        ended = range(last + 1, min(last + SPEECH, len(sentences) - 1) + 1)
        last = next((i for i in ended if _closes_more(sentences[i].text)), last)
    return [
        replace(quote, place=place, text=sentences[place].text) for place in range(first, last + 1)
    ]


def _opens_more(text: str) -> bool:
    if text.count(STRAIGHT) % 2:
        return text.startswith(STRAIGHT) or f" {STRAIGHT}" in text
    return max(map(text.rfind, OPENING)) > max(map(text.rfind, CLOSING))


def _closes_more(text: str) -> bool:
    if text.count(STRAIGHT) % 2:
        return not _opens_more(text)
    opening = min((text.find(mark) for mark in OPENING if mark in text), default=len(text))
    closing = min((text.find(mark) for mark in CLOSING if mark in text), default=len(text))
    return closing < opening


def in_reading_order(quotes: Sequence[Quote]) -> list[Quote]:
    """`quotes` with all of the direct speech in them, those of a release in its order."""
    by_release: dict[int, dict[int, Quote]] = {}
    for quote in quotes:
        for part in whole(quote):
            by_release.setdefault(part.source.number, {}).setdefault(part.place, part)
    return [of[place] for of in by_release.values() for place in sorted(of)]


def _length(quotes: Sequence[Quote]) -> int:
    releases = {quote.source.number: quote.source.release for quote in quotes}.values()
    heads = sum(len(release.title) + len(release.url) + DATE for release in releases)
    return heads + sum(len(quote.text) for quote in quotes)
