"""A document that a sentence names; a pure value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentName:
    """`text[start:end]` is the name as written; Kazakh leaves off the ending of its case.

    `named` tells a name ("Agreement on Air Services") from a mention ("the agreement", "three
    memoranda"); `count` is how many documents the words speak of.
    """

    start: int
    end: int
    named: bool
    count: int = 1
