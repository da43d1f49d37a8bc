"""The bundled encoder as an ONNX graph with 8-bit matrices, written straight from its weights.

Input `embedded`: float32 (texts, tokens, hidden), word plus position plus type embeddings,
no padding. Outputs: `vector`, float32 (texts, hidden), mean-pooled and of unit length, and
`states`, float32 (texts, tokens, hidden), that it is the mean of.

Weights are symmetric int8 with one scale an output; activations are quantised as they come.
A few input columns of each matrix carry weights many times the rest, and the activations
that meet them are as large: left in the 8-bit product they would set its scale and drown the
others. They are kept apart in float32, as in Dettmers et al., LLM.int8(), NeurIPS 2022, but
found from the weights alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from index.embedding.packed_weights import FloatArray, PackedWeights

MICROSOFT = "com.microsoft"
OUTLIER_COLUMNS = 4


def write_graph(weights: PackedWeights, path: Path) -> None:
    """Write the encoder of `weights` to `path`."""
    graph = _Graph(weights)
    sizes = weights.architecture
    state = graph.normalised("embedded", "emb.ln")
    for layer in range(sizes.layers):
        state = _layer(graph, state, f"l{layer}", sizes.heads)
    graph.node("Identity", [state], name="states")
    pooled = graph.node("ReduceMean", [state, graph.constant("axis", np.array([1]))], keepdims=0)
    graph.node("LpNormalization", [pooled], name="vector", axis=-1, p=2)
    onnx.save(graph.model(), path)


def _layer(graph: _Graph, state: str, layer: str, heads: int) -> str:
    query, key, value = (graph.linear(state, f"{layer}.{part}") for part in "qkv")
    attended = graph.node("MultiHeadAttention", [query, key, value], MICROSOFT, num_heads=heads)
    state = graph.added(graph.linear(attended, f"{layer}.ao"), state, f"{layer}.aln")
    inner = graph.node("Gelu", [graph.linear(state, f"{layer}.fi")], MICROSOFT)
    return graph.added(graph.linear(inner, f"{layer}.fo", split=True), state, f"{layer}.oln")


class _Graph:
    """Collects nodes and constants; each method returns the name of what it computes."""

    def __init__(self, weights: PackedWeights) -> None:
        self._tensors = weights.tensors
        self._hidden = weights.architecture.hidden
        self._epsilon = weights.architecture.epsilon
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def node(
        self,
        kind: str,
        inputs: list[str],
        domain: str = "",
        name: str = "",
        **attributes: Any,  # noqa: ANN401 - as many kinds as ONNX has
    ) -> str:
        """Add one node; its output is `name` or a number."""
        output = name or f"n{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def constant(self, name: str, value: np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> str:
        """Add one array under `name`."""
        self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def normalised(self, state: str, name: str) -> str:
        """Layer normalisation of `state`."""
        return self.node(
            "LayerNormalization", [state, *self._scale_and_shift(name)], epsilon=self._epsilon
        )

    def added(self, update: str, state: str, name: str) -> str:
        """Layer normalisation of `update` added to `state`."""
        inputs = [update, state, *self._scale_and_shift(name)]
        return self.node("SkipLayerNormalization", inputs, MICROSOFT, epsilon=self._epsilon)

    def _scale_and_shift(self, name: str) -> list[str]:
        return [self.constant(f"{name}.{part}", self._tensors[f"{name}.{part}"]) for part in "wb"]

    def linear(self, state: str, name: str, *, split: bool = False) -> str:
        """`state` times the matrix `name`, plus its bias; `split` keeps the outliers apart."""
        bias = self._tensors[f"{name}.b"]
        matrix = self._tensors[f"{name}.w"].reshape(len(bias), -1)
        if not split:
            return self._product(state, matrix, bias, name)
        largest = np.abs(matrix).max(0)
        columns = np.sort(np.argsort(-largest, kind="stable")[:OUTLIER_COLUMNS])
        kept = np.ones(matrix.shape[1], np.float32)
        kept[columns] = 0
        outliers = self.node("Gather", [state, self.constant(f"{name}.c", columns)], axis=-1)
        exact = self.node("MatMul", [outliers, self.constant(f"{name}.e", matrix[:, columns].T)])
        state = self.node("Mul", [state, self.constant(f"{name}.k", kept)])
        return self.node("Add", [self._product(state, matrix * kept, bias, name), exact])

    def _product(self, state: str, matrix: FloatArray, bias: FloatArray, name: str) -> str:
        scales = (np.abs(matrix).max(1) / 127).astype(np.float32)
        quantised = np.round(matrix / scales[:, None]).astype(np.int8).T
        inputs = [
            state,
            self.constant(f"{name}.q", quantised),
            self.constant(f"{name}.s", scales),
            self.constant(f"{name}.z", np.zeros(len(bias), np.int8)),
            self.constant(f"{name}.b", bias),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, MICROSOFT)

    def model(self) -> onnx.ModelProto:
        """The whole graph as a model."""
        shape: list[str | int | None] = ["texts", "tokens", self._hidden]
        source = helper.make_tensor_value_info("embedded", TensorProto.FLOAT, shape)
        vector = helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["texts", self._hidden])
        states = helper.make_tensor_value_info("states", TensorProto.FLOAT, shape)
        graph = helper.make_graph(
            self._nodes, "encoder", [source], [vector, states], list(self._constants.values())
        )
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10)
