"""Whether answers hold when an English set's people and countries are swapped for others.

Writes the swapped set in the same form, answers it and scores both sets with the scorer that
lies beside them. See `benchmarks.swapping` for what is put for what.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.gold import SETS, rows_of
from benchmarks.measures import print_table
from benchmarks.swapping import Swap, make_swap, read_countries
from benchmarks.workspace import MODELS
from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import (
    CityMention,
    CountryMention,
    OrganizationMention,
    RegionMention,
)

Row = dict[str, Any]
MOST = 0.02  # that list_f1 may fall by
HOME = "KZ"


def main(arguments: list[str]) -> None:
    """Print list_f1 and the visits' precision and recall of the set and of swapped ones."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks swap", description=__doc__)
    parser.add_argument("--set", type=Path, default=SETS / "english")
    parser.add_argument("--seeds", type=int, default=3, help="how many swapped sets")
    parser.add_argument("--keep", type=Path, help="folder to leave the swapped sets in")
    options = parser.parse_args(arguments)
    if not (options.set / "releases.jsonl").is_file():
        raise SystemExit(f"{options.set} holds no set; name one with --set")
    rows = [("as it is", *_measured(options.set))]
    with TemporaryDirectory(prefix="elshi-") as name:
        folder = options.keep or Path(name)
        for seed in range(1, options.seeds + 1):
            swapped = folder / f"swapped-{seed}"
            countries, people = write_swapped(options.set, swapped, seed)
            _check(options.set.parent / "check_evalset.py", swapped)
            label = f"seed {seed}: {countries} countries, {people} words of names"
            rows.append((label, *_measured(swapped)))
    head = ("set", "list_f1", "list_exact", "right", "visits' precision", "recall")
    print_table(head, rows)
    fall = float(rows[0][1]) - min(float(row[1]) for row in rows[1:])
    print(f"list_f1 falls by at most {fall:.4f} (target at most {MOST})")


def write_swapped(source: Path, target: Path, seed: int) -> tuple[int, int]:
    """Write the set of `source` with other names to `target`; returns countries and words put."""
    releases, visits, questions, filters = (
        list(rows_of(source / f"{name}.jsonl"))
        for name in ("releases", "visits", "questions", "filters")
    )
    people = {row["person"] for row in visits if row["person"]}
    people |= {one["person"] for q in questions for one in q["expected"]["items"] if one["person"]}
    texts = [f"{row['title']}\n\n{row['body']}" for row in releases]
    groups = [*_tested_groups(source), *_asked_groups(questions)]
    random = Random(seed)  # noqa: S311 - the same sets every time
    swap = make_swap(texts, people, groups, _fixed(texts, visits), random)
    bodies = {row["id"]: row for row in releases}
    target.mkdir(parents=True, exist_ok=True)
    for name, rows in (
        ("releases", [_release(row, swap) for row in releases]),
        ("visits", [_visit(row, swap, bodies) for row in visits]),
        ("questions", [_question(row, swap, bodies) for row in questions]),
        ("filters", [_filter(row, swap) for row in filters]),
    ):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (target / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    (target / "README.md").write_text(f"Names swapped, seed {seed}.\n", encoding="utf-8")
    return sum(code != other for code, other in swap.codes.items()), swap.people


def _tested_groups(source: Path) -> list[set[str]]:
    """The groups of countries that the set's own check knows."""
    path = source.parent / "check_evalset.py"
    spec = importlib.util.spec_from_file_location("check_evalset", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [set(members) for members in module.R.values()]


def _asked_groups(questions: Sequence[Row]) -> list[Collection[str]]:
    """Members of the regions and organisations that the questions name."""
    gazetteer = Gazetteer.load()
    found: list[Collection[str]] = []
    for question in questions:
        for text in (question["question"], *question["history"]):
            for mention in gazetteer.mentions_in_question(text, Language.EN):
                if isinstance(mention, RegionMention):
                    found.append(gazetteer.region_members(mention.region))
                elif isinstance(mention, OrganizationMention):
                    found.append(gazetteer.organization_members(mention.organization))
    return found


def _fixed(texts: Iterable[str], visits: Sequence[Row]) -> set[str]:
    """Countries that stay: ambiguous ones, and those of which other cities are named."""
    gazetteer = Gazetteer.load()
    capitals = {city for country in read_countries() for city in country.capitals}
    fixed = {HOME, "XK"}  # XK is no ISO code, which sets are checked for
    for text in texts:
        for mention in gazetteer.mentions(text, Language.EN):
            if isinstance(mention, CountryMention) and (mention.also or mention.city):
                fixed |= {mention.code, *mention.also}
            elif isinstance(mention, CityMention) and mention.city not in capitals:
                fixed.add(mention.country)
    for row in visits:
        if row["to_city"] and row["to_city"] not in capitals:
            fixed.add(row["to_country"])
    return fixed


def _release(row: Row, swap: Swap) -> Row:
    return row | {"title": swap.text(row["title"]), "body": swap.text(row["body"])}


def _visit(row: Row, swap: Swap, releases: dict[str, Row]) -> Row:
    texts = ("person", "role_text", "organization", "to_city")
    return (
        row
        | {key: swap.text(row[key]) if row[key] else row[key] for key in texts}
        | {key: swap.code(row[key]) for key in ("country", "to_country")}
        | {"evidence": _quoted(row["evidence"], [row["release_id"]], swap, releases)}
    )


def _quoted(quote: str, ids: Iterable[str], swap: Swap, releases: dict[str, Row]) -> str:
    for text in (releases[one][key] for one in ids for key in ("body", "title")):
        if quote in text:
            start = text.index(quote)
            return swap.cut(text, start, start + len(quote))
    return swap.text(quote)


def _question(row: Row, swap: Swap, releases: dict[str, Row]) -> Row:
    expected = row["expected"]
    changed = {
        "items": [_item(one, swap) for one in expected["items"]],
        "text_any": [[swap.text(text) for text in inner] for inner in expected["text_any"]],
        "must_not": [swap.text(text) for text in expected["must_not"]],
    }
    return row | {
        "question": swap.text(row["question"]),
        "history": [swap.text(text) for text in row["history"]],
        "expected": expected | changed,
        "evidence": [_quoted(one, row["releases"], swap, releases) for one in row["evidence"]],
    }


def _item(item: Row, swap: Swap) -> Row:
    return item | {
        "country": swap.code(item["country"]),
        "person": swap.text(item["person"]) if item["person"] else None,
        "aliases": [swap.text(alias) for alias in item["aliases"]],
    }


def _filter(row: Row, swap: Swap) -> Row:
    where = dict(row["where"])
    for key in ("to_country", "not_to_country", "traveller"):
        if key in where:
            where[key] = swap.code(where[key])
    if "country" in where:
        where["country"] = [swap.code(code) for code in where["country"]]
    return row | {"where": where}


def _check(checker: Path, folder: Path) -> None:
    """Print what the set's own check finds wrong with the swapped set."""
    run = subprocess.run(
        [sys.executable, str(checker), str(folder)], capture_output=True, text=True, check=False
    )
    if run.returncode:
        print(run.stdout, file=sys.stderr)


def _measured(folder: Path) -> tuple[str, ...]:
    from bot.evaluation.evaluate import predict  # the model's runtime
    from bot.evaluation.evaluate_visits import score_visits
    from bot.evaluation.visit_scores import HAPPENED, share
    from index.settings import BUNDLED, IndexSettings

    with TemporaryDirectory(prefix="elshi-") as name:
        predictions = Path(name) / "predictions.jsonl"
        predict(folder, predictions, IndexSettings(Path(name), BUNDLED, MODELS))
        command = [sys.executable, str(SETS / "score.py"), str(folder), str(predictions), "--json"]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    scores = json.loads(run.stdout)
    visits = share(score_visits(folder).pairs, HAPPENED)
    measured = [scores[key] for key in ("list_f1", "list_exact", "right")]
    return tuple(f"{value or 0:.4f}" for value in (*measured, visits.precision, visits.recall))
