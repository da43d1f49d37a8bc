"""One engine at the work of `benchmarks peers`: `python -m benchmarks.peer_process NAME`.

Reads {"passages", "queries", "model", "models"} from standard input; prints
{"index_seconds", "query_seconds", "rankings"} to standard output. An engine that is not
installed ends the process with status 3.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

MISSING = 3
DEPTH = 10

Find = Callable[[str], list[int]]


def main(name: str) -> None:
    """Index all passages, then ask one query after another."""
    work = json.load(sys.stdin)
    engine = ENGINES[name]
    try:
        prepared = engine(work)
    except ModuleNotFoundError as error:
        print(f"{error.name} is not installed", file=sys.stderr)
        raise SystemExit(MISSING) from error
    started = time.perf_counter()
    find = prepared(work["passages"])
    indexed = time.perf_counter()
    rankings, seconds = [], []
    for query in work["queries"]:
        before = time.perf_counter()
        rankings.append(find(query))
        seconds.append(time.perf_counter() - before)
    print(
        json.dumps(
            {
                "index_seconds": indexed - started,
                "query_seconds": seconds,
                "rankings": rankings,
            }
        )
    )


Prepared = Callable[[Sequence[str]], Find]


def elshi(work: dict[str, Any]) -> Prepared:
    """Elshi's own encoder, stems and names, FAISS and BM25, fused."""
    import numpy as np  # here, as with the others: only the engine that is asked for is loaded

    from corpus.language import detect_language
    from index.analysis import question_terms, terms
    from index.dense import DenseIndex, write_dense
    from index.embedding.models import load_encoder
    from index.fusion import fuse
    from index.lexical import LexicalIndex, term_hashes, write_lexical
    from index.settings import BUNDLED

    encoder = load_encoder(BUNDLED, Path(work["models"]))

    def index(passages: Sequence[str]) -> Find:
        with TemporaryDirectory(prefix="elshi-") as name:
            folder = Path(name)
            rows = [term_hashes(terms(text, detect_language(text))) for text in passages]
            write_lexical(rows, folder / "lexical")
            write_dense(encoder.encode_passages(passages), folder / "dense")
            lexical = LexicalIndex(folder / "lexical", len(rows))
            dense = DenseIndex(folder / "dense")
        everything = np.arange(len(rows))

        def find(query: str) -> list[int]:
            language = detect_language(query)
            near = dense.scores(encoder.encode_query(query), everything)
            scores = fuse(near, lexical.scores(question_terms(query, language, language)))
            ranking: list[int] = np.argsort(-scores, kind="stable")[:DEPTH].tolist()
            return ranking

        return find

    return index


def txtai(work: dict[str, Any]) -> Prepared:
    """`txtai.Embeddings` with dense vectors and BM25, `hybrid=True`."""
    instructions = {"query": "query: ", "data": "passage: "}
    embeddings = import_module("txtai").Embeddings(
        path=work["model"], hybrid=True, instructions=instructions
    )

    def index(passages: Sequence[str]) -> Find:
        embeddings.index(list(enumerate(passages)))
        return lambda query: [int(number) for number, _ in embeddings.search(query, DEPTH)]

    return index


def langchain(work: dict[str, Any]) -> Prepared:
    """LangChain's FAISS store over its HuggingFace embeddings: dense vectors only."""
    store = import_module("langchain_community.vectorstores").FAISS
    embeddings = import_module("langchain_huggingface").HuggingFaceEmbeddings(
        model_name=work["model"],
        encode_kwargs={"prompt": "passage: ", "normalize_embeddings": True},
        query_encode_kwargs={"prompt": "query: ", "normalize_embeddings": True},
    )

    def index(passages: Sequence[str]) -> Find:
        numbers = [{"number": number} for number in range(len(passages))]
        found = store.from_texts(list(passages), embeddings, metadatas=numbers)
        return lambda query: [
            int(document.metadata["number"]) for document in found.similarity_search(query, k=DEPTH)
        ]

    return index


ENGINES: dict[str, Callable[[dict[str, Any]], Prepared]] = {
    "elshi": elshi,
    "txtai": txtai,
    "langchain": langchain,
}

if __name__ == "__main__":
    main(sys.argv[1])
