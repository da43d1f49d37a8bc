"""The command that serves the web page without Telegram."""

from __future__ import annotations

import os

import click


@click.command()
def page() -> None:
    """Serve the public web page until it is told to stop, without Telegram."""
    from bot.page.run import run_page  # the web server is needed by no other command
    from bot.page.settings import PageSettings
    from bot.source_watch import source_watch
    from bot.wiring import make_engine

    settings = PageSettings.from_env(os.environ)
    engine = make_engine(os.environ, source_watch(os.environ))
    found = engine.status()
    click.echo(f"Answering from {found.releases} releases.", err=True)
    run_page(settings, engine, lambda line: click.echo(line, err=True))
