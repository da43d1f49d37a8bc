"""Reads the public question sets that retrieval is measured on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus.release import Language

DATASETS = Path(__file__).resolve().parents[2] / "shared" / "datasets"
KAZQAD = Path("kazqad") / "kazqad-rc-v1.0-kk-validation.jsonl"


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Passages in one language, questions in one, and the numbers of each question's passages."""

    name: str
    language: Language
    asked_in: Language
    passages: list[str]
    questions: list[str]
    relevant: list[frozenset[int]]
    titles: list[str]

    def first(self, count: int) -> QuestionSet:
        """The set with its first `count` questions and all its passages."""
        questions, relevant = self.questions[:count], self.relevant[:count]
        return replace(self, questions=questions, relevant=relevant)

    def untitled(self) -> QuestionSet:
        """The set with its passages as they stand, without the titles of their articles."""
        return replace(self, name=f"{self.name}, untitled", titles=[""] * len(self.titles))


def question_sets(folder: Path) -> list[QuestionSet]:
    """XQuAD en, ru and ru to en, and KazQAD kk; exits with one line where a file is missing."""
    try:
        english, russian = xquad(folder, Language.EN), xquad(folder, Language.RU)
        kazakh = kazqad(folder)
    except OSError as error:
        raise SystemExit(
            f"{error.filename}: {error.strerror}; name the folder of xquad and kazqad with --data"
        ) from error
    across = QuestionSet(
        "XQuAD ru to en",
        Language.EN,
        Language.RU,
        english.passages,
        russian.questions,
        english.relevant,
        english.titles,
    )
    return [english, russian, across, kazakh]


def xquad(folder: Path, language: Language) -> QuestionSet:
    """XQuAD in `language`: 240 paragraphs and 1,190 questions, the same in every language."""
    path = folder / "xquad" / f"xquad.{language}.json"
    articles = json.loads(path.read_text(encoding="utf-8"))["data"]
    paragraphs = [paragraph for article in articles for paragraph in article["paragraphs"]]
    asked = [(qa["question"], number) for number, one in enumerate(paragraphs) for qa in one["qas"]]
    return QuestionSet(
        f"XQuAD {language}",
        language,
        language,
        [paragraph["context"] for paragraph in paragraphs],
        [question for question, _ in asked],
        [frozenset({number}) for _, number in asked],
        [article["title"].replace("_", " ") for article in articles for _ in article["paragraphs"]],
    )


def kazqad(folder: Path) -> QuestionSet:
    """KazQAD's validation part: each question with an answer, over all its contexts."""
    rows = list(_rows(folder / KAZQAD))
    titles = {row["context"]: row["title"] for row in reversed(rows)}
    numbers = {context: n for n, context in enumerate(dict.fromkeys(r["context"] for r in rows))}
    relevant: dict[str, set[int]] = {}
    for row in rows:
        if row["answers"]["text"]:
            relevant.setdefault(row["question"], set()).add(numbers[row["context"]])
    return QuestionSet(
        "KazQAD kk",
        Language.KK,
        Language.KK,
        list(numbers),
        list(relevant),
        [frozenset(found) for found in relevant.values()],
        [titles[context] for context in numbers],
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)
