"""Lays the bundled weights out as a folder that sentence-transformers loads.

The tokenizer is built from the pieces and scores of the same file: Unigram over NFKC text
with runs of spaces squeezed and a space before the first word, as XLM-RoBERTa's is.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from safetensors.numpy import save_file
from tokenizers import AddedToken, Regex, Tokenizer, decoders, normalizers, pre_tokenizers
from tokenizers.models import Unigram
from tokenizers.processors import TemplateProcessing

from index.embedding.packed_weights import Architecture, FloatArray, PackedWeights

LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
SUFFIXES = {"w": "weight", "b": "bias"}


def write_model_folder(weights: PackedWeights, folder: Path) -> None:
    """Write `folder`, whole or not at all: a folder that exists is complete."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".model-", dir=folder.parent))
    try:
        save_file(_named_tensors(weights), staging / "model.safetensors", {"format": "pt"})
        _tokenizer(weights).save(str(staging / "tokenizer.json"), pretty=False)
        for name, content in _configuration(weights.architecture).items():
            path = staging / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(content, indent=1), encoding="utf-8")
        staging.rename(folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _named_tensors(weights: PackedWeights) -> dict[str, FloatArray]:
    hidden = weights.architecture.hidden
    named = {}
    for name, tensor in weights.tensors.items():
        if name in EMBEDDING_NAMES:
            target = EMBEDDING_NAMES[name]
        else:
            layer, part, suffix = name.split(".")
            target = f"encoder.layer.{layer[1:]}.{LAYER_NAMES[part]}.{SUFFIXES[suffix]}"
        columns = weights.architecture.feed_forward if name.endswith("fo.w") else hidden
        is_matrix = name in ("emb.word", "emb.pos", "emb.type") or (
            name.endswith(".w") and "ln" not in name
        )
        named[target] = tensor.reshape(-1, columns) if is_matrix else tensor
    return named


def _tokenizer(weights: PackedWeights) -> Tokenizer:
    sizes = weights.architecture
    tokenizer = Tokenizer(Unigram(weights.pieces, unk_id=sizes.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    special = {weights.pieces[i][0]: i for i in (sizes.bos, sizes.eos, sizes.pad, sizes.unk)}
    tokenizer.add_special_tokens([AddedToken(piece, normalized=False) for piece in special])
    bos, eos = weights.pieces[sizes.bos][0], weights.pieces[sizes.eos][0]
    tokenizer.post_processor = TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, sizes.bos), (eos, sizes.eos)],
    )
    return tokenizer


def _configuration(sizes: Architecture) -> dict[str, Any]:
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": sizes.hidden,
            "num_hidden_layers": sizes.layers,
            "num_attention_heads": sizes.heads,
            "intermediate_size": sizes.feed_forward,
            "max_position_embeddings": sizes.positions,
            "type_vocab_size": sizes.token_types,
            "vocab_size": sizes.vocabulary,
            "layer_norm_eps": sizes.epsilon,
            "pad_token_id": 0,
            "tokenizer_class": "PreTrainedTokenizerFast",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": sizes.positions,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "cls_token": "<s>",
            "sep_token": "</s>",
            "unk_token": "<unk>",
            "pad_token": "<pad>",
        },
        "modules.json": [
            _module(0, "", "Transformer"),
            _module(1, "1_Pooling", "Pooling"),
            _module(2, "2_Normalize", "Normalize"),
        ],
        "sentence_bert_config.json": {"max_seq_length": sizes.positions, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": sizes.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "passage": "passage: "},
            "similarity_fn_name": "cosine",
        },
    }


def _module(index: int, path: str, kind: str) -> dict[str, Any]:
    name = f"sentence_transformers.models.{kind}"
    return {"idx": index, "name": str(index), "path": path, "type": name}
