"""Which passages are looked at for a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.passages.finding import find
from bot.question import read_question
from corpus.release import Language, Release, ReleaseKey
from index.build import build
from index.embedding.models import load_encoder
from index.search import Searcher
from index.settings import BUNDLED

OPENING = "This spring a consulate general will be opened in Guangzhou."
RELEASE = Release(
    ReleaseKey("mfa", "press", "1", Language.EN),
    "https://mfa.example/1",
    "Results of the year",
    OPENING,
    datetime(2026, 1, 20, tzinfo=UTC),
)


def test_a_country_is_also_looked_for_by_its_cities(tmp_path: Path, models: Path) -> None:
    encoder = load_encoder(BUNDLED, models)
    by_name = replace(
        RELEASE,
        key=replace(RELEASE.key, id="2"),
        url="https://mfa.example/2",
        body="The minister of China spoke of the year that is over.",
    )
    build([RELEASE, by_name], "mark", encoder, tmp_path / "index")
    question = read_question("Where in China will a consulate general be opened?", (), None)
    found = find(question, Searcher(tmp_path / "index", encoder))
    assert any(OPENING in hit.text for hit in found)
