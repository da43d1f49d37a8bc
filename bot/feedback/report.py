"""A user's report on an answer, and how it is written out for the owner. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from corpus.release import Language

COLUMNS = (
    "id", "reported_at", "problem", "answer", "language", "question", "history",
    "comment", "snapshot", "shown",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Problem(StrEnum):
    """What is said to be amiss: a row or all of the answer is wrong, or something is missing."""

    WRONG = "wrong"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Report:
    """A report on the answer `key`: what was asked, what was `shown`, and by which index.

    `user_id` says who reported it; it is kept for `/forget` and never written out.
    """

    id: int
    problem: Problem
    key: str
    chat_id: int
    user_id: int
    question: str
    history: tuple[str, ...]
    wanted: Language | None
    otherwise: bool
    language: Language
    snapshot: str
    shown: str
    comment: str
    reported_at: datetime


def report_to_json(report: Report) -> dict[str, Any]:
    """A report as machines read it, without who made it."""
    return {
        "id": report.id,
        "reported_at": report.reported_at.isoformat(),
        "problem": report.problem,
        "answer": report.key,
        "language": report.language,
        "question": report.question,
        "history": list(report.history),
        "comment": report.comment,
        "snapshot": report.snapshot,
        "shown": report.shown,
    }


def reports_to_csv(reports: Iterable[Report]) -> str:
    """Reports as a table, one a row; earlier questions are parted by line breaks."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in reports:
        values = report_to_json(report) | {"history": "\n".join(report.history)}
        writer.writerow([_harmless(values[column]) for column in COLUMNS])
    return table.getvalue()


def report_to_line(report: Report) -> str:
    """A report in one line for a terminal."""
    comment = f" ({_in_line(report.comment)})" if report.comment else ""
    when = f"{report.reported_at:%Y-%m-%d %H:%M}"
    return (
        f"{report.id}  {when}  {report.problem}  {report.key}  {_in_line(report.question)}{comment}"
    )


def _in_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _harmless(value: str | int) -> str | int:
    # What users write must not become a formula in the owner's spreadsheet.
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
