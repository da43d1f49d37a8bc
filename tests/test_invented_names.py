"""No list or line of the program holds a name that was invented for an evaluation set."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SETS = ROOT.parent / "shared" / "evaluation"
PROGRAM = [
    path
    for layer in ("corpus", "index", "bot")
    for path in sorted((ROOT / layer).rglob("*"))
    if path.suffix in {".py", ".yaml", ".csv", ".jsonl", ".ftl", ".md", ".txt"}
    and "sample" not in path.parts
]
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4  # letters; shorter words, such as "bin" and "van", are particles of many names

# Words that invented people share with titles, forms of address, real places and real peoples.
REAL_WORDS = {
    *("bint", "chief", "ould", "sayyid", "sheikh", "sheikha", "sultan"),
    *("султан", "турки"),
    "алмас",  # "exchange" in Kazakh, in its shortest form
}


def people() -> Iterator[str]:
    """All persons that the sets name, as they spell them."""
    for path in sorted(SETS.glob("*/visits.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["person"] or ""
    for path in sorted(SETS.glob("*/questions.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for item in json.loads(line)["expected"]["items"]:
                yield item["person"] or ""


@pytest.fixture(scope="module")
def invented() -> set[str]:
    """The words of which those names are made."""
    if not SETS.is_dir():
        pytest.skip("the evaluation sets are not here")
    found = {word.casefold() for person in people() for word in WORD.findall(person)}
    return {word for word in found if len(word) >= SHORTEST}


@pytest.mark.parametrize("path", PROGRAM, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_invented_name_stands_in_the_program(path: Path, invented: set[str]) -> None:
    words = {word.casefold() for word in WORD.findall(path.read_text(encoding="utf-8"))}
    assert not (words & invented) - REAL_WORDS


def test_the_exceptions_are_few_and_needed(invented: set[str]) -> None:
    assert invented >= REAL_WORDS
    assert len(REAL_WORDS) < len(invented) / 20
