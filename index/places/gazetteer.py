"""Names of countries, cities, regions and organisations in a text, and what belongs to what.

The data is `data/gazetteer.jsonl`, compiled from `data/gazetteer/` by the tool build_gazetteer.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from importlib import resources

from corpus.release import Language
from index.places.match import Match, Rules, find_matches, is_written_as_name
from index.places.mentions import (
    CityMention,
    Mention,
    MentionForm,
)
from index.places.question import QuestionMatcher, mention_of
from index.places.table import Kind, Table, read_table

_ENDINGS = {
    "case": MentionForm.NAME,
    "adjective": MentionForm.ADJECTIVE,
    "person": MentionForm.DEMONYM,
}


class Gazetteer:
    """Finds and names countries, cities, regions and organisations in three languages."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._rules = {language: _rules(table, language) for language in Language}
        self._questions = QuestionMatcher(table, self._rules)
        self._cities: dict[str, set[str]] = {}
        for kind, identity in table.entities:
            if kind is Kind.CITY:
                country = table.entities[kind, identity].country
                self._cities.setdefault(country or "", set()).add(identity)
        self._capitals = {
            entity.country: entity.id for entity in table.entities.values() if entity.is_capital
        }

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Gazetteer:
        """The gazetteer that comes with the program, read once a process."""
        path = resources.files("index.data").joinpath("gazetteer.jsonl")
        return Gazetteer(read_table(path.read_text(encoding="utf-8").splitlines()))

    def mentions(self, text: str, language: Language) -> list[Mention]:
        """All mentions in a release's text, in reading order, none inside another."""
        lexicon = self._table.lexicons[language]
        matches = find_matches(text, lexicon, self._rules[language], is_written_as_name)
        if language is not Language.EN:
            matches = self._with_latin(text, matches)
        return [mention_of(match, self._table, language) for match in matches]

    def mentions_in_question(self, text: str, language: Language) -> list[Mention]:
        """The same for a question: lower case, mixed languages, Latin letters, misspelt names."""
        return self._questions.mentions(text, language)

    def find_cities(self, text: str, language: Language) -> list[CityMention]:
        """Mentions of cities; a name that is a country's as well is found as a country."""
        return [m for m in self.mentions(text, language) if isinstance(m, CityMention)]

    def country_name(self, code: str, language: Language) -> str:
        """The country's short name, in the nominative; KeyError for an unknown code."""
        return self._name(Kind.COUNTRY, code, language)

    def city_name(self, city: str, language: Language) -> str:
        """The name of a city given by its canonical name; one not listed is named as given."""
        entity = self._table.entities.get((Kind.CITY, city))
        return entity.names[language] if entity else city

    def region_name(self, region: str, language: Language) -> str:
        """The region's name, in the nominative."""
        return self._name(Kind.REGION, region, language)

    def organization_name(self, organization: str, language: Language) -> str:
        """The organisation's full name, in the nominative."""
        return self._name(Kind.ORGANIZATION, organization, language)

    def city_country(self, city: str) -> str | None:
        """Code of the country that a city lies in; None for a city not listed."""
        entity = self._table.entities.get((Kind.CITY, city))
        return entity.country if entity else None

    def cities_of(self, country: str) -> frozenset[str]:
        """Canonical names of all cities known in the country with this code."""
        return frozenset(self._cities.get(country, ()))

    def capital(self, country: str) -> str | None:
        """Canonical name of the country's capital; None where the gazetteer has none."""
        return self._capitals.get(country)

    def region_members(self, region: str) -> frozenset[str]:
        """Codes of the countries of a region."""
        return frozenset(self._table.entities[Kind.REGION, region].members)

    def organization_members(self, organization: str, day: date | None = None) -> frozenset[str]:
        """Codes of the members on a day, or by the newest list; empty where none is kept."""
        when = (day or date.max).isoformat()
        members = self._table.entities[Kind.ORGANIZATION, organization].members
        return frozenset(
            code
            for code, (joined, left) in members.items()
            if joined <= when and (not left or when < left)
        )

    def country_codes(self) -> frozenset[str]:
        """Codes of all countries known."""
        return frozenset(code for kind, code in self._table.entities if kind is Kind.COUNTRY)

    def organization_keys(self) -> frozenset[str]:
        """Keys of all organisations known."""
        return frozenset(key for kind, key in self._table.entities if kind is Kind.ORGANIZATION)

    def region_keys(self) -> frozenset[str]:
        """Keys of all regions known."""
        return frozenset(key for kind, key in self._table.entities if kind is Kind.REGION)

    def _name(self, kind: Kind, identity: str, language: Language) -> str:
        return self._table.entities[kind, identity].names[language]

    def _with_latin(self, text: str, matches: list[Match]) -> list[Match]:
        """Adds names in Latin letters, which Russian and Kazakh releases hold as well."""
        if not any("A" <= letter <= "Z" for letter in text):
            return matches
        latin = find_matches(
            text, self._table.lexicons["en"], self._rules[Language.EN], is_written_as_name
        )
        taken = [(match.start, match.end) for match in matches]
        fresh = [m for m in latin if all(m.end <= start or end <= m.start for start, end in taken)]
        return sorted(matches + fresh, key=lambda match: match.start) if fresh else matches


def _rules(table: Table, language: Language) -> Rules:
    rules = table.rules
    endings = {
        ending: _ENDINGS[kind]
        for kind, endings in rules["kazakh_endings"].items()
        for ending in endings
    }
    return Rules(
        not_before=frozenset(rules["not_before"][language]),
        personal_names=frozenset(rules["personal_names"][language]),
        words_of_place=frozenset(rules["words_of_place"][language]),
        not_personal_before=frozenset(word.lower() for word in rules["not_personal_before"]),
        endings=endings if language is Language.KK else {},
    )
