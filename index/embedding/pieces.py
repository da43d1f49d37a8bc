"""Tokenizer of the bundled model: text to the ids of sentencepiece's unigram pieces."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sentencepiece import SentencePieceProcessor
from sentencepiece import sentencepiece_model_pb2 as forms

from index.embedding.packed_weights import PackedWeights

SPACE = "▁"  # how sentencepiece writes the space that a word begins with
USUAL, LEAST, MOST = 4.0, 1.0, 8.0  # of -ln of a piece's likelihood what is taken off; its bounds


class Pieces:
    """The tokenizer in `path`, as `write_pieces` wrote it.

    By id, `weights` (float32) say how much a piece tells, by how rare it is; `begins` whether
    it begins a word, `is_told` whether it holds a letter or a digit (both bool).
    """

    def __init__(self, path: Path) -> None:
        self._processor = SentencePieceProcessor(model_file=str(path))
        ids = range(self._processor.get_piece_size())
        pieces = [self._processor.id_to_piece(one) for one in ids]
        scores = np.array([self._processor.get_score(one) for one in ids], np.float32)
        self.weights: npt.NDArray[np.float32] = np.clip(-scores - USUAL, LEAST, MOST)
        self.begins = np.array([piece.startswith(SPACE) for piece in pieces])
        self.is_told = np.array([any(map(str.isalnum, piece)) for piece in pieces])

    def ids(self, text: str, longest: int) -> list[int]:
        """Ids of `text` between the marks of begin and end, cut to `longest` of them.

        NFKC and squeezed white space stand for the model's own normaliser; equal ids come
        out of the published tokenizer's description (a test compares the two).
        """
        text = " ".join(unicodedata.normalize("NFKC", text).split())
        inner: list[int] = self._processor.encode(text)[: longest - 2]
        return [self._processor.bos_id(), *inner, self._processor.eos_id()]


def write_pieces(weights: PackedWeights, path: Path) -> None:
    """Write the tokenizer of `weights` to `path` in sentencepiece's own form."""
    sizes = weights.architecture
    model = forms.ModelProto()  # type: ignore[attr-defined]  # made at run time
    kinds = model.SentencePiece
    special = {sizes.bos: kinds.CONTROL, sizes.eos: kinds.CONTROL, sizes.pad: kinds.CONTROL}
    special[sizes.unk] = kinds.UNKNOWN
    for index, (piece, score) in enumerate(weights.pieces):
        model.pieces.add(piece=piece, score=score, type=special.get(index, kinds.NORMAL))
    trainer = model.trainer_spec
    trainer.model_type = forms.TrainerSpec.UNIGRAM  # type: ignore[attr-defined]
    trainer.vocab_size = len(weights.pieces)
    trainer.bos_id, trainer.eos_id = sizes.bos, sizes.eos
    trainer.pad_id, trainer.unk_id = sizes.pad, sizes.unk
    trainer.bos_piece, trainer.eos_piece = "<s>", "</s>"
    trainer.pad_piece, trainer.unk_piece = "<pad>", "<unk>"
    normalizer = model.normalizer_spec
    normalizer.name = "identity"
    normalizer.add_dummy_prefix = True
    normalizer.remove_extra_whitespaces = False
    normalizer.escape_whitespaces = True
    path.write_bytes(model.SerializeToString())
