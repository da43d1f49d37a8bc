"""Tables of standing questions and of what goes out for them; times are seconds since 1970."""

from __future__ import annotations

from sqlalchemy import Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.telegram.storage.models import Base


class WatchRow(Base):
    """A standing question; `history` is JSON, `snapshot` the index that it was last held to."""

    __tablename__ = "watch"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an old button means no other watch

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    chat_id: Mapped[int] = mapped_column(index=True)
    thread_id: Mapped[int]
    user_id: Mapped[int] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(8))
    text: Mapped[str]
    history: Mapped[str]
    name: Mapped[str]
    language: Mapped[str] = mapped_column(String(2))
    passes_topic: Mapped[bool]
    mode: Mapped[str] = mapped_column(String(8))
    paused: Mapped[bool]
    since: Mapped[float]
    snapshot: Mapped[str] = mapped_column(index=True)


class KnownRow(Base):
    """An event or story that a watch knows already; `told` is the JSON of its tellings or pages."""

    __tablename__ = "watch_known"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    watch_id: Mapped[int] = mapped_column(index=True)
    chat_id: Mapped[int] = mapped_column(index=True)
    user_id: Mapped[int] = mapped_column(index=True)
    told: Mapped[str]
    noted_at: Mapped[float] = mapped_column(index=True)


class NoticeRow(Base):
    """A notice on its way to one chat; its text goes when it has been sent.

    `repeated` says that an earlier attempt may have arrived.
    """

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_due", "state", "due_at"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    watch_id: Mapped[int] = mapped_column(index=True)
    chat_id: Mapped[int] = mapped_column(index=True)
    thread_id: Mapped[int]
    user_id: Mapped[int] = mapped_column(index=True)
    language: Mapped[str] = mapped_column(String(2))
    told: Mapped[str]
    state: Mapped[str] = mapped_column(String(8))
    repeated: Mapped[bool]
    known_at: Mapped[float]
    due_at: Mapped[float]


class QuietRow(Base):
    """When a user wants to hear nothing of their watches."""

    __tablename__ = "quiet"

    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first: Mapped[int]
    last: Mapped[int]
    zone: Mapped[str]
