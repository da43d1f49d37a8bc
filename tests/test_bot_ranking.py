"""Which country's figures are largest or smallest, over a real index."""

from __future__ import annotations

from datetime import date

import pytest
from fakes import FakeEncoder, make_release
from told import SCOPE, asked

from bot.passages.compose_ranking import compose_ranking
from bot.passages.finding import find
from bot.passages.ranking import rank_figures
from index.build import build
from index.search import Searcher

TOLD = [
    "In 2023 trade with Kenya was 40 million dollars.",
    "Trade with Ghana came to 9.5 million dollars in 2023 and to 12 million dollars in 2022.",
    "In nine months of 2023 trade with Chad was 99 million dollars.",
    "In 2023 trade with Peru was 70 million dollars.",
    "Trade with Mali is to be raised to 500 million dollars by 2030.",
    "Kenya has invested 800 million dollars in roads since 2023.",
    "The weather in Kenya was fine.",
]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("index")
    releases = [make_release(str(number), body) for number, body in enumerate(TOLD)]
    build(releases, "corpus", FakeEncoder(), folder)
    return Searcher(folder, FakeEncoder())


@pytest.mark.parametrize(
    ("question", "countries"),
    [
        ("Which African country traded most with Kazakhstan in 2023?", ["TD", "KE", "GH"]),
        ("Which African country has the smallest trade figure in 2023?", ["GH", "KE", "TD"]),
        ("С какой африканской страной самый большой товарооборот в 2022 году?", ["GH"]),
        ("Which country had the largest trade in 2019?", []),
        ("What was trade with Kenya in 2023?", []),
        ("Which minister came most often?", []),
    ],
)
def test_countries_by_their_figures(
    searcher: Searcher, question: str, countries: list[str]
) -> None:
    assert [one.country for one in rank_figures(asked(question), searcher)] == countries


def test_the_answer_names_the_first_and_quotes_each(searcher: Searcher) -> None:
    question = asked("Which African country has the smallest trade figure in 2023?")
    answer = compose_ranking(question, rank_figures(question, searcher), SCOPE)
    assert answer.headline.startswith("Ghana: 9.5 million dollars (2023)")
    assert [citation.quote for citation in answer.citations] == [TOLD[1], TOLD[0], TOLD[2]]


def test_passages_of_days_and_of_words(searcher: Searcher) -> None:
    day = searcher.store.newest()
    assert day is not None
    assert searcher.published(day.date(), day.date()).all()
    assert not searcher.published(date(1999, 1, 1), date(1999, 12, 31)).any()
    assert searcher.holding(["weather"]).sum() == 1
    assert not searcher.holding([]).any()


def test_each_place_of_a_question_is_found(searcher: Searcher) -> None:
    hits = find(asked("Compare trade with Kenya and with Peru in 2023."), searcher)
    assert {TOLD[0], TOLD[3]} <= {hit.text for hit in hits}
