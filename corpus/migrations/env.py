"""Run by Alembic: applies the steps over the connection that `corpus.database` hands in."""

from __future__ import annotations

from alembic import context

from corpus.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=context.config.attributes["version_table"],
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
