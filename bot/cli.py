"""The console script `elshi`."""

from __future__ import annotations

import json
import os
import sys
from itertools import islice
from pathlib import Path

import click

import bot.errors
import corpus.errors
import index.errors
from bot.cli_backup import backup, restore
from bot.cli_chart import chart
from bot.cli_country import country
from bot.cli_owner import feedback, replay
from bot.cli_page import page
from bot.log_setup import set_up_logs
from corpus.cli import corpus as corpus_commands
from corpus.cli_source import Followers
from corpus.release import Language
from index.cli import build_index
from index.cli import index as index_commands
from index.cli_discrepancies import discrepancies
from index.settings import IndexSettings

MISUSED = 2
FAILED = 1


@click.group()
@click.version_option(package_name="elshi")
def elshi() -> None:
    """Answer questions over a foreign ministry's releases, with quotes and links."""


corpus_commands.add_command(discrepancies)
elshi.add_command(corpus_commands)
elshi.add_command(index_commands)
elshi.add_command(feedback)
elshi.add_command(replay)
elshi.add_command(page)
elshi.add_command(backup)
elshi.add_command(restore)
elshi.add_command(country)
elshi.add_command(chart)


@elshi.command()
@click.argument("question")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--why", is_flag=True, help="Show too what nearly answers, and why it does not.")
@click.option(
    "--language", type=click.Choice([one.value for one in Language]), help="Language of the answer."
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the answer's rows to this file: .csv, .xlsx or .ics.",
)
def ask(question: str, as_json: bool, why: bool, language: str | None, output: Path | None) -> None:
    """Answer one QUESTION."""
    from bot.answer import answer_to_json, near_misses_to_json  # with the engine and its model
    from bot.rendering.terminal import render_near_misses, render_text
    from bot.wiring import make_engine

    engine = make_engine(os.environ)
    answer = engine.answer(question, language=Language(language) if language else None)
    if output is not None:
        from bot.cli_takeaway import write_answer  # with the libraries that write files

        click.echo(write_answer(answer, output))
        return
    text = render_text(answer)
    if as_json:
        near = {"near_misses": near_misses_to_json(answer)} if why else {}
        click.echo(json.dumps(answer_to_json(answer, text) | near, ensure_ascii=False))
        return
    click.echo(f"{text}\n\n{render_near_misses(answer)}" if why else text)


@elshi.command()
@click.option(
    "--language",
    type=click.Choice([one.value for one in Language]),
    help="Language of the answers.",
)
@click.option("--first", help="Question to be answered first, as an example.")
def chat(language: str | None, first: str | None) -> None:
    """Answer questions in a dialogue; later ones may lean on earlier ones."""
    from bot.chat import converse
    from bot.wiring import make_engine

    engine = make_engine(os.environ)
    converse(engine, Language(language) if language else None, first)


@elshi.command()
@click.argument(
    "evaluation_set",
    required=False,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option(
    "--predictions",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the answers to the set's questions to this file.",
)
@click.option(
    "--visits",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Score the visits read out of this set's releases instead.",
)
@click.option("--json", "as_json", is_flag=True, help="With --visits: print one JSON object.")
@click.option("--errors", default=0, help="With --visits: how many wrong rows to show.")
@click.option(
    "--language",
    type=click.Choice([one.value for one in Language]),
    help="Only this language's of those.",
)
def evaluate(
    evaluation_set: Path | None,
    predictions: Path | None,
    visits: Path | None,
    as_json: bool,
    errors: int,
    language: str | None,
) -> None:
    """Answer all questions of EVALUATION_SET over its own releases, for score.py to judge.

    With --visits, precision and recall of the visits read out of a set's releases: of its
    country or organisation, role, destination, status and date, all of them together.
    """
    if visits is not None:
        _evaluate_visits(visits, errors, language, as_json=as_json)
        return
    if evaluation_set is None or predictions is None:
        raise click.UsageError("Give EVALUATION_SET and --predictions, or --visits.")
    from bot.evaluation.evaluate import predict

    count = predict(evaluation_set, predictions, IndexSettings.from_env(os.environ))
    click.echo(f"Answered {count} questions of {evaluation_set} into {predictions}.")


def _evaluate_visits(folder: Path, errors: int, language: str | None, *, as_json: bool) -> None:
    from bot.evaluation.evaluate_visits import (
        differences,
        report_to_json,
        report_to_lines,
        score_visits,
    )

    report = score_visits(folder)
    click.echo(
        json.dumps(report_to_json(report)) if as_json else "\n".join(report_to_lines(report))
    )
    for difference in islice(differences(report, language), errors):
        click.echo(f"\n{difference}", err=as_json)


@elshi.command(name="bot")
def telegram_bot() -> None:
    """Run the Telegram bot until it is told to stop."""
    from bot.settings import BotSettings
    from bot.source_watch import source_watch
    from bot.syncing import kept_synced
    from bot.telegram.run import run  # Telegram's library is needed by no other command
    from bot.wiring import make_engine
    from corpus.source.settings import sync_every

    settings = BotSettings.from_env(os.environ)
    every = sync_every(os.environ)
    engine = make_engine(os.environ, source_watch(os.environ))
    found = engine.status()
    click.echo(f"Answering from {found.releases} releases.", err=True)
    with kept_synced(every):
        run(settings, engine)


def main() -> None:
    """Run `elshi`: errors for people are one line on stderr, and tell their kind by the status."""
    try:
        set_up_logs(os.environ)
        elshi.main(standalone_mode=False, obj=Followers(after_sync=_follow_sync))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except (
        bot.errors.SettingsError,
        corpus.errors.SettingsError,
        index.errors.SettingsError,
    ) as error:
        _fail(error, MISUSED)
    except (bot.errors.BotError, corpus.errors.CorpusError, index.errors.IndexingError) as error:
        _fail(error, FAILED)


def _follow_sync() -> None:
    """Bring the index up to date; what goes wrong is told, and tried again after the next sync."""
    try:
        build_index(only_if_changed=True)
    except index.errors.IndexingError as error:
        click.echo(f"The index stays as it was: {error}", err=True)


def _fail(error: Exception, status: int) -> None:
    click.echo(f"elshi: {' '.join(str(error).split())}", err=True)
    sys.exit(status)
