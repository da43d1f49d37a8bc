"""What the page is made of: settings, kept answers, choices, the table, links."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from telegram_users import FakeEngine

from bot.answer import Answer, AnswerKind, Citation, Item, NearMiss, Occasion, Scope, Worded
from bot.cli import elshi
from bot.engine import PassageEngine
from bot.errors import SettingsError, StateError
from bot.messages import Texts
from bot.page.choice import EventChoice, Order, Standing, parameters, read_choice
from bot.page.kept import FILE, KeptAnswers
from bot.page.links import Address, Links, shown, web_link
from bot.page.recall import recall_page
from bot.page.settings import PageSettings, page_beside_bot
from bot.page.stored import answer_from_stored, answer_to_stored
from bot.page.table import event_page, events_as_csv, options
from bot.page.visitors import counted_as
from bot.rendering.citing import citation_line
from corpus.release import Language
from index.extraction.event import EventKind, Role, Status

TEXTS = Texts(Language.EN)
times = st.datetimes(timezones=st.just(UTC))
maybe = st.none() | st.text()
citations = st.builds(
    Citation, st.text(), st.text(), st.text(), times, st.sampled_from(Language), st.text(),
    st.none() | times,
)  # fmt: skip
occasions = st.builds(Occasion, citations, maybe, maybe, maybe, maybe, maybe, maybe, st.booleans())
items = st.builds(
    Item, st.text(), st.tuples(citations), person=maybe, date=maybe, detail=st.text(),
    occasions=st.lists(occasions, max_size=2).map(tuple),
)  # fmt: skip
answers = st.builds(
    Answer, st.text(), st.sampled_from(Language), st.sampled_from(AnswerKind), st.text(),
    st.lists(citations, max_size=2).map(tuple),
    st.builds(Scope, st.integers(0), st.none() | times, st.text(), st.integers(0)),
    st.floats(0, 1e6), st.lists(items, max_size=2).map(tuple), st.none() | st.integers(),
    near_misses=st.lists(st.builds(NearMiss, st.text(), st.text(), citations), max_size=1)
    .map(tuple),
    wording=st.lists(st.builds(Worded, st.text(), st.tuples(citations)), max_size=1).map(tuple),
)  # fmt: skip


@given(answers)
def test_a_stored_answer_is_the_same_answer(answer: Answer) -> None:
    assert answer_from_stored(answer_to_stored(answer)) == answer


@pytest.mark.parametrize("text", ["", "{}", "[]", "null and void", '{"question": 1}', "3"])
def test_what_is_no_stored_answer_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        answer_from_stored(text)


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[KeptAnswers]:
    kept = KeptAnswers(tmp_path, clock, most_bytes=4000, most_questions=30)
    yield kept
    kept.close()


def answered(question: str) -> Answer:
    return FakeEngine().answer(question)


def answer_under(kept: KeptAnswers, key: str) -> Answer | None:
    found = kept.get(key)
    return found.answer if found else None


def test_what_is_kept_stays_within_bounds(kept: KeptAnswers, tmp_path: Path) -> None:
    keys = [kept.put(answered(f"list 2 of {number}")) for number in range(60)]
    found = [kept.get(key) for key in keys]
    with_answer = [one for one in found if one and one.answer]
    assert 0 < len(with_answer) < 20
    assert len(with_answer) < len([one for one in found if one]) <= 30
    assert found[0] is None
    assert found[-1] is not None
    assert found[-1].answer == replace(answered("list 2 of 59"), took_ms=0.0)


def test_what_is_read_is_kept_longer(kept: KeptAnswers, clock: Clock) -> None:
    read = kept.put(answered("list 2 that is read"))
    unread = kept.put(answered("list 2 that is not"))
    for number in range(12):
        clock.now += 4000
        assert kept.get(read) is not None
        kept.put(answered(f"list 2 of {number}"))
    assert answer_under(kept, read)
    forgotten = kept.get(unread)
    assert forgotten is not None
    assert forgotten.answer is None
    assert kept.put(answered("list 2 that is not")) == unread
    assert answer_under(kept, unread)


def test_a_damaged_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 100)
    with pytest.raises(StateError, match=r"page\.sqlite"):
        KeptAnswers(tmp_path)


def test_a_kept_answer_can_be_given_again(tmp_path: Path) -> None:
    assert recall_page(tmp_path, "x") is None
    kept = KeptAnswers(tmp_path)
    key = kept.put(answered("list 2"))
    kept.close()
    for told in (key, f"https://news.example/a/{key}", f"/a/{key}/"):
        found = recall_page(tmp_path, told)
        assert found is not None
        assert (found.question, found.wanted) == ("list 2", Language.EN)
        assert "Guest 2" in found.shown
    assert recall_page(tmp_path, "../../etc") is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ELSHI_PAGE", "yes"),
        ("ELSHI_PAGE_URL", "news.example"),
        ("ELSHI_PAGE_PROXIES", "proxy.example"),
        ("ELSHI_PAGE_PROXIES", "10.0.0.1/8"),
        ("ELSHI_PAGE_RATE_LIMIT", "0"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        page_beside_bot({"ELSHI_PAGE": "on"} | {name: value})


def test_settings_are_read() -> None:
    found = PageSettings.from_env(
        {
            "ELSHI_LISTEN": ":90",
            "ELSHI_PAGE_URL": "https://news.example/elshi/",
            "ELSHI_PAGE_PROXIES": "127.0.0.1, 10.0.0.0/8 ::1",
        }
    )
    assert found.listen == ("0.0.0.0", 90)
    assert (found.url, found.prefix) == ("https://news.example/elshi", "/elshi")
    assert found.proxies == ("127.0.0.1", "10.0.0.0/8", "::1")
    assert page_beside_bot({"ELSHI_PAGE": "off"}) is None


def test_the_command_names_a_wrong_setting(tmp_path: Path) -> None:
    environ = {"ELSHI_HOME": str(tmp_path), "ELSHI_PAGE_PROXIES": "nobody"}
    result = CliRunner().invoke(elshi, ["page"], env=environ)
    assert isinstance(result.exception, SettingsError)


choices = st.builds(
    EventChoice,
    st.none() | st.sampled_from(EventKind),
    st.none() | st.sampled_from(Role),
    st.text(max_size=9), st.text(max_size=9), st.text(max_size=9),
    st.sampled_from(Standing),
    st.none() | st.dates(), st.none() | st.dates(),
    st.sampled_from(Order),
    st.integers(1, 999_999),
)  # fmt: skip


@given(choices)
def test_a_choice_is_told_by_its_address(choice: EventChoice) -> None:
    assert read_choice(dict(parameters(choice))) == choice


@given(st.dictionaries(st.sampled_from(["kind", "from", "since", "page", "status"]), st.text()))
def test_any_parameters_are_a_choice(asked: dict[str, str]) -> None:
    assert read_choice(asked).page >= 1


def test_a_wrong_date_is_named() -> None:
    found = read_choice({"since": "2025-02-31", "until": "2025-03-01", "kind": "party"})
    assert (found.wrong, found.first, found.last) == (("since",), None, date(2025, 3, 1))
    assert found.kind is None


def test_the_table_holds_what_was_chosen(engine: PassageEngine) -> None:
    searcher = engine.searcher()
    everything = EventChoice(standing=Standing.ANY)
    page = event_page(everything, searcher, TEXTS)
    assert page.count == len(searcher.events)
    assert len(page.rows) == min(25, page.count)
    years = [row.day[:4] for row in page.rows if row.day]
    assert years == sorted(years, reverse=True)
    visits = EventChoice(kind=EventKind.VISIT)
    found = csv.DictReader(io.StringIO(events_as_csv(visits, searcher).decode("utf-8-sig")))
    rows = list(found)
    assert len(rows) == event_page(visits, searcher, TEXTS).count > 0
    assert {row["kind"] for row in rows} == {"visit"}
    assert {row["status"] for row in rows} <= {Status.TOOK_PLACE, Status.PAST_MENTION}


def test_what_did_not_happen_is_said_to_have_not(engine: PassageEngine) -> None:
    choice = EventChoice(kind=EventKind.VISIT, standing=Standing.PLANNED)
    rows = event_page(choice, engine.searcher(), Texts(Language.RU)).rows
    assert rows
    assert all(row.what.endswith("запланирован") for row in rows)


def test_every_row_quotes_its_release_word_for_word(engine: PassageEngine) -> None:
    searcher = engine.searcher()
    releases = searcher.store.releases(range(len(searcher.store.urls())))
    bodies = "\n".join(one.release.body for one in releases.values())
    choice = EventChoice(standing=Standing.ANY)
    for number in range(1, event_page(choice, searcher, TEXTS).pages + 1):
        for row in event_page(replace(choice, page=number), searcher, TEXTS).rows:
            assert all(quote in bodies for quote in row.source.quotes)


def test_only_what_there_is_can_be_chosen(engine: PassageEngine) -> None:
    searcher = engine.searcher()
    found = options(searcher, TEXTS)
    for code, _ in found.origins:
        choice = EventChoice(origin=code, standing=Standing.ANY)
        assert event_page(choice, searcher, TEXTS).count > 0
    for strange in ("XX", "africa'", "kz"):
        assert event_page(EventChoice(origin=strange), searcher, TEXTS).count == 0
    assert event_page(EventChoice(origin="africa"), searcher, TEXTS).count > 0


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://www.gov.kz/a?lang=en", True),
        ("http://[::1]/", True),
        ("javascript:alert(1)", False),
        ("JavaScript://host/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("//host/path", False),
        ("https://", False),
        ("https://[broken", False),
        ("https://host/ onmouseover=x", False),
        ("https://host/\n", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, *, is_link: bool) -> None:
    assert web_link(url) == (url if is_link else None)


@given(st.text())
def test_what_is_shown_can_be_sent(text: str) -> None:
    told = shown(text)
    assert not {code for code in map(ord, told) if code < 32 and code not in (9, 10)}
    assert told.encode().decode() == told


def test_links_are_below_the_public_address() -> None:
    links = Links("/elshi", "https://news.example/elshi")
    path = links.to(Language.RU, Address("events", (("from", "GH"), ("city", "Нур-Султан"))))
    assert path.startswith("/elshi/ru/events?from=GH&city=%D0%9D")
    assert links.whole(path) == f"https://news.example{path}"
    assert Links().whole("/a/b") == "/a/b"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.9", "203.0.113.10", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:3::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.9", "203.0.113.9", True),
        ("nonsense", "nonsense", True),
    ],
)
def test_a_network_counts_as_one(one: str, other: str, *, same: bool) -> None:
    assert (counted_as(one) == counted_as(other)) is same


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("url", "author"),
    [
        ("https://www.gov.kz/memleket/entities/mfa/press/news/details/1", None),
        ("https://www.gov.kz/memleket/entities/economy/press/news/details/1", "www.gov.kz"),
        ("https://[broken", "https://[broken"),
    ],
)
def test_a_citation_names_who_published(language: Language, url: str, author: str | None) -> None:
    texts = Texts(language)
    read = datetime(2026, 11, 24, 20, tzinfo=UTC)
    source = Citation("1", url, "Two  words", read, Language.EN, "Quote.")
    line = citation_line(source, read, texts)
    assert line.startswith(author or texts.text("cite-author"))
    assert "Two words" in line
    assert url in line
    assert "25" in line  # the day in Astana
