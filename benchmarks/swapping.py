"""Other people and other countries for an English evaluation set, the same everywhere in it.

A name becomes another of the same shape: as long, with the same capitals, hyphens and accents,
vowels for vowels. A country becomes one that is in the same regions and organisations, as far
as the set's questions know any: so that what answers a question stays what answers it. Its
capital goes with it; a country of which other cities are named stays as it is.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from random import Random

DATA = Path(__file__).resolve().parents[1] / "index" / "data" / "gazetteer"
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"
SHORTEST = 3  # letters of a part of a name; shorter ones are particles
WORD = re.compile(r"[^\W\d_]+")
TITLES = {
    "Sheikh", "Prince", "Princess", "Sir", "Dame", "Dato", "Datuk", "Haji", "Ould", "Bin", "Ibn",
    "Von", "Van", "Dos", "Della",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """A country as English texts name it: first the name that a swap puts there."""

    code: str
    names: tuple[str, ...]
    formal: str
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """What is put for what: words of texts, `people` of them parts of people's names; codes."""

    words: Mapping[str, str]
    codes: Mapping[str, str]
    people: int

    def text(self, text: str) -> str:
        """`text` with all names in it swapped."""
        return "".join(piece for piece, _ in self._pieces(text))

    def cut(self, text: str, start: int, end: int) -> str:
        """What becomes of `text[start:end]` when all of `text` is swapped."""
        found, place = [], 0
        for piece, length in self._pieces(text):
            if start <= place and place + length <= end:
                found.append(piece)
            elif place < end and start < place + length:
                found.append(text[max(start, place) : min(end, place + length)])
            place += length
        return "".join(found)

    def code(self, code: str | None) -> str | None:
        """The code of the country that is put for this one."""
        return self.codes.get(code, code) if code else code

    def _pieces(self, text: str) -> Iterable[tuple[str, int]]:
        """The swapped text in pieces, each with the length of what it stands for."""
        place = 0
        for match in self._pattern().finditer(text):
            yield text[place : match.start()], match.start() - place
            article, word = match["article"] or "", match["word"]
            yield _article(article, self.words[word]) + self.words[word], len(match[0])
            place = match.end()
        yield text[place:], len(text) - place

    def _pattern(self) -> re.Pattern[str]:
        return _pattern(tuple(self.words))


def make_swap(
    releases: Sequence[str],
    people: Iterable[str],
    groups: Iterable[Collection[str]],
    fixed: Collection[str],
    random: Random,
) -> Swap:
    """A swap for texts that name `people`; countries keep their `groups`, `fixed` ones stay."""
    text = "\n".join(releases)
    countries = {country.code: country for country in read_countries()}
    free = [c for c in countries.values() if c.code not in fixed and _can_swap(c, text)]
    codes = _paired(free, list(groups), random)
    words: dict[str, str] = {}
    for code, other in codes.items():
        words |= _country_words(countries[code], countries[other])
    named = _people_words(people, text, {*words, *_place_words(countries.values())}, random)
    words = {word: other for word, other in words.items() if word != other}
    return Swap(words | named, codes, len(named))


def read_countries() -> list[Country]:
    """The countries of the gazetteer with the names, adjectives and capitals of English texts."""
    forms = {row["code"]: row for row in _rows("countries.csv")}
    capitals: dict[str, tuple[str, ...]] = {}
    for row in _rows("cities.csv"):
        if row["capital"]:
            capitals.setdefault(row["country"], _split(row["en"]))
    found = []
    for row in _rows("names.csv"):
        form = forms.get(row["code"], {})
        names = (*_split(form.get("en")), row["en"], *_split(form.get("en_alias")))
        adjectives = _split(form.get("en_adj"))
        own = tuple(name for name in dict.fromkeys(names) if name)
        cities = capitals.get(row["code"], ())
        found.append(Country(row["code"], own, row["en_formal"] or own[0], adjectives, cities))
    return found


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter=";"))


def _split(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip("=") for part in (cell or "").split("/") if part.strip("="))


def _can_swap(country: Country, text: str) -> bool:
    """Whether all that the texts may call the country can be put for another's."""
    is_city = set(country.names) & set(country.capitals)
    others = "|".join(re.escape(name) for name in country.names[:1])
    # "Guinea" in "Equatorial Guinea", "Congo" in "Democratic Republic of the Congo"
    within = re.search(rf"[A-Z]\w+[ -](?:{others})\b|\b(?:{others})-[A-Z]", text)
    # A formal name that the gazetteer does not have would leave half of it behind.
    formal = re.findall(rf"[A-Z]\w+ (?:Republic|State|Kingdom) of (?:the )?(?:{others})\b", text)
    is_known = all(name == country.formal for name in formal)
    is_whole = bool(country.adjectives and country.capitals)
    return is_whole and is_known and not is_city and not within


def _paired(
    free: Sequence[Country], groups: Sequence[Collection[str]], random: Random
) -> dict[str, str]:
    alike: dict[tuple[bool, ...], list[str]] = defaultdict(list)
    for country in free:
        alike[tuple(country.code in group for group in groups)].append(country.code)
    codes: dict[str, str] = {}
    for members in alike.values():
        random.shuffle(members)
        codes |= dict(zip(members, members[1:] + members[:1], strict=True))
    return codes


def _country_words(one: Country, other: Country) -> dict[str, str]:
    capital, name = other.capitals[0], other.names[0]
    words = dict.fromkeys(one.capitals, capital) | {one.capitals[0].upper(): capital.upper()}
    for place, adjective in enumerate(one.adjectives):
        theirs = other.adjectives[min(place, len(other.adjectives) - 1)]
        words |= {adjective: theirs, f"{adjective}s": f"{theirs}s"}
    words |= {one.formal: other.formal, one.names[0].upper(): name.upper()}
    # "the Gambia" becomes Kenya, not "the Kenya".
    return words | dict.fromkeys((*(f"the {own}" for own in one.names), *one.names), name)


def _people_words(
    people: Iterable[str], text: str, taken: Collection[str], random: Random
) -> dict[str, str]:
    """Another name for each part of the names of `people`, with and without accents."""
    small = {word for word in WORD.findall(text) if word.islower()}
    words: dict[str, str] = {}
    used = {*taken, *WORD.findall(text)}
    for part in sorted({part for person in people for part in WORD.findall(person)}):
        is_word = part.lower() in small or part in taken or part in TITLES
        if len(part) < SHORTEST or not part[0].isupper() or is_word:
            continue
        other = next(name for name in iter(partial(_shaped, part, random), "") if name not in used)
        used.add(other)
        words |= {part: other}
        words.setdefault(_plain(part), _plain(other))
    return words


def _shaped(name: str, random: Random) -> str:
    """A name of the same length, capitals and accents, with other letters."""
    plain = unicodedata.normalize("NFD", name)
    accented = [unicodedata.combining(after) > 0 for after in f"{plain[1:]} "]
    letters = [
        # No alphabet has an accent on every consonant.
        letter if has_accent and letter.lower() not in VOWELS else _other(letter, random)
        for letter, has_accent in zip(plain, accented, strict=True)
    ]
    return unicodedata.normalize("NFC", "".join(letters))


def _other(letter: str, random: Random) -> str:
    small = letter.lower()
    if small in "aeiouy":
        choice = random.choice(VOWELS)
    elif small.isascii() and small.isalpha():
        choice = random.choice(CONSONANTS)
    else:
        return letter
    return choice.upper() if letter.isupper() else choice


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _place_words(countries: Iterable[Country]) -> set[str]:
    texts = (text for c in countries for text in (*c.names, c.formal, *c.adjectives, *c.capitals))
    return {word for text in texts for word in WORD.findall(text)}


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?:\b(?P<article>[Aa]n? ))?(?<![^\W_])(?P<word>{forms})(?![^\W_])")


def _article(article: str, word: str) -> str:
    if not article:
        return ""
    return article[0] + ("n " if word[0] in "AEIO" else " ")
