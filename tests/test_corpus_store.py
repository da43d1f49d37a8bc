from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from corpora import in_memory
from corpus_releases import NOW, release, releases
from hypothesis import given, settings
from sqlalchemy.orm import Session, sessionmaker

from corpus.errors import StoreError
from corpus.release import Language, Release
from corpus.reparse import reparse
from corpus.settings import CorpusSettings
from corpus.store import (
    Change,
    Origin,
    close_corpus,
    fingerprint,
    get,
    iterate,
    mark_vanished,
    open_corpus,
    save,
    versions,
)

LATER = NOW + timedelta(hours=1)


def fingerprint_of(stored: list[Release]) -> str:
    with in_memory() as sessions, sessions.begin() as session:
        for value in stored:
            save(session, value, NOW)
        return fingerprint(session)


def test_release_comes_back_as_it_went_in(sessions: sessionmaker[Session]) -> None:
    stored = release(body="Шетелдік “қонақтар” 🕊\n\nкелді.", fetched=NOW, alias="ru-001")
    with sessions.begin() as session:
        assert save(session, stored, NOW) is Change.NEW
    with sessions() as session:
        assert get(session, stored.key) == stored
        assert list(iterate(session)) == [stored]
        assert get(session, replace(stored.key, language=Language.KK)) is None


@pytest.mark.parametrize(
    ("second", "change", "bodies"),
    [
        (release(body="a"), Change.SAME, ["a"]),
        (release(body="b"), Change.CHANGED, ["a", "b"]),
        (release(body="a", language=Language.RU), Change.NEW, ["a"]),
        (release(body="a", entity="mfa-paris"), Change.NEW, ["a"]),
    ],
)
def test_saving_tells_what_it_changed(
    sessions: sessionmaker[Session], second: Release, change: Change, bodies: list[str]
) -> None:
    with sessions.begin() as session:
        save(session, release(body="a"), NOW)
        assert save(session, second, LATER) is change
        assert [version.body for version in versions(session, release().key)] == bodies


@pytest.mark.parametrize(
    ("fetched", "change", "current"), [(None, Change.SAME, "b"), (LATER, Change.CHANGED, "a")]
)
def test_old_copy_from_a_file_changes_nothing_but_a_page_set_back_does(
    sessions: sessionmaker[Session], fetched: datetime | None, change: Change, current: str
) -> None:
    with sessions.begin() as session:
        save(session, release(body="a"), NOW)
        save(session, release(body="b"), NOW)
        assert save(session, replace(release(body="a"), fetched=fetched), LATER) is change
        found = get(session, release().key)
        assert found is not None
        assert found.body == current


def test_vanished_release_is_kept_and_comes_back(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        save(session, release(), NOW)
        before = fingerprint(session)
        assert mark_vanished(session, release().key, LATER)
        assert not mark_vanished(session, release().key, LATER)
        assert list(iterate(session)) == []
        assert fingerprint(session) != before
        assert get(session, release().key) == release()
        assert save(session, release(), LATER) is Change.RESTORED
        assert fingerprint(session) == before


def test_alias_is_kept_until_another_comes(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        for alias, kept in (("a", "a"), (None, "a"), ("b", "b")):
            save(session, release(alias=alias), NOW)
            assert get(session, release().key) == release(alias=kept)


def test_order_is_that_of_the_keys_in_every_database(sessions: sessionmaker[Session]) -> None:
    names = ["a", "B", "_", "ё", "е", "Ж", "10", "9", "-1", "қ", "z", "/x", "a b", "a-b", "😀"]
    stored = [release(name, language=one) for name in names for one in Language]
    with sessions.begin() as session:
        for value in random.Random(1).sample(stored, len(stored)):
            save(session, value, NOW)
        found = [value.key for value in iterate(session)]
    assert found == sorted(value.key for value in stored)


def test_nothing_is_stored_before_the_commit(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        save(session, release(), NOW)
    with sessions() as session:
        assert list(iterate(session)) == []


def test_database_that_breaks_is_told_in_one_line(tmp_path: Path) -> None:
    sessions = open_corpus(CorpusSettings(tmp_path, f"sqlite:///{tmp_path / 'c.sqlite'}"))
    with sessions.begin() as session:
        session.connection().exec_driver_sql("DROP TABLE release_versions")
    with sessions() as session, pytest.raises(StoreError, match=r"\Athe corpus database [^\n]*\Z"):
        list(iterate(session))
    close_corpus(sessions)


@settings(deadline=None, max_examples=25)
@given(releases(), releases())
def test_fingerprints_are_equal_where_the_content_is(
    one: list[Release], other: list[Release]
) -> None:
    assert (fingerprint_of(one) == fingerprint_of(other)) is (
        {(value.key, value.content_hash) for value in one}
        == {(value.key, value.content_hash) for value in other}
    )


@settings(deadline=None, max_examples=25)
@given(releases())
def test_order_of_saving_does_not_matter(stored: list[Release]) -> None:
    assert fingerprint_of(stored) == fingerprint_of(stored[::-1])


def test_other_reading_of_the_same_html_is_no_edit(sessions: sessionmaker[Session]) -> None:
    html = Origin("<p>The sides met. <a href='https://a.example/v'>More</a></p>")
    with sessions.begin() as session:
        save(session, release(body="The sides met. More", fetched=NOW), NOW, html)
        better = release(body="The sides met. More (https://a.example/v)", fetched=LATER)
        assert save(session, better, LATER, html) is Change.SAME
        assert [one.body for one in versions(session, better.key)] == [better.body]
        edited = release(body="The sides met again.", fetched=LATER)
        assert save(session, edited, LATER, Origin("<p>The sides met again.</p>")) is Change.CHANGED


def test_stored_html_is_read_again(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        save(session, release("1", body="old reading"), NOW, Origin("<p>new <b>reading</b></p>"))
        save(session, release("2", body="no html"), NOW)
        before = fingerprint(session)
    assert reparse(sessions) == (1, 1)
    assert reparse(sessions) == (1, 0)
    with sessions() as session:
        assert {one.body for one in iterate(session)} == {"new reading", "no html"}
        assert fingerprint(session) != before
