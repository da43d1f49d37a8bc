"""What the index asks of an embedding model, whichever runtime stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as a whole and word by word.

    `vector` is of unit length, of shape (dimension,); `words` is of shape (words, dimension).
    Of a passage, each word that white space sets apart has one of unit length; of a question,
    each piece of a word has one, as long as its share of what the question tells.
    """

    vector: Vectors
    words: Vectors


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

    def read_passages(self, texts: Sequence[str]) -> list[Encoded]:
        """The vectors that `encode_passages` gives, with those of the words."""
        ...

    def read_query(self, text: str) -> Encoded:
        """The vector that `encode_query` gives, with those of the words."""
        ...
