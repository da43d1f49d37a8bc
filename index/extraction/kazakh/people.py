"""Persons named in a Kazakh text: where, in which bare form and in which case; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.release import Language
from index.extraction.annotation import PersonMention, Sentence
from index.extraction.kazakh.cases import Case, case_endings, case_of, name_readings
from index.extraction.lexicon import lexicon

_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_INITIAL = rf"[{_UPPER}](?:[a-zа-яё]{{0,2}})?\.[ -]?"
_SMALL = r"(?:әл|ал|аль|эль|ас|әс|аш|әш|ат|әт|аз|әз|ар|әр|ад|әд|ан|ән|эд|эр|д|ль|ла|де)"
_NAME = rf"(?:{_SMALL}[-’'])?[{_UPPER}][^\W\d_]*(?:[-’'ʼ][^\W\d_]+)*"
_WORD = re.compile(rf"(?:{_INITIAL}){{1,3}}{_NAME}|{_NAME}|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SPACE = re.compile(r"[ \u00a0]+")
_POLITE = re.compile(r"[ \u00a0](?:мырза|ханым)\w{0,6}(?!\w)")
# A capitalised word before one of these names a house, not a person.
_OF_HOUSE = re.compile(
    r"\s+(?:ұлттық|халықаралық|мемлекеттік|университет|институт|орталығ|академия|музей|театр|қонақүй)"
)
_HOUSE = re.compile(r"(?:ақорда|елорда|астана|үкімет|парламент|мәжіліс|сенат)(?!ов)")
_INITIALS = re.compile(rf"(?:{_INITIAL}){{1,3}}")
_ABBREVIATED = re.compile(rf"(?<![\w.])(?:{_INITIAL}){{1,3}}{_NAME}")
_MOST_WORDS = 7
_LONG = 5
_SHORTEST = 2
_WITH = re.compile(
    r"кездес|келіссөз|консультация|диалог|кеңес|сөйлес|тілдес|сұхбат|әңгіме|бірге|бірлес"
    r"|пікір|талқыла|қол қой|жүздес|қарал"
)
# What only surnames end in, unless a patronymic follows.
_SURNAME = re.compile(
    r"(?:[оеё]в|[оеё]ва|ұлы|қызы|[оеё]вич|[оеё]вна)(?:ның|нің|тың|тің|мен|пен|ты|ті|ны)?$"
)
# Cases that are taken off although the bare form stands nowhere else in the text.
_SURE = (Case.GENITIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL)


@dataclass(frozen=True, slots=True)
class Named:
    """A person and the case that the name stands in."""

    person: PersonMention
    case: Case
    end: int  # of the name with "Mr" or "Ms" after it, which then bears the case


def name_after(sentence: Sentence, position: int, closed: tuple[int, ...]) -> Named | None:
    """The name that follows an office which ends at `position`.

    `closed` are offsets at which something begins that is no name: an office, a place.
    """
    words: list[re.Match[str]] = []
    while len(words) < _MOST_WORDS:
        space = _SPACE.match(sentence.body, position, sentence.end)
        if space is None:
            break
        word = _WORD.match(sentence.body, space.end(), sentence.end)
        if word is None or word.start() in closed or not _continues(word.group(), words):
            break
        words.append(word)
        position = word.end()
        if len(words) > 1 and _SURNAME.search(word.group().lower()):
            break
    while words and not _is_capital(words[-1].group()):
        words.pop()
    while words and words[0].group().lower() in lexicon(Language.KK).words["titles"]:
        words.pop(0)
    if not words or (len(words) == 1 and _OF_HOUSE.match(sentence.lowered, words[0].end())):
        return None
    found = named(sentence.body, words[0].start(), words[-1].end())
    polite = _POLITE.match(sentence.lowered, words[-1].end(), sentence.end)
    return replace(found, end=polite.end()) if polite else found


def abbreviated_names(sentence: Sentence) -> list[Named]:
    """Names with initials, which need no office beside them."""
    found = _ABBREVIATED.finditer(sentence.body, sentence.start, sentence.end)
    return [named(sentence.body, match.start(), match.end()) for match in found]


def name_pattern(person: PersonMention) -> str:
    """A pattern of the words by which a person can be named again, in every case."""
    words = [
        re.escape(word)
        for word in re.split(r"[ \u00a0.]+", person.name)
        if len(word) >= _SHORTEST and _is_capital(word)
    ]
    endings = "|".join(case_endings())
    one = "|".join(words) or re.escape(person.name)
    return rf"(?:(?:{_INITIAL}){{1,3}})?(?:{one})(?: (?:{one}))*(?:{endings})?"


def _continues(word: str, words: list[re.Match[str]]) -> bool:
    lists = lexicon(Language.KK).words
    lowered = word.lower()
    if case_of(word) is Case.ATTRIBUTIVE:  # what is at a place, not somebody
        return False
    if _is_capital(word):
        is_first = not words
        return (is_first or not _INITIALS.match(word)) and not _is_no_name(word)
    if not words:
        return lowered in lists["titles"]
    if lowered == "бен":  # "and" after these sounds only, else the Arabic "son of"
        return words[-1].group()[-1] not in "зж"
    return lowered in lists["particles"]


def _is_capital(word: str) -> bool:
    return word[0].isupper() or bool(re.match(rf"{_SMALL}[-’'][{_UPPER}]", word))


def _is_no_name(word: str) -> bool:
    """Whether a capitalised word is an abbreviation, or names a body or a paper."""
    is_short = len(word) > 1 and word.isupper() and "." not in word and len(word) < _LONG
    lowered = word.lower()
    is_listed = lowered in lexicon(Language.KK).words["not_names"]
    return is_short or is_listed or _HOUSE.match(lowered) is not None


def named(body: str, start: int, end: int) -> Named:
    """The person whose name stands there, without the ending of the case that it stands in."""
    text = body[start:end]
    last = re.split(r"[ \u00a0]|(?<=\.)", text)[-1]
    for stem, case in name_readings(last):
        if case is Case.NOMINATIVE:
            break
        if _stands_bare(body, stem) or _is_sure(body, end, case):
            name = text[: len(text) - len(last) + len(stem)]
            return Named(PersonMention(start, end, name, stem), case, end)
    return Named(PersonMention(start, end, text, last), Case.NOMINATIVE, end)


def _is_sure(body: str, end: int, case: Case) -> bool:
    if case is Case.ABLATIVE:
        return body[end - 3] in "нН"
    if case is Case.DATIVE:
        return body[end - 2] in "ғқ"
    if case is Case.INSTRUMENTAL:
        return bool(_WITH.search(body[end : end + 400].lower()))
    return case in _SURE


@lru_cache(maxsize=4096)
def _stands_bare(body: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?![\w-])", body) is not None
