"""The table of visits in each of its formats, and what its columns are said to hold."""

from __future__ import annotations

import csv
import datetime
import io
import json
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from event_tellings import RELEASES, TELLINGS, account, indexed
from fakes import FakeEncoder, make_release
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from index.build import EVENTS, build
from index.cli import index
from index.errors import IndexingError, IndexMissingError
from index.events.merging import merge
from index.events.store import write_events
from index.export.files import FORMULA, write_csv, write_json_lines
from index.export.parquet import write_parquet
from index.export.table import MEANINGS, VisitRecord, columns, visit_records
from index.export.visits import TableFormat, export_visits
from index.extraction.event import Status, Telling, VisitForm
from index.snapshot import open_snapshot, publish

ROOT = Path(__file__).resolve().parent.parent
BY_NUMBER = {release.number: release for release in RELEASES}
TYPES = {
    "str": "text",
    "str | None": "text or empty",
    "datetime.date | None": "day or empty",
    "bool": "true or false",
    "list[str]": "list of texts",
}
RECORD = VisitRecord(
    id="0a1b",
    status="took_place",
    person='=HYPERLINK("http://x.example","Amina")',
    role="foreign_minister",
    other_roles=["minister", "other"],
    office="@office",
    country="KE",
    organization=None,
    to_city="Astana",
    to_country="KZ",
    date="2024-05",
    first_day=datetime.date(2024, 5, 1),
    last_day=datetime.date(2024, 5, 31),
    form=None,
    first_ever=True,
    superseded_by=None,
    sentence='She arrived, and said: "Сәлем".',
    title=" +1",
    url="https://x.example/1",
    language="en",
    published="2024-05-15",
    all_sentences=["She arrived.", "-2+3"],
    all_urls=["https://x.example/1", "https://x.example/2"],
)


def records(tellings: list[Telling]) -> list[VisitRecord]:
    return visit_records(merge(tellings, RELEASES), BY_NUMBER)


@given(TELLINGS)
def test_there_is_a_row_an_event_with_an_id_of_its_own(tellings: list[Telling]) -> None:
    rows = records(tellings)
    assert len({row.id for row in rows}) == len(rows) == len(merge(tellings, RELEASES))
    for row in rows:
        assert len(row.all_sentences) == len(row.all_urls)
        assert (row.sentence, row.url) == (row.all_sentences[0], row.all_urls[0])
        assert row.superseded_by is None or row.superseded_by in {other.id for other in rows}


def test_an_id_survives_other_releases_and_later_tellings() -> None:
    told = Telling(1, account())
    (before,) = visit_records(merge([told], RELEASES), BY_NUMBER)
    moved = {number + 40: replace(one, number=number + 40) for number, one in BY_NUMBER.items()}
    late = replace(indexed(90, 90, "2024-12-30"), number=90)
    tellings = [Telling(41, account()), Telling(90, account(form=VisitForm.OFFICIAL))]
    tellings += [Telling(42, account("2022", status=Status.PAST_MENTION))]
    after = visit_records(merge(tellings, [*moved.values(), late]), {**moved, 90: late})
    assert [row.id for row in after if row.form] == [before.id]


def test_what_a_row_holds() -> None:
    (row,) = records([Telling(0, account("2024-05", start=4, end=21))])
    release = RELEASES[0].release
    assert asdict(row) | {"id": ""} == asdict(row) | {
        "id": "",
        "sentence": "Cabinet Secretary",
        "url": release.url,
        "role": "foreign_minister",
        "first_day": datetime.date(2024, 5, 1),
        "last_day": datetime.date(2024, 5, 31),
        "published": release.published.isoformat(),
    }


def test_csv_can_be_read_again_and_holds_no_formula() -> None:
    stream = io.StringIO(newline="")
    write_csv([RECORD], stream)
    head, row = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert head == list(columns())
    told = dict(zip(head, row, strict=True))
    assert told["person"] == f"'{RECORD.person}"
    assert (told["office"], told["title"]) == ("'@office", "' +1")
    assert told["other_roles"] == "minister | other"
    assert (told["first_ever"], told["form"], told["first_day"]) == ("true", "", "2024-05-01")
    assert told["sentence"] == RECORD.sentence


@given(st.text(max_size=20), st.lists(st.text(max_size=8), max_size=3))
def test_no_cell_begins_as_a_formula(text: str, texts: list[str]) -> None:
    stream = io.StringIO(newline="")
    write_csv([replace(RECORD, office=text, all_urls=texts)], stream)
    for row in csv.reader(io.StringIO(stream.getvalue(), newline="")):
        assert not any(cell.lstrip().startswith(FORMULA) for cell in row)


def test_json_lines_hold_lists_and_nulls() -> None:
    stream = io.StringIO()
    write_json_lines([RECORD], stream)
    told = json.loads(stream.getvalue())
    assert list(told) == list(columns())
    assert told["person"] == RECORD.person
    assert (told["other_roles"], told["form"]) == (["minister", "other"], None)
    assert told["last_day"] == "2024-05-31"


def test_parquet_has_types_and_meanings(tmp_path: Path) -> None:
    write_parquet([RECORD], tmp_path / "visits.parquet")
    table = parquet.read_table(tmp_path / "visits.parquet")
    assert table.to_pylist() == [asdict(RECORD)]
    for name, meaning in MEANINGS.items():
        assert table.schema.field(name).metadata[b"meaning"].decode() == meaning


def test_no_visits_at_all(tmp_path: Path) -> None:
    write_parquet([], tmp_path / "visits.parquet")
    assert parquet.read_table(tmp_path / "visits.parquet").column_names == list(columns())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index whose events are two: a visit and a transit stop."""
    made = tmp_path / "index"
    body = "The Cabinet Secretary of Kenya arrived in Astana."
    build([make_release("1", body)], "corpus", FakeEncoder(), made)
    snapshot, manifest = open_snapshot(made)
    (release,) = [indexed(0, 0)]
    told = [account(), account("2024-09", form=VisitForm.TRANSIT)]
    for path in (snapshot / EVENTS).iterdir():
        path.unlink()
    (snapshot / EVENTS).rmdir()
    write_events(merge([Telling(0, one) for one in told], [release]), snapshot / EVENTS)
    publish(snapshot, replace(manifest, files={}), made)
    return made


@pytest.mark.parametrize("form", TableFormat)
def test_the_whole_index_is_exported(folder: Path, tmp_path: Path, form: TableFormat) -> None:
    output = tmp_path / f"visits.{form}"
    assert export_visits(folder, form, output) == 2
    if form is TableFormat.CSV:
        text = output.read_text(encoding="utf-8-sig")
        assert len(list(csv.reader(io.StringIO(text, newline="")))) == 3
    elif form is TableFormat.JSONL:
        rows = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
        assert [row["form"] for row in rows] == [None, "transit"]
    else:
        assert parquet.read_table(output).num_rows == 2


def test_the_command_writes_to_standard_output(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ELSHI_HOME", str(folder.parent))
    run = CliRunner().invoke(index, ["export", "visits", "--format", "jsonl"])
    assert [json.loads(line)["to_city"] for line in run.stdout.splitlines()] == ["Astana"] * 2


def test_what_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexingError, match="--output"):
        export_visits(folder, TableFormat.PARQUET, None)
    with pytest.raises(IndexingError, match="cannot be written"):
        export_visits(folder, TableFormat.CSV, tmp_path / "none" / "visits.csv")
    with pytest.raises(IndexMissingError):
        export_visits(tmp_path / "none", TableFormat.CSV, None)


def test_without_the_library_one_line_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from index.errors import IndexingError\n"
        "try:\n    import index.export.parquet\n"
        "except IndexingError as error:\n    print(error)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout == "pyarrow is not installed; run: pip install 'elshi[parquet]'\n"


def test_every_column_is_documented() -> None:
    page = (ROOT / "docs" / "visits-table.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert rows == [
        f"| `{name}` | {TYPES[kind]} | {MEANINGS[name]} |" for name, kind in columns().items()
    ]
    shown = CliRunner().invoke(index, ["export", "visits", "--help"]).output
    listed = shown.partition("Columns: ")[2].partition(".")[0]
    assert [name.strip() for name in listed.split(",")] == list(columns())
