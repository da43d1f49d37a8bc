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
from bot.evaluate import engine_over
from bot.question import question_language
from bot.render_terminal import render_text
from corpus.release import Language
from corpus.sample import sample_path
from index.settings import BUNDLED, IndexSettings

PAIRS = Path(__file__).with_name("abstention.yaml")
HEAD = ("language", "pairs", "answered", "rightly", "silent", "abstention F1")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One pair: whether the first was answered, and with what it asks for, and the second not."""

    language: Language
    asked: str
    silent: str
    answered: bool
    rightly: bool
    abstained: bool


def main(arguments: list[str]) -> None:
    """Print a table by language and, with --failures, the questions that went wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks abstention", description=__doc__)
    parser.add_argument("--failures", action="store_true", help="list what went wrong")
    options = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="elshi-") as home:
        settings = IndexSettings(Path(home) / "index", BUNDLED, MODELS)
        outcomes = measure(engine_over(sample_path(), Path(home), settings))
    print_table(HEAD, [_row(str(one), _of(outcomes, one)) for one in Language])
    print_table(HEAD, [_row("all", outcomes)])
    if options.failures:
        for outcome in outcomes:
            if not outcome.rightly:
                print("not answered" if not outcome.answered else "wrongly", "|", outcome.asked)
            if not outcome.abstained:
                print("answered |", outcome.silent)


def measure(engine: PassageEngine) -> list[Outcome]:
    """The outcome of each pair, asked of an engine over the sample."""
    pairs = yaml.safe_load(PAIRS.read_text("utf-8"))
    return [_ask(engine, pair["asked"], str(pair["holds"]), pair["silent"]) for pair in pairs]


def _ask(engine: PassageEngine, asked: str, holds: str, silent: str) -> Outcome:
    answer = engine.answer(asked)
    rightly = not answer.abstained and holds.lower() in render_text(answer).lower()
    return Outcome(
        question_language(asked),
        asked,
        silent,
        answered=not answer.abstained,
        rightly=rightly,
        abstained=engine.answer(silent).abstained,
    )


def _of(outcomes: list[Outcome], language: Language) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.language is language]


def _row(name: str, outcomes: list[Outcome]) -> tuple[str, ...]:
    answered = sum(outcome.answered for outcome in outcomes)
    silent = sum(outcome.abstained for outcome in outcomes)
    count = len(outcomes)
    f1 = 2 * silent / (silent + (count - answered) + count)
    rightly = sum(outcome.rightly for outcome in outcomes)
    return name, str(count), str(answered), str(rightly), str(silent), f"{f1:.3f}"
