"""Which releases tell one event: its versions in other languages, and re-posts.

Versions that share a number on gov.kz are one event. Where numbers differ, two releases that
appeared within three days are one when each is the other's nearest by their vectors in its
language, the likeness is high, and they agree in the numbers that they give.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from corpus.release import Language, Release
from index.embedding.encoder import Vectors

WINDOW = timedelta(days=3)
LIKENESS = 0.87  # cosine of mean vectors; releases of different events lie below 0.85
AGREEMENT = 0.4  # share of the smaller set of numbers that the other release gives too
REPOST = 0.97
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def same_events(releases: Sequence[Release], vectors: Vectors) -> list[int]:
    """For each release the place of the first one that tells the same event.

    `releases` are in the corpus's order; `vectors` holds a unit vector for each, float32 of
    shape (len(releases), dimension).
    """
    leaders = list(range(len(releases)))
    numbers: dict[tuple[str, str, str], int] = {}
    for place, release in enumerate(releases):
        identity = (release.key.entity, release.key.section, release.key.id)
        _join(leaders, place, numbers.setdefault(identity, place))
    for first, second in _pairs(releases, vectors):
        _join(leaders, first, second)
    return [_leader(leaders, place) for place in range(len(releases))]


def _pairs(releases: Sequence[Release], vectors: Vectors) -> list[tuple[int, int]]:
    order = sorted(range(len(releases)), key=lambda place: releases[place].published)
    figures = [set(NUMBER.findall(release.body)) for release in releases]
    nearest: dict[tuple[int, Language], tuple[float, int]] = {}
    for rank, place in enumerate(order):
        for other in _within(releases, order, rank):
            likeness = float(vectors[place] @ vectors[other])
            for one, two in ((place, other), (other, place)):
                key = (one, releases[two].language)
                nearest[key] = max(nearest.get(key, (-1.0, -1)), (likeness, two))
    return [
        (place, other)
        for (place, _), (likeness, other) in nearest.items()
        if nearest.get((other, releases[place].language), (0, -1))[1] == place
        and _is_same(releases[place], releases[other], likeness, figures[place], figures[other])
    ]


def _within(releases: Sequence[Release], order: list[int], rank: int) -> list[int]:
    latest = releases[order[rank]].published + WINDOW
    found = []
    for other in order[rank + 1 :]:
        if releases[other].published > latest:
            break
        found.append(other)
    return found


def _is_same(
    one: Release, two: Release, likeness: float, figures: set[str], others: set[str]
) -> bool:
    smaller = min(len(figures), len(others))
    agree = len(figures & others) / smaller if smaller else 1.0
    threshold = REPOST if one.language is two.language else LIKENESS
    return likeness >= threshold and agree >= AGREEMENT


def release_vectors(vectors: Vectors, bounds: Sequence[tuple[int, int]]) -> Vectors:
    """Unit mean of each release's passages; `bounds` are (first, last) places in `vectors`."""
    means = np.zeros((len(bounds), vectors.shape[1]), np.float32)
    for place, (first, last) in enumerate(bounds):
        if last > first:
            means[place] = vectors[first:last].mean(0)
    norms = np.linalg.norm(means, axis=1, keepdims=True)
    unit: Vectors = (means / np.maximum(norms, 1e-9)).astype(np.float32)
    return unit


def _leader(leaders: list[int], place: int) -> int:
    while leaders[place] != place:
        place = leaders[place]
    return place


def _join(leaders: list[int], one: int, two: int) -> None:
    first, second = sorted((_leader(leaders, one), _leader(leaders, two)))
    leaders[second] = first
