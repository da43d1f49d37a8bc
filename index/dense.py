"""Dense index: unit vectors in FAISS, searched exactly by inner product.

Vectors are kept as float16: half the memory of float32, and faster to read. Up to some
100,000 passages an exact scan takes less time than encoding the query.
"""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
import numpy.typing as npt

from index.embedding.encoder import Vectors
from index.errors import IndexDamagedError

faiss.omp_set_num_threads(1)  # one query a thread: FAISS's own threads only wait


def write_dense(vectors: Vectors, path: Path) -> None:
    """Write the index of `vectors`, float32 of shape (passages, dimension), to `path`."""
    kind = faiss.ScalarQuantizer.QT_fp16
    index = faiss.IndexScalarQuantizer(vectors.shape[1], kind, faiss.METRIC_INNER_PRODUCT)
    if len(vectors):
        index.add(vectors)
    index.is_trained = True
    faiss.write_index(index, str(path))


class DenseIndex:
    """The index in `path`, mapped from disk."""

    def __init__(self, path: Path) -> None:
        try:
            self._index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP)
        except RuntimeError as error:
            raise IndexDamagedError(
                f"{path.name} cannot be read; run: elshi index rebuild"
            ) from error
        self.size = int(self._index.ntotal)
        self.dimension = int(self._index.d)

    def search(self, query: Vectors, k: int) -> tuple[npt.NDArray[np.int64], Vectors]:
        """Numbers and cosines of the `k` passages nearest to `query`, best first."""
        scores, numbers = self._index.search(query[np.newaxis], min(k, self.size))
        return numbers[0], scores[0]

    def scores(self, query: Vectors, passages: npt.NDArray[np.int64]) -> Vectors:
        """Cosines of `query` with the passages of these numbers, float32."""
        vectors: Vectors = self._index.reconstruct_batch(passages)
        return vectors @ query

    def vectors(self, first: int, count: int) -> Vectors:
        """Vectors of `count` passages from number `first` on, float32 of shape (count, d)."""
        found: Vectors = self._index.reconstruct_n(first, count)
        return found
