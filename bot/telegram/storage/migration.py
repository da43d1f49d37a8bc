"""Changes of the bot's own tables, for files that an earlier version wrote."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

FORMAT = 2
_ADDED = (("asked", "otherwise", "BOOLEAN NOT NULL DEFAULT 0"),)


def migrate(connection: Connection) -> None:
    """Give tables that are there already the columns that they lack."""
    tables = inspect(connection)
    for table, column, kind in _ADDED:
        if not tables.has_table(table):
            continue
        if column not in {there["name"] for there in tables.get_columns(table)}:
            connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {column} {kind}"))
