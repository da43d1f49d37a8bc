"""Tokenizer of the bundled model: text to the ids of sentencepiece's unigram pieces."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from sentencepiece import SentencePieceProcessor
from sentencepiece import sentencepiece_model_pb2 as forms

from index.embedding.packed_weights import PackedWeights


class Pieces:
    """The tokenizer in `path`, as `write_pieces` wrote it."""

    def __init__(self, path: Path) -> None:
        self._processor = SentencePieceProcessor(model_file=str(path))

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
