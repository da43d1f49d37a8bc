"""`elshi backup` and `elshi restore`."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click

_POSTGRES = "The corpus is in PostgreSQL, which is not in this file: back it up with pg_dump."


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--with-index", is_flag=True, help="Put the index in too; it can be built again.")
def backup(file: Path, with_index: bool) -> None:
    """Write all that is stored into FILE, a .tar.gz, also while the bot runs.

    FILE holds what people asked, so that only its owner can read it.
    """
    from bot.backup.backup import back_up, back_up_with_index  # start-up: SQLAlchemy is slow
    from bot.backup.places import places

    where = places(os.environ)
    way = back_up_with_index if with_index else back_up
    names = way(file, where, version("elshi"), datetime.now(UTC))
    if where.corpus is None:
        click.echo(_POSTGRES, err=True)
    click.echo(f"Written to {file}: {', '.join(names)}; {file.stat().st_size:,} bytes.")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Bring back what `elshi backup` wrote into FILE; the bot must not run.

    All of FILE is checked before anything is replaced, and what was there is kept aside.
    """
    from bot.backup.places import places  # start-up: as above
    from bot.backup.restore import restore as bring_back
    from bot.backup.still import nobody_writing, prepare

    where = places(os.environ)
    with nobody_writing(os.environ):
        found = bring_back(file, where, datetime.now(UTC), prepare)
    click.echo(f"Restored, as of {found.manifest.made}: {', '.join(found.names)}.")
    if found.aside is not None:
        click.echo(f"What was there before is kept in {found.aside}.")
    if "index" not in found.names:
        click.echo("Now bring the index up to date: elshi index update")
