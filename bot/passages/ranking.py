"""Ranks countries by the trade, exports, imports or investments that the releases give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from bot.passages.concepts import concepts_of, stems_of
from bot.passages.figures import Figure, asks_for_least, figures_in
from bot.passages.reading import countries_in, plain_terms
from bot.passages.wanted import Wanted, kinds_asked, wanted_by
from bot.question import Question, mentions_in
from corpus.release import Language
from index.passage import Hit, IndexedRelease
from index.places.gazetteer import Gazetteer
from index.places.mentions import RegionMention
from index.search import Mask, Searcher
from index.text.sentences import sentences

MEASURES = ("~trade", "~export", "~import", "~invest")
PASSAGES = 300  # passages that figures are read out of


@dataclass(frozen=True, slots=True)
class Ranked:
    """A country's figure and the sentence, verbatim, that gives it."""

    country: str
    figure: Figure
    source: IndexedRelease
    sentence: str


def rank_figures(question: Question, searcher: Searcher) -> list[Ranked]:
    """The countries of the region asked about, each with its figure, what is asked for first.

    Empty where the question does not ask for a superlative of such figures.
    """
    if not any(kind.name == "superlative" for kind in kinds_asked(question)):
        return []
    wanted = wanted_by(question)
    measure = _measure(wanted)
    if measure is None or wanted.countries:
        return []
    members = _members(question)
    mask = _passages(measure, members, searcher)
    hits = searcher.search(question.lookup, [question.language], PASSAGES, mask)
    found = [
        ranked
        for hit in hits
        for ranked in _of_passage(hit, measure)
        if not members or ranked.country in members
    ]
    best = _one_each(found, wanted, question.language)
    return sorted(best, key=lambda one: one.figure.value, reverse=not asks_for_least(question.text))


def _measure(wanted: Wanted) -> str | None:
    asked = frozenset().union(*(word.concepts for word in wanted.words))
    # "Capital" is a city as well as what is invested: only trade is money by itself.
    measures = MEASURES if wanted.asks("money") else MEASURES[:1]
    return next((measure for measure in measures if measure in asked), None)


def _members(question: Question) -> frozenset[str]:
    """Codes of the countries of the regions that the question names; none for the whole world."""
    mentions = mentions_in(question.lookup, question.language)
    gazetteer = Gazetteer.load()
    regions = [gazetteer.region_members(m.region) for m in mentions if isinstance(m, RegionMention)]
    return frozenset().union(*regions)


def _passages(measure: str, members: frozenset[str], searcher: Searcher) -> Mask:
    told = searcher.holding(stems_of(measure))
    if not members:
        return told
    named = searcher.naming([frozenset(f"@country:{code}" for code in members)])
    return told if named is None else told & named


def _of_passage(hit: Hit, measure: str) -> Iterator[Ranked]:
    """The first figure of each year in each sentence of the passage that tells the measure."""
    release = hit.source.release
    for start, end in sentences(hit.text):
        sentence = hit.text[start:end]
        if measure not in concepts_of(sentence, release.language):
            continue
        country = _country(hit, start, sentence)
        figures = figures_in(sentence, release.published.date()) if country else []
        years: set[int] = set()
        for figure in figures:
            if country and figure.year not in years:
                years.add(figure.year)
                yield Ranked(country, figure, hit.source, sentence)


def _country(hit: Hit, start: int, sentence: str) -> str | None:
    """Code of the one country that the sentence is about, by itself or by where it stands."""
    release = hit.source.release
    settings = (sentence, hit.text[:start], release.title, release.body[: release.body.find("\n")])
    for setting in settings:
        named = countries_in(plain_terms(setting, release.language))
        if len(named) == 1:
            return next(iter(named)).removeprefix("@country:")
        if named and setting is sentence:
            return None
    return None


def _one_each(found: Sequence[Ranked], wanted: Wanted, language: Language) -> list[Ranked]:
    """Of each country one figure: of the year asked for or else the newest, of a whole year."""
    in_time = [one for one in found if _is_of_period(one, wanted)]
    usual = _most_common([one.figure.currency for one in in_time])
    best: dict[str, tuple[tuple[bool, int, bool, float], Ranked]] = {}
    for one in in_time:
        if one.figure.currency != usual:
            continue
        release = one.source.release
        worth = (
            not one.figure.is_part,
            one.figure.year,
            release.language is language,
            release.published.timestamp(),
        )
        if one.country not in best or worth > best[one.country][0]:
            best[one.country] = (worth, one)
    return [one for _, one in best.values()]


def _is_of_period(one: Ranked, wanted: Wanted) -> bool:
    if not wanted.periods:
        return True
    return any(first.year <= one.figure.year <= last.year for first, last in wanted.periods)


def _most_common(currencies: Sequence[str]) -> str:
    return reduce(
        lambda one, two: one if currencies.count(one) >= currencies.count(two) else two,
        currencies,
        "USD",
    )
