"""Files and folders into the corpus: what is read, passed over and refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from corpus.importer import ImportResult, Progress, import_paths
from corpus.sample import sample_path
from corpus.status import corpus_status, status_to_json
from corpus.store import fingerprint, iterate

TEXT = "Talks\n\n03.06.2025 19:11:22 539\n\nThey {}.\n\nSource : https://www.gov.kz/details/{}\n"
SETS = Path(__file__).resolve().parents[2] / "shared" / "evaluation"


def row(number: int, **changes: object) -> str:
    values = {
        "id": f"r{number}",
        "title": "Talks",
        "published_at": "2026-01-01T00:00:00Z",
        "url": f"https://mfa.example/details/{number}",
        "body": "They talked.",
    }
    return json.dumps(values | changes) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with four releases, two bad rows, a bad file, and much to be passed over."""
    root = tmp_path / "files"
    for name in ("b", ".git", "page_files"):
        (root / name).mkdir(parents=True)
    (root / "a.txt").write_text(TEXT.format("met", 1))
    (root / "b" / "releases.jsonl").write_text(row(2) + "\nnot json\n" + row(3, body="") + row(4))
    (root / "b" / "questions.jsonl").write_text('{"qid": "q1", "question": "Who?"}\n')
    (root / "page.html").write_text(
        '<link rel=canonical href="https://x.kz/story"><h1>T</h1><p>02.11.2026<p>They met.'
    )
    (root / "c.txt").write_text("nothing")
    for name in (".hidden.txt", ".git/x.txt", "page_files/frame.html", "README.md", "empty.jsonl"):
        (root / name).write_text("")
    os.mkfifo(root / "pipe.txt")
    return root


def bad(result: ImportResult) -> list[tuple[str, str]]:
    return [(Path(refusal.path).name, refusal.reason) for refusal in result.bad]


def test_folder_is_read_and_what_is_bad_stops_nothing(
    sessions: sessionmaker[Session], folder: Path
) -> None:
    heard: list[Progress] = []
    result = import_paths(sessions, [folder], heard.append)
    assert (result.new, result.changed, result.same) == (4, 0, 0)
    assert bad(result) == [
        ("c.txt", "no line DD.MM.YYYY HH:MM:SS under the title"),
        ("releases.jsonl:3", "not JSON"),
        ("releases.jsonl:4", "body is missing or no text"),
    ]
    assert [progress.refusal for progress in heard if progress.refusal] == list(result.bad)
    assert (heard[-1].done, heard[-1].releases) == (heard[-1].total, 4)


def test_second_import_changes_nothing(sessions: sessionmaker[Session], folder: Path) -> None:
    import_paths(sessions, [folder])
    with sessions() as session:
        before = fingerprint(session), list(iterate(session)), corpus_status(session).versions
    result = import_paths(sessions, [folder])
    assert (result.new, result.changed, result.same) == (0, 0, 4)
    with sessions() as session:
        after = fingerprint(session), list(iterate(session)), corpus_status(session).versions
    assert after == before


def test_files_that_contradict_one_another_do_not_take_turns(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("met", 1))
    (tmp_path / "b.txt").write_text(TEXT.format("did not meet", 1))
    first, second = (import_paths(sessions, [tmp_path]) for _ in range(2))
    assert (first.new, first.changed) == (1, 1)
    assert (second.changed, second.same) == (0, 2)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none.txt", "no such file or folder"),
        ("README.md", "not .txt, .jsonl or .html"),
        ("pipe.txt", "neither a file nor a folder"),
        ("b/questions.jsonl", "holds no releases, its rows have no body"),
        ("nul\0.txt", "no such file or folder"),
    ],
)
def test_named_file_that_cannot_be_read_is_refused(
    sessions: sessionmaker[Session], folder: Path, name: str, reason: str
) -> None:
    result = import_paths(sessions, [folder / name, folder / "a.txt"])
    assert [refusal.reason for refusal in result.bad] == [reason]
    assert "\0" not in result.bad[0].path
    assert result.new == 1


def test_batches_are_stored_as_they_fill(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text("".join(row(number) for number in range(1200)))
    heard: list[Progress] = []
    result = import_paths(sessions, [tmp_path], heard.append)
    assert [progress.releases for progress in heard] == [500, 1000, 1200, 1200]
    assert [progress.done for progress in heard] == sorted(progress.done for progress in heard)
    assert result.new == 1200


def test_body_of_five_megabytes_is_kept_whole(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    body = "They talked. " * 400_000
    (tmp_path / "long.jsonl").write_text(row(1, body=body))
    import_paths(sessions, [tmp_path])
    with sessions() as session:
        (release,) = iterate(session)
    assert release.body == body.strip()


def test_sample_is_all_invented_and_counted(sessions: sessionmaker[Session]) -> None:
    result = import_paths(sessions, [sample_path()])
    assert (result.new, result.bad) == (225, ())
    with sessions() as session:
        status = corpus_status(session)
        assert {release.alias is not None for release in iterate(session)} == {True}
    assert status.invented == status.releases == 225
    assert status.by_language == {"en": 135, "ru": 45, "kk": 45}
    shown = json.loads(json.dumps(status_to_json(status)))
    assert shown["oldest"] == "2022-01-20T12:12:00+00:00"
    assert shown["last_import"] > shown["newest"]


@pytest.mark.skipif(not SETS.is_dir(), reason="the evaluation sets are not here")
def test_both_evaluation_sets_fit_into_one_corpus(sessions: sessionmaker[Session]) -> None:
    rows = [
        json.loads(line)
        for path in sorted(SETS.glob("*/releases.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    assert import_paths(sessions, [SETS]).new == len(rows)
    with sessions() as session:
        found = {release.url: (release.alias, release.body) for release in iterate(session)}
    assert found == {row["url"]: (row["id"], row["body"].strip()) for row in rows}
