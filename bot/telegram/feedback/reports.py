"""Keeps reports on answers, and the texts of answers for as long as they can be reported on.

Methods block; call them off the event loop. All of them raise StateError.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.feedback.report import Problem, Report
from bot.telegram.feedback.models import ReportRow, ShownAnswer
from bot.telegram.storage.asked import KEPT, Asked
from bot.telegram.storage.database import Sessions
from corpus.release import Language


class Reports:
    """Reports by their number; kept for `kept` seconds, `now` gives seconds since 1970."""

    def __init__(
        self, database: Sessions, now: Callable[[], float] = time.time, kept: float = KEPT
    ) -> None:
        self._database = database
        self._now = now
        self._kept = kept

    def note_shown(self, key: str, asked: Asked, text: str) -> None:
        """Keep the text of the answer `key` as it was shown."""
        shown = ShownAnswer(
            key=key,
            chat_id=asked.chat_id,
            user_id=asked.user_id,
            text=text,
            shown_at=self._now(),
        )
        with self._database.session() as session:
            session.merge(shown)

    def shown(self, key: str) -> str | None:
        """Return the text of the answer `key` as it was shown; None where it is gone."""
        with self._database.session() as session:
            found = session.get(ShownAnswer, key)
            return found.text if found else None

    def put(self, problem: Problem, key: str, asked: Asked) -> int:
        """Keep a report on the answer `key` and return its number; the same one is kept once."""
        with self._database.session() as session:
            shown = session.get(ShownAnswer, key)
            row = {
                "key": key,
                "problem": problem,
                "chat_id": asked.chat_id,
                "user_id": asked.user_id,
                "question": asked.question,
                "history": json.dumps(asked.history),
                "wanted": asked.wanted,
                "otherwise": asked.otherwise,
                "language": asked.language,
                "snapshot": asked.snapshot,
                "shown": shown.text if shown else "",
                "comment": "",
                "reported_at": self._now(),
            }
            session.execute(insert(ReportRow).values(row).on_conflict_do_nothing())
            same = (ReportRow.key == key, ReportRow.problem == problem)
            return session.execute(select(ReportRow.id).where(*same)).scalar_one()

    def note_prompt(self, number: int, message_id: int) -> None:
        """Note the message that asked for a comment on a report."""
        with self._database.session() as session:
            row = update(ReportRow).where(ReportRow.id == number)
            session.execute(row.values(prompt_id=message_id))

    def comment(self, chat_id: int, user_id: int, prompt_id: int, comment: str) -> int | None:
        """Add the comment that a user gave in reply to a prompt; return the report's number.

        None where the message was no prompt for a report of theirs.
        """
        asked_for = (
            ReportRow.chat_id == chat_id,
            ReportRow.user_id == user_id,
            ReportRow.prompt_id == prompt_id,
        )
        row = update(ReportRow).where(*asked_for).values(comment=comment)
        with self._database.session() as session:
            return session.scalar(row.returning(ReportRow.id))

    def newest(self, limit: int | None = None) -> list[Report]:
        """Return the reports, newest first, at most `limit` of them."""
        rows = select(ReportRow).order_by(ReportRow.id.desc()).limit(limit)
        with self._database.session() as session:
            return [_report(row) for row in session.scalars(rows)]

    def get(self, number: int) -> Report | None:
        """Return a report by its number; None where there is none."""
        with self._database.session() as session:
            row = session.get(ReportRow, number)
            return _report(row) if row else None

    def count(self) -> int:
        """Return how many reports there are."""
        with self._database.session() as session:
            return session.scalar(select(func.count()).select_from(ReportRow)) or 0

    def sweep(self) -> None:
        """Delete what has been kept long enough."""
        old = self._now() - self._kept
        with self._database.session() as session:
            session.execute(delete(ShownAnswer).where(ShownAnswer.shown_at <= old))
            session.execute(delete(ReportRow).where(ReportRow.reported_at <= old))


def _report(row: ReportRow) -> Report:
    return Report(
        id=row.id,
        problem=Problem(row.problem),
        key=row.key,
        chat_id=row.chat_id,
        user_id=row.user_id,
        question=row.question,
        history=tuple(json.loads(row.history)),
        wanted=Language(row.wanted) if row.wanted else None,
        otherwise=row.otherwise,
        language=Language(row.language),
        snapshot=row.snapshot,
        shown=row.shown,
        comment=row.comment,
        reported_at=datetime.fromtimestamp(row.reported_at, UTC),
    )
