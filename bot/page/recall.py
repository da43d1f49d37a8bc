"""Finds what the page answered, by an answer's link or its key, to be given again."""

from __future__ import annotations

from pathlib import Path

from bot.feedback.replay import as_shown
from bot.page.kept import FILE, KeptAnswers
from bot.telegram.feedback.recall import Told


def recall_page(home: Path, answer_id: str) -> Told | None:
    """What was asked and shown under `answer_id`; None where no such answer is kept.

    Blocks; raises StateError.
    """
    if not (home / FILE).exists():
        return None
    answers = KeptAnswers(home)
    try:
        kept = answers.get(answer_id.rstrip("/").rpartition("/")[2])
    finally:
        answers.close()
    if kept is None or kept.answer is None:
        return None
    shown = as_shown(kept.answer)
    return Told(kept.question, (), kept.language, False, shown, kept.answer.snapshot)
