"""Names of persons in a sentence, told by their capitals, and the country each stands beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from bot.passages.concepts import concepts_of
from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import CountryMention

_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІİĀ-Ž]"
_NAME = rf"(?:{_CAPITAL}[\w’'ʼ]{{1,30}}(?:-{_CAPITAL}?[\w’'ʼ]{{1,30}}){{0,3}})"
_INITIAL = rf"(?:{_CAPITAL}[a-zа-я]?\.)"
_PART = re.compile(r"\S+")
_BESIDE = 110  # characters between a country and the name of who acts for it
_AND = frozenset({"", "and", "и", "мен", "бен", "пен", "және"})
_OF = frozenset({"of", "from", "", "из"})  # between a name and its country


@dataclass(frozen=True, slots=True)
class Person:
    """A name as written, `text[start:end]`, and codes of the country it stands beside, if any."""

    start: int
    end: int
    name: str
    countries: frozenset[str]


@lru_cache(maxsize=20_000)
def persons_in(text: str, language: Language) -> tuple[Person, ...]:
    """Names of two words or more, or with an initial, in reading order."""
    mentions = Gazetteer.load().mentions(text, language)
    taken = [(mention.start, mention.end) for mention in mentions]
    names = [span for match in _run().finditer(text) for span in _names(match, taken, language)]
    countries = [m for m in mentions if isinstance(m, CountryMention)]
    return tuple(
        Person(start, end, text[start:end], _beside(start, end, countries, names, text))
        for start, end in names
    )


def _names(
    match: re.Match[str], taken: Sequence[tuple[int, int]], language: Language
) -> list[tuple[int, int]]:
    """The parts of a run of capitalised words that are no places, offices or bodies."""
    spans: list[tuple[int, int]] = []
    current: list[tuple[int, int]] = []
    for part in _PART.finditer(match.group()):
        start, end = part.start() + match.start(), part.end() + match.start()
        word = part.group()
        if any(first <= start < last for first, last in taken) or _is_title(word):
            spans.extend(_joined(current))
            current = []
        elif is_name_of_body(word, language):
            current = []  # what stands before it is its name: "Adam Smith University"
        else:
            current.append((start, end))
    return [*spans, *_joined(current)]


def _joined(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(parts[0][0], parts[-1][1])] if len(parts) > 1 else []


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in _words("titles")


@lru_cache(maxsize=50_000)
def is_name_of_body(word: str, language: Language) -> bool:
    """Whether `word` stands in names of bodies, days and months, and is part of no person's."""
    # Surnames of one language look like words of another: only its own are asked.
    return word.lower() in _words("others") or bool(concepts_of(word, language))


@cache
def _run() -> re.Pattern[str]:
    particle = "|".join(sorted(_words("particles")))
    return re.compile(
        rf"{_INITIAL}\s?(?:{_INITIAL}\s?)?{_NAME}(?:[ -]{_NAME})?"
        rf"|{_NAME}(?: (?:(?:{particle})[ -]){{0,3}}(?:{_NAME}|{_INITIAL})){{1,12}}"
    )


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(map(str, _content()[group]))


@cache
def _content() -> dict[str, list[str]]:
    content: dict[str, list[str]] = yaml.safe_load(
        files("bot.passages").joinpath("persons.yaml").read_text("utf-8")
    )
    return content


def _beside(
    start: int,
    end: int,
    countries: Sequence[CountryMention],
    names: Sequence[tuple[int, int]],
    text: str,
) -> frozenset[str]:
    after = [m for m in countries if m.start >= end and text[end : m.start].strip(" ,(") in _OF]
    before = [m for m in countries if m.end <= start]
    if after and not (before and text[before[-1].end : start].strip(" ,–-") == ""):
        return _codes(after[0])
    run = _run_of(start, end, names, text)
    before = [m for m in before if m.end <= run[0][0] and run[0][0] - m.end <= _BESIDE]
    if not before:
        return frozenset()
    listed = _run_of(before[-1].start, before[-1].end, [(m.start, m.end) for m in before], text)
    place = run.index((start, end))
    if len(listed) == len(run) > 1:  # "the ministers of Peru and Chile, A and B"
        return _codes(before[len(before) - len(run) + place])
    # Of several names after one country the first is its own.
    return (
        _codes(before[-1])
        if place == 0 and not _between(before[-1].end, start, names)
        else (frozenset())
    )


def _run_of(
    start: int, end: int, spans: Sequence[tuple[int, int]], text: str
) -> list[tuple[int, int]]:
    """The spans that are joined to this one by no more than a comma or "and", itself too."""
    run = [(start, end)]
    for span in reversed([span for span in spans if span[1] <= start]):
        if text[span[1] : run[0][0]].strip(" ,") not in _AND:
            break
        run.insert(0, span)
    for span in [span for span in spans if span[0] >= end]:
        if text[run[-1][1] : span[0]].strip(" ,") not in _AND:
            break
        run.append(span)
    return run


def _between(end: int, start: int, names: Sequence[tuple[int, int]]) -> bool:
    return any(end <= first < start for first, _ in names)


def _codes(mention: CountryMention) -> frozenset[str]:
    return frozenset({mention.code, *mention.also})
