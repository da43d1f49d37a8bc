"""Measures of a ranking, averaged over questions, and the tables they are printed as."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import log2

Ranking = Sequence[int]


def ndcg(rankings: Sequence[Ranking], relevant: Sequence[Collection[int]], k: int = 10) -> float:
    """Mean nDCG@k with gains of 0 and 1, as trec_eval computes it."""
    return _mean([_ndcg(*pair, k) for pair in zip(rankings, relevant, strict=True)])


def recall(rankings: Sequence[Ranking], relevant: Sequence[Collection[int]], k: int) -> float:
    """Mean share of a question's passages that stand among the first k."""
    return _mean(
        [
            len(set(ranking[:k]) & set(right)) / len(right)
            for ranking, right in zip(rankings, relevant, strict=True)
        ]
    )


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table in Markdown."""
    for line in table_lines(head, rows):
        print(line, flush=True)


def table_lines(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown, the first column to the left and the others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    for row in (head, rule, *rows):
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield f"| {' | '.join(cells)} |"


def _ndcg(ranking: Ranking, relevant: Collection[int], k: int) -> float:
    gained = sum(1 / log2(rank + 2) for rank, one in enumerate(ranking[:k]) if one in relevant)
    return gained / sum(1 / log2(rank + 2) for rank in range(min(k, len(relevant))))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
