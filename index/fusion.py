"""One score out of a passage's cosine, its lexical scores, and the nearness of its words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]

LEXICAL_WEIGHT = 0.25
"""Best or within 0.002 of it on XQuAD en, ru, ru to en, and KazQAD alike (0.1 to 0.5 tried)."""
WORDS_WEIGHT = 0.7
"""Of words and lexical scores beside the cosine, in the second look: see docs/benchmarks.md."""


def lexical_share(stems: Scores, grams: Scores) -> Scores:
    """The mean of both shares, float32; that of `stems` alone where no n-gram was found.

    Shares of 0.3 to 0.7 do alike on KazQAD, by either half of its questions.
    """
    share: Scores = np.where(grams > 0, (stems + grams) / 2, stems).astype(np.float32)
    return share


def fuse(dense: Scores, lexical: Scores) -> Scores:
    """A first look: `dense` + 0.25 `lexical`, float32: it needs no other candidate to be known.

    The lexical score is a share of what the query could reach, so it stays near zero across
    languages, where rank fusion or spreading would make a chance number look like a match.
    """
    fused: Scores = (dense + LEXICAL_WEIGHT * lexical).astype(np.float32)
    return fused


def look_closer(dense: Scores, lexical: Scores, words: Scores) -> Scores:
    """A second look: the mean of `dense`, and of `words` and `lexical` at 0.7 each, float32.

    It weighs words found more than the first look, since fewer passages are left that share
    some of them by chance.
    """
    fused = dense + WORDS_WEIGHT * (words + lexical)
    closer: Scores = (fused / (1 + WORDS_WEIGHT)).astype(np.float32)
    return closer
