"""A small corpus in three languages with its real index, and the engine over it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.engine import PassageEngine
from corpus.importer import import_paths
from corpus.sample import sample_path
from corpus.settings import CorpusSettings
from corpus.store import close_corpus, fingerprint, iterate, open_corpus
from index.build import build
from index.embedding.models import load_encoder
from index.settings import BUNDLED, IndexSettings

EVERY = 12  # of the sample's releases only each twelfth is indexed: encoding takes its time

BURKINA_FASO = """Prospects of Cooperation Discussed in Astana

Prospects of Cooperation Discussed in Astana

03.06.2025 19:11:22 539

Astana, June 3, 2025 – The Deputy Prime Minister held a meeting with the Minister of Foreign \
Affairs of Burkina Faso, who arrived to Astana on a working visit.

The talks resulted in the signing of a Memorandum of Understanding on Political and Diplomatic \
Consultations between the Ministries of Foreign Affairs of the two countries.

Kazakhstan is strengthening its presence on the African continent on the basis of equality.

Source : https://www.gov.kz/memleket/entities/mfa/press/news/details/1011047?lang=kk
"""


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the bundled model, compiled once for all tests."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def answering_home(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Path:
    """A data folder with corpus and index of some of the sample and one real-looking release."""
    home = tmp_path_factory.mktemp("home")
    lines = sample_path().read_text(encoding="utf-8").splitlines()
    (home / "some.jsonl").write_text("\n".join(lines[::EVERY]), encoding="utf-8")
    (home / "release.txt").write_text(BURKINA_FASO, encoding="utf-8")
    sessions = open_corpus(CorpusSettings(home, f"sqlite:///{home / 'corpus.sqlite'}"))
    import_paths(sessions, [home / "some.jsonl", home / "release.txt"])
    with sessions() as session:
        releases, mark = list(iterate(session)), fingerprint(session)
    close_corpus(sessions)
    build(releases, mark, load_encoder(BUNDLED, models), home / "index")
    return home


@pytest.fixture(scope="session")
def engine(answering_home: Path, models: Path) -> PassageEngine:
    """The engine over `answering_home`."""
    return PassageEngine(IndexSettings(answering_home / "index", BUNDLED, models))


def sample_rows() -> list[dict[str, str]]:
    """Those rows of the sample that `answering_home` holds."""
    lines = sample_path().read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[::EVERY]]
