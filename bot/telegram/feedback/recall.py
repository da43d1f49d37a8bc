"""Finds what was asked and shown, by the key of an answer or the number of a report."""

from __future__ import annotations

from dataclasses import dataclass

from bot.errors import UnknownAnswerError
from bot.telegram.feedback.reports import Reports
from bot.telegram.storage.asked import AskedQuestions
from bot.telegram.storage.database import Sessions
from corpus.release import Language


@dataclass(frozen=True, slots=True)
class Told:
    """A question with what it leaned on, the answer `shown`, and the index that it came from.

    `otherwise` says that its other reading was answered.
    """

    question: str
    history: tuple[str, ...]
    wanted: Language | None
    otherwise: bool
    shown: str
    snapshot: str


def recall(database: Sessions, answer_id: str) -> Told:
    """Return what was asked and shown. Blocks; raises StateError and UnknownAnswerError."""
    reports = Reports(database)
    if answer_id.isascii() and answer_id.isdigit() and len(answer_id) < 12:
        report = reports.get(int(answer_id))
        if report is not None:
            return Told(
                report.question,
                report.history,
                report.wanted,
                report.otherwise,
                report.shown,
                report.snapshot,
            )
    asked = AskedQuestions(database, kept=float("inf")).get(answer_id)
    shown = reports.shown(answer_id)
    if asked is None or shown is None:
        raise UnknownAnswerError(answer_id)
    return Told(asked.question, asked.history, asked.wanted, asked.otherwise, shown, asked.snapshot)
