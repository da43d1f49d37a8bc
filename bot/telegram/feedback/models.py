"""Tables of reports on answers; times are seconds since 1970 in UTC."""

from __future__ import annotations

from sqlalchemy import Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.telegram.storage.models import Base


class ShownAnswer(Base):
    """The text of an answer as it was shown, under the key of its question."""

    __tablename__ = "shown"

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    chat_id: Mapped[int] = mapped_column(index=True)
    user_id: Mapped[int] = mapped_column(index=True)
    text: Mapped[str]
    shown_at: Mapped[float] = mapped_column(index=True)


class ReportRow(Base):
    """A report; `history` is JSON, `prompt_id` the message whose reply is its comment."""

    __tablename__ = "report"
    __table_args__ = (
        Index("ix_report_answer", "key", "problem", unique=True),
        Index("ix_report_prompt", "chat_id", "prompt_id"),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    key: Mapped[str] = mapped_column(String(32))
    problem: Mapped[str] = mapped_column(String(16))
    chat_id: Mapped[int]
    user_id: Mapped[int] = mapped_column(index=True)
    question: Mapped[str]
    history: Mapped[str]
    wanted: Mapped[str | None] = mapped_column(String(2))
    otherwise: Mapped[bool]
    language: Mapped[str] = mapped_column(String(2))
    snapshot: Mapped[str]
    shown: Mapped[str]
    comment: Mapped[str]
    prompt_id: Mapped[int | None]
    reported_at: Mapped[float] = mapped_column(index=True)
