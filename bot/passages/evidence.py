"""Which sentences of the releases found answer a question best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from bot.passages.asked import Asked
from bot.passages.holding import holds
from bot.passages.reading import Reading, countries_in, read_release
from bot.passages.timely import is_timely
from bot.passages.wanted import Wanted, Word, wanted_by
from bot.passages.weights import Rarity, Weights, weights_of
from bot.question import Question
from index.fusion import LEXICAL_WEIGHT
from index.passage import Hit, IndexedRelease

RELEASES = 10  # releases read whole
CLOSELY = 40  # best sentences that are looked at for dates and for the kind of thing asked for
PASSAGE_WEIGHT = 2.0  # of the passage's score beside the share of the question's words
WORDS_WEIGHT = 3.0  # of how near its words come, where no kind of thing is asked for
UNFOUND = 0.05  # by how much a passage that was not found scores below the release's best
AROUND = 0.75  # what a word counts that stands in a neighbouring sentence
IN_TITLE = 0.65  # what a word counts that stands in the title or the first sentence
ELSEWHERE = 0.35  # what a word counts that stands anywhere else in the release
FEWEST_WORDS = 4  # of a sentence that can answer
FIT = 0.35  # what a sentence gains that holds the kind of thing which is asked for
TIMELY = 0.35  # what it gains when it is of the time which is asked for
ABOUT = 0.25  # what it gains when it speaks of the countries which are named
FEW = 3  # a list of more countries says nothing of each
EVERYWHERE = frozenset({"@organization:UN"})  # named wherever countries vote or speak
PRIOR = 1.0  # weight of a word that any sentence holds: of one light word nothing follows
MANY = 4  # countries in a sentence that only lists them
MEASURES = frozenset({"~trade", "~cost", "~income", "~fee", "~invest", "~export", "~import"})
HALF, WHOLE = 0.5, 0.7  # share of what a question turns on, or says itself, that is told
SORTS = {"~country": "@country", "~city": "@city"}

CORRECTED = frozenset({"~correct"})

Nearness = Mapping[tuple[int, int], float]
ALIKE: Nearness = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a release, word for word, with its score.

    `merit` is what of the score it earns itself, and not by the passage around it. `covered`
    is the share of the question's words and names, weighted by how rare they are, that it
    holds itself or has around it, `relation` the same of the words alone; `near` is the
    cosine of the question with the nearest passage of the release, and `apart` by how much
    that is above the middle one of the releases found. `about` says whether it
    speaks of a country that is named, `lacking` whether a thing or measure is missing that is
    asked about, `beside` whether the word is missing that the question turns on, `timely`
    whether it is of the time that is asked for, `kinds` which kinds of thing it holds.
    """

    source: IndexedRelease
    place: int
    text: str
    score: float
    merit: float
    covered: float
    relation: float
    near: float
    apart: float
    about: bool
    lacking: bool
    beside: bool
    timely: bool = True
    kinds: frozenset[str] = frozenset()


def quotes(
    question: Question, hits: Sequence[Hit], rarity: Rarity, nearness: Nearness = ALIKE
) -> list[Quote]:
    """All sentences of the first releases among `hits`, best first.

    `nearness` tells of those in `hits`, by the number of the release and where in its body they
    begin, how near they come to the question word by word; others are as far as the farthest.
    """
    by_release: dict[int, list[Hit]] = {}
    for hit in hits:
        by_release.setdefault(hit.source.number, []).append(hit)
    wanted = wanted_by(question)
    weights = {
        language: weights_of(question, wanted, language, rarity)
        for language in {hit.language for hit in hits}
    }
    usual = _middle([max(hit.dense for hit in of_one) for of_one in by_release.values()])
    found = [
        quote
        for of_release in list(by_release.values())[:RELEASES]
        for quote in _of_release(
            of_release, nearness, usual, wanted, weights[of_release[0].language]
        )
    ]
    found.sort(key=lambda quote: -quote.score)
    found[:CLOSELY] = [_looked_at(quote, wanted) for quote in found[:CLOSELY]]
    return sorted(found, key=lambda quote: -quote.score)


def corrects(quote: Quote) -> bool:
    """Whether the sentence, or the title it stands under, sets an earlier statement right."""
    reading = read_release(quote.source.release)
    return bool(CORRECTED & (reading.sentences[quote.place].terms | reading.title.terms))


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _of_release(
    hits: list[Hit], nearness: Nearness, usual: float, wanted: Wanted, weights: Weights
) -> Iterator[Quote]:
    source = hits[0].source
    reading = read_release(source.release)
    near = max(hit.dense for hit in hits)
    told_of = [nearness.get((source.number, each.start)) for each in reading.sentences]
    farthest = min((each for each in told_of if each is not None), default=0.0)
    # Where a kind is asked for, what holds it says less of the question than what stands by it.
    weight = 0.0 if wanted.kinds else WORDS_WEIGHT
    lacks_thing = any(_lacks(reading, word, stem) for word, stem, _ in weights.words)
    for place, sentence in enumerate(reading.sentences):
        if len(sentence.text.split()) < FEWEST_WORDS:
            continue  # "Astana, 18 April 2024." says nothing
        named, told = _shares(weights, reading, place)
        lacking = lacks_thing or _is_of_another_measure(wanted, reading, place)
        beside = _is_beside_the_point(wanted, weights, reading, place)
        about = _is_about(wanted, reading, place)
        own = told_of[place]
        merit = named + ABOUT * about + weight * (farthest if own is None else own)
        score = PASSAGE_WEIGHT * _passage_score(hits, sentence.start) + merit
        yield Quote(
            source,
            place,
            sentence.text,
            score,
            merit,
            named,
            told,
            near,
            near - usual,
            about,
            lacking,
            beside,
        )


def _looked_at(quote: Quote, wanted: Wanted) -> Quote:
    """The quote with what takes longer to tell, and its score raised by that."""
    release = quote.source.release
    reading = read_release(release)
    timely = is_timely(wanted, reading, quote.place, release)
    kinds = frozenset(
        kind.name for kind in wanted.kinds if holds(kind, wanted, reading, quote.place, release)
    )
    gain = FIT * _share(kinds, wanted.kinds) + TIMELY * (timely and bool(wanted.periods))
    return replace(
        quote, timely=timely, kinds=kinds, score=quote.score + gain, merit=quote.merit + gain
    )


def _share(kinds: frozenset[str], asked: Sequence[Asked]) -> float:
    return len(kinds) / len(asked) if asked else 0.0


def _passage_score(hits: list[Hit], start: int) -> float:
    """How near the passage of a sentence is; its words are looked at in the sentence itself."""
    for hit in hits:
        if hit.passage.start <= start < hit.passage.end:
            return _first_look(hit)
    return max(map(_first_look, hits)) - UNFOUND


def _first_look(hit: Hit) -> float:
    return hit.dense + LEXICAL_WEIGHT * hit.lexical


def _shares(weights: Weights, reading: Reading, place: int) -> tuple[float, float]:
    """Share of all that the question names and says which is told at `place`, and of its words."""
    sentence = reading.sentences[place]
    levels: tuple[tuple[float, frozenset[str]], ...] = ((1.0, sentence.terms),)
    if len(sentence.countries) <= MANY:
        levels += (
            (AROUND, reading.around(place)),
            (IN_TITLE, reading.title.terms | reading.sentences[0].terms),
            (ELSEWHERE, reading.everywhere),
        )
    said = sum(
        weight * _level(levels, {stem} | word.concepts) for word, stem, weight in weights.words
    )
    told = [weight * _level(levels, keys) for keys, weight in weights.names]
    words = sum(weight for *_, weight in weights.words)
    total = words + sum(weight for _, weight in weights.names)
    # Countries are asked for apart from the rest: see `about`.
    said_more = said + sum(told[weights.countries :])
    more = words + sum(weight for _, weight in weights.names[weights.countries :])
    covered = (said + sum(told)) / total if total else 0.0
    return covered, (said_more + PRIOR) / (more + PRIOR)


def _lacks(reading: Reading, word: Word, stem: str) -> bool:
    """Whether the release speaks nowhere of a thing that is seldom said in other words."""
    return word.is_thing and not (word.concepts | {stem}) & reading.everywhere


def _is_beside_the_point(wanted: Wanted, weights: Weights, reading: Reading, place: int) -> bool:
    """Whether the sentence, with what it stands in, lacks what the question turns on.

    What is counted it says itself; other things may be named beside it.
    """
    own = reading.sentences[place].terms
    near = own | reading.title.terms | reading.sentences[0].terms
    setting = near | reading.around(place)
    held = own if wanted.counts else setting
    if any(
        word.is_focus and word.is_thing and not _names(word.concepts | {stem}, near)
        for word, stem, _ in weights.words
    ):
        return True
    focus = [
        (weight, _names(word.concepts | {stem}, held))
        for word, stem, weight in weights.words
        if word.is_focus
    ]
    # Of "finance minister" the word that says which one weighs most.
    share = WHOLE if wanted.whole else HALF
    named = sum(weight * named for weight, named in focus)
    return named < share * sum(weight for weight, _ in focus)


def _is_of_another_measure(wanted: Wanted, reading: Reading, place: int) -> bool:
    """Whether no trade, costs or whatever the money asked about is of is told at `place`."""
    if not wanted.asks("money") or wanted.asks("number"):
        return False
    measures = frozenset().union(*(word.concepts for word in wanted.words)) & MEASURES
    return bool(measures) and not measures & reading.around(place)


def _names(keys: frozenset[str], held: frozenset[str]) -> bool:
    """Whether `keys`, or what is of their sort, is held: a country asked for is one by its name."""
    sorts = [sort for group, sort in SORTS.items() if group in keys]
    return bool(keys & held) or any(term.startswith(sort) for term in held for sort in sorts)


def _level(
    levels: Sequence[tuple[float, frozenset[str]]], wanted: set[str] | frozenset[str]
) -> float:
    return next((share for share, terms in levels if terms & wanted), 0.0)


def _is_about(wanted: Wanted, reading: Reading, place: int) -> bool:
    """Whether the sentence speaks of who is asked about, by itself or by where it stands.

    That is one of the countries named or, where there is none, one of the bodies.
    """
    keys = frozenset().union(*wanted.countries)
    if not (keys or wanted.asks("compare")):
        keys = wanted.bodies - EVERYWHERE
    sentence = reading.sentences[place]
    if not keys or keys & sentence.terms:
        return True
    if sentence.countries - keys and wanted.countries:
        return False
    settings = (
        reading.title.terms,
        reading.sentences[0].terms,
        reading.paragraph(sentence.paragraph),
    )
    return any(keys & setting and len(countries_in(setting)) <= FEW for setting in settings)
