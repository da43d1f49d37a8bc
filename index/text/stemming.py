"""Words of a text as stems: Snowball for English and Russian, suffix layers for Kazakh."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import Stemmer
import yaml

from corpus.release import Language

WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+", re.UNICODE)
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
SNOWBALL = {Language.EN: "english", Language.RU: "russian"}


def stems(text: str, language: Language) -> list[str]:
    """The stems of all words of `text`, in order.

    A Latin word is stemmed as English and a Cyrillic one as `language` says (as Russian in
    an English text), since names and abbreviations cross the scripts.
    """
    return [_stem(word, language) for word in words(text)]


def words(text: str) -> list[str]:
    """Words and numbers of `text`, folded: lower case, no accents, one form a letter."""
    return WORD.findall(fold(text))


def fold(text: str) -> str:
    """`text` in NFKC and lower case, with the accents of Latin letters taken off and ё as е."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    if text.isascii():
        return text
    return "".join(_FOLDED.get(character) or _fold_character(character) for character in text)


_FOLDED: dict[str, str] = {}


def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    folded = base if base.isascii() and base.isalpha() else character
    _FOLDED[character] = folded
    return folded


@lru_cache(maxsize=200_000)
def _stem(word: str, language: Language) -> str:
    if not CYRILLIC.search(word):
        return str(_snowball(Language.EN).stemWord(word))
    if language is Language.KK:
        return kazakh_stem(word)
    return str(_snowball(Language.RU).stemWord(word))


@cache
def _snowball(language: Language) -> Any:  # noqa: ANN401 - the stemmer has no type
    return Stemmer.Stemmer(SNOWBALL[language])


def kazakh_stem(word: str) -> str:
    """`word` without its inflection, at least three letters long where it was as long."""
    layers, devoice = _kazakh()
    for suffixes, keep in layers:
        for suffix in suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= keep:
                word = word[: -len(suffix)]
                break
    return word[:-1] + devoice.get(word[-1], word[-1])


def kazakh_suffixes() -> tuple[str, ...]:
    """The inflectional suffixes that `kazakh_stem` takes off."""
    return tuple(suffix for suffixes, _ in _kazakh()[0] for suffix in suffixes)


@cache
def _kazakh() -> tuple[tuple[tuple[tuple[str, ...], int], ...], dict[str, str]]:
    rules = yaml.safe_load(files("index.data").joinpath("kazakh_suffixes.yaml").read_text("utf-8"))
    layers = tuple(
        (tuple(sorted(layer["suffixes"], key=len, reverse=True)), int(layer["keep"]))
        for layer in rules["layers"]
    )
    return layers, rules["devoice"]
