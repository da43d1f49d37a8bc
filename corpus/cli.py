"""`elshi corpus`: releases in, and what is stored."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.cli_changes import changes, diff
from corpus.cli_source import reparse, sync
from corpus.progress import Meter, meter
from corpus.settings import CorpusSettings

# The database is slow to import, so each command imports what it needs itself.
if TYPE_CHECKING:
    from corpus.importer import Progress
    from corpus.status import CorpusStatus
    from corpus.sync_state import SourceReport


@click.group()
def corpus() -> None:
    """The releases: bring them in, see what is stored."""


for command in (sync, changes, diff, reparse):
    corpus.add_command(command)


@corpus.command(name="import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def import_(paths: tuple[Path, ...]) -> None:
    """Import releases from files (.txt, .jsonl, .html) and folders of them."""
    from corpus.importer import import_paths
    from corpus.store import close_corpus, open_corpus

    sessions = open_corpus(CorpusSettings.from_env(os.environ))
    try:
        with meter("Importing, in bytes") as shown:
            result = import_paths(sessions, paths, _telling(shown))
    finally:
        close_corpus(sessions)
    click.echo(
        f"{result.releases} releases read: {result.new} new, {result.changed} changed,"
        f" {result.same} known already; {len(result.bad)} refused."
    )
    if not result.releases:
        raise click.ClickException("nothing could be imported")


@corpus.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def status(as_json: bool) -> None:
    """What is stored."""
    from corpus.status import corpus_status, status_to_json
    from corpus.store import close_corpus, open_corpus

    sessions = open_corpus(CorpusSettings.from_env(os.environ))
    try:
        with sessions() as session:
            found = corpus_status(session)
    finally:
        close_corpus(sessions)
    click.echo(json.dumps(status_to_json(found), indent=2) if as_json else _status_text(found))


def _status_text(status: CorpusStatus) -> str:
    languages = ", ".join(f"{count} {language}" for language, count in status.by_language.items())
    lines = [
        f"Releases:    {status.releases} ({languages})",
        f"Versions:    {status.versions}",
        f"Vanished:    {status.vanished}",
        f"Published:   {_day(status.oldest)} to {_day(status.newest)}",
        f"Last import: {status.last_import:%Y-%m-%d %H:%M} UTC" if status.last_import else "",
        f"{status.invented} of the releases are invented samples." if status.invented else "",
        *map(_source_text, status.sources),
    ]
    return "\n".join(line for line in lines if line)


def _source_text(source: SourceReport) -> str:
    last = f"last sync {source.synced:%Y-%m-%d %H:%M} UTC" if source.synced else "no sync yet"
    told = f"Site, {source.entity}/{source.section}: {source.state}, {last}"
    if source.reason and source.since:
        told += f"; since {source.since:%Y-%m-%d %H:%M} UTC: {source.reason}"
    if source.wait_until:
        told += f"; asked again after {source.wait_until:%Y-%m-%d %H:%M} UTC"
    return told + (f"; not as known: {source.drift}" if source.drift else "")


def _day(when: datetime | None) -> str:
    return f"{when:%Y-%m-%d}" if when else "-"


def _telling(shown: Meter) -> Callable[[Progress], None]:
    def report(progress: Progress) -> None:
        if progress.refusal:
            shown.say(f"Refused {progress.refusal.path}: {progress.refusal.reason}")
        shown.advance(progress.done, progress.total or None)

    return report
