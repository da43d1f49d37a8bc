"""What the site's releases bring along: HTML, labels, changes, walks and states of the site."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _key() -> sa.String:
    return sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the columns and tables."""
    op.add_column("releases", sa.Column("label", _key(), nullable=True))
    op.add_column("release_versions", sa.Column("html", sa.Text(), nullable=True))
    op.create_table(
        "changes",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("release_pk", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("noted", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_changes"),
        sa.ForeignKeyConstraint(
            ["release_pk"],
            ["releases.pk"],
            name="fk_changes_release_pk_releases",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_changes_release_pk", "changes", ["release_pk"])
    op.create_index("ix_changes_noted", "changes", ["noted"])
    op.create_table(
        "source_walks",
        *(sa.Column(name, _key(), nullable=False) for name in ("entity", "section", "label")),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("finished", sa.DateTime(), nullable=True),
        sa.Column("rested", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("entity", "section", "label", "kind", name="pk_source_walks"),
    )
    op.create_table(
        "sources",
        *(sa.Column(name, _key(), nullable=False) for name in ("entity", "section")),
        sa.Column("answered", sa.DateTime(), nullable=True),
        sa.Column("synced", sa.DateTime(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("since", sa.DateTime(), nullable=True),
        sa.Column("refusals", sa.Integer(), nullable=False),
        sa.Column("wait_until", sa.DateTime(), nullable=True),
        sa.Column("drift", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("entity", "section", name="pk_sources"),
    )


def downgrade() -> None:
    """Take them away again."""
    for table in ("sources", "source_walks", "changes"):
        op.drop_table(table)
    op.drop_column("release_versions", "html")
    op.drop_column("releases", "label")
