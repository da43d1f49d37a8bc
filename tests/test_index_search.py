"""Search over a built index against the same search written out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from fakes import FakeEncoder, make_release

from corpus.release import Language
from index.analysis import question_terms
from index.build import LEXICAL, build
from index.embedding.encoder import Vectors
from index.errors import IndexDamagedError, IndexMissingError, IndexOutdatedError
from index.fusion import fuse, look_closer
from index.lexical import LexicalIndex
from index.search import CLOSER, Searcher
from index.snapshot import open_snapshot

EN, RU, KK = Language.EN, Language.RU, Language.KK
COUNTRIES = ["Kenya", "Japan", "Paraguay", "Kenya and Japan"]
RELEASES = [
    make_release(
        str(number),
        f"Talks with {COUNTRIES[number % 4]} on topic {number}, {'trade ' * (number % 7)}",
    )
    for number in range(40)
]
QUESTIONS = ["talks with Kenya", "topic 7", "trade trade", "nothing of this", "Кения", "??", ""]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("index")
    build(RELEASES, "corpus", FakeEncoder(), made)
    return made


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Searcher:
    return Searcher(folder, FakeEncoder())


def brute_force(folder: Path, question: str, languages: Sequence[Language]) -> list[float]:
    encoder = FakeEncoder()
    texts = [f"{release.title}\n{release.body.strip()}" for release in RELEASES]
    vectors = encoder.encode_passages(texts).astype(np.float16).astype(np.float32)
    lexical = LexicalIndex(open_snapshot(folder)[0] / LEXICAL, len(RELEASES))
    terms = [question_terms(question, languages[0], one) for one in languages]
    shares = np.max([lexical.scores(found) for found in terms], axis=0)
    dense = vectors @ encoder.encode_query(question)
    best = np.argsort(-fuse(dense, shares), kind="stable")[:CLOSER]
    read = encoder.read_passages(texts)
    near = {int(number): nearness(question, read[number].words) for number in best}
    words = [near.get(number, min(near.values())) for number in range(len(texts))]
    scores: list[float] = look_closer(dense, shares, np.array(words, np.float32)).tolist()
    return scores


def nearness(question: str, words: Vectors) -> float:
    """The mean over the words of the question of the sign vector nearest to each."""
    signs = np.where(words > 0, 1.0, -1.0) / np.sqrt(words.shape[1])
    return float((signs @ FakeEncoder().read_query(question).words.T).max(axis=0).sum())


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("languages", [[EN], [RU, EN]])
def test_hits_are_those_of_brute_force(
    folder: Path, searcher: Searcher, question: str, languages: list[Language]
) -> None:
    scores = brute_force(folder, question, languages)
    hits = searcher.search(question, languages, 10)
    assert [hit.score for hit in hits] == pytest.approx(sorted(scores, reverse=True)[:10], abs=1e-5)
    for hit in hits:
        assert hit.score == pytest.approx(scores[hit.passage.number], abs=1e-5)
        assert hit.text == RELEASES[hit.passage.release].body.strip()


@pytest.mark.parametrize(("k", "found"), [(0, 0), (-1, 0), (1, 1), (40, 40), (1000, 40)])
def test_as_many_hits_as_asked_for(searcher: Searcher, k: int, found: int) -> None:
    assert len(searcher.search("talks", [EN], k)) == found


def test_a_kazakh_word_is_found_in_a_form_with_another_stem(tmp_path: Path) -> None:
    bodies = ["Келіссөздер жалғасты.", "Шаруашылықтардағылардікі жөнделді."]
    releases = [make_release(str(n), body, KK, title="") for n, body in enumerate(bodies)]
    build(releases, "corpus", FakeEncoder(), tmp_path)
    hits = Searcher(tmp_path, FakeEncoder()).search("шаруа", [KK], 2)
    assert [hit.passage.release for hit in hits if hit.lexical > 0] == [1]


def numbers(searcher: Searcher, *places: set[str]) -> list[int] | None:
    mask = searcher.naming([frozenset(place) for place in places])
    return None if mask is None else np.flatnonzero(mask).tolist()


def those(*names: str) -> list[int]:
    return [n for n in range(40) if COUNTRIES[n % 4] in names]


def test_naming_a_country(searcher: Searcher) -> None:
    kenya, japan, paraguay = {"@country:KE"}, {"@country:JP"}, {"@country:PY"}
    assert numbers(searcher, kenya) == those("Kenya", "Kenya and Japan")
    assert numbers(searcher, kenya, japan) == those("Kenya and Japan")
    assert numbers(searcher, kenya, paraguay) == those("Kenya", "Kenya and Japan", "Paraguay")
    assert numbers(searcher, kenya | paraguay) == numbers(searcher, kenya, paraguay)
    assert numbers(searcher, kenya, {"@country:FJ"}) is None


def test_search_among_some_passages(searcher: Searcher) -> None:
    mask = searcher.naming([frozenset({"@country:PY"})])
    hits = searcher.search("talks with Kenya", [EN], 40, mask)
    assert sorted(hit.passage.number for hit in hits) == those("Paraguay")


def test_an_empty_corpus_has_no_hits(tmp_path: Path) -> None:
    build([], "corpus", FakeEncoder(), tmp_path)
    searcher = Searcher(tmp_path, FakeEncoder())
    assert searcher.search("talks", [EN], 10) == []


def test_an_empty_index_names_nothing(tmp_path: Path) -> None:
    build([], "corpus", FakeEncoder(), tmp_path)
    assert Searcher(tmp_path, FakeEncoder()).naming([frozenset({"@country:KE"})]) is None


def test_rare_terms_weigh_more(searcher: Searcher) -> None:
    assert searcher.idf("zzz") > searcher.idf("@country:PY") > searcher.idf("talk")


def test_another_model_is_told(folder: Path) -> None:
    with pytest.raises(IndexOutdatedError, match="fake-1, not with fake-2"):
        Searcher(folder, FakeEncoder("fake-2"))


def test_no_index_and_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        Searcher(tmp_path, FakeEncoder())
    build(RELEASES[:2], "corpus", FakeEncoder(), tmp_path)
    (open_snapshot(tmp_path)[0] / LEXICAL / "weights.npy").unlink()
    with pytest.raises(IndexDamagedError, match=r"weights\.npy"):
        Searcher(tmp_path, FakeEncoder())


def test_a_searcher_goes_on_while_the_index_is_swapped(tmp_path: Path) -> None:
    build(RELEASES[:4], "corpus", FakeEncoder(), tmp_path)
    old = Searcher(tmp_path, FakeEncoder())
    before = old.search("talks", [EN], 10)
    build(RELEASES[4:5], "corpus", FakeEncoder(), tmp_path)
    assert old.search("talks", [EN], 10) == before
    assert len(Searcher(tmp_path, FakeEncoder()).search("talks", [EN], 10)) == 1


def test_a_sentence_of_a_hit_is_scored_by_its_own_words(tmp_path: Path) -> None:
    first, second = "The talks were long and cold.", "Kenya will open an embassy."
    build([make_release("1", f"{first} {second}")], "corpus", FakeEncoder(), tmp_path)
    searcher = Searcher(tmp_path, FakeEncoder())
    question = "Kenya will open an embassy."
    scores = searcher.sentence_scores(question, searcher.search(question, [EN], 1))
    release = searcher.store.latest(EN, 1)[0]
    places = [(release.number, release.release.body.index(text)) for text in (first, second)]
    assert set(scores) == set(places)
    assert scores[places[1]] > scores[places[0]]
    assert scores[places[1]] <= 1.0
