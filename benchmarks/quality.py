"""Writes docs/quality.md: how well the sets' questions are answered, with the worst answers shown.

Needs evaluation sets with their scorer; each set is answered over its own releases.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import abstention, reading
from benchmarks.data import DATASETS, question_sets
from benchmarks.measures import ndcg, table_lines
from benchmarks.retrieval import rank
from benchmarks.workspace import MODELS, ROOT
from bot.evaluation.evaluate import predict
from index.embedding.models import load_encoder
from index.settings import BUNDLED, IndexSettings

EVALUATION = ROOT.parent / "shared" / "evaluation"
SETS = ("english", "trilingual")
SINGLE = ("fact", "who", "when", "where", "quote", "documents", "compare", "superlative", "summary")
WORST = 10

Report = dict[str, Any]


def main(arguments: list[str]) -> None:
    """Write the page; prints nothing but where it is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks quality", description=__doc__)
    parser.add_argument("--evaluation", type=Path, default=EVALUATION, help="folder of the sets")
    parser.add_argument("--sets", nargs="*", default=SETS, help="names of the sets")
    parser.add_argument("--data", type=Path, default=DATASETS, help="folder of xquad and kazqad")
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "quality.md")
    options = parser.parse_args(arguments)
    if not (options.evaluation / "score.py").is_file():
        raise SystemExit(f"there are no evaluation sets in {options.evaluation}")
    pages = [_section(options.evaluation, name) for name in options.sets]
    day = datetime.now(UTC).date().isoformat()
    head = f"# Quality\n\nWritten by `make quality` on {day}. Everything in the sets is invented.\n"
    page = [head, *_public_sets(options.data), *_silence(), *pages]
    options.page.write_text("\n".join(page), encoding="utf-8")
    print(options.page)


def _public_sets(data: Path) -> Iterator[str]:
    """How well public questions are found and answered."""
    encoder = load_encoder(BUNDLED, MODELS)
    yield "## Retrieval: nDCG@10 over public sets\n"
    found = [
        (one.name, f"{ndcg(rank(one, encoder)['search'], one.relevant):.4f}")
        for one in question_sets(data)
    ]
    yield from table_lines(("set", "nDCG@10"), found)
    yield "\n## Answer extraction: the share of questions whose answer the shown sentences hold\n"
    yield from table_lines(reading.HEAD, reading.table(data))
    yield ""


def _silence() -> Iterator[str]:
    """How often questions that no release of the sample answers are met with silence."""
    yield "## Silence: questions of our own over the sample\n"
    yield from table_lines(abstention.HEAD, abstention.table(abstention.over_the_sample()))
    yield ""


def _section(evaluation: Path, name: str) -> str:
    with TemporaryDirectory(prefix="elshi-") as home:
        predictions = Path(home) / "predictions.jsonl"
        predict(evaluation / name, predictions, IndexSettings(Path(home), BUNDLED, MODELS))
        report = _score(evaluation, name, predictions)
        answers = {row["qid"]: row for row in map(json.loads, predictions.open(encoding="utf-8"))}
    return "\n".join(
        [
            f"## The set `{name}`\n",
            *_figures(report, answers, evaluation / name),
            "",
            *_visits(evaluation / name),
            "",
            *_worst(report["wrong"], answers, evaluation / name),
        ]
    )


def _score(evaluation: Path, name: str, predictions: Path) -> Report:
    command = [
        sys.executable,
        str(evaluation / "score.py"),
        str(evaluation / name),
        str(predictions),
    ]
    report: Report = json.loads(_output([*command, "--json"]))
    lines = _output([*command, "--failures", "500"]).splitlines()
    report["wrong"] = [line.strip() for line in lines if line.startswith("  ")]
    return report


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _figures(report: Report, answers: Mapping[str, Report], folder: Path) -> Iterator[str]:
    yield from ("| figure | value |", "| --- | ---: |")
    for key in (
        "right", "list_f1", "list_exact", "abstention_f1", "quotes_verbatim", "answers_cited",
        "took_ms_median", "took_ms_p95",
    ):  # fmt: skip
        yield f"| {key} | {report[key]:.4g} |"
    single = [report["by_type"][kind] for kind in SINGLE if kind in report["by_type"]]
    right, asked = (sum(pair[place] for pair in single) for place in (0, 1))
    yield f"| right, no lists | {right / asked:.4g} ({right} of {asked}) |"
    yield from _facts(report["wrong"], answers, folder)
    yield from ("", "| type or language | right | asked |", "| --- | ---: | ---: |")
    for name, (right, asked) in {**report["by_type"], **report["by_language"]}.items():
        yield f"| {name} | {right} | {asked} |"


def _facts(wrong: list[str], answers: Mapping[str, Report], folder: Path) -> Iterator[str]:
    """Of facts, in all and by language: median length, and right ones told in the first line."""
    failed = {line.split()[0] for line in wrong}
    facts = [row for row in _questions(folder) if row["type"] == "fact"]
    languages = sorted({row["lang"] for row in facts})
    for language in ("", *(languages if len(languages) > 1 else [])):
        asked = [row for row in facts if language in ("", row["lang"])]
        if not asked:
            continue
        name = f", {language}" if language else ""
        length = median(len(answers[row["qid"]]["text"]) for row in asked)
        right = [row for row in asked if row["qid"] not in failed]
        first = sum(_is_told_first(row, answers[row["qid"]]["text"]) for row in right)
        yield f"| median characters of a fact's answer{name} | {length:.0f} |"
        yield f"| first line holds the answer{name} | {first} of {len(right)} right facts |"


def _is_told_first(row: Report, text: str) -> bool:
    head = text.splitlines()[0].casefold()
    wanted = row["expected"]["text_any"]
    return all(any(one.casefold() in head for one in some) for some in wanted)


def _questions(folder: Path) -> list[Report]:
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _visits(folder: Path) -> Iterator[str]:
    yield "Visits read out of the releases, against the set's own:\n"
    yield "```"
    command = [sys.executable, "-c", "from bot.cli import main; main()"]
    yield _output([*command, "evaluate", "--visits", str(folder)]).strip()
    yield "```"


def _worst(wrong: list[str], answers: Mapping[str, Report], folder: Path) -> Iterator[str]:
    """The wrong answers in full, then the longest of the right answers to a fact."""
    facts = {row["qid"] for row in _questions(folder) if row["type"] == "fact"}
    failed = {line.split()[0] for line in wrong}
    longest = sorted(facts - failed, key=lambda qid: -len(answers[qid]["text"]))
    shown = [*wrong, *(f"{qid}: right, but long" for qid in longest)][:WORST]
    yield f"### The {len(shown)} worst answers in full: {len(wrong)} wrong, then the longest\n"
    for line in shown:
        answer = answers[line.split()[0].rstrip(":")]
        yield f"{line}\n"
        yield "```"
        yield f"> {answer['question']}\n"
        yield str(answer["text"]).replace("```", "'''")
        yield "```\n"
