"""Which questions are answered, and which as near to them are met with silence, as they should."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks.measures import print_table
from benchmarks.workspace import MODELS
from bot.engine import PassageEngine
from bot.evaluation.evaluate import engine_over
from bot.question import question_language
from bot.rendering.terminal import render_text
from corpus.release import Language
from corpus.sample import sample_path
from index.settings import BUNDLED, IndexSettings

QUESTIONS = Path(__file__).with_name("abstention.yaml")
HEAD = ("questions", "answerable", "answered", "rightly", "unanswerable", "silent", "abstention F1")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question: what its answer must hold (None where there is none), and what came of it."""

    language: Language
    question: str
    holds: str | None
    answered: bool
    rightly: bool


def main(arguments: list[str]) -> None:
    """Print a table by language and, with --failures, the questions that went wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks abstention", description=__doc__)
    parser.add_argument("--failures", action="store_true", help="list what went wrong")
    options = parser.parse_args(arguments)
    outcomes = over_the_sample()
    print_table(HEAD, table(outcomes))
    if options.failures:
        for outcome in outcomes:
            if not outcome.rightly:
                print("answered" if outcome.answered else "silent", "|", outcome.question)


def over_the_sample() -> list[Outcome]:
    """The outcome of each question, asked of an engine that is made for it."""
    with TemporaryDirectory(prefix="elshi-") as home:
        settings = IndexSettings(Path(home) / "index", BUNDLED, MODELS)
        return measure(engine_over(sample_path(), Path(home), settings))


def table(outcomes: list[Outcome]) -> list[tuple[str, ...]]:
    """The rows under `HEAD`: each language, all, and both halves of all.

    Thresholds were set by looking at all of them, so neither half was held out.
    """
    rows = [_row(str(one), [o for o in outcomes if o.language is one]) for one in Language]
    halves = [_row("even numbers", outcomes[::2]), _row("odd numbers", outcomes[1::2])]
    return [*rows, _row("all", outcomes), *halves]


def measure(engine: PassageEngine) -> list[Outcome]:
    """The outcome of each question, asked of an engine over the sample."""
    content = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    asked = [(pair["asked"], str(pair["holds"])) for pair in content["pairs"]]
    silent = [*(pair["silent"] for pair in content["pairs"]), *content["silent"]]
    return [_ask(engine, *one) for one in [*asked, *((question, None) for question in silent)]]


def _ask(engine: PassageEngine, question: str, holds: str | None) -> Outcome:
    answer = engine.answer(question)
    answered = not answer.abstained
    rightly = not answered if holds is None else holds.lower() in render_text(answer).lower()
    return Outcome(question_language(question), question, holds, answered, rightly)


def _row(name: str, outcomes: list[Outcome]) -> tuple[str, ...]:
    answerable = [outcome for outcome in outcomes if outcome.holds is not None]
    unanswerable = [outcome for outcome in outcomes if outcome.holds is None]
    answered = sum(outcome.answered for outcome in answerable)
    rightly = sum(outcome.rightly and outcome.answered for outcome in answerable)
    silent = sum(not outcome.answered for outcome in unanswerable)
    kept_quiet = silent + len(answerable) - answered
    f1 = 2 * silent / (kept_quiet + len(unanswerable))
    counts = (len(answerable), answered, rightly, len(unanswerable), silent)
    return name, *map(str, counts), f"{f1:.3f}"
