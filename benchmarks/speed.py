"""Indexing and starting against sentence-transformers with the same weights, in one run."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.data import DATASETS, QuestionSet, question_sets
from benchmarks.measures import ndcg, print_table
from benchmarks.workspace import MODELS, ROOT, Run, measured, reference_folder
from index.embedding.encoder import Encoder, Vectors

EACH = 64  # passages of each language that encoding is timed on
QUESTION = "Which African foreign ministers visited Astana?"
REFERENCE_START = """
import sys
from sentence_transformers import SentenceTransformer
SentenceTransformer(sys.argv[1], device="cpu").encode("query: " + sys.argv[2])
"""


def main(arguments: list[str]) -> None:
    """Print both comparisons and the difference in nDCG@10."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks speed", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATASETS, help="folder of xquad and kazqad")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="nDCG@10 of 200 questions each")
    options = parser.parse_args(arguments)
    sets = question_sets(options.data)[:2]
    # Processes first: a child's peak counts what its parent holds.
    _compare_starts(options.rounds)
    _compare_encoding([one.first(200) for one in sets] if options.quick else sets, options.rounds)


def _compare_starts(rounds: int) -> None:
    script = str(Path(sys.executable).with_name("elshi"))
    with TemporaryDirectory(prefix="elshi-") as home:
        environ = {"ELSHI_HOME": home, "ELSHI_MODELS": str(MODELS)}
        measured(
            [script, "corpus", "import", str(ROOT / "corpus" / "sample" / "releases.jsonl")],
            environ,
        )
        measured([script, "index", "rebuild"], environ)
        measured([sys.executable, "-c", _MAKE_REFERENCE])
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(measured([script, "ask", QUESTION], environ))
            command = [sys.executable, "-c", REFERENCE_START, str(reference_folder()), QUESTION]
            theirs.append(measured(command))
    share = _seconds(ours) / _seconds(theirs)
    rows = [_start("elshi ask", ours), _start("sentence-transformers, one query", theirs)]
    print_table(("new process", "median s", "peak MB"), rows)
    print(f"Ratio {share:.3f} (target at most 0.25); peak target under 600 MB\n", flush=True)


_MAKE_REFERENCE = "from benchmarks.workspace import reference_folder; reference_folder()"


def _seconds(runs: list[Run]) -> float:
    return median(run.seconds for run in runs)


def _start(name: str, runs: list[Run]) -> tuple[str, str, str]:
    return name, f"{_seconds(runs):.2f}", f"{max(run.peak for run in runs):.0f}"


def _compare_encoding(sets: list[QuestionSet], rounds: int) -> None:
    from sentence_transformers import SentenceTransformer  # after the processes: torch is large

    from index.embedding.models import load_encoder
    from index.settings import BUNDLED

    model = SentenceTransformer(str(reference_folder()), device="cpu")
    encoder = load_encoder(BUNDLED, MODELS)
    passages = [text for one in sets for text in one.passages[:EACH]]
    prefixed = [f"passage: {text}" for text in passages]
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_timed(lambda: encoder.encode_passages(passages)))
        theirs.append(_timed(lambda: model.encode(prefixed)))
    rates = [len(passages) / median(times) for times in (ours, theirs)]
    rows = [("elshi", f"{rates[0]:.1f}"), ("sentence-transformers", f"{rates[1]:.1f}")]
    print_table(("encoder", "passages/s"), rows)
    print(f"Ratio {rates[0] / rates[1]:.2f} (target at least 4)\n", flush=True)
    qualities = [_quality(one, encoder, model) for one in sets]
    print_table(("nDCG@10, dense", "elshi", "reference", "lower by"), qualities)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _quality(questions: QuestionSet, encoder: Encoder, model: Any) -> tuple[str, ...]:  # noqa: ANN401 - untyped library
    passages = encoder.encode_passages(questions.passages)
    queries = np.stack([encoder.encode_query(text) for text in questions.questions])
    ours = _ndcg(questions, queries @ passages.T)
    passages = model.encode([f"passage: {text}" for text in questions.passages])
    queries = model.encode([f"query: {text}" for text in questions.questions])
    theirs = _ndcg(questions, queries @ passages.T)
    return questions.name, f"{ours:.4f}", f"{theirs:.4f}", f"{theirs - ours:+.4f}"


def _ndcg(questions: QuestionSet, scores: Vectors) -> float:
    ranked = np.argsort(-scores, axis=1, kind="stable")[:, :10]
    return ndcg(ranked.tolist(), questions.relevant)
