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
import numpy.typing as npt

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # read when the library is loaded
import onnxruntime

from index.embedding.encoder import Encoded, Vectors
from index.embedding.pieces import Pieces
from index.embedding.word_states import piece_vectors, usual_state, word_vectors

PASSAGE, QUERY = "passage:", "query:"
LONGEST = 512  # tokens a text; the rest is not read
GRAPH, PIECES, WORDS, POSITIONS = "encoder.onnx", "pieces.model", "words.npy", "positions.npy"

Ids = npt.NDArray[np.int64]


class OnnxEncoder:
    """Encoder of a folder that `compile_bundled_model` wrote."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self.fingerprint = fingerprint
        self._pieces = Pieces(folder / PIECES)
        self._usual = usual_state()
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
            runs = pool.map(lambda text: self.run(f"{PASSAGE} {text}"), texts)
            return np.stack([vector for _, vector, _ in runs])

    def encode_query(self, text: str) -> Vectors:
        """One unit vector, float32 of shape (dimension,)."""
        return self.run(f"{QUERY} {text}")[1]

    def read_passages(self, texts: Sequence[str]) -> list[Encoded]:
        """The vectors that `encode_passages` gives, with those of the words."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(self._read_passage, texts))

    def read_query(self, text: str) -> Encoded:
        """The vector that `encode_query` gives, with those of the pieces of its words."""
        ids, vector, states = self.run(f"{QUERY} {text}")
        own = self._after(QUERY)
        return Encoded(vector, piece_vectors(ids[own], states[own], self._usual, self._pieces))

    def _read_passage(self, text: str) -> Encoded:
        ids, vector, states = self.run(f"{PASSAGE} {text}")
        own = self._after(PASSAGE)
        return Encoded(vector, word_vectors(ids[own], states[own], self._usual, self._pieces))

    def _after(self, prefix: str) -> slice:
        """Where the pieces of a text itself stand, between `prefix` and the mark of the end."""
        return slice(len(self._pieces.ids(prefix, LONGEST)) - 1, -1)

    def run(self, text: str) -> tuple[Ids, Vectors, Vectors]:
        """Ids of the pieces of `text`, its vector, and the state of each piece."""
        ids = self._pieces.ids(text, LONGEST)
        embedded = self._words[ids].astype(np.float32) + self._positions[: len(ids)]
        vectors, states = self._session.run(None, {"embedded": embedded[np.newaxis]})
        return np.array(ids), vectors[0], states[0]
