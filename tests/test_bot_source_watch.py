from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.messages import Texts
from bot.ports import EngineStatus
from bot.source_watch import SourceCondition, condition, source_watch
from bot.telegram.conversation.pages import about_page
from corpus.release import Language
from corpus.settings import CorpusSettings
from corpus.store import close_corpus, open_corpus
from corpus.sync_state import SourceReport, SourceState, note_synced, note_trouble

DAY = datetime(2026, 11, 20, 9, tzinfo=UTC)
LATER = DAY + timedelta(hours=3)


def report(state: SourceState, **changes: object) -> SourceReport:
    return SourceReport("mfa", "news", state, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([], SourceCondition()),
        ([report(SourceState.OK, synced=DAY)], SourceCondition(DAY)),
        (
            [
                report(SourceState.OK, synced=DAY),
                report(SourceState.REFUSED, since=LATER, reason="later"),
                report(SourceState.REFUSED, since=DAY, reason="HTTP 403", synced=LATER),
            ],
            SourceCondition(LATER, DAY, "HTTP 403"),
        ),
        ([report(SourceState.FAILED, since=DAY, reason="down")], SourceCondition()),
    ],
)
def test_one_list_that_is_refused_is_a_refusal(
    reports: list[SourceReport], expected: SourceCondition
) -> None:
    assert condition(reports) == expected


def test_condition_is_read_out_of_the_corpus(tmp_path: Path) -> None:
    environ = {"ELSHI_HOME": str(tmp_path)}
    sessions = open_corpus(CorpusSettings.from_env(environ))
    with sessions.begin() as session:
        note_synced(session, "mfa", "news", DAY, "")
        note_trouble(session, "mfa", "news", SourceState.REFUSED, "HTTP 403", LATER)
    close_corpus(sessions)
    assert source_watch(environ)() == SourceCondition(DAY, LATER, "HTTP 403")


def test_corpus_that_cannot_be_read_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "corpus.sqlite").write_bytes(b"no database" * 100)
    assert source_watch({"ELSHI_HOME": str(tmp_path)})() == SourceCondition()


@pytest.mark.parametrize("language", Language)
def test_about_tells_of_a_refusal(language: Language) -> None:
    counts = dict.fromkeys(Language, 1)
    well = EngineStatus(3, DAY, DAY, counts, invented=False, synced=DAY)
    refused = EngineStatus(3, DAY, DAY, counts, False, DAY, LATER, "HTTP 403")
    texts = Texts(language)
    lines = about_page(texts, None, well).text.splitlines()
    told = set(about_page(texts, None, refused).text.splitlines()) - set(lines)
    assert len(told) == 1
    assert "17:00" in told.pop()
