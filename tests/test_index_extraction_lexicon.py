"""Phrases of a language and the labels that its file gives them."""

from __future__ import annotations

import pytest

from corpus.release import Language
from index.extraction.annotate import lower
from index.extraction.annotation import Tense, TriggerKind
from index.extraction.lexicon import Phrases, lexicon


@pytest.mark.parametrize("language", list(Language))
def test_lexicon_of_each_language_compiles(language: Language) -> None:
    assert lexicon(language).triggers.find("") == []


def test_phrases_longer_spelling_wins_and_words_are_whole() -> None:
    phrases = Phrases([("minister", 1), ("prime minister", 2)])
    found = phrases.find("the prime minister, a minister and administers")
    assert [(f.start, f.end, f.label) for f in found] == [(4, 18, 2), (22, 30, 1)]


def test_phrases_space_stands_for_any_white_space() -> None:
    assert Phrases([("prime minister", 0)]).find("prime\u00a0minister")[0].end == 14


@pytest.mark.parametrize(
    ("words", "kind", "tense"),
    [
        ("has arrived", TriggerKind.ARRIVAL, Tense.PAST),
        ("will pay an official visit", TriggerKind.ARRIVAL, Tense.FUTURE),
        ("is in", TriggerKind.STAY, Tense.PRESENT),
        ("took part", TriggerKind.ATTENDANCE, Tense.PAST),
        ("was received", TriggerKind.RECEPTION, Tense.PAST),
        ("invited", TriggerKind.INVITATION, Tense.FUTURE),
        ("came into force", TriggerKind.NONE, Tense.NONE),
    ],
)
def test_lexicon_english_triggers(words: str, kind: TriggerKind, tense: Tense) -> None:
    assert lexicon(Language.EN).triggers.find(words)[0].label == (kind, tense)


@pytest.mark.parametrize("text", ["İstanbul", "ÀÉ", "", "ŞİŞLİ"])
def test_lower_keeps_offsets(text: str) -> None:
    assert len(lower(text)) == len(text)
