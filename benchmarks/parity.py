"""Whether thirty list questions, each in three languages, give the same events.

Asked over the bundled sample, or over the releases of `--set`. The questions are our own.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.workspace import MODELS
from bot.answer import Answer, Item
from bot.evaluation.evaluate import engine_over
from corpus.release import Language
from corpus.sample import sample_path
from index.settings import BUNDLED, IndexSettings

QUESTIONS = Path(__file__).with_name("list_questions.csv")

Identity = tuple[str, str, str, str]


def main(arguments: list[str]) -> None:
    """Print each question whose answers differ, then how many agree; exit 1 if any differ."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks parity", description=__doc__)
    parser.add_argument("--set", type=Path, help="folder of an evaluation set")
    options = parser.parse_args(arguments)
    releases = options.set / "releases.jsonl" if options.set else sample_path()
    with QUESTIONS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    agreeing, events = 0, 0
    with TemporaryDirectory(prefix="elshi-") as home:
        engine = engine_over(releases, Path(home), IndexSettings(Path(home), BUNDLED, MODELS))
        for row in rows:
            answers = {x: engine.answer(row[x], language=x) for x in Language}
            sets = {x: frozenset(map(_identity, a.items)) for x, a in answers.items()}
            union = frozenset().union(*sets.values())
            agreeing += len(set(sets.values())) == 1 and bool(union)
            events += len(union)
            for line in _differences(answers, sets, union):
                print(line)
    print(f"{agreeing} of {len(rows)} questions give the same events in three languages;")
    print(f"{events} items in all.")
    raise SystemExit(agreeing < len(rows))


def _identity(item: Item) -> Identity:
    return item.country or "", item.organization or "", item.city or "", item.date or ""


def _differences(
    answers: dict[Language, Answer],
    sets: dict[Language, frozenset[Identity]],
    union: frozenset[Identity],
) -> Iterator[str]:
    if not union:
        yield f"nothing found: {answers[Language.EN].question}"
    for language, found in sets.items():
        if found != union:
            yield f"{language}: {answers[language].question}"
            yield f"    read as: {answers[language].scope.interpretation}"
            yield f"    lacks {sorted(union - found)}"
