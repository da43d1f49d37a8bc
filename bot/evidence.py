"""Which sentences of the releases found answer a question best."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.asked import Asked, asked_for
from bot.question import Question
from corpus.release import Language
from index.analysis import terms
from index.passage import Hit, IndexedRelease
from index.sentences import sentences

RELEASES = 8  # releases read whole
PASSAGE_WEIGHT = 2.0  # of the passage's score beside the share of the question's words
UNFOUND = 0.05  # by how much a passage that was not found scores below the release's best
AROUND = 0.6  # what a word counts that stands in the title or a neighbouring sentence
ELSEWHERE = 0.4  # what a word counts that stands anywhere else in the release
FEWEST_WORDS = 5  # of a sentence that can answer
FIT = 0.35  # what a sentence gains that holds the kind of thing which is asked for
YEAR_FIT = 0.15  # what a release gains of a year that the question names
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a release, word for word, with its score.

    `merit` is what of the score it earns itself,
    and not by the passage around it. `covered` is the share of the question's
    words, weighted by how rare they are, that it holds itself or has around it; `near` is
    the cosine of the question with the nearest passage of the release.
    """

    source: IndexedRelease
    text: str
    score: float
    merit: float
    covered: float
    near: float


def quotes(question: Question, hits: Sequence[Hit], rarity: Rarity) -> list[Quote]:
    """All sentences of the first releases among `hits`, best first."""
    by_release: dict[int, list[Hit]] = {}
    for hit in hits:
        by_release.setdefault(hit.source.number, []).append(hit)
    weights = {
        language: {term: rarity(term) for term in _wanted(question, language)}
        for language in {hit.language for hit in hits}
    }
    asked = asked_for(question.text)
    found = [
        quote
        for of_release in list(by_release.values())[:RELEASES]
        for quote in _of_release(question, of_release, weights[of_release[0].language], asked)
    ]
    return sorted(found, key=lambda quote: -quote.score)


def _of_release(
    question: Question, hits: list[Hit], weights: dict[str, float], asked: Sequence[Asked]
) -> Iterator[Quote]:
    source, language = hits[0].source, hits[0].language
    body = source.release.body
    spans = sentences(body)
    inside = [_terms(body[start:end], language) for start, end in spans]
    title = _terms(source.release.title, language)
    everywhere = title.union(*inside)
    near = max(hit.dense for hit in hits)
    for place, (start, end) in enumerate(spans):
        if len(body[start:end].split()) < FEWEST_WORDS:
            continue  # "Astana, 18 April 2024." says nothing
        around = title.union(*inside[max(place - 1, 0) : place + 2])
        covered = _covered(weights, inside[place], around, everywhere)
        text = body[start:end]
        merit = covered + _fit(asked, text) + _year_fit(question, source, text)
        score = PASSAGE_WEIGHT * _passage_score(hits, start) + merit
        yield Quote(source, text, score, merit, covered, near)


def _wanted(question: Question, language: Language) -> list[str]:
    """What a text in `language` can hold of `question`: across languages names and numbers."""
    own = question.stems(language)
    if language is question.language:
        return own
    return [*question.names, *(stem for stem in own if stem[0].isdigit())]


@lru_cache(maxsize=50_000)
def _terms(sentence: str, language: Language) -> frozenset[str]:
    return frozenset(terms(sentence, language))


def _passage_score(hits: list[Hit], start: int) -> float:
    for hit in hits:
        if hit.passage.start <= start < hit.passage.end:
            return hit.score
    return max(hit.score for hit in hits) - UNFOUND


def _covered(
    weights: dict[str, float],
    inside: frozenset[str],
    around: frozenset[str],
    everywhere: frozenset[str],
) -> float:
    total = sum(weights.values())
    if not total:
        return 0.0
    got = 0.0
    for stem, weight in weights.items():
        if stem in inside:
            got += weight
        elif stem in around:
            got += AROUND * weight
        elif stem in everywhere:
            got += ELSEWHERE * weight
    return got / total


def _fit(asked: Sequence[Asked], sentence: str) -> float:
    fitting = sum(bool(kind.evidence.search(sentence)) for kind in asked)
    return FIT * fitting / max(len(asked), 1)


def _year_fit(question: Question, source: IndexedRelease, sentence: str) -> float:
    years = set(YEAR.findall(question.lookup))
    told = {str(source.release.published.year), *YEAR.findall(sentence)}
    return YEAR_FIT if years & told else 0.0
