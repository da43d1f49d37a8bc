"""Whether the sentences shown hold the answer: XQuAD, asked over all its paragraphs as releases."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.data import DATASETS
from benchmarks.measures import print_table
from benchmarks.workspace import MODELS
from bot.answer import Answer
from bot.engine import PassageEngine
from bot.evaluation.evaluate import engine_over
from corpus.release import Language
from index.settings import BUNDLED, IndexSettings

LANGUAGES = (Language.EN, Language.RU)
FIRST_DAY = datetime(2024, 1, 15, 7, tzinfo=UTC)  # a paragraph is published each day from then on
HEAD = ("set", "questions", "right", "nearest", "silent", "wrong sentence", "wrong passage")


class Outcome(StrEnum):
    """What came of a question: the sentences shown hold its answer, or why they do not.

    `NEAREST` are those where no answer was given, but the answer stands among the sentences that
    are shown as the nearest.
    """

    RIGHT = "right"
    NEAREST = "nearest"
    SILENT = "silent"
    WRONG_SENTENCE = "wrong sentence"
    WRONG_PASSAGE = "wrong passage"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the id of its paragraph, and the answers that any reader would accept."""

    text: str
    passage: str
    answers: tuple[str, ...]


def main(arguments: list[str]) -> None:
    """Print the shares for each language, and for its two halves apart.

    The sentences shown are right in the shares of `right` and `nearest` together.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks reading", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATASETS, help="folder of xquad")
    parser.add_argument("--failures", action="store_true", help="list what went wrong")
    options = parser.parse_args(arguments)
    print_table(HEAD, list(_rows(options.data, shows_failures=options.failures)))


def table(folder: Path) -> list[tuple[str, ...]]:
    """The rows under `HEAD` for each language of XQuAD in `folder`."""
    return list(_rows(folder, shows_failures=False))


def _rows(folder: Path, *, shows_failures: bool) -> Iterator[tuple[str, ...]]:
    for language in LANGUAGES:
        questions, outcomes = measure(folder, language)
        name = f"XQuAD {language}"
        yield _row(name, outcomes)
        yield _row(f"{name}, even numbers", outcomes[::2])
        yield _row(f"{name}, odd numbers", outcomes[1::2])
        for question, outcome in zip(questions, outcomes, strict=True):
            if shows_failures and outcome is not Outcome.RIGHT:
                print(outcome, "|", question.text, "|", question.answers[0])


def measure(folder: Path, language: Language) -> tuple[list[Asked], list[Outcome]]:
    """The questions in one language, and what came of each."""
    path = folder / "xquad" / f"xquad.{language}.json"
    releases, questions = _read(path, language)
    with TemporaryDirectory(prefix="elshi-") as name:
        home = Path(name)
        file = home / "releases.jsonl"
        file.write_text("\n".join(releases), encoding="utf-8")
        engine = engine_over(file, home, IndexSettings(home / "index", BUNDLED, MODELS))
        return questions, [_ask(engine, question) for question in questions]


def _read(path: Path, language: Language) -> tuple[list[str], list[Asked]]:
    """Each paragraph as a line with a release, under its article's title; and the questions."""
    try:
        articles = json.loads(path.read_text(encoding="utf-8"))["data"]
    except OSError as error:
        raise SystemExit(f"{path}: {error.strerror}; name the folder with --data") from error
    releases: list[str] = []
    questions: list[Asked] = []
    for article in articles:
        title = article["title"].replace("_", " ")
        for paragraph in article["paragraphs"]:
            number = len(releases)
            releases.append(_release(number, title, paragraph["context"], language))
            for row in paragraph["qas"]:
                answers = tuple(answer["text"] for answer in row["answers"])
                questions.append(Asked(row["question"], f"p{number}", answers))
    return releases, questions


def _release(number: int, title: str, body: str, language: Language) -> str:
    row = {
        "id": f"p{number}",
        "lang": language,
        "title": title,
        "published_at": (FIRST_DAY + timedelta(days=number)).isoformat(),
        "url": f"https://mfa.example/{language}/press/news/details/{number + 1}?lang={language}",
        "body": body,
    }
    return json.dumps(row, ensure_ascii=False)


def _ask(engine: PassageEngine, question: Asked) -> Outcome:
    return judge(question, engine.answer(question.text))


def judge(question: Asked, answer: Answer) -> Outcome:
    """What came of `question`, by the sentences that `answer` quotes."""
    shown = answer.all_citations
    if any(gold in citation.quote for gold in question.answers for citation in shown):
        return Outcome.NEAREST if answer.abstained else Outcome.RIGHT
    if answer.abstained:
        return Outcome.SILENT
    is_there = any(citation.release_id == question.passage for citation in shown)
    return Outcome.WRONG_SENTENCE if is_there else Outcome.WRONG_PASSAGE


def _row(name: str, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    shares = (f"{outcomes.count(one) / len(outcomes):.3f}" for one in Outcome)
    return name, f"{len(outcomes):,}", *shares
