"""The rows of an answer as CSV; pure."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple
from datetime import datetime

from bot.answer import Answer
from bot.takeaway.rows import COLUMNS, Row
from index.export.files import csv_cell


def to_csv(rows: list[Row], _answer: Answer, _now: datetime) -> bytes:
    """A header and a line for each row, as RFC 4180 has it, in UTF-8 with the mark Excel needs.

    The names of the columns are English in each language, for programs. A cell that a
    spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([csv_cell(value) for value in astuple(row)] for row in rows)
    return text.getvalue().encode("utf-8-sig")
