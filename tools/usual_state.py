"""Writes `index/data/usual_state.csv`: the mean state of a piece under the bundled model.

    python tools/usual_state.py MODELS

The mean is over all passages of the bundled sample of invented releases, as they are embedded;
MODELS is the folder that the compiled model is kept in.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from corpus.formats.json_lines import parse_row
from corpus.sample import sample_path
from index.embedding.models import BUNDLED_FINGERPRINT, compile_bundled_model
from index.embedding.onnx_encoder import PASSAGE, OnnxEncoder
from index.text.split import split

TARGET = Path(__file__).resolve().parent.parent / "index" / "data" / "usual_state.csv"
HEAD = """\
# Mean of the last layer's states of all pieces of the bundled sample's passages, one component
# a line. Written by tools/usual_state.py, 2026-11, with the model
# {model}.
"""


def main(models: Path) -> None:
    """Write the file anew."""
    encoder = OnnxEncoder(compile_bundled_model(models), BUNDLED_FINGERPRINT)
    rows = sample_path().read_bytes().splitlines()
    releases = [parse_row(row, str(sample_path())) for row in rows]
    texts = [f"{r.title}\n{r.body[first:end]}" for r in releases for first, end in split(r.body)]
    states = np.concatenate([encoder.run(f"{PASSAGE} {text}")[2][3:-1] for text in texts])
    lines = "".join(f"{value:.5f}\n" for value in states.mean(axis=0))
    TARGET.write_text(HEAD.format(model=BUNDLED_FINGERPRINT) + lines, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
