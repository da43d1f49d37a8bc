"""Stand-ins for what is slow: an encoder that needs no model, and releases to index."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from corpus.release import Language, Release, ReleaseKey
from index.embedding.encoder import Encoded, Vectors
from index.text.stemming import words

PUBLISHED = datetime(2025, 6, 3, 9, tzinfo=UTC)


class FakeEncoder:
    """Hashed bags of words as unit vectors; counts the passages that it encodes."""

    def __init__(self, fingerprint: str = "fake-1", dimension: int = 32) -> None:
        self.fingerprint = fingerprint
        self.dimension = dimension
        self.encoded = 0

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded += len(texts)
        return np.array([self.encode_query(text) for text in texts], np.float32).reshape(
            len(texts), self.dimension
        )

    def encode_query(self, text: str) -> Vectors:
        vector = np.full(self.dimension, 1e-3, np.float32)
        for word in words(text):
            digest = hashlib.blake2b(word.encode(), digest_size=4).digest()
            vector[int.from_bytes(digest, "little") % self.dimension] += 1
        unit: Vectors = vector / np.linalg.norm(vector)
        return unit

    def read_passages(self, texts: Sequence[str]) -> list[Encoded]:
        vectors = self.encode_passages(texts)
        return [
            Encoded(vector, self._words(text)) for vector, text in zip(vectors, texts, strict=True)
        ]

    def read_query(self, text: str) -> Encoded:
        words = self._words(text)
        shares = (words / max(len(words), 1)).astype(np.float32)
        return Encoded(self.encode_query(text), shares)

    def _words(self, text: str) -> Vectors:
        """A unit vector of each word, as random as the word: components of either sign."""
        vectors = np.empty((len(text.split()), self.dimension), np.float32)
        for row, word in zip(vectors, text.split(), strict=True):
            digest = hashlib.blake2b(word.lower().strip(".,").encode(), digest_size=4).digest()
            row[:] = np.random.default_rng(list(digest)).standard_normal(self.dimension)
            row /= np.linalg.norm(row)
        return vectors


def make_release(
    number: str = "1",
    body: str = "The ministers met in Astana.",
    language: Language = Language.EN,
    title: str = "Talks",
    published: datetime = PUBLISHED,
) -> Release:
    """A release of the ministry's news."""
    url = f"https://www.gov.kz/memleket/entities/mfa/press/news/details/{number}?lang={language}"
    key = ReleaseKey("mfa", "news", number, language)
    return Release(key, url, title, body, published)
