"""Which of an item's sources are quoted, and which only linked; pure."""

from __future__ import annotations

from bot.answer import Citation, Item


def quoted_and_further(item: Item) -> tuple[list[Citation], list[Citation]]:
    """The sources that bear `item` out; and all others, each release once and none that is quoted.

    A sentence that two of its releases share is quoted once.
    """
    sentences = {source.quote: source for source in reversed(item.sources[: item.quoted])}
    quoted = list(sentences.values())[::-1]
    urls = {source.url for source in quoted}
    further = {source.url: source for source in item.sources if source.url not in urls}
    return quoted, list(further.values())
