"""Commands for whoever runs the bot: what users report, and answers given again."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import BotError

if TYPE_CHECKING:
    from bot.telegram.feedback.reports import Reports


@click.group()
def feedback() -> None:
    """Read what users report of answers, also while the bot runs."""


@feedback.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def list_reports(as_json: bool) -> None:
    """List the reports, newest first, one a line."""
    from bot.feedback.report import report_to_json, report_to_line  # start-up: as below

    for report in _reports().newest():
        line = json.dumps(report_to_json(report), ensure_ascii=False)
        click.echo(line if as_json else report_to_line(report))


@feedback.command(name="export")
@click.option("--json", "form", flag_value="json", help="Write JSON, one object a line.")
@click.option("--csv", "form", flag_value="csv", default="csv", help="Write CSV, the default.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; standard output without it.",
)
def export_reports(form: str, output: Path | None) -> None:
    """Write all reports out with the answers as shown, oldest first; not who made them."""
    from bot.feedback.report import report_to_json, reports_to_csv  # start-up: as below

    reports = _reports().newest()[::-1]
    lines = [f"{json.dumps(report_to_json(one), ensure_ascii=False)}\n" for one in reports]
    text = reports_to_csv(reports) if form == "csv" else "".join(lines)
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.touch(mode=0o600)  # it holds what people ask
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BotError(f"{output} cannot be written: {error.strerror}") from error
    click.echo(f"Reports written to {output}: {len(reports)}.")


@click.command()
@click.argument("answer_id", metavar="ID")
def replay(answer_id: str) -> None:
    """Give the answer ID again, and say whether it is word for word what was shown.

    ID is the number of a report or the key of an answer, as `elshi feedback list` tells them, or
    the link of an answer on the web page.
    """
    from bot.feedback.replay import replay as give_again  # start-up: as below
    from bot.feedback.replay import verdict
    from bot.page.recall import recall_page
    from bot.telegram.feedback.recall import recall
    from bot.telegram.storage.database import ReadOnlyDatabase
    from bot.wiring import make_engine

    told = recall_page(_home(), answer_id) or recall(ReadOnlyDatabase(_home()), answer_id)
    engine = make_engine(os.environ)
    way = engine.answer_otherwise if told.otherwise else engine.answer
    answer = way(told.question, told.history, told.wanted)
    found = give_again(told.shown, told.snapshot, answer)
    for earlier in told.history:
        click.echo(f"before: {earlier}")
    click.echo(f"question: {told.question}\n\n{found.text}\n")
    if found.difference:
        click.echo("\n".join((*found.difference, "")))
    if found.same_index and not found.same_text:
        raise BotError(verdict(found))
    click.echo(verdict(found))


def _reports() -> Reports:
    # SQLAlchemy takes its time to load, and Telegram's library more; other commands need neither.
    from bot.telegram.feedback.reports import Reports
    from bot.telegram.storage.database import ReadOnlyDatabase

    return Reports(ReadOnlyDatabase(_home()))


def _home() -> Path:
    return Path(os.environ.get("ELSHI_HOME", "").strip() or "data").expanduser()
