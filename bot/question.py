"""What a question says about itself: its language and the words that carry its topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from corpus.language import detect_language
from corpus.release import Language
from index.analysis import keys, named
from index.gazetteer import Gazetteer
from index.gazetteer_mentions import CityMention, CountryMention
from index.stemming import fold, stems, words

FOLLOW_UP_LENGTH = 4  # topic words; a question with fewer leans on the one before it
HOST = frozenset({"@country:KZ", "@city:Astana"})  # named in nearly every release
_LOOK_ALIKE = str.maketrans("aceopxyiABCEHKMOPTXI", "асеорхуіАВСЕНКМОРТХІ")
_MIXED = re.compile(r"\b(?=\w*[а-яёәғқңөұүһі])(?=\w*[a-z])\w+\b", re.IGNORECASE)
LETTERS_OF_KAZAKH = frozenset("әғқңөұүһі")


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it will be looked up.

    `lookup` is what is searched for: the question, with the one before it where it leans on
    that. `topic` holds the words of `lookup` that carry its topic, in order and as written;
    `places` the keys of each country and city that it names, more than one where the words
    are ambiguous; `names` all keys, with those of organisations.
    """

    text: str
    language: Language
    lookup: str
    topic: tuple[str, ...]
    places: tuple[frozenset[str], ...]
    names: tuple[str, ...]

    @property
    def guests(self) -> tuple[frozenset[str], ...]:
        """The places that it names, without the host's own."""
        return tuple(place for place in self.places if not place & HOST)

    def stems(self, language: Language) -> list[str]:
        """The stems of the topic's words, each once, as a text in `language` holds them."""
        return list(dict.fromkeys(stems(" ".join(self.topic), language)))


def read_question(text: str, history: tuple[str, ...], language: Language | None) -> Question:
    """The question `text`, asked after those in `history`; `language` overrides its own."""
    text = " ".join(text.split())
    language = language or question_language(text)
    text = _in_one_alphabet(text)
    lookup = text
    if history and _leans(text, language):
        lookup = f"{_leant_on(history[-1], text, language)} {text}"
    topic = topic_words(lookup)
    mentions = Gazetteer.load().mentions_in_question(lookup, language)
    places = _places(lookup, language)
    return Question(
        text,
        language,
        lookup,
        topic,
        places=tuple(frozenset(keys(place)) for place in places),
        names=tuple(dict.fromkeys(named(mentions))),
    )


def _leans(text: str, language: Language) -> bool:
    """Whether `text` is too short to stand alone, or speaks of somebody whom it does not name."""
    if len(topic_words(text)) < FOLLOW_UP_LENGTH:
        return True
    refers = _function_words()["referring"] & set(words(text))
    return bool(refers) and all(HOST & frozenset(keys(p)) for p in _places(text, language))


def _in_one_alphabet(text: str) -> str:
    """`text` with the Latin letters in Cyrillic words that look like Cyrillic ones made so."""
    return _MIXED.sub(lambda match: match.group().translate(_LOOK_ALIKE), text)


def _leant_on(earlier: str, text: str, language: Language) -> str:
    """What of the `earlier` question still holds: not its places where `text` names others."""
    if all(HOST & frozenset(keys(place)) for place in _places(text, language)):
        return earlier
    for place in reversed(_places(earlier, question_language(earlier))):
        if not HOST & frozenset(keys(place)):
            earlier = earlier[: place.start] + earlier[place.end :]
    return earlier


def _places(text: str, language: Language) -> list[CountryMention | CityMention]:
    mentions = Gazetteer.load().mentions_in_question(text, language)
    return [m for m in mentions if isinstance(m, CountryMention | CityMention)]


def question_language(text: str) -> Language:
    """The language of a question, also of one in Latin or in plain Cyrillic letters."""
    folded = words(text)
    votes = {
        Language.KK: _count(folded, "kk", "kk-plain", "kk-latin"),
        Language.RU: _count(folded, "ru", "ru-latin"),
        Language.EN: _count(folded, "en"),
    }
    if LETTERS_OF_KAZAKH & set(fold(text)):
        return Language.KK
    if any("а" <= letter <= "я" for letter in fold(text)):
        votes.pop(Language.EN)
        if votes[Language.KK] == votes[Language.RU]:
            return detect_language(text)
    best = max(votes.values())
    return next(language for language in (*_PREFERRED,) if votes.get(language) == best)


_PREFERRED = (Language.EN, Language.RU, Language.KK)


def topic_words(text: str) -> tuple[str, ...]:
    """Words of `text` that are no function words in any language, each once, in order."""
    ignored = _all_function_words()
    return tuple(dict.fromkeys(word for word in words(text) if word not in ignored))


def _count(folded: list[str], *groups: str) -> int:
    known = set().union(*(_function_words()[group] for group in groups))
    return sum(word in known for word in folded)


@cache
def _all_function_words() -> frozenset[str]:
    return frozenset().union(*_function_words().values())


@cache
def _function_words() -> dict[str, frozenset[str]]:
    content = files("bot").joinpath("function_words.yaml").read_text("utf-8")
    return {
        group: frozenset(fold(str(word)) for word in members)
        for group, members in yaml.safe_load(content).items()
    }
