from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from corpus.errors import CorpusError, RefusedError, SettingsError, UnavailableError
from corpus.source.settings import read_interval, sync_every
from corpus.store import Change
from corpus.sync import WINDOW, Options, SyncResult
from corpus.sync_loop import sync_each, sync_forever, told


class Stop(BaseException):
    """Ends a loop that has no end."""


def result(**counts: int) -> SyncResult:
    changes = {change: counts.get(change.value, 0) for change in Change}
    return SyncResult(changes, 0, 0, 3, (), ())


def run(outcomes: list[SyncResult | CorpusError]) -> tuple[list[str], int, list[Options]]:
    """What was said, how often the index was brought up to date, and how each sync was asked."""
    said: list[str] = []
    asked: list[Options] = []
    waiting: Iterator[SyncResult | CorpusError] = iter(outcomes)
    followed = 0

    def once(options: Options) -> SyncResult:
        asked.append(options)
        outcome = next(waiting, None)
        if outcome is None:
            raise Stop
        if isinstance(outcome, CorpusError):
            raise outcome
        return outcome

    def after() -> None:
        nonlocal followed
        followed += 1

    with pytest.raises(Stop):
        sync_forever([once], after, said.append, Options(), timedelta(minutes=5), lambda _: None)
    return said, followed, asked


def test_index_follows_at_the_start_and_where_something_changed() -> None:
    said, followed, _ = run([result(same=50), result(new=2, same=48), result(vanished=1)])
    assert followed == 3
    assert said == ["Releases: 2 new. Requests: 3.", "Releases: 1 vanished. Requests: 3."]


def test_same_trouble_is_told_once() -> None:
    down = UnavailableError("the site is down")
    refused = [RefusedError(f"refused; it is left alone until {hour}") for hour in (1, 2)]
    said, followed, _ = run([down, down, *refused, result(same=1), down])
    assert said == [
        "Not synced: the site is down",
        "Not synced: refused; it is left alone until 1",
        "Not synced: the site is down",
    ]
    assert followed == 1


def test_one_source_that_fails_keeps_no_other_from_its_sync() -> None:
    def fail(_: Options) -> SyncResult:
        raise UnavailableError("the feed is down")

    found, troubles = sync_each([fail, lambda _: result(new=2), fail], Options())
    assert found is not None
    assert found.changes[Change.NEW] == 2
    assert troubles == ["the feed is down"]
    assert sync_each([fail], Options()) == (None, ["the feed is down"])


def test_days_are_read_again_once_an_hour() -> None:
    _, _, asked = run([UnavailableError("down"), result(same=1), result(same=1)])
    assert [options.window for options in asked] == [WINDOW, WINDOW, timedelta(0), timedelta(0)]


@pytest.mark.parametrize(
    ("value", "seconds"), [("10s", 10), ("5m", 300), (" 1H ", 3600), ("2 d", 172_800)]
)
def test_interval_has_a_unit(value: str, seconds: int) -> None:
    assert read_interval(value, "--every").total_seconds() == seconds


@pytest.mark.parametrize("value", ["", "5", "m", "-5m", "9s", "1y", "1e3s"])
def test_wrong_interval_names_the_option(value: str) -> None:
    with pytest.raises(SettingsError, match="--every"):
        read_interval(value, "--every")


@pytest.mark.parametrize(("value", "every"), [("", "5m"), ("30s", "30s"), ("Off", None)])
def test_bot_syncs_by_itself_unless_told_otherwise(value: str, every: str | None) -> None:
    assert sync_every({"ELSHI_SYNC_EVERY": value}) == every


def test_nothing_changed_is_said_so() -> None:
    assert told(result(same=9)) == "Releases: none changed. Requests: 3."
