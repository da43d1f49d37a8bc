"""Writes what the index holds as tables for other programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from index.build import EVENTS, PASSAGES
from index.errors import IndexingError
from index.events.filter import EventFilter
from index.events.store import EventStore
from index.export.files import write_csv, write_json_lines
from index.export.table import VisitRecord, visit_records
from index.extraction.event import EventKind, VisitForm
from index.passage import IndexedRelease
from index.passages import PassageStore
from index.snapshot import open_snapshot

BATCH = 500  # releases read at once


class TableFormat(StrEnum):
    """Formats that the table of visits is written in."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


def export_visits(folder: Path, form: TableFormat, output: Path | None) -> int:
    """Write all visits of the index in `folder` to `output`; returns how many they are.

    Without `output` they go to standard output, Parquet excepted. Raises IndexingError where
    there is no index or the file cannot be written.
    """
    records = _records(folder)
    try:
        _write(records, form, output)
    except OSError as error:
        raise IndexingError(f"{output} cannot be written: {error.strerror}") from error
    return len(records)


def _records(folder: Path) -> list[VisitRecord]:
    snapshot, _ = open_snapshot(folder)
    store, passages = EventStore(snapshot / EVENTS), PassageStore(snapshot / PASSAGES)
    visits = frozenset({EventKind.VISIT})
    wanted = EventFilter(kinds=visits)
    transit = EventFilter(kinds=visits, forms=frozenset({VisitForm.TRANSIT}))
    numbers = sorted({*store.select(wanted).tolist(), *store.select(transit).tolist()})
    events = store.events(numbers)
    told = sorted({telling.release for event in events for telling in event.tellings})
    releases: dict[int, IndexedRelease] = {}
    for start in range(0, len(told), BATCH):
        releases |= passages.releases(told[start : start + BATCH])
    return visit_records(events, releases)


def _write(records: Sequence[VisitRecord], form: TableFormat, output: Path | None) -> None:
    if form is TableFormat.PARQUET:
        # An optional library, which only this format needs.
        from index.export.parquet import write_parquet

        if output is None:
            raise IndexingError("Parquet is no text: name a file with --output")
        write_parquet(records, output)
        return
    write = write_csv if form is TableFormat.CSV else write_json_lines
    if output is None:
        write(records, sys.stdout)
        return
    # Excel knows UTF-8 by the mark at its start; JSON must not have one.
    encoding = "utf-8-sig" if form is TableFormat.CSV else "utf-8"
    with output.open("w", encoding=encoding, newline="") as stream:
        write(records, stream)
