"""Which kinds of missions or documents an event is about; pure."""

from __future__ import annotations

from corpus.release import Language
from index.extraction.event import Event
from index.extraction.others.kinds import document_kind, mission_kind, stated_number


def missions_of(event: Event) -> frozenset[str]:
    """The kinds of the mission that was opened, or of the post that somebody was appointed to.

    An honorary consulate is a consulate as well.
    """
    name = event.best.name or event.best.party.office or ""
    kinds = {mission_kind(name, language) for language in Language}
    if "honorary_consulate" in kinds:
        kinds.add("consulate")
    return frozenset(kind for kind in kinds if kind)


def documents_of(event: Event) -> frozenset[str]:
    """The kinds of the document, or of those that only a number tells of."""
    name = event.best.name or ""
    kinds = {document_kind(_unnumbered(name, language), language) for language in Language}
    return frozenset(kind for kind in kinds if kind)


def _unnumbered(name: str, language: Language) -> str:
    number, _, rest = name.partition(" ")
    return rest if stated_number(name, language) > 1 else f"{number} {rest}"
