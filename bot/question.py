"""What a question says about itself: its language and the words that carry its topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from bot.passages.concepts import knows_word
from bot.query.words import QueryWords
from corpus.language import detect_language
from corpus.release import Language
from index.analysis import keys, named
from index.places.gazetteer import Gazetteer
from index.places.mentions import CityMention, CountryMention, Mention
from index.text.stemming import CYRILLIC, WORD, fold, stems, words
from index.text.transliteration import cyrillic_readings, to_cyrillic

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
    are ambiguous; `names` all keys, with those of organisations. `written` is `text` before
    Latin letters were read as those of its language.
    """

    text: str
    language: Language
    lookup: str
    topic: tuple[str, ...]
    places: tuple[frozenset[str], ...]
    names: tuple[str, ...]
    written: str = ""

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
    written, text = text, _in_own_alphabet(_in_one_alphabet(text))
    lookup = text
    if history and _leans(text, language):
        earlier = _in_own_alphabet(history[-1])
        lookup = f"{_leant_on(earlier, text, language)} {text}"
    return _of(text, lookup, language, written)


def respelt(question: Question, spell: Callable[[str], str]) -> Question:
    """The question with its words spelt otherwise, letter for letter."""
    text, lookup = spell(question.text), spell(question.lookup)
    return _of(text, lookup, question.language, question.written)


def _of(text: str, lookup: str, language: Language, written: str) -> Question:
    topic = topic_words(lookup)
    return Question(
        text,
        language,
        lookup,
        topic,
        places=tuple(frozenset(keys(place)) for place in _places(lookup, language)),
        names=tuple(dict.fromkeys(named(mentions_in(lookup, language)))),
        written=written,
    )


def _leans(text: str, language: Language) -> bool:
    """Whether `text` is too short to stand alone, or speaks of somebody whom it does not name."""
    if len(topic_words(text)) < FOLLOW_UP_LENGTH:
        return not _stands_alone(text, language)
    refers = _function_words()["referring"] & set(words(text))
    return bool(refers) and all(HOST & frozenset(keys(p)) for p in _places(text, language))


def _stands_alone(text: str, language: Language) -> bool:
    """Whether a short question says of whom and what it asks: "what was signed with Ghana?"."""
    said = words(text)
    if not said or {said[0], said[-1]} & _function_words()["going-on"]:
        return False
    mentions = mentions_in(text, language)
    places = [m for m in mentions if isinstance(m, CountryMention | CityMention)]
    if all(HOST & frozenset(keys(place)) for place in places):
        return False
    rest = without(text, [(mention.start, mention.end) for mention in mentions])
    return bool(topic_words(rest)) and len(said) > len(topic_words(text))


def _in_one_alphabet(text: str) -> str:
    """`text` with the Latin letters in Cyrillic words that look like Cyrillic ones made so."""
    return _MIXED.sub(lambda match: match.group().translate(_LOOK_ALIKE), text)


def _in_own_alphabet(text: str) -> str:
    """`text` in Cyrillic letters, where it is Russian or Kazakh and has none."""
    if CYRILLIC.search(text) or question_language(text) is Language.EN:
        return text
    return WORD.sub(lambda word: _as_cyrillic(word.group()), text)


def _as_cyrillic(word: str) -> str:
    if word.isupper():
        return word  # an abbreviation may be a foreign one
    read = to_cyrillic(fold(word)).text
    return read.capitalize() if word[0].isupper() else read


def _leant_on(earlier: str, text: str, language: Language) -> str:
    """What of the `earlier` question still holds: not its places where `text` names others."""
    if all(HOST & frozenset(keys(place)) for place in _places(text, language)):
        return earlier
    for place in reversed(_places(earlier, question_language(earlier))):
        if not HOST & frozenset(keys(place)):
            earlier = earlier[: place.start] + earlier[place.end :]
    return earlier


def _places(text: str, language: Language) -> list[CountryMention | CityMention]:
    mentions = mentions_in(text, language)
    return [m for m in mentions if isinstance(m, CountryMention | CityMention)]


@lru_cache(maxsize=1_000)
def mentions_in(text: str, language: Language) -> tuple[Mention, ...]:
    """The places and bodies that a question names, told once however often it is looked at."""
    return tuple(Gazetteer.load().mentions_in_question(text, language))


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text`, as long as before, with blanks in the place of `spans`."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@lru_cache(maxsize=1_000)
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
    if not CYRILLIC.search(text):
        # "Ghana" in Latin letters is no Kazakh "ғана".
        named = mentions_in(text, Language.EN)
        rest = words(without(text, [(mention.start, mention.end) for mention in named]))
        votes = {each: sum(_knows(word, each) for word in rest) for each in Language}
    elif any("а" <= letter <= "я" for letter in fold(text)):
        votes.pop(Language.EN)
        if votes[Language.KK] == votes[Language.RU]:
            return detect_language(text)
    best = max(votes.values())
    return next(language for language in (*_PREFERRED,) if votes.get(language) == best)


def _knows(word: str, language: Language) -> bool:
    """Whether a Latin word is one of English or, read in Cyrillic, of another language."""
    groups = {Language.EN: ("en",), Language.RU: ("ru", "ru-latin")}.get(language, _KAZAKH)
    forms = (word,) if language is Language.EN else (word, *cyrillic_readings(word))
    if any(form in _function_words()[group] for group in groups for form in forms):
        return True
    forms = forms if language is Language.EN else forms[1:]
    known = QueryWords.of(language)
    long = (form for form in forms if len(form) > _TOO_SHORT)
    return any(knows_word(form, language) or known.knows(form) for form in long)


_TOO_SHORT = 2  # letters, by which no language is told
_KAZAKH = ("kk", "kk-plain", "kk-latin")
_PREFERRED = (Language.EN, Language.RU, Language.KK)


def topic_words(text: str) -> tuple[str, ...]:
    """Words of `text` that are no function words in any language, each once, in order."""
    ignored = _all_function_words()
    return tuple(dict.fromkeys(word for word in words(text) if word not in ignored))


def _count(folded: list[str], *groups: str) -> int:
    known = set().union(*(_function_words()[group] for group in groups))
    return sum(word in known for word in folded)


def function_words_of(language: Language) -> frozenset[str]:
    """Words of a language that carry no topic, in its own letters."""
    return _function_words()[language]


def points_back(word: str) -> bool:
    """Whether a word points to what was named before, as "these" does."""
    return fold(word) in _function_words()["pointing"]


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
