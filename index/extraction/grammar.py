"""What each language brings to the reading of events; implemented in english, russian, kazakh."""

from __future__ import annotations

from typing import Protocol

from index.extraction.annotation import (
    PartyMention,
    PersonMention,
    PlaceMention,
    Presence,
    Sentence,
)


class Grammar(Protocol):
    """Reads syntax: pure functions of one annotated sentence.

    Words are data (`data/extraction/LANGUAGE.yaml`, read by `lexicon`); here stands only how
    words of this language are put together. What has to be known of other sentences (who "she"
    is, which city is in force) is left to the core.
    """

    def parties(self, sentence: Sentence) -> list[PartyMention]:
        """Everybody named in the sentence, in reading order.

        Names alone ("Kallas") are not looked for: the core finds those that the release
        introduces somewhere with an office.
        """
        ...

    def name_forms(self, person: PersonMention) -> str:
        """A regular expression of all words and forms by which a person can be named again.

        It is matched on the body as written, from the start to the end of a word.
        """
        ...

    def places(self, sentence: Sentence, parties: list[PartyMention]) -> list[PlaceMention]:
        """Places that something happens at or somebody goes to; not those of an office's title."""
        ...

    def presences(
        self, sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
    ) -> list[Presence]:
        """Who is somewhere or goes somewhere, by which trigger; `parties` holds names alone too."""
        ...
