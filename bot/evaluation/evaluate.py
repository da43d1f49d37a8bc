"""Answers an evaluation set over a corpus of its own, in the form that its scorer reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.answer import answer_to_json
from bot.engine import PassageEngine
from bot.errors import BotError
from bot.rendering.terminal import render_text
from corpus.importer import import_paths
from corpus.settings import CorpusSettings
from corpus.store import fingerprint, iterate, open_corpus
from index.build import build
from index.embedding.models import load_encoder
from index.settings import IndexSettings


def predict(folder: Path, predictions: Path, settings: IndexSettings) -> int:
    """Write one answer a line to `predictions`; returns how many.

    The releases of the set go into a temporary corpus and index; the data folder is not
    touched. Raises BotError when the set cannot be read.
    """
    questions = list(_questions(folder / "questions.jsonl"))
    with TemporaryDirectory(prefix="elshi-") as home:
        engine = engine_over(folder / "releases.jsonl", Path(home), settings)
        with predictions.open("w", encoding="utf-8") as lines:
            for row in questions:
                lines.write(json.dumps(_predict(engine, row), ensure_ascii=False) + "\n")
    return len(questions)


def engine_over(releases: Path, home: Path, settings: IndexSettings) -> PassageEngine:
    """An engine over the releases in a file, their corpus and index kept in the folder `home`."""
    sessions = open_corpus(CorpusSettings(home, f"sqlite:///{home / 'corpus.sqlite'}"))
    import_paths(sessions, [releases], None)
    own = replace(settings, folder=home / "index")
    with sessions() as session:
        stored, mark = list(iterate(session)), fingerprint(session)
    build(stored, mark, load_encoder(own.model, own.models), own.folder)
    return PassageEngine(own)


def _predict(engine: PassageEngine, row: dict[str, Any]) -> dict[str, Any]:
    asked: list[str] = []
    for earlier in row.get("history") or []:
        engine.answer(earlier, asked)
        asked.append(earlier)
    answer = engine.answer(row["question"], asked)
    return {"qid": row["qid"]} | answer_to_json(answer, render_text(answer))


def _questions(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
    except (OSError, ValueError) as error:
        raise BotError(f"{path} cannot be read: {error}") from error
