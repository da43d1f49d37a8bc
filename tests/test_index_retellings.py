"""Which releases tell one event."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from fakes import PUBLISHED, make_release

from corpus.release import Language, Release
from index.embedding.encoder import Vectors
from index.retellings import LIKENESS, REPOST, WINDOW, release_vectors, same_events

EN, RU, KK = Language.EN, Language.RU, Language.KK


def at(cosine: float) -> list[float]:
    """A unit vector of this cosine to [1, 0]."""
    return [cosine, float(np.sqrt(1 - cosine**2))]


def events(releases: list[Release], *vectors: list[float]) -> list[int]:
    return same_events(releases, np.array(vectors, np.float32))


def test_one_number_in_three_languages_is_one_event() -> None:
    releases = [make_release("7", language=language) for language in (EN, RU, KK)]
    assert events(releases, [1, 0], [0, 1], [-1, 0]) == [0, 0, 0]


@pytest.mark.parametrize(
    ("language", "cosine", "body", "days", "together"),
    [
        (RU, LIKENESS + 0.01, "5 и 12", 1, True),
        (RU, LIKENESS - 0.01, "5 и 12", 1, False),
        (RU, LIKENESS + 0.05, "7 и 80", 1, False),
        (RU, LIKENESS + 0.05, "5 и 80", 1, True),
        (RU, LIKENESS + 0.05, "5 и 12", WINDOW.days, True),
        (RU, LIKENESS + 0.05, "5 и 12", WINDOW.days + 1, False),
        (EN, LIKENESS + 0.05, "5 and 12", 1, False),
        (EN, REPOST + 0.01, "5 and 12", 1, True),
        (KK, LIKENESS + 0.01, "без чисел", 0, True),
    ],
)
def test_two_numbers_are_one_event(
    language: Language, cosine: float, body: str, days: int, together: bool
) -> None:
    later = PUBLISHED + timedelta(days=days)
    releases = [make_release("1", "5 of 12"), make_release("2", body, language, published=later)]
    expected = [0, 0] if together else [0, 1]
    assert events(releases, [1, 0], at(cosine)) == expected
    assert events(releases[::-1], at(cosine), [1, 0]) == expected


def test_only_the_nearest_of_a_language_is_the_same_event() -> None:
    releases = [make_release("1"), make_release("2", "A", RU), make_release("3", "B", RU)]
    farther = [at(0.93)[0], -at(0.93)[1]]  # on the other side, so not a re-post of the nearest
    assert events(releases, [1, 0], farther, at(0.99)) == [0, 1, 0]


def test_what_joins_the_same_event_is_one_event() -> None:
    releases = [make_release("1"), make_release("1", language=KK), make_release("2", "A", RU)]
    assert events(releases, [1, 0], [0, 1], at(0.05)) == [0, 0, 0]


def test_unrelated_releases_stay_apart() -> None:
    releases = [make_release(str(number), language=EN) for number in range(4)]
    assert same_events(releases, np.eye(4, dtype=np.float32)) == [0, 1, 2, 3]


def test_no_releases() -> None:
    assert same_events([], np.empty((0, 2), np.float32)) == []


def test_a_release_lies_at_the_mean_of_its_passages() -> None:
    vectors: Vectors = np.array([[1, 0], [0, 1], [0, 1]], np.float32)
    means = release_vectors(vectors, [(0, 2), (2, 3), (0, 0)])
    assert means == pytest.approx(np.array([[0.5**0.5, 0.5**0.5], [0, 1], [0, 0]]))


def test_no_releases_have_no_vectors() -> None:
    assert release_vectors(np.empty((0, 2), np.float32), []).shape == (0, 2)
