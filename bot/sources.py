"""Which of an item's sources are quoted, and which only linked; pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Citation
from corpus.release import Language

QUOTED = 2  # sentences that are quoted of one item


def quoted_and_further(
    sources: Sequence[Citation], language: Language
) -> tuple[list[Citation], list[Citation]]:
    """The first sources in the reader's `language`, or else the first one; and all others.

    Of the others each release is named once, and none that is quoted.
    """
    read = [source for source in sources if source.language is language]
    sentences = {source.quote: source for source in reversed(read or sources[:1])}
    quoted = list(sentences.values())[::-1][:QUOTED]
    urls = {source.url for source in quoted}
    further = {source.url: source for source in sources if source.url not in urls}
    return quoted, list(further.values())
