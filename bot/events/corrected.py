"""Documents that were told of by a number which a later release set right; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.events.document_counts import number_of, of_one_occasion
from index.extraction.event import Event, EventKind
from index.passage import IndexedRelease
from index.text.stemming import fold


def without_corrected(
    events: Iterable[Event], releases: Mapping[int, IndexedRelease]
) -> list[Event]:
    """`events` without the wrong numbers: "read three memoranda instead of two memoranda".

    A number of documents is wrong where another event of that occasion, told later, gives its own
    number and names this one in the same sentence.
    """
    told = list(events)
    counts = [event for event in told if _is_count(event, releases)]
    wrong = {
        event.number
        for event in counts
        if any(_sets_right(other, event, releases) for other in counts)
    }
    return [event for event in told if event.number not in wrong]


def _is_count(event: Event, releases: Mapping[int, IndexedRelease]) -> bool:
    return event.best.kind is EventKind.DOCUMENT and number_of(event, releases) > 1


def _sets_right(later: Event, event: Event, releases: Mapping[int, IndexedRelease]) -> bool:
    own, name = fold(later.best.name or ""), fold(event.best.name or "")
    if later is event or own == name or not of_one_occasion(later, event):
        return False
    source, earlier = (releases.get(one.tellings[0].release) for one in (later, event))
    if source is None or earlier is None:
        return False
    sentence = fold(source.release.body[later.best.start : later.best.end])
    return name in sentence and source.release.published >= earlier.release.published
