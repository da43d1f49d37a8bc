"""What a question wants of a sentence: kinds of thing, countries, bodies, periods and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.passages.asked import YEAR, Asked, asked_for, blanked
from bot.passages.concepts import concepts_of, concepts_of_pair, concepts_of_word, topical
from bot.passages.focus import focus_of, is_yes_no, topic_of
from bot.passages.names import stems_in_each
from bot.question import HOST, Question, mentions_in, topic_words, without
from corpus.release import Language
from index.analysis import keys
from index.places.gazetteer import Gazetteer
from index.places.mentions import CityMention, CountryMention, OrganizationMention
from index.text.stemming import fold, stems, words
from index.times.dates import Period, find_periods

OFFICES = frozenset(
    {"~minister", "~president", "~premier", "~ambassador", "~consul", "~parliament", "~head"}
    | {"~deputy", "~represent"}
)
_NEVER = date(2100, 1, 1)
_NEVER_EITHER = date(2050, 7, 1)  # by which a relative period is told: it moves with the day
HEADING = frozenset({"~head"})
HEADED = frozenset({"~delegation", "~negotiate", "~commission", "~forum"})
_OFFERING = frozenset({"or", "или", "либо", "әлде", "немесе"})
_EARLIEST = 1991  # no release is older
CAPITALISED = re.compile(r"(?<=\w )[^\W\d_a-zа-яёәғқңөұүһі][\w’'-]+")
_WHICH = re.compile(r"\b(?:which|какое|какая|какой|қай|қандай)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question that carries its relation: its stem in each language, its groups.

    `is_thing` says that it names a thing which is seldom said in other words, `is_focus` that
    the question turns on it.
    """

    text: str
    stems: tuple[tuple[Language, str], ...]
    concepts: frozenset[str]
    is_thing: bool
    is_focus: bool

    def stem(self, language: Language) -> str:
        """The stem that a text in `language` would hold."""
        return dict(self.stems)[language]


@dataclass(frozen=True, slots=True)
class Wanted:
    """All that is asked for.

    `countries` holds the keys of each foreign country that is named, with those of its cities
    that are; `towns` the host's own cities, `bodies` organisations. `words` are what is left
    of the question without names, periods and the words that only name a kind of thing.
    `nations` holds the codes of countries that are named themselves, and not by a city;
    `offices` the groups of offices that the question itself names, not the one before it.
    `counts` says that it asks how many there are, `whole` that it asks only if what it says is
    so, `said` holds the stems of all its words, `own` those of the question itself, folded,
    which tell nothing new; none where it offers things to choose from.
    """

    kinds: tuple[Asked, ...]
    countries: tuple[frozenset[str], ...]
    towns: frozenset[str]
    bodies: frozenset[str]
    periods: tuple[tuple[date, date], ...]
    words: tuple[Word, ...]
    nations: frozenset[str]
    offices: frozenset[str]
    counts: bool
    whole: bool
    said: frozenset[str]
    own: frozenset[str]

    def asks(self, *names: str) -> bool:
        """Whether any kind of these names is asked for."""
        return any(kind.name in names for kind in self.kinds)


@lru_cache(maxsize=1000)
def wanted_by(question: Question) -> Wanted:
    """What `question`, with the one before it where it leans on that, wants."""
    text, language = question.lookup, question.language
    mentions = mentions_in(text, language)
    places = [m for m in mentions if isinstance(m, CountryMention | CityMention)]
    periods, lasting = _all_periods(question, _NEVER), _all_periods(question, _NEVER_EITHER)
    kinds = kinds_asked(question)
    silent = frozenset().union(*(kind.silent for kind in kinds))
    moved = len(text) - len(question.text)  # what it leans on stands before it
    spans = [(each.start, each.end) for each in mentions]
    spans += [(each.start + moved, each.end + moved) for each in periods]
    rest = blanked(YEAR, without(text, spans))
    left = [word for word in topic_words(rest) if word not in silent]
    focus = focus_of(rest[moved:], language)
    turns_on = _turns_on(kinds, focus.words, silent, rest[moved:], language)
    return Wanted(
        kinds,
        (*_countries(places), *_namesakes(text, places, language)),
        frozenset(key for place in places for key in _own_town(place)),
        frozenset(k for m in mentions if isinstance(m, OrganizationMention) for k in keys(m)),
        tuple(_bounds(period) for period in periods if period in lasting),
        tuple(_words(left, language, turns_on)),
        _nations(places),
        _offices(concepts_of(question.text, language)),
        focus.is_count,
        is_yes_no(question.text, language),
        stems_in_each(text),
        _own_words(question.text),
    )


def kinds_asked(question: Question) -> tuple[Asked, ...]:
    """The kinds of thing that `question` asks for, or the one before it where it leans on that."""
    return asked_for(question.text) or asked_for(question.lookup)


def _own_words(text: str) -> frozenset[str]:
    own = frozenset(words(text))
    return frozenset() if own & _OFFERING else own


def _offices(named: frozenset[str]) -> frozenset[str]:
    """The groups of offices among `named`; whoever heads a delegation or talks holds none."""
    offices = named & OFFICES
    return frozenset() if offices == HEADING and named & HEADED else offices


def _all_periods(question: Question, today: date) -> list[Period]:
    """The periods that the question itself, asked `today`, names; not those of the one before it.

    One that is another on another day is relative, as "last year": releases are of any day.
    """
    return find_periods(question.text, question.language, today)


def _turns_on(
    kinds: tuple[Asked, ...],
    focus: frozenset[str],
    silent: frozenset[str],
    text: str,
    language: Language,
) -> frozenset[str]:
    """The words that an answer must have beside it: none where a kind says what it is of."""
    names = {kind.name for kind in kinds}
    if "words" in names:
        return topic_of(text, language)
    if is_yes_no(text, language):
        return frozenset(words(text)) - frozenset(fold(name) for name in CAPITALISED.findall(text))
    if names & {"compare", "superlative", "summary"} or focus & silent:
        return frozenset()
    return focus


def _nations(places: list[CountryMention | CityMention]) -> frozenset[str]:
    named = [place for place in places if isinstance(place, CountryMention)]
    return frozenset(code for each in named for code in (each.code, *each.also)) - {"KZ"}


def country_keys(names: frozenset[str]) -> frozenset[str]:
    """`names`, keys of a text, with the country of each city among them."""
    gazetteer = Gazetteer.load()
    cities = (name.removeprefix("@city:") for name in names if name.startswith("@city:"))
    codes = (gazetteer.city_country(city) for city in cities)
    return names | {f"@country:{code}" for code in codes if code}


def _countries(places: list[CountryMention | CityMention]) -> tuple[frozenset[str], ...]:
    groups: list[set[str]] = []
    for place in places:
        named = {key for key in country_keys(frozenset(keys(place))) if key.startswith("@country")}
        if not named or named & HOST:
            continue
        for group in groups:
            if group & named:
                group &= named
                break
        else:
            groups.append(named)
    return tuple(frozenset(group) for group in groups)


def _namesakes(
    text: str, places: list[CountryMention | CityMention], language: Language
) -> tuple[frozenset[str], ...]:
    """Keys of the other countries that share a name, where it is asked which of them is meant."""
    gazetteer = Gazetteer.load()
    asked = [
        place
        for place in places
        if isinstance(place, CountryMention) and _WHICH.search(text[: place.start])
    ]
    return tuple(
        frozenset({f"@country:{code}"})
        for place in asked
        for code in sorted(gazetteer.country_codes() - {place.code})
        if fold(text[place.start : place.end]) in words(gazetteer.country_name(code, language))
    )


def _own_town(place: CountryMention | CityMention) -> frozenset[str]:
    if isinstance(place, CityMention) and place.country == "KZ":
        return frozenset(keys(place)) - HOST
    return frozenset()


def _bounds(period: Period) -> tuple[date, date]:
    if period.first is None and period.last is not None:
        # "By 2027" is of a year that the text names, too.
        return date(_EARLIEST, 1, 1), date(period.last.year + 1, 12, 31)
    return period.first or date(_EARLIEST, 1, 1), period.last or _NEVER


def _words(left: list[str], language: Language, focus: frozenset[str]) -> Iterator[Word]:
    """The words; two that only together mean something are one."""
    place = 0
    while place < len(left):
        pair = frozenset[str]()
        if place + 1 < len(left):
            pair = concepts_of_pair(left[place], left[place + 1], language)
        word = left[place]
        # A misspelt word may be taken for a thing that nobody asked about.
        is_thing = bool((pair or concepts_of(word, language)) & topical())
        in_each = tuple((each, stems(word, each)[0]) for each in Language)
        concepts = pair or concepts_of_word(word, language)
        yield Word(word, in_each, concepts, is_thing, word in focus)
        place += 2 if pair else 1
