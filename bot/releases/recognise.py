"""Which release a text comes from: by an address in it, by a title, or by what they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.address import read_address
from corpus.language import detect_language
from corpus.release import Language
from index.passage import IndexedRelease
from index.search import Searcher
from index.text.stemming import words

SHARED = 0.3  # share of a text's runs of words that must stand in a release
FEWEST = 6  # runs of words: fewer are a common phrase
_RUN = 4  # words
_PIECE = 500  # characters that are searched for at once
_PIECES = 5
_HITS = 12
_LINES = 3  # lines at the head of a text of which one may be a title
_LONGEST_TITLE = 500


class How(StrEnum):
    """By what a release was recognised."""

    ADDRESS = "address"
    TITLE = "title"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A release, by what it was recognised, and which share of the text stands in it."""

    source: IndexedRelease
    how: How
    share: float = 1.0


def recognise(text: str, addresses: Iterable[str], searcher: Searcher) -> Recognised | None:
    """The release that `text`, which holds links to `addresses`, comes from; None if unknown."""
    return recognise_named(text, addresses, searcher) or _by_text(text, searcher)


def recognise_named(text: str, addresses: Iterable[str], searcher: Searcher) -> Recognised | None:
    """The release that `text` names by one of `addresses` in it or by a title; None if none."""
    named = _by_address(addresses, detect_language(text), searcher)
    return named or _by_title(text, searcher)


def _by_address(
    addresses: Iterable[str], language: Language, searcher: Searcher
) -> Recognised | None:
    """The release at one of `addresses`, in the language of the address or else in `language`."""
    for url in addresses:
        address = read_address(url)
        if address is None:
            continue
        found = [
            source
            for source in searcher.store.with_id(address.page_id)
            if (source.release.key.entity, source.release.key.section)
            == (address.entity, address.section)
        ]
        for wanted in (_language_in(url), language, None):
            for source in found:
                if wanted in (None, source.release.language):
                    return Recognised(source, How.ADDRESS)
    return None


def shared_runs(text: str, other: str) -> tuple[int, float]:
    """How many runs of words of `text` stand in `other`, and which share of all that is."""
    mine, others = _runs(text), _runs(other)
    shared = len(mine & others)
    return shared, shared / len(mine) if mine else 0.0


def _language_in(url: str) -> Language | None:
    for language in Language:
        if f"lang={language}" in url or f"/{language}/" in url:
            return language
    return None


def _by_title(text: str, searcher: Searcher) -> Recognised | None:
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    for line in lines[:_LINES]:
        if len(line) <= _LONGEST_TITLE and (found := searcher.store.titled(line)):
            return Recognised(found[0], How.TITLE)
    return None


def _by_text(text: str, searcher: Searcher) -> Recognised | None:
    """The release that shares the most with `text`, where that is enough."""
    language = detect_language(text)
    languages = (language, *(other for other in Language if other is not language))
    near = {
        hit.source.number: hit.source
        for piece in _pieces(text)
        for hit in searcher.search(piece, languages, _HITS)
    }
    best: Recognised | None = None
    for source in near.values():
        runs, share = shared_runs(text, f"{source.release.title}\n{source.release.body}")
        if runs >= FEWEST and share >= max(SHARED, best.share if best else 0.0):
            best = Recognised(source, How.TEXT, share)
    return best


def _pieces(text: str) -> Sequence[str]:
    starts = range(0, len(text), _PIECE)
    pieces = [text[start : start + _PIECE] for start in starts]
    step = max(1, len(pieces) // _PIECES)
    return pieces[::step][:_PIECES]


def _runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[place : place + _RUN]) for place in range(len(said) - _RUN + 1)}
