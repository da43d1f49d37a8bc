"""The grammar of English."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from index.extraction.annotation import (
    PartyMention,
    PersonMention,
    PlaceMention,
    Presence,
    Reference,
    Sentence,
)
from index.extraction.english.chunks import English
from index.extraction.english.hosts import with_hosts
from index.extraction.english.members import with_members
from index.extraction.english.parties import read_parties
from index.extraction.english.places import read_places
from index.extraction.english.presences import read_presences
from index.extraction.lexicon import Lexicon

_SHORTEST_NAME = 3


class EnglishGrammar:
    """Reads English sentences; see `grammar.Grammar`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._english = English(lexicon)
        self._titles = lexicon.words["american_titles"]
        self._long_titles = [t for t in self._titles if len(t.split()) > _SHORTEST_NAME]
        self._own = lexicon.words["own"]
        self._southern = lexicon.words["southern"]
        self._row = lru_cache(maxsize=256)(self._english.row)

    def parties(self, sentence: Sentence) -> list[PartyMention]:
        """Everybody named in the sentence, in reading order."""
        row = self._row(sentence)
        parties = [self._american(party) for party in read_parties(row)]
        return with_hosts(row, with_members(row, parties))

    def _american(self, party: PartyMention) -> PartyMention:
        """The party with its country, where only one country has an office of that name."""
        title = (party.office or "").lower()
        is_american = title in self._titles or any(t in title for t in self._long_titles)
        if party.country or party.organization or not is_american:
            return party
        return replace(party, country="US", reference=Reference.FULL)

    def name_forms(self, person: PersonMention) -> str:
        """A pattern of the words by which the person can be named again."""
        words = [
            re.escape(word)
            for word in re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", person.name)
            if len(word) >= _SHORTEST_NAME and word[0].isupper()
        ]
        one = "|".join(words) or re.escape(person.name)
        return rf"(?:[A-Z]\. ?){{0,2}}(?:{one})(?:[ -](?:(?:[a-z]+ )?(?:{one})))*"

    def places(self, sentence: Sentence, parties: list[PartyMention]) -> list[PlaceMention]:
        """Places that something happens at or somebody goes to."""
        return read_places(self._row(sentence), parties, self._own, self._southern)

    def presences(
        self, sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
    ) -> list[Presence]:
        """Who is somewhere or goes somewhere, by which trigger."""
        return read_presences(self._row(sentence), parties, places)
