"""Any other model, by name or folder, through sentence-transformers."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import transformers
from sentence_transformers import SentenceTransformer

from index.embedding.encoder import Encoded, Vectors
from index.errors import SettingsError

PREFIXED = ("query", "passage")
E5_PREFIXES = {"query": "query: ", "passage": "passage: "}


class SentenceEncoder:
    """The model `name`: a folder, or a name that sentence-transformers finds.

    Prefixes are the model's own prompts `query` and `passage`; a model of the E5 family
    without any gets that family's. Raises SettingsError when it cannot be loaded.
    """

    def __init__(self, name: str) -> None:
        _be_quiet()
        try:
            with torch.random.fork_rng():
                # Layers that a checkpoint lacks are filled at random, and count in its hash.
                torch.manual_seed(0)
                self._model = SentenceTransformer(name, device="cpu")
        except (OSError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise SettingsError(
                "EMBEDDING_MODEL", f"{name!r} cannot be loaded: {reason}"
            ) from error
        own = self._model.prompts or {}
        family = E5_PREFIXES if "e5" in Path(name).name.lower() else {}
        self._prompts = {kind: own.get(kind) or family.get(kind, "") for kind in PREFIXED}
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        self.fingerprint = f"{Path(name).name}-{self._weights_hash()[:16]}"

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 of shape (len(texts), dimension)."""
        return self._encode(list(texts), "passage")

    def encode_query(self, text: str) -> Vectors:
        """One unit vector, float32 of shape (dimension,)."""
        vector: Vectors = self._encode([text], "query")[0]
        return vector

    def read_passages(self, texts: Sequence[str]) -> list[Encoded]:
        """The vectors that `encode_passages` gives, each standing for all words as one."""
        return [Encoded(vector, vector[np.newaxis]) for vector in self.encode_passages(texts)]

    def read_query(self, text: str) -> Encoded:
        """The vector that `encode_query` gives, standing for all words as one."""
        vector = self.encode_query(text)
        return Encoded(vector, vector[np.newaxis])

    def _encode(self, texts: list[str], kind: str) -> Vectors:
        vectors = self._model.encode(
            texts, prompt=self._prompts[kind], normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, np.float32).reshape(len(texts), self.dimension)

    def _weights_hash(self) -> str:
        digest = hashlib.sha256(repr(sorted(self._prompts.items())).encode())
        for name, tensor in sorted(self._model.state_dict().items()):
            digest.update(name.encode())
            digest.update(tensor.cpu().contiguous().numpy().tobytes())
        return digest.hexdigest()


def _be_quiet() -> None:
    """Leave what goes wrong to the one line that a person is shown."""
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    transformers.utils.logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers.utils.logging.disable_progress_bar()  # type: ignore[no-untyped-call]
