"""Answers made of events: what the headline says, the items and their sources, what is absent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from event_tellings import account
from fakes import make_release

from bot.answer import Answer, AnswerKind, Scope
from bot.checking import checked
from bot.events.compose import MOST_DAYS, Found, compose_events
from bot.events.items import Teller
from bot.events.selection import select
from bot.events.topic import share_of_topic
from bot.messages import Texts
from bot.query.query import EventQuery, ItemOf, Places, Shape
from bot.question import Question
from bot.rendering.terminal import render_near_misses, render_text
from corpus.release import Language
from index.extraction.event import (
    Account,
    Event,
    EventKind,
    Party,
    Role,
    Status,
    Telling,
    VisitForm,
)
from index.passage import IndexedRelease

EN, RU, KK = Language.EN, Language.RU, Language.KK
AFRICA = Places(regions=frozenset({"africa"}))
MINISTERS = EventQuery(
    EventKind.VISIT,
    roles=frozenset({Role.FOREIGN_MINISTER}),
    origin=AFRICA,
    cities=frozenset({"Astana"}),
)
KENYA = replace(MINISTERS, origin=Places(countries=frozenset({"KE"})))
DAYS = (date(2022, 1, 10), date(2025, 12, 18))

SENTENCES = {
    "en-1": (EN, "Amina Mwangi of Kenya arrived in Astana on a working visit."),
    "ru-1": (RU, "Министра Кении Амину Мванги встретили в Астане."),
    "kk-1": (KK, "Кения министрі Амина Мванги Астанаға келді."),
    "en-2": (EN, "Samir Hafez of Egypt came to Astana."),
    "en-3": (EN, "The visit of Kenya’s minister was put off until spring."),
}
BODIES = {"ru-1": " Амина Мванги поблагодарила за приём."}


def released(number: int, name: str) -> IndexedRelease:
    language, sentence = SENTENCES[name]
    body = f"Opening words.\n\n{sentence}{BODIES.get(name, '')}\n\nClosing words."
    published = datetime(2024, 5, 15, 9, tzinfo=UTC)
    release = make_release(name, body, language, f"Release {name}", published)
    return IndexedRelease(number, number, release, frozenset())


NAMES = list(SENTENCES)
RELEASES = {number: released(number, name) for number, name in enumerate(NAMES)}


def telling(name: str, when: str | None = "2024-05-14", **changes: Any) -> Telling:  # noqa: ANN401
    number = NAMES.index(name)
    start = RELEASES[number].release.body.index(SENTENCES[name][1])
    end = start + len(SENTENCES[name][1])
    return Telling(number, account(when, **({"start": start, "end": end} | changes)))


def party(country: str, person: str | None = None, role: Role = Role.FOREIGN_MINISTER) -> Party:
    return Party(role, person, None, country)


KENYAN = Event(
    0,
    telling("en-1", party=party("KE", "Amina Mwangi"), form=VisitForm.WORKING).account,
    (
        telling("en-1", party=party("KE", "Amina Mwangi"), form=VisitForm.WORKING),
        telling("ru-1", party=party("KE", "Амину Мванги")),
        telling("kk-1", party=party("KE", "Амина Мванги")),
    ),
)


def event(number: int, told: Telling) -> Event:
    return Event(number, told.account, (told,))


EGYPTIAN = event(1, telling("en-2", "2023-02-01", party=party("EG", "Samir Hafez")))
PUT_OFF = event(2, telling("en-3", "2024-09", party=party("KE"), status=Status.POSTPONED))


def answered(query: EventQuery, *events: Event, language: Language = EN) -> Answer:
    question = Question("Who came?", language, "Who came?", (), (), ())
    teller = Teller(query, Texts(language), RELEASES)
    found = Found(query, select(query, events, lambda _event: 1.0))
    return compose_events(question, [found], teller, Scope(5, None, "visits"), DAYS, 0)


@pytest.mark.parametrize(
    ("shape", "headline", "kind"),
    [
        (Shape.LIST, "2 foreign ministers of African countries visited Astana.", AnswerKind.LIST),
        (Shape.COUNT, "2 foreign ministers of African countries visited Astana.", AnswerKind.COUNT),
        (
            Shape.EXISTS,
            "Yes: 2 foreign ministers of African countries visited Astana.",
            AnswerKind.LIST,
        ),
        (
            Shape.FIRST,
            "The first: Samir Hafez, Egypt, 1 February 2023.",
            AnswerKind.SUPERLATIVE,
        ),
        (
            Shape.LATEST,
            "The latest: Amina Mwangi, Kenya, 14 May 2024, working visit.",
            AnswerKind.SUPERLATIVE,
        ),
    ],
)
def test_the_headline_answers(shape: Shape, headline: str, kind: AnswerKind) -> None:
    answer = answered(replace(MINISTERS, shape=shape), EGYPTIAN, KENYAN)
    assert answer.headline == headline
    assert answer.kind is kind
    assert answer.count == len(answer.items)


@pytest.mark.parametrize(
    ("language", "headline", "label", "detail"),
    [
        (EN, "visited Astana", "Amina Mwangi, Kenya", "14 May 2024, working visit"),
        (
            RU,
            "Африка: Астану посетил 1 министр иностранных дел",
            "Амина Мванги, Кения",
            "рабочий визит",
        ),
        (
            KK,
            "Африка: Астанаға 1 сыртқы істер министрі келді",
            "Амина Мванги, Кения",
            "жұмыс сапары",
        ),
    ],
)
def test_names_and_words_are_those_of_the_reader(
    language: Language, headline: str, label: str, detail: str
) -> None:
    answer = answered(MINISTERS, KENYAN, language=language)
    (item,) = answer.items
    assert headline in answer.headline
    assert item.label == label
    assert detail in item.detail
    assert item.sources[0].language is language
    assert {source.release_id for source in item.sources} == {"en-1", "ru-1", "kk-1"}


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        (RU, "Астану посетили 2 министра иностранных дел стран Африки."),
        (KK, "Астанаға Африка елдерінен 2 сыртқы істер министрі келді."),
    ],
)
def test_the_group_of_countries_is_declined(language: Language, headline: str) -> None:
    assert answered(MINISTERS, KENYAN, EGYPTIAN, language=language).headline == headline


def test_yes_names_the_one_who_came() -> None:
    answer = answered(replace(KENYA, shape=Shape.EXISTS), KENYAN)
    assert answer.headline == "Yes: Amina Mwangi, Kenya, 14 May 2024, working visit."


def test_fields_for_machines_are_filled() -> None:
    (item,) = answered(MINISTERS, KENYAN).items
    assert (item.person, item.country, item.city) == ("Amina Mwangi", "KE", "Astana")
    assert (item.role, item.date, item.visit_kind) == ("foreign_minister", "2024-05-14", "working")


def test_ranks_are_told_where_several_were_asked_for() -> None:
    president = event(3, telling("en-2", party=party("EG", "Samir Hafez", Role.PRESIDENT)))
    answer = answered(replace(MINISTERS, roles=frozenset()), KENYAN, president)
    assert answer.headline == "Africa: guests from 2 countries visited Astana."
    assert {item.detail.split(",")[0] for item in answer.items} == {"president", "foreign minister"}


def test_several_holders_of_one_country_are_told_apart() -> None:
    president = event(3, telling("en-2", "2023-01-10", party=party("KE", "J. K.", Role.PRESIDENT)))
    (item,) = answered(replace(KENYA, roles=frozenset()), KENYAN, president).items
    assert item.label == "Kenya"
    assert item.detail == (
        "president J. K., 10 January 2023; "
        "foreign minister Amina Mwangi, 14 May 2024, working visit"
    )


def test_what_was_left_out_is_counted_and_listed() -> None:
    answer = answered(MINISTERS, KENYAN, PUT_OFF)
    assert answer.certificate == "Found: 1 item. Left out as near misses: postponed – 1."
    assert answer.scope.excluded == 1
    assert "postponed" not in answer.headline
    shown = render_near_misses(answer)
    assert "– Kenya, foreign minister, Astana, September 2024: postponed" in shown
    assert f"> {SENTENCES['en-3'][1]}" in shown


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (EN, "it was postponed (Kenya, foreign minister, Astana, September 2024)."),
        (RU, "он был отложен, перенесён на другой срок"),
        (KK, "ол кейінге қалдырылды"),
    ],
)
def test_a_false_premise_is_corrected(language: Language, expected: str) -> None:
    answer = answered(replace(KENYA, shape=Shape.WHEN), PUT_OFF, language=language)
    assert not answer.abstained
    assert expected in answer.headline
    assert [citation.release_id for citation in answer.citations] == ["en-3"]


IN_SPRING = replace(KENYA, first=date(2024, 4, 1), last=date(2024, 6, 30))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (EN, "it was elsewhere: Kenya, foreign minister, Nairobi, 14 May 2024."),
        (RU, "это было в другой стране: Кения"),
        (KK, "бұл басқа елде болды: Кения"),
    ],
)
def test_who_was_elsewhere_at_the_time_is_told(language: Language, expected: str) -> None:
    account = {"city": "Nairobi", "to_country": "KE", "kind": EventKind.TALKS}
    at_home = event(1, telling("en-1", party=party("KE"), **account))
    answer = answered(IN_SPRING, at_home, language=language)
    assert answer.kind is AnswerKind.FACT
    assert expected in answer.headline


def test_who_was_elsewhere_at_some_time_may_have_been_here_too() -> None:
    account = {"city": "Nairobi", "to_country": "KE", "kind": EventKind.TALKS}
    at_home = event(1, telling("en-1", party=party("KE"), **account))
    answer = answered(KENYA, at_home)
    assert answer.abstained
    assert [miss.label for miss in answer.near_misses] == [
        "Kenya, foreign minister, Nairobi, 14 May 2024"
    ]


def test_an_absence_is_stated_with_its_scope() -> None:
    answer = answered(MINISTERS, PUT_OFF)
    assert answer.abstained
    assert answer.headline == (
        "Africa, foreign minister, Astana: no such visit in 5 releases, "
        "published from 10 January 2022 to 18 December 2025."
    )
    assert [citation.release_id for citation in answer.citations] == ["en-3"]
    assert "September 2024: postponed\n> The visit of Kenya’s minister" in render_text(answer)


def test_counts_stand_side_by_side() -> None:
    question = Question("More?", EN, "More?", (), (), ())
    whole = replace(MINISTERS, shape=Shape.COMPARE, origin=Places(frozenset({"KE", "EG"})))
    sides = [replace(whole, origin=Places(frozenset({code}))) for code in ("KE", "EG")]
    events = (KENYAN, EGYPTIAN, replace(KENYAN, number=5, best=account("2025-01-01")))
    found = [Found(side, select(side, events, lambda _event: 1.0)) for side in sides]
    teller = Teller(whole, Texts(EN), RELEASES)
    answer = compose_events(question, found, teller, Scope(5, None, ""), DAYS, 0)
    assert answer.headline == "Kenya – 1; Egypt – 1."
    assert answer.kind is AnswerKind.COMPARE
    assert len(answer.items) == 2


def test_where_somebody_went() -> None:
    trip = telling("en-2", party=party("KZ", "A. Minister"), city="Rome", to_country="IT")
    query = EventQuery(
        EventKind.VISIT, item_of=ItemOf.DESTINATION, origin=Places(frozenset({"KZ"}))
    )
    answer = answered(query, event(4, trip))
    assert answer.headline == "Kazakhstan: 1 country was visited – Italy."
    assert (answer.items[0].label, answer.items[0].country) == ("Italy", "IT")


def test_the_whole_list_stands_in_the_text_and_a_sentence_once() -> None:
    twin = event(6, telling("en-1", party=party("EG", "Samir Hafez")))
    text = render_text(answered(MINISTERS, KENYAN, twin))
    assert "2. Samir Hafez, Egypt: 14 May 2024\n" in text
    assert "1. Amina Mwangi, Kenya: 14 May 2024, working visit\n" in text
    assert text.count(f"> {SENTENCES['en-1'][1]}") == 1
    assert "Quoted under 1." in text
    assert "Also in Russian, in Kazakh." in text


def test_a_quote_that_stands_nowhere_is_not_shown() -> None:
    answer = answered(MINISTERS, KENYAN, EGYPTIAN)
    forged = replace(answer.items[0].sources[0], quote="The minister promised the moon.")
    items = (replace(answer.items[0], sources=(forged,)), answer.items[1])
    releases = [source.release for source in RELEASES.values()]
    kept = checked(replace(answer, items=items), releases)
    assert kept.items == answer.items[1:]
    assert checked(answer, releases) == answer


def test_the_topic_is_looked_for_around_the_sentence() -> None:
    told = telling("en-1")
    assert share_of_topic(event(0, told), ("working", "Kenya"), EN, RELEASES) == 1.0
    assert share_of_topic(event(0, told), ("moon", "Kenya"), EN, RELEASES) == 0.5
    assert share_of_topic(event(0, told), ("moon",), EN, {}) == 0.0


def test_the_fullest_sentence_that_names_the_guest_is_quoted() -> None:
    he: Account = telling("en-2", party=party("KE", "Amina Mwangi"), form=VisitForm.STATE).account
    pronoun = Telling(3, he)
    both = Event(0, he, (pronoun, *KENYAN.tellings[:1]))
    assert answered(MINISTERS, both).items[0].sources[0].release_id == "en-1"


def test_an_answer_of_days_stays_short_whatever_is_found() -> None:
    question = Question("When?", EN, "When?", (), (), ())
    query = EventQuery(EventKind.VISIT, shape=Shape.WHEN, item_of=ItemOf.VISIT)
    events = [replace(KENYAN, number=n, best=account(f"20{n + 10}-01-01")) for n in range(9)]
    found = [Found(query, select(query, events, lambda _event: 1.0))]
    teller = Teller(query, Texts(EN), RELEASES)
    answer = compose_events(question, found, teller, Scope(5, None, ""), DAYS, 0)
    assert answer.count == len(found[0].selection.groups) > len(answer.items) == MOST_DAYS
