"""Tables of who has used the bot and whom its owner shut out; times are seconds since 1970."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from bot.telegram.storage.models import Base


class Seen(Base):
    """A user in a chat, and when they first and last wrote there, to the hour."""

    __tablename__ = "seen"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first_at: Mapped[float]
    last_at: Mapped[float] = mapped_column(index=True)


class Banned(Base):
    """A user or chat that the owner shut out; /forget does not let them in again."""

    __tablename__ = "banned"

    banned_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    since: Mapped[float]
