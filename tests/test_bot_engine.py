"""The engine over a real index: answers, abstentions, and what holds for all of them."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from answering import sample_rows

from bot.answer import AnswerKind, answer_to_json
from bot.engine import PassageEngine
from bot.errors import IndexUnusableError
from bot.rendering.terminal import render_text
from corpus.release import Language, Release, ReleaseKey
from index.build import build
from index.embedding.models import load_encoder
from index.settings import BUNDLED, IndexSettings

SCHEMA = Path(__file__).parents[2] / "shared" / "evaluation" / "answer.schema.json"
MEMORANDUM = "Memorandum of Understanding on Political and Diplomatic Consultations"
GOV_KZ = "https://www.gov.kz/memleket/entities/mfa/press/news/details/1011047?lang=kk"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What did Kazakhstan and Burkina Faso sign in June 2025?", Language.EN),
        ("Что подписали Казахстан и Буркина-Фасо в июне 2025 года?", Language.RU),
        ("Қазақстан мен Буркина-Фасо 2025 жылғы маусымда қандай құжатқа қол қойды?", Language.KK),
    ],
)
def test_a_release_is_found_and_quoted_in_each_language(
    engine: PassageEngine, question: str, language: Language
) -> None:
    answer = engine.answer(question)
    assert answer.language is language
    assert not answer.abstained
    assert any(c.url == GOV_KZ and MEMORANDUM in c.quote for c in answer.all_citations)


@pytest.mark.parametrize(
    "question",
    [
        "What did Kazakhstan sign with Paraguay?",
        "Что Казахстан подписал с Гондурасом?",
        "Зимбабвемен қандай құжатқа қол қойылды?",
        "?!",
    ],
)
def test_silence_of_the_releases_is_an_answer(engine: PassageEngine, question: str) -> None:
    answer = engine.answer(question)
    assert answer.kind is AnswerKind.ABSTENTION
    assert answer.scope.releases == len(sample_rows()) + 1


def test_an_abstention_shows_the_nearest_sentences(engine: PassageEngine) -> None:
    answer = engine.answer("What did Kazakhstan sign with Paraguay?")
    assert answer.abstained
    assert 1 <= len({citation.quote for citation in answer.citations}) <= 4


def test_where_no_such_visit_is_told_what_is_said_instead_is_shown(engine: PassageEngine) -> None:
    answer = engine.answer("When did Ormantaev transit the entrepreneurs?")
    assert answer.abstained
    assert "no such visit" in answer.headline
    received = "received by Deputy Minister of Foreign Affairs Zhanat Ormantaev"
    assert any(received in citation.quote for citation in answer.citations)


def test_where_no_such_visit_is_told_nothing_of_others_is_shown(engine: PassageEngine) -> None:
    answer = engine.answer("Which minister from Iceland arrived on 21 October on a visit?")
    assert answer.abstained
    assert not answer.citations


def test_every_sentence_of_the_sample_is_quoted_word_for_word(engine: PassageEngine) -> None:
    rows = sample_rows()
    texts = {row["url"]: f"{row['title']}\n{row['body']}" for row in rows}
    for row in rows:
        answer = engine.answer(row["title"])
        assert any(source.url == row["url"] for source in answer.all_citations), row["title"]
        for citation in answer.all_citations:
            assert citation.url == GOV_KZ or citation.quote in texts[citation.url]


@pytest.mark.parametrize(
    "question", ["Latest news on Burkina Faso", "Новости о Буркина-Фасо", "latest news"]
)
def test_news_are_releases_the_newest_first(engine: PassageEngine, question: str) -> None:
    answer = engine.answer(question)
    days = [item.date for item in answer.items]
    assert answer.kind is AnswerKind.LIST
    assert days
    assert days == sorted(days, key=str, reverse=True)
    assert render_text(answer).count(answer.items[0].label) == 1


def test_what_is_new_in_a_thing_that_no_release_names_may_be_any_fact(
    engine: PassageEngine,
) -> None:
    assert engine.answer("What is new in the agreement with Paraguay?").abstained


def test_invented_releases_say_that_they_are(engine: PassageEngine) -> None:
    invented = engine.answer(sample_rows()[0]["title"])
    assert invented.notice
    assert engine.status().invented


def test_json_fits_the_schema(engine: PassageEngine) -> None:
    if not SCHEMA.exists():
        pytest.skip("the form of an answer is not at hand")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for question in ("Burkina Faso memorandum", "Paraguay", "Что подписали с Буркина-Фасо?"):
        answer = engine.answer(question)
        jsonschema.validate(answer_to_json(answer, render_text(answer)), schema)


def test_a_language_that_is_wished_for_is_kept(engine: PassageEngine) -> None:
    answer = engine.answer("Burkina Faso memorandum", language=Language.RU)
    assert answer.language is Language.RU
    first = answer.citations[0]
    assert "Burkina Faso" in first.quote or "Буркина-Фасо" in first.title


def test_threads_get_the_same_answers(engine: PassageEngine) -> None:
    questions = [row["title"] for row in sample_rows()]
    alone = [engine.answer(question).citations for question in questions]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda question: engine.answer(question).citations, questions))
    assert together == alone


def test_without_an_index_the_command_is_named(tmp_path: Path, models: Path) -> None:
    engine = PassageEngine(IndexSettings(tmp_path / "index", BUNDLED, models))
    with pytest.raises(IndexUnusableError, match="elshi index rebuild"):
        engine.answer("Who came?")


def test_new_snapshot_is_taken_up_while_questions_are_asked(
    answering_home: Path, models: Path, tmp_path: Path
) -> None:
    shutil.copytree(answering_home / "index", tmp_path / "index")
    engine = PassageEngine(IndexSettings(tmp_path / "index", BUNDLED, models))
    question = "What did Kazakhstan and Burkina Faso sign in June 2025?"
    before = engine.answer(question)
    key = ReleaseKey("mfa", "news", "1", Language.EN)
    body = "The ministers signed a Memorandum on Beekeeping in Astana."
    url = "https://www.gov.kz/memleket/entities/mfa/press/news/details/1?lang=en"
    release = Release(key, url, "Document signed", body, datetime(2026, 1, 1, tzinfo=UTC))
    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(engine.answer, question) for _ in range(40)]
        build([release], "one", load_encoder(BUNDLED, models), tmp_path / "index")
        asked += [threads.submit(engine.answer, question) for _ in range(40)]
        answers = [each.result() for each in asked]
    assert engine.status().releases == 1
    assert "Beekeeping" in engine.answer("Which memorandum on beekeeping was signed?").headline
    assert {a.headline for a in answers if not a.abstained} <= {before.headline}
