"""Values that the index gives away: releases as indexed, passages of them, hits."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.release import Language, Release


@dataclass(frozen=True, slots=True)
class IndexedRelease:
    """A release as the index holds it; `event` is the same for all accounts of one event.

    `number` is its place in the index, and changes from one snapshot to the next. `names`
    holds the keys of the countries, cities and organisations that it speaks of.
    """

    number: int
    event: int
    release: Release
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a release's body: `body[start:end]`, word for word."""

    number: int
    release: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its scores: `dense` a cosine, `lexical` a share of 1."""

    passage: Passage
    source: IndexedRelease
    score: float
    dense: float
    lexical: float

    @property
    def text(self) -> str:
        """The passage word for word."""
        return self.source.release.body[self.passage.start : self.passage.end]

    @property
    def language(self) -> Language:
        """Language of the passage."""
        return self.source.release.language
