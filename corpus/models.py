"""The tables of the corpus; only the store and the status read and write them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, ForeignKey, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

# PostgreSQL would sort keys by the rules of its locale; SQLite and Python sort by code point.
KeyText = String().with_variant(String(collation="C"), "postgresql")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, stored in UTC without its zone; it comes back aware and in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(  # the signature is the base class's
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> datetime | None:
        """The time as it is stored."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> datetime | None:
        """The time as it was given."""
        return value.replace(tzinfo=UTC) if value else None


class Base(DeclarativeBase):
    """Declares the tables; names constraints, so that a migration can name them too."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class ReleaseRow(Base):
    """A release in one language. `version` and `content_hash` are those of its current version."""

    __tablename__ = "releases"
    __table_args__ = (UniqueConstraint("entity", "section", "id", "language"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    entity: Mapped[str] = mapped_column(KeyText)
    section: Mapped[str] = mapped_column(KeyText)
    id: Mapped[str] = mapped_column(KeyText)
    language: Mapped[str] = mapped_column(KeyText)
    alias: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int]
    content_hash: Mapped[str] = mapped_column(String(64))
    first_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    vanished: Mapped[datetime | None] = mapped_column(UtcDateTime)


class VersionRow(Base):
    """One version of a release, word for word; `number` counts from 1, in order of arrival."""

    __tablename__ = "release_versions"

    release_pk: Mapped[int] = mapped_column(
        ForeignKey("releases.pk", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    content_hash: Mapped[str] = mapped_column(String(64))
    url: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    published: Mapped[datetime] = mapped_column(UtcDateTime)
    fetched: Mapped[datetime | None] = mapped_column(UtcDateTime)
    stored: Mapped[datetime] = mapped_column(UtcDateTime)


class ImportRow(Base):
    """One import that came to its end, and what it found."""

    __tablename__ = "imports"

    pk: Mapped[int] = mapped_column(primary_key=True)
    finished: Mapped[datetime] = mapped_column(UtcDateTime)
    new: Mapped[int]
    changed: Mapped[int]
    same: Mapped[int]
    bad: Mapped[int]
