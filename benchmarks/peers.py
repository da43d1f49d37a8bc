"""The same work by Elshi, txtai and LangChain with FAISS: 500 passages in, 100 queries.

All with the same weights of multilingual-e5-small and its prefixes. An engine that is not
installed for `--python` is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.data import DATASETS, QuestionSet, question_sets
from benchmarks.measures import ndcg, print_table
from benchmarks.peer_process import ENGINES, MISSING
from benchmarks.workspace import MODELS, ROOT, reference_folder
from index.embedding.models import compile_bundled_model

PASSAGES, QUERIES = 500, 100
HEAD = ("engine", "nDCG@10", "indexing, s", "query median, ms", "query p95, ms")


def main(arguments: list[str]) -> None:
    """Print a table with a row for each engine that is installed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks peers", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATASETS, help="folder of xquad and kazqad")
    parser.add_argument("--python", default=sys.executable, help="interpreter that has the peers")
    options = parser.parse_args(arguments)
    work, relevant = _work(question_sets(options.data))
    rows = []
    for name in ENGINES:
        found = _run(name, sys.executable if name == "elshi" else options.python, work)
        if found is None:
            print(f"{name}: not installed for {options.python}; left out")
            continue
        milliseconds = sorted(1000 * second for second in found["query_seconds"])
        rows.append(
            (
                name,
                f"{ndcg(found['rankings'], relevant):.4f}",
                f"{found['index_seconds']:.1f}",
                f"{median(milliseconds):.1f}",
                f"{milliseconds[int(0.95 * len(milliseconds))]:.1f}",
            )
        )
    print_table(HEAD, rows)


def _work(sets: list[QuestionSet]) -> tuple[dict[str, Any], list[frozenset[int]]]:
    """All of XQuAD en and ru and some of KazQAD; questions from all over XQuAD en and ru."""
    english, russian, _, kazakh = sets
    passages = (english.passages + russian.passages + kazakh.passages)[:PASSAGES]
    step = 2 * len(english.questions) // QUERIES
    queries = english.questions[::step][: QUERIES // 2] + russian.questions[::step][: QUERIES // 2]
    here = english.relevant[::step][: QUERIES // 2]
    there = [frozenset(len(english.passages) + number for number in found) for found in here]
    compile_bundled_model(MODELS)
    places = {"model": str(reference_folder()), "models": str(MODELS)}
    return {"passages": passages, "queries": queries} | places, here + there


def _run(name: str, python: str, work: dict[str, Any]) -> dict[str, Any] | None:
    quiet = {"ORT_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "true"}
    done = subprocess.run(
        [python, "-m", "benchmarks.peer_process", name],
        input=json.dumps(work),
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | quiet,
        text=True,
        check=False,
    )
    if done.returncode == MISSING:
        return None
    if done.returncode:
        raise SystemExit(f"{name} ended with {done.returncode}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
