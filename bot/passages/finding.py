"""Finds the passages that an answer may come from: for the question, each place and each period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bot.passages.evidence import RELEASES, Quote, quotes
from bot.passages.timely import AFTER, BEFORE
from bot.passages.wanted import Wanted, wanted_by
from bot.question import Question
from corpus.release import Language
from index.passage import Hit
from index.places.gazetteer import Gazetteer
from index.search import Mask, Searcher

PASSAGES = 24  # passages whose sentences are looked at
OF_EACH = 10  # further ones of each place and each period that is asked about


def find(question: Question, searcher: Searcher) -> list[Hit]:
    """Passages nearest to the question, and to each part of it in turn.

    Where no release names a place of the question, the passages that are nearest anyway.
    """
    among = searcher.naming(question.guests) if question.guests else None
    stemmed_as = _stemmed_as(question)
    focuses = [*_focuses(wanted_by(question), searcher, among), *_cities(question, searcher)]
    lists = [
        searcher.search(question.lookup, stemmed_as, PASSAGES, among),
        *(searcher.search(question.lookup, stemmed_as, OF_EACH, mask) for mask in focuses),
    ]
    in_turn = [hit for each in zip_longest(*lists) for hit in each if hit is not None]
    return list({hit.passage.number: hit for hit in in_turn}.values())


def quotes_of(question: Question, hits: Sequence[Hit], searcher: Searcher) -> list[Quote]:
    """All sentences of the first releases among `hits`, best first, looked at word by word."""
    read = list(dict.fromkeys(hit.source.number for hit in hits))[:RELEASES]
    looked_at = [hit for hit in hits if hit.source.number in read]
    nearness = searcher.sentence_scores(question.lookup, looked_at)
    return quotes(question, hits, searcher.idf, nearness)


def _focuses(wanted: Wanted, searcher: Searcher, among: Mask | None) -> Iterator[Mask]:
    """Passages of each country, where there are several, and of each period."""
    if len(wanted.countries) > 1:
        masks = (searcher.naming([country]) for country in wanted.countries)
        yield from (mask for mask in masks if mask is not None)
    for first, last in wanted.periods:
        within = searcher.published(first - BEFORE, last + AFTER)
        yield within if among is None else within & among


def _cities(question: Question, searcher: Searcher) -> Iterator[Mask]:
    """Passages of releases that name a country asked about by its cities alone, as most do."""
    places = [
        frozenset(f"@city:{city}" for key in keys for city in _cities_of(key))
        for keys in wanted_by(question).countries
    ]
    mask = searcher.naming([names for names in places if names]) if any(places) else None
    if mask is not None:
        yield mask


def _cities_of(key: str) -> frozenset[str]:
    return Gazetteer.load().cities_of(key.removeprefix("@country:"))


def _stemmed_as(question: Question) -> list[Language]:
    """Languages whose stemming the words of the question may need."""
    if question.language is Language.EN:
        return [Language.EN]
    other = Language.KK if question.language is Language.RU else Language.RU
    return [question.language, other]
