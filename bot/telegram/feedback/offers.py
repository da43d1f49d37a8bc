"""Reports as buttons under an answer. Pure."""

from __future__ import annotations

from bot.feedback.report import Problem
from bot.telegram.conversation.actions import Offer

ROW_WRONG, ANSWER_WRONG, MISSING = "rowwrong", "wrong", "missing"

REPORTS = (
    Offer(ROW_WRONG, "button-row-wrong", lambda answer: ("",) if answer.items else ()),
    Offer(ANSWER_WRONG, "button-answer-wrong", lambda answer: () if answer.items else ("",)),
    Offer(MISSING, "button-missing", lambda _: ("",)),
)
PROBLEMS = {
    ROW_WRONG: Problem.WRONG,
    ANSWER_WRONG: Problem.WRONG,
    MISSING: Problem.MISSING,
}
