"""The bundled model under ONNX Runtime: what answers questions and fills the index.

One text at a time without padding, on as many threads as there are cores, each text on one
thread: no padding is computed and no thread waits for another.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # read when the library is loaded
import onnxruntime

from index.embedding.encoder import Vectors
from index.embedding.pieces import Pieces

LONGEST = 512  # tokens a text; the rest is not read
GRAPH, PIECES, WORDS, POSITIONS = "encoder.onnx", "pieces.model", "words.npy", "positions.npy"


class OnnxEncoder:
    """Encoder of a folder that `compile_bundled_model` wrote."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self.fingerprint = fingerprint
        self._pieces = Pieces(folder / PIECES)
        self._words = np.load(folder / WORDS, mmap_mode="r")
        self._positions: Vectors = np.load(folder / POSITIONS)
        self.dimension = int(self._positions.shape[1])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            folder / GRAPH, options, providers=["CPUExecutionProvider"]
        )

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 of shape (len(texts), dimension)."""
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return np.stack(list(pool.map(lambda text: self._encode(f"passage: {text}"), texts)))

    def encode_query(self, text: str) -> Vectors:
        """One unit vector, float32 of shape (dimension,)."""
        return self._encode(f"query: {text}")

    def _encode(self, text: str) -> Vectors:
        ids = self._pieces.ids(text, LONGEST)
        embedded = self._words[ids].astype(np.float32) + self._positions[: len(ids)]
        (vectors,) = self._session.run(None, {"embedded": embedded[np.newaxis]})
        vector: Vectors = vectors[0]
        return vector
