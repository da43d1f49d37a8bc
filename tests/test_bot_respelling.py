"""Kazakh and Russian questions typed in Latin or in plain letters."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.passages.respelling import as_releases_spell
from bot.question import question_language, read_question
from corpus.release import Language, Release, ReleaseKey
from index.passage import Hit, IndexedRelease, Passage

BODY = "Тараптар көпірді жөндеу құнын келісті. Әуежайға апаратын жаңа жол ашылды."


def hit(body: str, language: Language = Language.KK) -> Hit:
    key = ReleaseKey("mfa", "news", "1", language)
    release = Release(key, "", "Көпір", body, datetime(2024, 5, 1, tzinfo=UTC))
    source = IndexedRelease(0, 0, release, frozenset())
    return Hit(Passage(0, 0, 0, len(body)), source, 1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("Копирди жондеу канша турады?", "Көпірді жөндеу қанша тұрады?"),
        ("Kopirdi jondeu qansha turady?", "Көпірді жөндеу қанша тұрады?"),
        ("Auejaiga jana jol qashan ashyldy?", "Әуежайға жаңа жол қашан ашылды?"),
    ],
)
def test_words_take_the_letters_that_releases_have(typed: str, spelt: str) -> None:
    question = as_releases_spell(read_question(typed, (), None), [hit(BODY)])
    assert question.text == spelt
    assert question.written == typed


@pytest.mark.parametrize("text", ["Көпірді жондеу кашан?", "Сколько стоит мост?", "Who came?"])
def test_other_questions_stay_as_they_are(text: str) -> None:
    question = read_question(text, (), None)
    assert as_releases_spell(question, [hit(BODY)]) is question


def test_releases_in_other_languages_teach_no_letters() -> None:
    question = read_question("жонделди ме", (), Language.KK)
    assert "ө" not in as_releases_spell(question, [hit("Жөнделді", Language.RU)]).text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("do kakogo goda prodlili soglashenie", Language.RU),
        ("skolko stoit viza", Language.RU),
        ("qansha adam keldi", Language.KK),
        ("neshe kelisim jasaldy", Language.KK),
        ("who came to us in may", Language.EN),
        ("trade with Vietnam", Language.EN),
    ],
)
def test_languages_in_latin_letters(text: str, language: Language) -> None:
    assert question_language(text) is language
