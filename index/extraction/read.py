"""Reads a release's events; pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from corpus.dates import day_of
from corpus.release import Language, Release
from index.extraction.annotate import annotate
from index.extraction.annotation import PartyMention, PersonMention, Sentence
from index.extraction.discourse import Discourse
from index.extraction.drafts import merged
from index.extraction.english.grammar import EnglishGrammar
from index.extraction.event import Account
from index.extraction.forms import with_shared_forms
from index.extraction.grammar import Grammar
from index.extraction.kazakh.grammar import KazakhGrammar
from index.extraction.lexicon import Lexicon, lexicon
from index.extraction.others.other_events import read_other_accounts
from index.extraction.people import Context, name_mentions
from index.extraction.russian.grammar import RussianGrammar
from index.extraction.scene import Scene
from index.extraction.visits import Visits
from index.places.mentions import CityMention, CountryMention, OrganizationMention

_DATELINE = 40  # letters at most
_GRAMMARS: dict[Language, Callable[[Lexicon], Grammar]] = {
    Language.EN: EnglishGrammar,
    Language.KK: lambda _: KazakhGrammar(),
    Language.RU: lambda _: RussianGrammar(),
}


def read_accounts(release: Release) -> list[Account]:
    """What the release tells of visits and other events.

    Of visits one account a party, destination, status and date; of others see `other_events`.
    """
    if release.language not in _GRAMMARS:
        return []
    grammar = grammar_of(release.language)
    sentences = annotate(release, lexicon(release.language))
    parties = [grammar.parties(sentence) for sentence in sentences]
    everybody = [party for found in parties for party in found]
    context = Context(_countries(sentences), release.title, _organizations(sentences))
    discourse = Discourse(everybody, context)
    names = _names(grammar, [known.person for known in discourse.known])
    scenes = [
        _scene(grammar, sentence, found, names)
        for sentence, found in zip(sentences, parties, strict=True)
    ]
    visits = Visits(scenes, discourse, day_of(release.published))
    accounts = with_shared_forms(merged(visits.drafts()), _opening(sentences))
    return [*accounts, *read_other_accounts(release, scenes, visits.told)]


@cache
def grammar_of(language: Language) -> Grammar:
    """The grammar of a language, made once a process."""
    return _GRAMMARS[language](lexicon(language))


def _scene(
    grammar: Grammar,
    sentence: Sentence,
    found: list[PartyMention],
    names: re.Pattern[str] | None,
) -> Scene:
    named = name_mentions(sentence, names, found)
    parties = sorted([*found, *named], key=lambda party: (party.start, party.named))
    places = grammar.places(sentence, parties)
    return Scene(sentence, parties, places, grammar.presences(sentence, parties, places))


def _names(grammar: Grammar, people: list[PersonMention]) -> re.Pattern[str] | None:
    """A pattern of all people that a release introduces."""
    if not people:
        return None
    forms = "|".join(grammar.name_forms(person) for person in people)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


def _opening(sentences: list[Sentence]) -> Sentence | None:
    """The first sentence that is more than a dateline."""
    told = [sentence for sentence in sentences if len(sentence.text) > _DATELINE]
    return next(iter(told or sentences), None)


def _countries(sentences: list[Sentence]) -> list[tuple[int, str]]:
    """Offsets and codes of the countries that the release names, cities' ones too."""
    found = []
    for sentence in sentences:
        for mention in sentence.mentions:
            if isinstance(mention, CountryMention):
                found.append((mention.start, mention.code))
            elif isinstance(mention, CityMention):
                found.append((mention.start, mention.country))
    return found


def _organizations(sentences: list[Sentence]) -> tuple[tuple[int, str], ...]:
    """Offsets and keys of the organisations that the release names."""
    return tuple(
        (mention.start, mention.organization)
        for sentence in sentences
        for mention in sentence.mentions
        if isinstance(mention, OrganizationMention)
    )
