"""The grammar of Kazakh."""

from __future__ import annotations

from index.extraction.annotation import (
    PartyMention,
    PersonMention,
    PlaceMention,
    Presence,
    Sentence,
)
from index.extraction.kazakh.parties import find_parties
from index.extraction.kazakh.people import name_pattern
from index.extraction.kazakh.places import find_places
from index.extraction.kazakh.presences import find_presences


class KazakhGrammar:
    """The grammar of Kazakh, as `grammar.Grammar` wants it."""

    def parties(self, sentence: Sentence) -> list[PartyMention]:
        """Everybody named in the sentence, in reading order."""
        return find_parties(sentence)

    def name_forms(self, person: PersonMention) -> str:
        """A pattern of the words by which the person can be named again, in all cases."""
        return name_pattern(person)

    def places(self, sentence: Sentence, parties: list[PartyMention]) -> list[PlaceMention]:
        """Places that something happens at or somebody goes to."""
        return find_places(sentence, parties)

    def presences(
        self, sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
    ) -> list[Presence]:
        """Who is somewhere or goes somewhere, by which trigger."""
        return find_presences(sentence, parties, places)
