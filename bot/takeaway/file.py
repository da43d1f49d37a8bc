"""An answer as a file: its format, its name, its bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.answer import Answer
from bot.takeaway.calendar_file import to_calendar
from bot.takeaway.csv_file import to_csv
from bot.takeaway.rows import Row, rows_of
from bot.takeaway.workbook import to_workbook

_LONGEST_NAME = 60


class FileFormat(StrEnum):
    """Formats of a file; the value is its ending."""

    CSV = "csv"
    XLSX = "xlsx"
    ICS = "ics"


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """A file of an answer: a name that is safe anywhere, its bytes, and how many rows it holds.

    `left_out` counts rows that have no date and so no place in a calendar.
    """

    name: str
    content: bytes
    rows: int
    left_out: int = 0


_WRITERS: Mapping[FileFormat, Callable[[list[Row], Answer, datetime], bytes]] = {
    FileFormat.CSV: to_csv,
    FileFormat.XLSX: to_workbook,
    FileFormat.ICS: to_calendar,
}


def fits(answer: Answer, form: FileFormat) -> bool:
    """Whether the answer holds anything that such a file can hold."""
    rows = rows_of(answer)
    return any(row.date for row in rows) if form is FileFormat.ICS else bool(rows)


def make_file(answer: Answer, form: FileFormat, now: datetime) -> AnswerFile:
    """The answer as a file; `now` is aware, and stands in the file as the time it was made."""
    rows = rows_of(answer)
    kept = [row for row in rows if row.date] if form is FileFormat.ICS else rows
    content = _WRITERS[form](kept, answer, now)
    return AnswerFile(_name(answer, form), content, len(kept), len(rows) - len(kept))


def _name(answer: Answer, form: FileFormat) -> str:
    """The question as a file's name: letters and digits of any alphabet, nothing else."""
    words = "-".join(re.findall(r"\w+", answer.question.lower()))
    return f"{words[:_LONGEST_NAME].strip('-_') or 'elshi'}.{form}"
