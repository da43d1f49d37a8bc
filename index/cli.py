"""`elshi index`: build the index, look into it, search it."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path

import click

from corpus.progress import meter
from corpus.release import Language
from index.settings import IndexSettings


@click.group()
def index() -> None:
    """Build, check and search the index."""


@index.command()
def rebuild() -> None:
    """Build the index anew from the corpus."""
    build_index(only_if_changed=False)


@index.command()
def update() -> None:
    """Bring the index up to date with the corpus, at the cost of what changed."""
    build_index(only_if_changed=True)


@index.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def status(as_json: bool) -> None:
    """Say what the index holds and whether it is whole."""
    from index.status import read_status  # opens the corpus too: SQLAlchemy takes its time

    found = read_status(IndexSettings.from_env(os.environ), os.environ)
    click.echo(json.dumps(found) if as_json else "\n".join(f"{k}: {v}" for k, v in found.items()))


@index.command()
@click.argument("text")
@click.option("-k", default=10, show_default=True, help="How many passages.")
def search(text: str, k: int) -> None:
    """Print the passages nearest to TEXT."""
    from index.embedding.models import load_encoder  # the model's runtime: only where one searches
    from index.search import Searcher

    settings = IndexSettings.from_env(os.environ)
    searcher = Searcher(settings.folder, load_encoder(settings.model, settings.models))
    for hit in searcher.search(text, list(Language), k):
        release = hit.source.release
        click.echo(f"{hit.score:.3f} (dense {hit.dense:.3f}, lexical {hit.lexical:.3f})")
        click.echo(f"  {release.published:%Y-%m-%d} {release.title}\n  {release.url}")
        click.echo(f"  {hit.text}\n")


@index.group()
def export() -> None:
    """Write what the index holds as a table for other programs."""


# Written out: what would list them is slow to import. A test compares.
COLUMNS = """\b
Columns: id, status, person, role, other_roles, office, country,
organization, to_city, to_country, date, first_day, last_day, form,
first_ever, superseded_by, sentence, title, url, language, published,
all_sentences, all_urls. docs/visits-table.md says what each means."""


@export.command(epilog=COLUMNS)
@click.option(
    "--format",
    "form",
    required=True,
    type=click.Choice(["csv", "jsonl", "parquet"]),
    help="Parquet needs the extra: pip install 'elshi[parquet]'.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; standard output without it.",
)
def visits(form: str, output: Path | None) -> None:
    """Write all visits, one row an event, by date; undated ones come last."""
    from index.export.visits import TableFormat, export_visits

    settings = IndexSettings.from_env(os.environ)
    count = export_visits(settings.folder, TableFormat(form), output)
    if output is not None:
        click.echo(f"Visits written to {output}: {count}.")


@index.command()
def model() -> None:
    """Make the embedding model ready to run, as for a container image."""
    from index.embedding.models import load_encoder

    settings = IndexSettings.from_env(os.environ)
    encoder = load_encoder(settings.model, settings.models)
    click.echo(f"{encoder.fingerprint}: ready in {settings.models}")


def build_index(*, only_if_changed: bool) -> None:
    """Build the index of the corpus as the environment's settings say; raises IndexingError."""
    # What a build needs is slow to import, and the other commands do without.
    from corpus.settings import CorpusSettings
    from corpus.store import close_corpus, fingerprint, iterate, open_corpus
    from index.build import build, is_current
    from index.embedding.models import load_encoder

    settings = IndexSettings.from_env(os.environ)
    click.echo("Loading the embedding model", err=True)
    encoder = load_encoder(settings.model, settings.models)
    sessions = open_corpus(CorpusSettings.from_env(os.environ))
    try:
        with sessions() as session:
            mark = fingerprint(session)
            if only_if_changed and is_current(settings.folder, encoder.fingerprint, mark):
                click.echo("The index is up to date.")
                return
            releases = list(iterate(session))
    finally:
        close_corpus(sessions)
    meters = partial(meter, at_end=True)
    built = build(releases, mark, encoder, settings.folder, meters)
    click.echo(
        f"Releases indexed: {built.releases}, as {built.passages} passages; "
        f"events: {built.events}; encoded now: {built.encoded}."
    )
