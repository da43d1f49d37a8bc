"""Releases, their versions, and the imports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the first tables."""
    key = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "releases",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("entity", key, nullable=False),
        sa.Column("section", key, nullable=False),
        sa.Column("id", key, nullable=False),
        sa.Column("language", key, nullable=False),
        sa.Column("alias", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("first_seen", sa.DateTime(), nullable=False),
        sa.Column("vanished", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("pk", name="pk_releases"),
        sa.UniqueConstraint("entity", "section", "id", "language", name="uq_releases_entity"),
    )
    op.create_table(
        "release_versions",
        sa.Column("release_pk", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("published", sa.DateTime(), nullable=False),
        sa.Column("fetched", sa.DateTime(), nullable=True),
        sa.Column("stored", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("release_pk", "number", name="pk_release_versions"),
        sa.ForeignKeyConstraint(
            ["release_pk"],
            ["releases.pk"],
            name="fk_release_versions_release_pk_releases",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "imports",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("finished", sa.DateTime(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("same", sa.Integer(), nullable=False),
        sa.Column("bad", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_imports"),
    )


def downgrade() -> None:
    """Drop all tables."""
    for table in ("imports", "release_versions", "releases"):
        op.drop_table(table)
