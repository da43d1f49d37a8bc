"""Finds places in questions, where names stand small, misspelt, or in another alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.release import Language
from index.places.fold import fold, split_words
from index.places.match import Match, Rules, find_matches, is_written_as_name
from index.places.mentions import (
    CityMention,
    CountryMention,
    Mention,
    MentionForm,
    OrganizationMention,
    RegionMention,
)
from index.places.table import Case, Kind, Lexicon, Sense, Table
from index.places.typos import NearNames
from index.text.transliteration import PLAIN_LETTERS, to_cyrillic

_LATIN = re.compile(r"[a-zA-Z]{3}")


@dataclass(frozen=True, slots=True)
class _Found:
    """A match and how sure it is: 0 as written, 1 through another alphabet, 2 misspelt."""

    match: Match
    language: Language
    doubt: int


class QuestionMatcher:
    """Matches a question against the lexicons of all languages, the question's own first."""

    def __init__(self, table: Table, rules: dict[Language, Rules]) -> None:
        self._table = table
        self._rules = rules
        self._never_lower = frozenset(map(str, table.rules["never_lower"]))
        self._lower = frozenset(table.rules["lower_case_in_questions"])

    def mentions(self, text: str, language: Language) -> list[Mention]:
        """Mentions in reading order; the surest reading wins, then the longest."""
        found = sorted(
            [*self._as_written(text, language), *self._in_another_alphabet(text, language)],
            key=lambda each: (each.match.start - each.match.end, each.doubt),
        )
        kept: list[_Found] = []
        for each in found:
            if _is_free(each.match, kept):
                kept.append(each)
        kept.extend(each for each in self._misspelt(text) if _is_free(each.match, kept))
        kept.sort(key=lambda each: each.match.start)
        return [mention_of(each.match, self._table, each.language) for each in kept]

    def _as_written(self, text: str, language: Language) -> Iterator[_Found]:
        for each in (language, *(other for other in Language if other is not language)):
            lexicon, rules = self._table.lexicons[each], self._rules[each]
            for match in find_matches(text, lexicon, rules, self._is_asked):
                yield _Found(match, each, 0)

    def _in_another_alphabet(self, text: str, language: Language) -> Iterator[_Found]:
        plain = text.translate(PLAIN_LETTERS)
        for match in find_matches(plain, self._plain, self._plain_rules, self._is_asked):
            yield _Found(match, Language.KK, 1)
        if language is Language.EN or not _LATIN.search(text):
            return
        read = to_cyrillic(text)
        for each, lexicon, rules in (
            (Language.RU, self._table.lexicons["ru"], self._rules[Language.RU]),
            (Language.KK, self._plain, self._plain_rules),
        ):
            for match in find_matches(read.text, lexicon, rules, self._is_asked):
                start, end = read.original(match.start, match.end)
                yield _Found(replace(match, start=start, end=end), each, 1)

    def _misspelt(self, text: str) -> Iterator[_Found]:
        words = split_words(text)
        for index, word in enumerate(words.folded):
            sense = self._near.find(word)
            if sense is not None:
                start, end = words.spans[index]
                language = Language.EN if word.isascii() else Language.RU
                yield _Found(Match(start, end, sense, index, index), language, 2)

    def _is_asked(self, text: str, case: Case, start: int, end: int) -> bool:
        written = text[start:end]
        if text[start].isupper():
            if case is Case.INSIDE_SENTENCE:
                return is_written_as_name(text, case, start, end)
            return written.isupper() or written.lower() not in self._never_lower
        if case is Case.INSIDE_SENTENCE:
            return written in self._lower
        return written not in self._never_lower

    @cached_property
    def _plain(self) -> Lexicon:
        """The Kazakh lexicon as it is typed without Kazakh letters."""
        lexicon = self._table.lexicons["kk"]
        return Lexicon(
            {form.translate(PLAIN_LETTERS): sense for form, sense in lexicon.senses.items()},
            {head.translate(PLAIN_LETTERS): count for head, count in lexicon.heads.items()},
        )

    @cached_property
    def _plain_rules(self) -> Rules:
        rules = self._rules[Language.KK]
        endings = {word.translate(PLAIN_LETTERS): form for word, form in rules.endings.items()}
        return replace(rules, endings=endings)

    @cached_property
    def _near(self) -> NearNames:
        names: dict[str, Sense] = {}
        for (kind, identity), entity in self._table.entities.items():
            if kind in (Kind.COUNTRY, Kind.CITY):
                sense = Sense(kind, identity, MentionForm.NAME, Case.ANY)
                names |= {fold(name): sense for name in entity.names.values() if name.isalpha()}
        adjectives = {
            form: sense
            for form, sense in self._table.lexicons["en"].senses.items()
            if sense.form is MentionForm.ADJECTIVE
        }
        return NearNames({**names, **adjectives}.items())


def mention_of(match: Match, table: Table, language: Language) -> Mention:
    """The mention that a match in a text of this language makes."""
    sense = match.sense
    if sense.kind is Kind.COUNTRY:
        names = table.entities[Kind.COUNTRY, sense.id].city
        city = names.get(language) if sense.form is MentionForm.NAME else None
        return CountryMention(match.start, match.end, sense.id, sense.form, sense.also, city)
    if sense.kind is Kind.CITY:
        country = table.entities[Kind.CITY, sense.id].country
        return CityMention(match.start, match.end, sense.id, country)
    if sense.kind is Kind.REGION:
        return RegionMention(match.start, match.end, sense.id, sense.form)
    return OrganizationMention(match.start, match.end, sense.id)


def _is_free(match: Match, kept: list[_Found]) -> bool:
    return all(match.end <= other.match.start or other.match.end <= match.start for other in kept)
