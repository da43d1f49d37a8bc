"""What a brief is on, and which messages ask for one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.brief.asked import brief_asked
from bot.brief.brief import Subject, SubjectKind
from bot.brief.naming import known_subject, language_of_name, name_subject
from corpus.release import Language
from index.extraction.event import Party, Role

EN, RU, KK = Language.EN, Language.RU, Language.KK
OLDEST = date(2022, 1, 1)
KENYAN = Subject(SubjectKind.COUNTRY, "KE")
ENVOY = Party(Role.FOREIGN_MINISTER, "Arman Seitov", "Minister", "KZ")


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Ghana", EN, "GH"),
        ("Гану", RU, "GH"),
        ("Ганамен", KK, "GH"),
        ("South Korea", EN, "KR"),
        ("ROK", EN, "KR"),
        ("Guinea-Bissau", EN, "GW"),
        ("Accra", EN, "GH"),
        ("Kazakhstan and Ghana", EN, "GH"),
        ("ОИС", RU, "OIC"),
        ("African Union", EN, "AU"),
        ("Австралия", RU, "AU"),
    ],
)
def test_a_name_is_found_in_each_language(text: str, language: Language, key: str) -> None:
    named = name_subject(text, language)
    assert named.subject is not None
    assert named.subject.key == key
    assert not named.suggestions


@pytest.mark.parametrize(
    ("text", "language", "keys"),
    [
        ("Congo", EN, ["CG", "CD"]),
        ("с Гвинеей", RU, ["GN", "GQ", "GW", "PG"]),
        ("Корея", KK, ["KR", "KP"]),
        ("Sudan", EN, ["SD", "SS"]),
        ("Ghana or Togo", EN, ["GH", "TG"]),
        ("Swedn", EN, ["SE"]),
    ],
)
def test_what_may_be_meant_is_suggested(text: str, language: Language, keys: list[str]) -> None:
    named = name_subject(text, language)
    assert named.subject is None
    assert [subject.key for subject in named.suggestions][: len(keys)] == keys


def test_the_host_a_region_and_nonsense_are_no_subject() -> None:
    assert name_subject("Kazakhstan", EN).is_home
    assert name_subject("Астана", RU).is_home
    region = name_subject("Африка", RU)
    assert region.is_region
    assert Subject(SubjectKind.COUNTRY, "GH") in region.suggestions
    assert not name_subject("qwrtpsdf", EN).suggestions


@settings(deadline=None)  # the first example reads data files
@given(st.text(max_size=40))
def test_no_name_breaks_the_search(text: str) -> None:
    named = name_subject(text, EN)
    for subject in (named.subject, *named.suggestions):
        assert subject is None or known_subject(subject.kind, subject.key) == subject


@pytest.mark.parametrize(
    ("kind", "key"), [("co", "KZ"), ("co", "ZZ"), ("og", "GH"), ("co", "gh"), ("", "GH")]
)
def test_forged_keys_are_of_nothing(kind: str, key: str) -> None:
    assert known_subject(kind, key) is None


@pytest.mark.parametrize(
    ("text", "usual", "language"),
    [
        ("Ghana", RU, EN),
        ("Гана", EN, RU),
        ("Гана", KK, KK),
        ("Әзербайжан", RU, KK),
        ("", RU, RU),
    ],
)
def test_letters_tell_the_language(text: str, usual: Language, language: Language) -> None:
    assert language_of_name(text, usual) is language


@pytest.mark.parametrize(
    ("text", "language", "by_name"),
    [
        ("Ghana", EN, True),
        ("Гана?", RU, True),
        ("Kazakhstan and Ghana", EN, True),
        ("tell me about relations with Ghana", EN, False),
        ("Расскажи об отношениях с Ганой", RU, False),
        ("Ганамен қарым-қатынас", KK, False),
        ("Қазақстан мен Гана арасындағы қатынастар туралы айтып бер", KK, False),
    ],
)
def test_a_brief_is_asked_for(text: str, language: Language, by_name: bool) -> None:
    asked = brief_asked(text, language)
    assert asked is not None
    assert asked.named.subject == Subject(SubjectKind.COUNTRY, "GH")
    assert asked.by_name is by_name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Who visited Ghana?", EN),
        ("trade with Ghana", EN),
        ("Ghana 2024", EN),
        ("Africa", EN),
        ("Kazakhstan", EN),
        ("relations", EN),
        ("Президент Ганы", RU),
        ("Ганада не болды", KK),
        ("Ghana " * 40, EN),
    ],
)
def test_other_questions_are_left_alone(text: str, language: Language) -> None:
    assert brief_asked(text, language) is None
