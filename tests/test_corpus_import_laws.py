"""What holds for imports of any releases, in any order."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from corpora import in_memory
from corpus_releases import releases
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session, sessionmaker

from corpus.importer import import_paths
from corpus.release import Release
from corpus.store import fingerprint, iterate


def row(number: int, release: Release) -> str:
    values = {
        "lang": release.language.value,
        "title": release.title,
        "published_at": release.published.isoformat(),
        "url": f"https://mfa.example/press/news/details/{number}",
        "body": release.body,
    }
    return json.dumps(values)


def contents(sessions: sessionmaker[Session]) -> tuple[str, list[Release]]:
    with sessions() as session:
        return fingerprint(session), list(iterate(session))


@settings(deadline=None, max_examples=25)
@given(releases(), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matters(stored: list[Release], order: Random) -> None:
    rows = [row(number, release) for number, release in enumerate(stored)]
    mixed = rows + rows[:2]
    order.shuffle(mixed)
    with TemporaryDirectory() as name:
        one, other = Path(name, "one.jsonl"), Path(name, "other.jsonl")
        one.write_text("\n".join(rows))
        other.write_text("\n".join(mixed))
        with in_memory() as first, in_memory() as second:
            once = import_paths(first, [one])
            before = contents(first)
            again = import_paths(first, [one, other])
            import_paths(second, [other])
            assert (again.new, again.changed) == (0, 0)
            assert contents(first) == before == contents(second)
            assert once.new == len(before[1])
