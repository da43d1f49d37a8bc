"""The lines of a brief, its gaps and its plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from event_tellings import KENYA, account, indexed, merged

from bot.brief.brief import Part, Subject, SubjectKind
from bot.brief.gaps import contacts_of, longest_gap, since_last
from bot.brief.plans import ahead, called_off
from bot.brief.sections import sections_of
from bot.brief.told import Told
from bot.brief.words import document_name
from bot.events.spelling import persons
from bot.messages import Texts
from corpus.release import Language
from index.extraction.event import Account, Event, EventKind, Party, Role, Status, Telling

EN, RU, KK = Language.EN, Language.RU, Language.KK
OLDEST = date(2022, 1, 1)
KENYAN = Subject(SubjectKind.COUNTRY, "KE")
ENVOY = Party(Role.FOREIGN_MINISTER, "Arman Seitov", "Minister", "KZ")


def told(*accounts: Account, newest: str = "2025-12-01", published: tuple[str, ...] = ()) -> Told:
    """What accounts with Kenya tell, each in a release of its own."""
    days = published or ("2024-05-15",) * len(accounts)
    releases = {number: indexed(number, number, day) for number, day in enumerate(days)}
    events = merged(*accounts, published=days)
    names = persons(events, EN, releases)
    return Told(KENYAN, tuple(events), releases, OLDEST, date.fromisoformat(newest), names)


def test_the_longest_gap_and_the_one_up_to_today() -> None:
    found = told(
        account("2022-03-01"),
        account("2022-04-01", kind=EventKind.CALL, city=None, to_country=None),
        account("2024-04-01", ENVOY, city="Nairobi", to_country="KE"),
    )
    contacts = contacts_of(found)
    longest, last = longest_gap(contacts, OLDEST), since_last(contacts, found.newest)
    assert longest is not None
    assert (longest.before.best.when, longest.days, longest.months) == ("2022-04-01", 731, 24)
    assert last is not None
    assert (last.before.best.when, last.days) == ("2024-04-01", 609)


def test_a_vague_date_may_be_any_of_its_days() -> None:
    contacts = contacts_of(told(account("2022-03-01"), account("2023"), account("2024-02-01")))
    longest = longest_gap(contacts, OLDEST)
    assert longest is not None
    assert (longest.before.best.when, longest.days) == ("2022-03-01", 306)


def test_no_gap_begins_before_the_oldest_release() -> None:
    contacts = contacts_of(told(account("2009"), account("2024-01-01"), account("2024-02-01")))
    longest = longest_gap(contacts, OLDEST)
    assert longest is not None
    assert longest.before.best.when == "2024-01-01"


def test_plans_and_what_was_called_off_are_no_contact() -> None:
    planned = account("2024-03-01", status=Status.PLANNED)
    found = told(planned, account("2024-06-01", status=Status.CANCELLED))
    assert contacts_of(found) == []
    assert since_last([], found.newest) is None
    assert longest_gap([], OLDEST) is None


@pytest.mark.parametrize(
    ("when", "published", "is_ahead"),
    [
        ("2026-03", "2025-11-01", True),
        ("2025-12-01", "2025-11-01", True),
        ("2025-11-20", "2025-11-01", False),
        (None, "2025-11-01", True),
        (None, "2023-11-01", False),
    ],
)
def test_a_plan_is_ahead_of_the_newest_release(
    when: str | None, published: str, is_ahead: bool
) -> None:
    plan = account(when, status=Status.PLANNED)
    assert bool(list(ahead(told(plan, published=(published,))))) is is_ahead


def test_a_plan_that_came_to_pass_is_none() -> None:
    plan = account("2025", status=Status.PLANNED, city=None)
    published = ("2024-11-01", "2025-03-02")
    assert list(ahead(told(plan, account("2025-03-01", KENYA), published=published))) == []


def test_what_was_called_off_is_kept_apart() -> None:
    found = told(account("2024-06-01", status=Status.POSTPONED))
    assert [group.events[0].best.status for group in called_off(found)] == [Status.POSTPONED]
    assert list(ahead(found)) == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "Дорожную карту стратегического партнёрства",
            "Дорожная карта стратегического партнёрства",
        ),
        ("Плана мероприятий на 2025 год", "План мероприятий на 2025 год"),
        ("Программу", "Программа"),
        ("memorandum on minerals", "Memorandum on minerals"),
        ("Планета людей", "Планета людей"),
    ],
)
def test_a_document_is_named_in_the_nominative(written: str, shown: str) -> None:
    assert document_name(written) == shown


def lines_in(part: Part, found: Told) -> list[str]:
    return [line.text for line in sections_of(found, [], Texts(EN))[part].lines]


def test_a_short_name_is_filled_in_from_other_releases() -> None:
    short = replace(KENYA, person="Mwangi")
    found = told(account("2024-05-14"), account("2022-02-02", short))
    assert [text.split(", ")[1] for text in lines_in(Part.HERE, found)] == [
        "foreign minister Amina Mwangi",
        "foreign minister Amina Mwangi",
    ]


def test_talks_in_a_visit_are_not_told_again() -> None:
    talks = account("2024-05-14", kind=EventKind.TALKS)
    elsewhere = account("2023-09-20", kind=EventKind.TALKS, city="New York", to_country="US")
    wrong = account("2024-05-14", kind=EventKind.TALKS, city="Bursa", to_country="TR")
    found = told(account("2024-05-14"), talks, elsewhere, wrong)
    assert lines_in(Part.TALKS, found) == [
        "20 September 2023, foreign minister Amina Mwangi, New York"
    ]


def test_an_ambassador_at_the_post_is_no_visitor() -> None:
    envoy = Party(Role.AMBASSADOR, "Peter Otieno", "Ambassador", "KE")
    arrived = account("2024-05-14", envoy)
    handed = account("2024-05-14", envoy, kind=EventKind.CREDENTIALS, name="copies of credentials")
    found = told(arrived, handed)
    assert lines_in(Part.HERE, found) == []
    assert lines_in(Part.MISSIONS, found) == [
        "14 May 2024, ambassador Peter Otieno, copies of credentials handed over, Astana"
    ]


def test_a_consul_is_called_one() -> None:
    consul = Party(Role.AMBASSADOR, "Arman Seitov", "Consul General", "KZ")
    named = account("2024-05-14", consul, kind=EventKind.APPOINTMENT, city="Nairobi")
    assert lines_in(Part.MISSIONS, told(named)) == [
        "14 May 2024, consul Arman Seitov, appointed, Nairobi"
    ]


def test_one_document_is_not_counted_again_in_another_language() -> None:
    accounts = [
        account("2024-05-14", kind=EventKind.DOCUMENT, name=name)
        for name in ("Memorandum on Trade", "Agreement on Visas")
    ]
    story = {
        0: indexed(0, 0, language=EN),
        1: indexed(1, 0, language=KK),
    }
    names = ("Сауда туралы меморандум", "Визалар туралы келісім")
    others = [replace(one, name=name) for one, name in zip(accounts, names, strict=True)]
    events = [
        Event(number, told_, (Telling(number // 2, told_),))
        for number, told_ in enumerate((*accounts, *others))
    ]
    found = Told(KENYAN, tuple(events), story, OLDEST, date(2025, 1, 1))
    for language, expected in ((EN, accounts), (KK, others)):
        section = sections_of(found, [], Texts(language))[Part.DOCUMENTS]
        assert section.count == 2
        assert [line.text.split(", ")[1] for line in section.lines] == [a.name for a in expected]


def test_a_number_of_documents_is_no_document_beside_named_ones() -> None:
    names = ("Memorandum on Trade", "five documents")
    found = told(*(account("2024-05-14", kind=EventKind.DOCUMENT, name=name) for name in names))
    section = sections_of(found, [], Texts(EN))[Part.DOCUMENTS]
    assert (section.count, section.summary) == (5, "5 documents were signed (1 by name)")
    assert len(section.lines) == 1


def test_a_plan_says_which_way_it_goes() -> None:
    plan = account("2026-03", ENVOY, status=Status.PLANNED, city=None, to_country="KE")
    (group,) = ahead(told(plan))
    assert group.events[0].best.to_country == "KE"
    assert lines_in(Part.PLANS, told(plan)) == [
        "March 2026, foreign minister Arman Seitov, from Kazakhstan, planned"
    ]


def test_the_highest_rank_comes_first() -> None:
    president = Party(Role.PRESIDENT, "Peter Otieno", "President", "KE")
    assert lines_in(Part.HERE, told(account(), account(party=president))) == [
        "14 May 2024, president Peter Otieno, foreign minister Amina Mwangi, Astana"
    ]


def test_talks_are_told_beside_a_visit_of_some_time_in_the_year() -> None:
    talks = account("2024-05-14", kind=EventKind.TALKS)
    assert len(lines_in(Part.TALKS, told(account("2024"), talks))) == 1
