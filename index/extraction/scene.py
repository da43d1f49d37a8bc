"""What a sentence holds for the readers of events; pure values."""

from __future__ import annotations

from dataclasses import dataclass

from index.extraction.annotation import PartyMention, PlaceMention, Presence, Sentence
from index.extraction.event import Party
from index.extraction.setting import Spot


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its parties, places and presences."""

    sentence: Sentence
    parties: list[PartyMention]
    places: list[PlaceMention]
    presences: list[Presence]


@dataclass(frozen=True, slots=True)
class Told:
    """A scene's parties as the release so far makes them out, and the place then in force."""

    parties: list[tuple[PartyMention, Party]]
    spot: Spot
