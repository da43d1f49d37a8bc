"""nDCG@10 and recall of dense, lexical and fused search over XQuAD and KazQAD."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.data import DATASETS, QuestionSet, question_sets
from benchmarks.measures import Ranking, ndcg, print_table, recall
from benchmarks.workspace import MODELS
from index.analysis import gram_terms, question_terms, terms
from index.dense import DenseIndex, write_dense
from index.embedding.encoder import Encoder
from index.embedding.models import load_encoder
from index.fusion import fuse, lexical_share
from index.lexical import LexicalIndex, term_hashes, write_lexical
from index.settings import BUNDLED

TARGETS = {"XQuAD en": 0.98, "XQuAD ru": 0.97, "XQuAD ru to en": 0.89, "KazQAD kk": 0.77}
DEPTH = 10
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
    print_table(HEAD, rows)


def _measure(questions: QuestionSet, encoder: Encoder) -> Iterator[tuple[str, ...]]:
    for search, rankings in rank(questions, encoder).items():
        target = TARGETS[questions.name] if search == "fused" else None
        recalls = [f"{recall(rankings, questions.relevant, k):.3f}" for k in (1, 5, 10)]
        quality = f"{ndcg(rankings, questions.relevant):.4f}"
        yield questions.name, search, quality, *recalls, f"{target:.2f}" if target else ""


def rank(questions: QuestionSet, encoder: Encoder) -> dict[str, list[Ranking]]:
    """The first ten passages for each question, by dense, lexical and fused search.

    Each passage stands alone, without a title; scores and fusion are those of `Searcher`,
    over all passages.
    """
    with TemporaryDirectory(prefix="elshi-") as name:
        folder = Path(name)
        language = questions.language
        rows = [term_hashes(terms(text, language)) for text in questions.passages]
        write_lexical(rows, folder / "lexical")
        grams = [term_hashes(gram_terms(text, language)) for text in questions.passages]
        write_lexical(grams, folder / "grams")
        write_dense(encoder.encode_passages(questions.passages), folder / "dense")
        lexical = LexicalIndex(folder / "lexical", len(rows))
        by_gram = LexicalIndex(folder / "grams", len(rows))
        dense = DenseIndex(folder / "dense")
        everything = np.arange(len(rows))
        rankings: dict[str, list[Ranking]] = {"dense": [], "lexical": [], "fused": []}
        for text in questions.questions:
            near = dense.scores(encoder.encode_query(text), everything)
            stems = lexical.scores(question_terms(text, questions.asked_in, language))
            found = by_gram.scores(gram_terms(text, questions.asked_in))
            matching = lexical_share(stems, found)
            scores = {"dense": near, "lexical": matching, "fused": fuse(near, matching)}
            for search, score in scores.items():
                rankings[search].append(np.argsort(-score, kind="stable")[:DEPTH].tolist())
        return rankings
