from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from corpus.release import Language
from corpus.sync import ROUND, due_pages
from corpus.sync_state import (
    FIRST_WAIT,
    LONGEST_WAIT,
    ListKey,
    SourceState,
    Walk,
    WalkKind,
    note_answer,
    note_synced,
    note_trouble,
    note_walk,
    source_report,
    source_reports,
    walk,
)

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
LISTED = ListKey("mfa", "news", Language.KK)


def test_walk_is_remembered_by_list_and_kind(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        assert walk(session, LISTED, WalkKind.HISTORY) == Walk()
        note_walk(session, LISTED, WalkKind.HISTORY, Walk(50))
        note_walk(session, LISTED, WalkKind.HISTORY, Walk(100, NOW))
    with sessions() as session:
        assert walk(session, LISTED, WalkKind.HISTORY) == Walk(100, NOW)
        assert walk(session, LISTED, WalkKind.BACKGROUND) == Walk()


def test_wait_doubles_with_each_refusal_and_an_answer_ends_it(
    sessions: sessionmaker[Session],
) -> None:
    with sessions.begin() as session:
        waits = [
            note_trouble(session, "mfa", "news", SourceState.REFUSED, "HTTP 403", NOW)
            for _ in range(8)
        ]
        known = source_report(session, "mfa", "news")
        assert (known.state, known.reason, known.since) == (SourceState.REFUSED, "HTTP 403", NOW)
        note_answer(session, "mfa", "news", NOW + LONGEST_WAIT)
        again = note_trouble(session, "mfa", "news", SourceState.REFUSED, "HTTP 403", NOW)
    hours = [wait - NOW for wait in waits if wait]
    assert hours[:3] == [FIRST_WAIT, 2 * FIRST_WAIT, 4 * FIRST_WAIT]
    assert hours[-1] == LONGEST_WAIT
    assert again == NOW + FIRST_WAIT


def test_fault_is_no_refusal_and_has_no_wait(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        assert note_trouble(session, "mfa", "news", SourceState.FAILED, "down", NOW) is None
        note_synced(session, "moa", "news", NOW, "`body` missing in 1 of 50 items")
        assert [(one.entity, one.state) for one in source_reports(session)] == [
            ("mfa", SourceState.FAILED),
            ("moa", SourceState.OK),
        ]
        assert source_report(session, "moa", "news").drift == "`body` missing in 1 of 50 items"


@pytest.mark.parametrize(
    ("rested", "pages", "due"),
    [
        (timedelta(0), 28, 0),
        (timedelta(days=-1, minutes=-1), 28, 1),
        (timedelta(days=-3, minutes=-1), 28, 3),
        (-10 * ROUND, 28, 28),
        (-10 * ROUND, 2800, 40),
        (timedelta(days=300), 28, 1),  # the clock was set back
        (-ROUND, 0, 0),
    ],
)
def test_slow_walk_is_due_so_that_a_round_takes_a_month(
    rested: timedelta, pages: int, due: int
) -> None:
    assert due_pages(Walk(rested=datetime.now(UTC) + rested), pages) == due


def test_slow_walk_that_never_read_begins() -> None:
    assert due_pages(Walk(), 28) == 1
