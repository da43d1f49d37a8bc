"""What the index asks of an embedding model, whichever runtime stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int], None]


class Encoder(Protocol):
    """Turns texts into unit vectors whose inner product is their likeness.

    `fingerprint` names model, weights and prefixes: vectors of two encoders may stand in one
    index only where their fingerprints are the same.
    """

    fingerprint: str
    dimension: int

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 of shape (len(texts), dimension)."""
        ...

    def encode_query(self, text: str) -> Vectors:
        """One unit vector, float32 of shape (dimension,)."""
        ...
