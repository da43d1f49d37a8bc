"""Questions on documents, calls, credentials, missions and posts become queries of events."""

from __future__ import annotations

from datetime import date

import pytest

from bot.query.query import EventQuery, ItemOf, Places, Shape
from bot.query.reading import read_query
from corpus.release import Language
from index.extraction.event import EventKind, Role

HOME = Places(frozenset({"KZ"}))
PERU = Places(frozenset({"PE"}))
EN, RU, KK = Language.EN, Language.RU, Language.KK


def _query(question: str, language: Language) -> EventQuery:
    reading = read_query(question, (), language, date(2025, 12, 18))
    assert reading is not None
    return reading.query


@pytest.mark.parametrize(
    ("question", "language", "shape"),
    [
        ("Which documents were signed with Peru?", EN, Shape.LIST),
        ("What documents were signed with Peru?", EN, Shape.LIST),
        ("How many documents were signed with Peru?", EN, Shape.COUNT),
        ("Which agreements did Kazakhstan and Peru sign?", EN, Shape.LIST),
        ("Какие документы подписаны с Перу?", RU, Shape.LIST),
        ("Сколько документов подписано с Перу?", RU, Shape.COUNT),
        ("Перумен қандай құжаттарға қол қойылды?", KK, Shape.LIST),
        ("Перумен қанша құжатқа қол қойылды?", KK, Shape.COUNT),
    ],
)
def test_documents_are_asked_for_by_the_other_side(
    question: str, language: Language, shape: Shape
) -> None:
    query = _query(question, language)
    assert (query.kind, query.shape, query.item_of) == (EventKind.DOCUMENT, shape, ItemOf.VISIT)
    assert query.origin == PERU
    assert not query.roles


@pytest.mark.parametrize(
    ("question", "language", "kinds"),
    [
        ("Which memoranda were signed with Peru?", EN, {"memorandum"}),
        ("Which agreements were signed with Peru?", EN, set()),
        ("Какие протоколы подписаны с Перу?", RU, {"protocol"}),
        ("Перумен қандай меморандумдарға қол қойылды?", KK, {"memorandum"}),
        ("Перумен қандай келісімдерге қол қойылды?", KK, set()),
    ],
)
def test_kinds_of_documents_may_be_asked_for(
    question: str, language: Language, kinds: set[str]
) -> None:
    assert _query(question, language).documents == kinds


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which countries signed documents with Kazakhstan in 2024?", EN),
        ("С какими странами подписаны соглашения в 2024 году?", RU),
        ("2024 жылы қай елдермен құжаттарға қол қойылды?", KK),
    ],
)
def test_countries_are_items_where_they_are_asked_for(question: str, language: Language) -> None:
    query = _query(question, language)
    assert (query.kind, query.item_of) == (EventKind.DOCUMENT, ItemOf.TRAVELLER)
    assert not query.origin
    assert (query.first, query.last) == (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("With whom did the minister speak by telephone in 2024?", EN),
        ("With whom did the minister hold telephone talks in 2024?", EN),
        ("С кем министр говорил по телефону в 2024 году?", RU),
        ("2024 жылы министр кіммен телефон арқылы сөйлесті?", KK),
    ],
)
def test_who_spoke_is_not_who_was_spoken_to(question: str, language: Language) -> None:
    query = _query(question, language)
    assert query.kind is EventKind.CALL
    assert not query.roles
    assert not query.topic
    assert query.first == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which foreign ministers did Omarov meet in New York?", EN),
        ("С главами МИД каких стран Омаров встретился в Нью-Йорке?", RU),
    ],
)
def test_the_own_side_of_talks_is_no_topic(question: str, language: Language) -> None:
    query = _query(question, language)
    assert (query.kind, query.topic, query.person) == (EventKind.TALKS, (), None)
    assert query.cities == {"New York"}


@pytest.mark.parametrize(
    ("question", "language", "missions"),
    [
        ("Which missions did Kazakhstan open abroad?", EN, set()),
        ("Which embassies did Kazakhstan open?", EN, {"embassy"}),
        ("Какие посольства Казахстана открылись за рубежом?", RU, {"embassy"}),
        ("Қазақстанның шетелде қандай мекемелері ашылды?", KK, set()),
        ("Қазақстан қай елдерде елшілік ашты?", KK, {"embassy"}),
    ],
)
def test_own_missions_are_those_abroad(
    question: str, language: Language, missions: set[str]
) -> None:
    query = _query(question, language)
    assert query.kind is EventKind.OPENING
    assert not query.origin
    assert query.not_destination == HOME
    assert query.missions == missions


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which countries opened honorary consulates in Almaty?", EN),
        ("Какие страны открыли почётные консульства в Алматы?", RU),
        ("Алматыда қай елдердің құрметті консулдықтары ашылды?", KK),
    ],
)
def test_missions_of_others_are_those_in_kazakhstan(question: str, language: Language) -> None:
    query = _query(question, language)
    assert query.kind is EventKind.OPENING
    assert query.cities == {"Almaty"}
    assert query.missions == {"honorary_consulate"}
    assert not query.not_destination


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which countries' ambassadors presented credentials in November 2025?", EN),
        ("Послы каких стран вручили верительные грамоты в ноябре 2025 года?", RU),
        ("2025 жылғы қарашада қай елдердің елшілері сенім грамотасын тапсырды?", KK),
    ],
)
def test_ambassadors_are_those_to_kazakhstan(question: str, language: Language) -> None:
    query = _query(question, language)
    assert query.kind is EventKind.CREDENTIALS
    assert query.roles == {Role.AMBASSADOR}
    assert query.not_origin == HOME
    assert (query.first, query.last) == (date(2025, 11, 1), date(2025, 11, 30))


def test_own_ambassadors_may_be_asked_for() -> None:
    query = _query("Which Kazakh ambassadors presented their credentials?", EN)
    assert (query.kind, query.origin) == (EventKind.CREDENTIALS, HOME)


@pytest.mark.parametrize(
    ("question", "language", "missions"),
    [
        ("Who was appointed ambassador in December 2024?", EN, {"embassy"}),
        ("Who was appointed honorary consul in Almaty?", EN, {"honorary_consulate"}),
        ("Кто назначен почётным консулом в Порту?", RU, {"honorary_consulate"}),
        ("Кого назначили генеральным консулом в Чэнду?", RU, {"consulate"}),
        ("Бас консул болып кім тағайындалды?", KK, {"consulate"}),
    ],
)
def test_posts_are_known_by_their_missions(
    question: str, language: Language, missions: set[str]
) -> None:
    query = _query(question, language)
    assert (query.kind, query.topic) == (EventKind.APPOINTMENT, ())
    assert query.missions == missions
