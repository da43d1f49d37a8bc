"""nDCG@10 and recall of the search, and of cosines alone, over XQuAD and KazQAD."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.data import DATASETS, QuestionSet, question_sets
from benchmarks.measures import Ranking, ndcg, print_table, recall
from benchmarks.workspace import MODELS
from corpus.release import Release, ReleaseKey
from index.build import build
from index.embedding.encoder import Encoder
from index.embedding.models import load_encoder
from index.passage import Hit
from index.search import Searcher
from index.settings import BUNDLED

TARGETS = {"XQuAD en": 0.985, "XQuAD ru": 0.975, "XQuAD ru to en": 0.93, "KazQAD kk": 0.85}
DEPTH = 10
CANDIDATES = 1_000
SEARCHES: dict[str, Callable[[Hit], float]] = {
    "dense": attrgetter("dense"),
    "search": attrgetter("score"),
}
HEAD = ("set", "search", "nDCG@10", "recall@1", "recall@5", "recall@10", "target")


def main(arguments: list[str]) -> None:
    """Print a table of all sets."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks retrieval", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATASETS, help="folder of xquad and kazqad")
    parser.add_argument("--model", default=BUNDLED, help="as EMBEDDING_MODEL")
    options = parser.parse_args(arguments)
    sets = question_sets(options.data)
    encoder = load_encoder(options.model, MODELS)
    rows = [row for one in sets for row in _measure(one, encoder)]
    rows += [row for one in sets for row in _measure(one.untitled(), encoder)]
    print_table(HEAD, rows)


def _measure(questions: QuestionSet, encoder: Encoder) -> Iterator[tuple[str, ...]]:
    for search, rankings in rank(questions, encoder).items():
        target = TARGETS.get(questions.name) if search == "search" else None
        recalls = [f"{recall(rankings, questions.relevant, k):.3f}" for k in (1, 5, 10)]
        quality = f"{ndcg(rankings, questions.relevant):.4f}"
        yield questions.name, search, quality, *recalls, f"{target:.3f}" if target else ""


def rank(questions: QuestionSet, encoder: Encoder) -> dict[str, list[Ranking]]:
    """The first ten passages for each question, as `Searcher` puts them, and by cosine alone.

    Each passage is a release of its own under the title of its article, in an index that is
    built as any other. One that is cut in several counts by its best part.
    """
    releases = [_release(number, questions) for number in range(len(questions.passages))]
    languages = list(dict.fromkeys([questions.asked_in, questions.language]))
    rankings: dict[str, list[Ranking]] = {search: [] for search in SEARCHES}
    with TemporaryDirectory(prefix="elshi-") as name:
        build(releases, questions.name, encoder, Path(name))
        searcher = Searcher(Path(name), encoder)
        for text in questions.questions:
            hits = searcher.search(text, languages, CANDIDATES)
            for search, score in SEARCHES.items():
                best = sorted(hits, key=score, reverse=True)
                rankings[search].append(list(dict.fromkeys(h.source.number for h in best))[:DEPTH])
    return rankings


def _release(number: int, questions: QuestionSet) -> Release:
    key = ReleaseKey("mfa", "press", f"{number:06}", questions.language)
    url = f"https://mfa.example/{questions.language}/press/news/details/{number}"
    title, body = questions.titles[number], questions.passages[number]
    return Release(key, url, title, body, datetime(2026, 1, 1, tzinfo=UTC))
