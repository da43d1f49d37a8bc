"""Whether a sentence holds the kind of thing that a question asks for."""

from __future__ import annotations

import re

from bot.passages.asked import Asked, blanked, dates_kept_out
from bot.passages.names import names_more
from bot.passages.persons import Person, persons_in
from bot.passages.reading import Reading
from bot.passages.wanted import OFFICES, Wanted
from corpus.release import Release
from index.places.gazetteer import Gazetteer
from index.places.mentions import CityMention, CountryMention
from index.text.stemming import fold, words

ABROAD = frozenset({"~ambassador", "~consul"})  # who acts for one country in another
OWN = frozenset({"KZ"})
DEPUTY = re.compile(
    r"(?:Deputy|Vice)[ -](?:Foreign )?Minister|Permanent Secretary"
    r"|(?i:заместител\w+ министра|замминистра|вице-министр|министрінің орынбасары)"
)
SEVERAL = 3
FIGURES = frozenset({"number", "money", "percent", "date", "duration", "age"})
FIGURE = re.compile(r"\w*\d\w*")
WHEREABOUTS = frozenset({"address", "phone", "email"})
SIGNING = frozenset({"~sign", "~adopt", "~result"})


def holds(kind: Asked, wanted: Wanted, reading: Reading, place: int, release: Release) -> bool:
    """Whether the sentence at `place` holds what `kind` asks for."""
    sentence = reading.sentences[place]
    if kind.exception is not None and kind.exception.search(sentence.text):
        return False
    if kind.name in WHEREABOUTS:
        return _is_of_country(kind, wanted, sentence.text, release)
    if kind.name == "person":
        return bool(persons_asked(wanted, reading, place, release))
    if kind.name == "whom":
        return others_asked(wanted, reading, place, release)
    if kind.name == "country":
        asked = frozenset().union(*wanted.countries)
        return bool((sentence.countries | reading.title.countries) - asked)
    if kind.name == "named":
        return names_more(sentence.text, release.language, wanted.said)
    if kind.name == "documents" and not SIGNING & _with_next(reading, place):
        # Several in one sentence are what came of talks, in whatever words.
        return len(kind.evidence.findall(sentence.text)) >= SEVERAL
    return kind.evidence.search(text_for(kind, wanted, sentence.text)) is not None


def _is_of_country(kind: Asked, wanted: Wanted, text: str, release: Release) -> bool:
    """Whether an address or number in `text` is of a country asked about, if any is named by it.

    It belongs to the country or city that is named last before it.
    """
    keys = frozenset().union(*wanted.countries)
    found = Gazetteer.load().mentions(text, release.language)
    places = [
        (place.end, place.code if isinstance(place, CountryMention) else place.country)
        for place in found
        if isinstance(place, CountryMention | CityMention)
    ]
    for match in kind.evidence.finditer(text):
        before = [code for end, code in places if end <= match.start() and code not in OWN]
        if not (keys and before) or f"@country:{before[-1]}" in keys:
            return True
    return False


def text_for(kind: Asked, wanted: Wanted, text: str) -> str:
    """`text`, as long as before, without what only looks like the kind: a date is no number.

    Nor is a figure of the question itself: it is not what is asked for.
    """
    if kind.name in FIGURES:
        text = FIGURE.sub(lambda match: _unless_own(match.group(), wanted), text)
    if kind.name != "number":
        return text
    text = dates_kept_out(text)
    money = next((other for other in wanted.kinds if other.name == "money"), None)
    return text if money is None else blanked(money.evidence, text)


def _unless_own(figure: str, wanted: Wanted) -> str:
    return " " * len(figure) if fold(figure) in wanted.own else figure


def persons_asked(
    wanted: Wanted, reading: Reading, place: int, release: Release
) -> tuple[Person, ...]:
    """Names in the sentence at `place` that can be the one asked for.

    Where the holder of an office is asked for, the sentence has to speak of that office, and
    the name not to stand beside another country.
    """
    sentence = reading.sentences[place]
    found = persons_in(sentence.text, release.language)
    asked = wanted.offices
    if not asked:
        return tuple(person for person in found if not _is_named(person, wanted))
    if not asked & sentence.terms:
        return ()
    if "~deputy" not in asked:
        found = tuple(person for person in found if not _is_deputy(person, sentence.text))
    if asked & ABROAD:
        return found
    if not wanted.nations:
        return tuple(person for person in found if person.countries <= OWN)
    beside = tuple(person for person in found if person.countries & wanted.nations)
    if beside or sentence.countries:
        return beside
    return tuple(person for person in found if not person.countries)


def _is_named(person: Person, wanted: Wanted) -> bool:
    """Whether the question itself names `person`, and asks of them more than who they are."""
    name = frozenset(words(person.name))
    return name <= wanted.own and any(fold(word.text) not in name for word in wanted.words)


def _is_deputy(person: Person, text: str) -> bool:
    before = text[max(person.start - 70, 0) : person.start]
    return DEPUTY.search(before) is not None


def others_asked(wanted: Wanted, reading: Reading, place: int, release: Release) -> bool:
    """Whether the sentence at `place` tells of a deed of who is asked about, and names another."""
    sentence = reading.sentences[place]
    deeds = frozenset().union(*(word.concepts for word in wanted.words)) - OFFICES
    others = [
        person
        for person in persons_in(sentence.text, release.language)
        if not person.countries & wanted.nations
    ]
    return bool(others) and bool(deeds & sentence.terms)


def _with_next(reading: Reading, place: int) -> frozenset[str]:
    near = reading.sentences[max(place - 1, 0) : place + 2]
    return frozenset().union(*(sentence.terms for sentence in near))
