"""Which embedding model is used, and how it is made ready.

The bundled model is compiled once from its packed weights into a folder for ONNX Runtime;
torch is loaded only for a model that `EMBEDDING_MODEL` names.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import numpy as np

from index.embedding.encoder import Encoder
from index.embedding.onnx_encoder import GRAPH, LONGEST, PIECES, POSITIONS, WORDS, OnnxEncoder
from index.errors import ModelError
from index.settings import BUNDLED

COMPILED_VERSION = 2
"""Raised with every change of what the compiled folder holds."""
BUNDLED_FINGERPRINT = f"{BUNDLED}-1571fc982750-int8-{COMPILED_VERSION}"


def load_encoder(name: str, folder: Path) -> Encoder:
    """The encoder that `EMBEDDING_MODEL` names; the bundled one is kept compiled in `folder`.

    Raises `ModelError` when it cannot be had.
    """
    if name != BUNDLED:
        from index.embedding.sentence_encoder import SentenceEncoder  # torch: seconds, and 400 MB

        return SentenceEncoder(name)
    return OnnxEncoder(compile_bundled_model(folder), BUNDLED_FINGERPRINT)


def compile_bundled_model(folder: Path) -> Path:
    """The folder inside `folder` with the compiled model, made now if it is not there yet.

    It appears whole or not at all, also when two processes make it at once.
    """
    target = folder / BUNDLED_FINGERPRINT
    if not target.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _compile(target)
        except OSError as error:
            raise ModelError(f"cannot write the model to {folder}: {error.strerror}") from error
    return target


def _compile(target: Path) -> None:
    # Needed once in the life of an installation, and slow to import.
    from index.embedding.packed_weights import packed_weights_path, read_packed_weights
    from index.embedding.pieces import write_pieces
    from index.embedding.transformer_graph import write_graph

    weights = read_packed_weights(packed_weights_path())
    hidden = weights.architecture.hidden
    words = weights.tensors["emb.word"].reshape(-1, hidden)
    positions = weights.tensors["emb.pos"].reshape(-1, hidden)[:LONGEST]
    staging = Path(tempfile.mkdtemp(prefix=".compiling-", dir=target.parent))
    try:
        write_graph(weights, staging / GRAPH)
        write_pieces(weights, staging / PIECES)
        np.save(staging / WORDS, words.astype(np.float16))
        np.save(staging / POSITIONS, positions + weights.tensors["emb.type"][:hidden])
        staging.chmod(0o755)
        if not target.exists():
            staging.rename(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
