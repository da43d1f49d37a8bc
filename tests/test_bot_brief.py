"""What a brief is on, its gaps and plans, and the figures that it gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from event_tellings import KENYA, account, indexed, merged
from hypothesis import given
from hypothesis import strategies as st

from bot.brief.asked import brief_asked
from bot.brief.brief import Subject, SubjectKind
from bot.brief.gaps import contacts_of, longest_gap, since_last
from bot.brief.naming import known_subject, language_of_name, name_subject
from bot.brief.plans import ahead, called_off
from bot.brief.told import Told
from bot.brief.trade import chosen, figure_line, stated_in
from bot.brief.words import document_name
from bot.messages import Texts
from corpus.release import Language
from index.extraction.event import Account, EventKind, Party, Role, Status
from index.passage import IndexedRelease

EN, RU, KK = Language.EN, Language.RU, Language.KK
OLDEST = date(2022, 1, 1)
KENYAN = Subject(SubjectKind.COUNTRY, "KE")
ENVOY = Party(Role.FOREIGN_MINISTER, "Arman Seitov", "Minister", "KZ")


def told(*accounts: Account, newest: str = "2025-12-01", published: tuple[str, ...] = ()) -> Told:
    """What accounts with Kenya tell, each in a release of its own."""
    days = published or ("2024-05-15",) * len(accounts)
    releases = {number: indexed(number, number, day) for number, day in enumerate(days)}
    events = merged(*accounts, published=days)
    return Told(KENYAN, tuple(events), releases, OLDEST, date.fromisoformat(newest))


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


@pytest.mark.parametrize(
    ("sentence", "language", "told"),
    [
        ("Trade with Kenya was $12 million in 2024.", EN, [("trade", 12e6, 2024, False)]),
        (
            "Kenya: trade grew from 4 million dollars in 2023 to 5 million in 2024.",
            EN,
            [("trade", 4e6, 2023, False), ("trade", 5e6, 2024, False)],
        ),
        (
            "Trade with Kenya was 12 million dollars in 2024, exports 9 million dollars.",
            EN,
            [("trade", 12e6, 2024, False), ("export", 9e6, 2024, False)],
        ),
        (
            "Товарооборот с Кенией за 2024 год – 133 млн долларов, а не 87 млн долларов.",
            RU,
            [("trade", 133e6, 2024, False)],
        ),
        (
            "За девять месяцев 2025 года импорт из Кении составил 3 млн долларов.",
            RU,
            [("import", 3e6, 2025, True)],
        ),
        ("2024 жылы Кениямен сауда 5 млн доллар болды.", KK, [("trade", 5e6, 2024, False)]),
        ("Trade with Kenya and Uganda was 12 million dollars in 2024.", EN, []),
        ("Trade with Africa was 12 billion dollars in 2024.", EN, []),
        ("A loan of 12 million dollars was granted to Kenya in 2024.", EN, []),
    ],
)
def test_figures_are_told_with_what_they_are_of(
    sentence: str, language: Language, told: list[tuple[str, float, int, bool]]
) -> None:
    source = release_saying(sentence, language)
    found = [
        (one.measure, one.figure.value, one.figure.year, one.figure.is_part)
        for one in stated_in(source, KENYAN)
    ]
    assert found == told


def release_saying(
    sentence: str, language: Language, number: int = 0, published: str = "2025-10-20"
) -> IndexedRelease:
    source = indexed(number, number, published, language)
    release = replace(source.release, title="Meeting", body=f"Meeting held.\n\n{sentence}")
    return replace(source, release=release)


def test_a_later_figure_overrides_an_earlier_one() -> None:
    first = release_saying("Trade with Kenya was 87 million dollars in 2024.", EN, 0)
    later = release_saying("Trade with Kenya was 133 million dollars in 2024.", EN, 1, "2025-10-22")
    stated = [one for source in (later, first) for one in stated_in(source, KENYAN)]
    assert [one.figure.value for one in chosen(stated, EN)] == [133e6]


def test_full_years_stand_before_parts_and_totals() -> None:
    source = release_saying(
        "Trade with Kenya was 5 million dollars in 2023.\n"
        "Trade with Kenya was 9 million dollars in January–March 2025.\n"
        "Kenya has invested 40 million dollars since 2005.\n"
        "Trade with Kenya was 6 million dollars in 2024.",
        EN,
    )
    texts = Texts(EN)
    lines = [figure_line(one, texts).text for one in chosen(list(stated_in(source, KENYAN)), EN)]
    assert [line.partition(":")[0] for line in lines] == [
        "trade, 2024",
        "trade, 2023",
        "trade, part of 2025",
        "investment, since 2005",
    ]
