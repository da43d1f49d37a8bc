"""Vectors of single words, out of the states that the bundled model's last layer gives pieces.

All states share a great part that tells nothing (Ethayarajh, How Contextual are Contextualized
Word Representations?, EMNLP 2019): it is taken off before they are compared.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from index.embedding.encoder import Vectors
from index.embedding.pieces import Pieces

Ids = npt.NDArray[np.int64]


def word_vectors(ids: Ids, states: Vectors, usual: Vectors, pieces: Pieces) -> Vectors:
    """A unit vector of each word that white space sets apart, float32 of shape (words, dimension).

    It is the mean of its pieces' by their weights, without marks unless the word is one.
    """
    if not len(ids):
        return np.empty((0, states.shape[1]), np.float32)
    begins = pieces.begins[ids]
    begins[0] = True
    starts, word = np.flatnonzero(begins), np.cumsum(begins) - 1
    weights = pieces.weights[ids]
    told = weights * pieces.is_told[ids]
    weights = np.where(np.add.reduceat(told, starts)[word] > 0, told, weights)
    sums = np.add.reduceat(_units(states - usual) * weights[:, np.newaxis], starts)
    return _units(sums)


def piece_vectors(ids: Ids, states: Vectors, usual: Vectors, pieces: Pieces) -> Vectors:
    """A vector of each piece as long as its share of all weights, float32."""
    weights = pieces.weights[ids]
    shares = weights / max(float(weights.sum()), 1e-9)
    return _units(states - usual) * shares[:, np.newaxis]


@cache
def usual_state() -> Vectors:
    """The mean state of a piece, float32 of shape (dimension,)."""
    lines = files("index.data").joinpath("usual_state.csv").read_text("utf-8").splitlines()
    return np.array([line for line in lines if not line.startswith("#")], np.float32)


def _units(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units: Vectors = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return units
