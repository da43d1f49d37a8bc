"""The sentences that sum up how something came about, or what was told on one occasion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.passages.evidence import Quote
from bot.passages.reading import read_release
from bot.passages.wanted import Wanted
from corpus.release import Language

STEPS = 6  # sentences of a summary of several releases
OF_ONE = 9  # sentences of a summary of one release, which may be of many items
STEP_NEAR = 0.35  # by how much the best sentence of a further release scores below the first
OWN_LANGUAGE = 0.15  # what an account gains by being in the question's language
FEW_DAYS = timedelta(days=3)  # an occasion, not a stretch of time
FACTS = 3  # names and figures of a sentence that are counted
FIGURE = re.compile(r"\d+")
RESULTS = frozenset({"~adopt", "~agree", "~sign", "~result", "~visit", "~cancel", "~open"})


def steps(wanted: Wanted, quotes: Sequence[Quote]) -> list[Quote]:
    """What happened, in the order of the releases: of each the sentences that tell results.

    Of a single release each paragraph is told. Releases whose title says less of what is asked
    than half of what another's says only mention it. `quotes` are of one account of each event.
    """
    pool = _of_the_day(wanted, [quote for quote in quotes if quote.about])
    releases = list(dict.fromkeys(quote.source.number for quote in pool))
    headed = {quote.source.number: _in_title(wanted, quote) for quote in pool}
    best, fullest = _best_of(releases[0], pool), max(headed.values())
    near = [n for n in releases if _best_of(n, pool) >= best - STEP_NEAR]
    near = [n for n in near if 2 * headed[n] >= fullest][:STEPS]
    if len(near) == 1:
        return _of_one([quote for quote in pool if quote.source.number == near[0]])
    kept: list[Quote] = []
    for number in near:
        told = [quote for quote in pool if quote.source.number == number]
        told.sort(key=lambda quote: (-len(RESULTS & _terms(quote)), -quote.score))
        kept += told[: max(2, STEPS // len(near))]
    return sorted(kept, key=lambda quote: (quote.source.release.published, quote.place))


def one_account_each(quotes: Sequence[Quote], language: Language) -> list[Quote]:
    """`quotes` without those of an event's other accounts than the one best to show."""
    best: dict[int, tuple[float, int]] = {}
    for quote in quotes:
        favour = OWN_LANGUAGE if quote.source.release.language is language else 0.0
        worth = (quote.score + favour, quote.source.number)
        best[quote.source.event] = max(worth, best.get(quote.source.event, worth))
    kept = [quote for quote in quotes if best[quote.source.event][1] == quote.source.number]
    return list({quote.text: quote for quote in reversed(kept)}.values())[::-1]


def _of_the_day(wanted: Wanted, quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes of what was published on the very days that are named, where that is asked of."""
    days = [(first, last) for first, last in wanted.periods if last - first <= FEW_DAYS]
    dated = [
        quote
        for quote in quotes
        if any(first <= quote.source.release.day <= last for first, last in days)
    ]
    headed = {quote.source.number: _in_title(wanted, quote) for quote in dated}
    fullest = max(headed.values(), default=0)
    return [q for q in dated if fullest and headed[q.source.number] == fullest] or list(quotes)


def _of_one(quotes: Sequence[Quote]) -> list[Quote]:
    """The sentences of a release that tell most, at least one of each paragraph."""
    ranked = sorted(quotes, key=lambda quote: (-_worth(quote), -quote.score))
    paragraphs: dict[int, Quote] = {}
    for quote in ranked:
        paragraphs.setdefault(_paragraph(quote), quote)
    first = list(paragraphs.values())
    kept = [*first, *(quote for quote in ranked if quote not in first)][: max(OF_ONE, len(first))]
    return sorted(kept, key=lambda quote: quote.place)


def _worth(quote: Quote) -> int:
    """How much there is in a sentence: results, names and figures; what opens a release leads."""
    terms = _terms(quote)
    facts = sum(term.startswith("@") for term in terms) + len(FIGURE.findall(quote.text))
    return len(RESULTS & terms) + min(facts, FACTS) + (FACTS if quote.place == 0 else 0)


def _paragraph(quote: Quote) -> int:
    return read_release(quote.source.release).sentences[quote.place].paragraph


def _in_title(wanted: Wanted, quote: Quote) -> int:
    """How many words and names of the question the title of the release holds."""
    release = quote.source.release
    title = read_release(release).title.terms
    words = sum(bool(({w.stem(release.language)} | w.concepts) & title) for w in wanted.words)
    names = (*wanted.countries, *({key} for key in wanted.towns | wanted.bodies))
    return words + sum(bool(keys & title) for keys in names)


def _best_of(number: int, quotes: Sequence[Quote]) -> float:
    return max(quote.score for quote in quotes if quote.source.number == number)


def _terms(quote: Quote) -> frozenset[str]:
    return read_release(quote.source.release).sentences[quote.place].terms
