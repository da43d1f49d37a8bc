"""What somebody who wants a brief has named: one country or organisation, or what may be meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from bot.brief.brief import Subject, SubjectKind
from bot.brief.told import HOME
from bot.brief.words import alternatives
from bot.question import LETTERS_OF_KAZAKH, mentions_in
from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import (
    CityMention,
    CountryMention,
    Mention,
    MentionForm,
    OrganizationMention,
    RegionMention,
)
from index.text.stemming import CYRILLIC, fold

MOST = 8  # suggestions
ALIKE_MOST = 4
ALIKE = 0.7  # share of letters in common that makes a name a suggestion


@dataclass(frozen=True, slots=True)
class Named:
    """The one subject that is meant, or None and what may be meant, the likeliest first.

    `is_home` says that Kazakhstan itself was named; `is_guess` that the suggestions only look
    like what was written, `is_region` that they are the countries of a region.
    """

    subject: Subject | None
    suggestions: tuple[Subject, ...] = ()
    is_home: bool = False
    is_guess: bool = False
    is_region: bool = False


def name_subject(text: str, language: Language) -> Named:
    """What `text`, which should be a name, stands for; never the host itself."""
    mentions = mentions_in(text, language)
    found = list(dict.fromkeys(one for mention in mentions for one in _subjects(mention, text)))
    if len(found) == 1:
        return Named(found[0])
    if found:
        return Named(None, tuple(found[:MOST]))
    for mention in mentions:
        if isinstance(mention, RegionMention):
            members = sorted(Gazetteer.load().region_members(mention.region) - {HOME})
            return Named(None, tuple(map(_country, members)), is_region=True)
    if mentions:
        return Named(None, is_home=True)
    return Named(None, tuple(_alike(text, language)), is_guess=True)


def language_of_name(text: str, usual: Language) -> Language:
    """The language to answer a bare name in: `usual` unless its letters are of another."""
    folded = fold(text)
    if LETTERS_OF_KAZAKH & set(folded):
        return Language.KK
    if CYRILLIC.search(text):
        return usual if usual is not Language.EN else Language.RU
    return Language.EN if any(letter.isalpha() for letter in text) else usual


def known_subject(kind: str, key: str) -> Subject | None:
    """The subject with this key; None where the gazetteer has none, or it is the host."""
    return _known().get((kind, key))


def _subjects(mention: Mention, text: str) -> Iterable[Subject]:
    match mention:
        case CountryMention(code=code, form=form, also=also):
            codes: Sequence[str] = (code, *also)
            word = text[mention.start : mention.end]
            if form is MentionForm.NAME and word.isalpha() and not word.isupper():
                codes = alternatives(code) or codes
            return [_country(one) for one in codes if one != HOME]
        case CityMention(country=country) if country != HOME:
            return [_country(country)]
        case OrganizationMention(organization=key):
            return [Subject(SubjectKind.ORGANIZATION, key)]
    return []


def _alike(text: str, language: Language) -> Iterable[Subject]:
    """Subjects whose names look like `text`, in the reader's language or another."""
    others = [other for other in Language if other is not language]
    names = {name: one for each in (*others, language) for name, one in _names(each).items()}
    close = get_close_matches(fold(text.strip()), list(names), ALIKE_MOST, ALIKE)
    return dict.fromkeys(names[name] for name in close)


@lru_cache(maxsize=len(Language))
def _names(language: Language) -> dict[str, Subject]:
    return {fold(subject.name(language)): subject for subject in _known().values()}


@lru_cache(maxsize=1)
def _known() -> dict[tuple[str, str], Subject]:
    gazetteer = Gazetteer.load()
    countries = [_country(code) for code in sorted(gazetteer.country_codes() - {HOME})]
    bodies = [
        Subject(SubjectKind.ORGANIZATION, key) for key in sorted(gazetteer.organization_keys())
    ]
    return {(subject.kind.value, subject.key): subject for subject in (*countries, *bodies)}


def _country(code: str) -> Subject:
    return Subject(SubjectKind.COUNTRY, code)
