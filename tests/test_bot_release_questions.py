"""Questions that ask for releases themselves."""

from __future__ import annotations

from datetime import date

import pytest

from bot.query.query import ItemOf, Places, Shape
from bot.query.release_questions import read_release_query
from corpus.release import Language

EN, RU, KK = Language.EN, Language.RU, Language.KK
NEWEST = date(2025, 12, 18)
TOGO, KENYA = Places(frozenset({"TG"})), Places(frozenset({"KE"}))


@pytest.mark.parametrize(
    ("question", "language", "shape", "origin", "topic"),
    [
        ("Which releases mention Togo?", EN, Shape.LIST, TOGO, ()),
        ("How many press releases are there about Togo?", EN, Shape.COUNT, TOGO, ()),
        ("List all releases on green hydrogen", EN, Shape.LIST, Places(), ("green", "hydrogen")),
        ("Какие релизы упоминают Того?", RU, Shape.LIST, TOGO, ()),
        ("В скольких релизах говорится о водороде?", RU, Shape.COUNT, Places(), ("водороде",)),
        ("Сколько релизов упоминает водород?", RU, Shape.COUNT, Places(), ("водород",)),
        ("Сколько пресс-релизов о Того?", RU, Shape.COUNT, TOGO, ()),
        ("Кения туралы қанша релиз бар?", KK, Shape.COUNT, KENYA, ()),
        ("Қандай релиздерде сутегі туралы айтылған?", KK, Shape.LIST, Places(), ("сутегі",)),
    ],
)
def test_what_is_asked_of_the_releases(
    question: str,
    language: Language,
    shape: Shape,
    origin: Places,
    topic: tuple[str, ...],
) -> None:
    query = read_release_query(question, language, NEWEST)
    assert query is not None
    assert (query.item_of, query.shape, query.origin) == (ItemOf.RELEASE, shape, origin)
    assert query.topic == topic


@pytest.mark.parametrize(
    ("question", "language", "origin", "topic"),
    [
        ("Latest news on Togo", EN, TOGO, ()),
        ("What’s new with Kenya?", EN, KENYA, ()),
        ("Any news about visas?", EN, Places(), ("visas",)),
        ("latest news", EN, Places(), ()),
        ("Последние новости о Кении", RU, KENYA, ()),
        ("что нового по Того", RU, TOGO, ()),
        ("Что нового?", RU, Places(), ()),
        ("Кения туралы соңғы жаңалықтар", KK, KENYA, ()),
        ("соңғы жаңалықтар", KK, Places(), ()),
    ],
)
def test_news_are_the_newest_releases(
    question: str, language: Language, origin: Places, topic: tuple[str, ...]
) -> None:
    query = read_release_query(question, language, NEWEST)
    assert query is not None
    assert (query.item_of, query.shape) == (ItemOf.RELEASE, Shape.LATEST)
    assert (query.origin, query.topic) == (origin, topic)


def test_the_period_is_that_of_publication() -> None:
    query = read_release_query("How many releases on Togo in 2024?", EN, NEWEST)
    assert query is not None
    assert (query.first, query.last) == (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which African foreign ministers have visited Astana according to the releases?", EN),
        ("Who was released in 2024?", EN),
        ("How many releases?", EN),
        ("Какие министры приезжали в Астану, судя по релизам?", RU),
        ("Релиздер бойынша Астанаға кім келді?", KK),
    ],
)
def test_other_questions_are_left_alone(question: str, language: Language) -> None:
    assert read_release_query(question, language, NEWEST) is None
