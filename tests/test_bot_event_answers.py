"""Questions about visits over a real index, from the question to the cited list."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from answering import sample_rows

from bot.answer import Answer, AnswerKind, answer_to_json, near_misses_to_json
from bot.engine import PassageEngine
from bot.rendering.terminal import render_near_misses, render_text
from corpus.release import Language

SCHEMA = Path(__file__).parents[2] / "shared" / "evaluation" / "answer.schema.json"
QUESTIONS = {
    Language.EN: "Which African foreign ministers have visited Astana?",
    Language.RU: "Какие министры иностранных дел африканских стран приезжали в Астану?",
    Language.KK: "Африка елдерінің қандай сыртқы істер министрлері Астанаға келді?",
}


def countries(answer: Answer) -> list[str | None]:
    return [item.country for item in answer.items]


@pytest.mark.parametrize("language", Language)
def test_a_list_is_complete_in_each_language(engine: PassageEngine, language: Language) -> None:
    answer = engine.answer(QUESTIONS[language])
    assert answer.kind is AnswerKind.LIST
    assert answer.language is language
    assert "BF" in countries(answer)
    assert countries(answer) == countries(engine.answer(QUESTIONS[Language.EN]))
    assert answer.count == len(answer.items)
    assert all(item.sources for item in answer.items)


def test_a_follow_up_changes_the_question(engine: PassageEngine) -> None:
    earlier = QUESTIONS[Language.EN]
    for year in ("2024", "2025"):
        answer = engine.answer(f"And in {year}?", [earlier])
        assert answer.items
        assert all((item.date or "").startswith(year) for item in answer.items)
        assert set(countries(answer)) < set(countries(engine.answer(earlier)))


def test_a_count_says_how_many_and_which(engine: PassageEngine) -> None:
    answer = engine.answer("How many foreign ministers of Burkina Faso visited Astana in 2025?")
    assert answer.kind is AnswerKind.COUNT
    assert answer.count == 1
    assert "1" in answer.headline


def test_what_the_list_left_out_has_its_sentence(engine: PassageEngine) -> None:
    answer = engine.answer("Which African presidents have visited Astana?")
    near = [miss for miss in answer.near_misses if "Burkina Faso" in miss.label]
    assert near[0].reason == "another rank"
    assert answer.scope.excluded >= len(answer.near_misses) > 0
    assert near[0].source.quote in render_near_misses(answer)
    assert near_misses_to_json(answer)[0]["source"]["quote"]


def test_releases_are_listed_and_counted(engine: PassageEngine) -> None:
    answer = engine.answer("Which releases mention Burkina Faso?")
    ids = {source.release_id for item in answer.items for source in item.sources}
    assert "1011047" in ids
    assert answer.count == len(answer.items)
    assert engine.answer("Which releases mention Paraguay and Zimbabwe?").abstained


@pytest.mark.parametrize(
    "question", [*QUESTIONS.values(), "Who visited Astana?", "How many releases on Kazakhstan?"]
)
def test_every_quote_stands_word_for_word(engine: PassageEngine, question: str) -> None:
    texts = {row["url"]: f"{row['title']}\n{row['body']}" for row in sample_rows()}
    answer = engine.answer(question)
    for citation in (*answer.all_citations, *(miss.source for miss in answer.near_misses)):
        if citation.url in texts:
            assert citation.quote in texts[citation.url]


def test_json_of_a_list_fits_the_schema(engine: PassageEngine) -> None:
    if not SCHEMA.exists():
        pytest.skip("the form of an answer is not at hand")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for question in QUESTIONS.values():
        answer = engine.answer(question)
        jsonschema.validate(answer_to_json(answer, render_text(answer)), schema)
