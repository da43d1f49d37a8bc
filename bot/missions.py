"""Which kinds of missions an event is about; pure."""

from __future__ import annotations

from corpus.release import Language
from index.extraction.event import Event
from index.extraction.kinds import mission_kind


def missions_of(event: Event) -> frozenset[str]:
    """The kinds of the mission that was opened, or of the post that somebody was appointed to.

    An honorary consulate is a consulate as well.
    """
    name = event.best.name or event.best.party.office or ""
    kinds = {mission_kind(name, language) for language in Language}
    if "honorary_consulate" in kinds:
        kinds.add("consulate")
    return frozenset(kind for kind in kinds if kind)
