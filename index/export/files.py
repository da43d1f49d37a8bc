"""Writes the table of visits as CSV and as JSON Lines; pure but for the stream written to."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import TextIO

from index.export.table import VisitRecord, columns

BETWEEN = " | "
# What spreadsheets take for the start of a formula, full-width forms included.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def write_csv(records: Iterable[VisitRecord], stream: TextIO) -> None:
    """Write a header and a line for each record, as RFC 4180 has it.

    Lists are put together with `BETWEEN`; a cell that a spreadsheet would take for a formula
    gets an apostrophe before it.
    """
    writer = csv.writer(stream)
    names = list(columns())
    writer.writerow(names)
    writer.writerows([csv_cell(getattr(record, name)) for name in names] for record in records)


def write_json_lines(records: Iterable[VisitRecord], stream: TextIO) -> None:
    """Write one JSON object a line, keys in the order of the columns."""
    for record in records:
        stream.write(json.dumps(asdict(record), ensure_ascii=False, default=_iso) + "\n")


def csv_cell(value: object) -> str:
    """One cell as text; an apostrophe keeps a spreadsheet from taking it for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = BETWEEN.join(map(str, value)) if isinstance(value, list) else str(value)
    is_formula = text.startswith(FORMULA) or text.lstrip().startswith(FORMULA)
    return f"'{text}" if is_formula else text


def _iso(value: date) -> str:
    return value.isoformat()
