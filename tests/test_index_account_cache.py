"""No release is read twice, and none of another version is taken for this one's."""

from __future__ import annotations

from pathlib import Path

import pytest
from event_tellings import account
from fakes import make_release

from corpus.release import Language, Release
from index.events.account_cache import BATCH, AccountCache
from index.extraction.event import Account


class Reader:
    """Reads a visit out of each release and remembers which; is killed after `dies_after`."""

    def __init__(self, dies_after: int = 10**9) -> None:
        self.seen: list[Release] = []
        self.dies_after = dies_after

    def __call__(self, release: Release) -> list[Account]:
        if len(self.seen) == self.dies_after:
            raise KeyboardInterrupt
        self.seen.append(release)
        return [account(start=int(release.key.id))]


def releases(count: int) -> list[Release]:
    return [make_release(str(number), f"Visit {number}.") for number in range(count)]


def test_each_release_is_read_once(tmp_path: Path) -> None:
    reader = Reader()
    first = AccountCache(tmp_path, 1).read(releases(3), reader)
    assert first == [[account(start=number)] for number in range(3)]
    assert AccountCache(tmp_path, 1).read(releases(4)[::-1], reader)[1:] == first[::-1]
    assert reader.seen == releases(4)


def test_another_version_reads_anew(tmp_path: Path) -> None:
    reader = Reader()
    AccountCache(tmp_path, 1).read(releases(1), reader)
    AccountCache(tmp_path, 2).read(releases(1), reader)
    assert len(reader.seen) == 2
    assert len(list(tmp_path.glob("accounts-*.sqlite"))) == 1


def test_the_language_belongs_to_the_text(tmp_path: Path) -> None:
    reader = Reader()
    both = [make_release("1", "Visa", Language.EN), make_release("1", "Visa", Language.KK)]
    AccountCache(tmp_path, 1).read(both, reader)
    assert reader.seen == both


def test_what_was_read_before_a_crash_is_kept(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        AccountCache(tmp_path, 1).read(releases(BATCH + 10), Reader(dies_after=BATCH + 5))
    second = Reader()
    AccountCache(tmp_path, 1).read(releases(BATCH + 10), second)
    assert len(second.seen) == 10
