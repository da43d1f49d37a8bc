"""Groups of words that mean the same, across languages and synonyms."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from bot.passages.concepts import concepts_of, concepts_of_word, stems_of, topical
from corpus.release import Language
from index.text.stemming import stems


@pytest.mark.parametrize(
    ("text", "language", "group"),
    [
        ("The treaty was concluded in Lima.", Language.EN, "~sign"),
        ("Стороны подписали договор.", Language.RU, "~sign"),
        ("Екі тарап келісімге қол қойды.", Language.KK, "~sign"),
        ("Bilateral turnover has doubled.", Language.EN, "~trade"),
        ("Товарооборот вырос вдвое.", Language.RU, "~trade"),
        ("Сауда көлемі екі есе өсті.", Language.KK, "~trade"),
        ("Министр остановился в гостинице.", Language.RU, "~hotel"),
        ("Министр қонақүйге орналасты.", Language.KK, "~hotel"),
    ],
)
def test_words_of_each_language_meet_in_a_group(text: str, language: Language, group: str) -> None:
    assert group in concepts_of(text, language)


@pytest.mark.parametrize(
    ("word", "language", "group"),
    [
        ("adress", Language.EN, "~address"),
        ("memorandun", Language.EN, "~memorandum"),
        ("кездести", Language.KK, "~meet"),
        ("прилител", Language.RU, "~visit"),
    ],
)
def test_slips_and_plain_letters_are_understood(word: str, language: Language, group: str) -> None:
    assert group in concepts_of_word(word, language)


@pytest.mark.parametrize("word", ["great", "signal", "ветер", "көк"])
def test_words_that_only_look_alike_are_not(word: str) -> None:
    language = Language.EN if word.isascii() else Language.RU if word == "ветер" else Language.KK
    assert not concepts_of(word, language)


def test_every_group_speaks_three_languages() -> None:
    content = yaml.safe_load(files("bot.passages").joinpath("concepts.yaml").read_text("utf-8"))
    things = content.pop("topical")
    assert set(things) <= set(content)
    assert topical() == {f"~{name}" for name in things}
    for group, members in content.items():
        assert set(members) == set(Language), group
        assert all(isinstance(word, str) for words in members.values() for word in words), group


def test_stems_of_a_group_are_those_of_the_index() -> None:
    words = {"trade": Language.EN, "товарооборот": Language.RU, "сауда": Language.KK}
    assert {stems(word, language)[0] for word, language in words.items()} <= stems_of("~trade")
