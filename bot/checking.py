"""The last look at an answer before it is shown: every quote stands where it says it does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.answer import Answer, Citation
from corpus.release import Release


def checked(answer: Answer, releases: Iterable[Release]) -> Answer:
    """`answer` without any quote that does not stand word for word in one of `releases`.

    An item or near miss that has no quote left goes with it.
    """
    by_url = {release.url: release for release in releases}

    def stands(citation: Citation) -> bool:
        release = by_url.get(citation.url)
        return release is not None and (
            citation.quote in release.body or citation.quote in release.title
        )

    items = tuple(
        replace(item, sources=tuple(filter(stands, item.sources))) for item in answer.items
    )
    return replace(
        answer,
        citations=tuple(filter(stands, answer.citations)),
        items=tuple(item for item in items if item.sources),
        near_misses=tuple(miss for miss in answer.near_misses if stands(miss.source)),
    )
