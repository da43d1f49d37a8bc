"""`elshi corpus changes` and `diff`: what became of releases after they were published."""

from __future__ import annotations

import json
import os
from datetime import datetime
from typing import TYPE_CHECKING

import click

from corpus.dates import ASTANA
from corpus.settings import CorpusSettings

# The database is slow to import, so each command imports what it needs itself.
if TYPE_CHECKING:
    from corpus.changes import Noted
    from corpus.word_diff import Stretch


@click.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only what was seen since.")
@click.option("--all", "everything", is_flag=True, help="New releases as well.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def changes(since: datetime | None, everything: bool, as_json: bool) -> None:
    """Releases that were edited, vanished or came back, the newest change first."""
    from corpus.changes import changes as noted_changes
    from corpus.store import Change, close_corpus, open_corpus

    kinds = {Change.CHANGED, Change.VANISHED, Change.RESTORED} | (
        {Change.NEW} if everything else set()
    )
    sessions = open_corpus(CorpusSettings.from_env(os.environ))
    try:
        with sessions() as session:
            when = since.replace(tzinfo=ASTANA) if since else None
            found = noted_changes(session, when, frozenset(kinds))
    finally:
        close_corpus(sessions)
    for noted in found:
        if as_json:
            click.echo(json.dumps(_noted_to_json(noted), ensure_ascii=False))
        else:
            click.echo(
                f"{noted.noted.astimezone(ASTANA):%Y-%m-%d %H:%M}  {noted.change:9}  {noted.key}"
            )
            click.echo(f"    {noted.title}\n    {noted.url}")
    if not found and not as_json:
        click.echo("Nothing was edited, vanished or came back.")


def _noted_to_json(noted: Noted) -> dict[str, str | int]:
    return {
        "release": str(noted.key),
        "change": noted.change.value,
        "version": noted.version,
        "noted": noted.noted.isoformat(),
        "title": noted.title,
        "url": noted.url,
    }


@click.command()
@click.argument("release")
@click.option("--from", "first", type=int, help="Number of the older version, from 1.")
@click.option("--to", "second", type=int, help="Number of the newer version.")
@click.option("--whole", is_flag=True, help="Show all the text, not only what differs.")
def diff(release: str, first: int | None, second: int | None, whole: bool) -> None:
    """Show word by word how RELEASE (key, number or address) was edited."""
    from corpus.changes import find, version_pair
    from corpus.store import close_corpus, open_corpus

    sessions = open_corpus(CorpusSettings.from_env(os.environ))
    try:
        with sessions() as session:
            keys = find(session, release)
            pairs = [(key, version_pair(session, key, first, second)) for key in keys]
    finally:
        close_corpus(sessions)
    if not keys:
        raise click.ClickException(f"no release is known as {release}")
    for key, pair in pairs:
        if pair is None:
            click.echo(f"{key}: only one version is stored, or none by these numbers.")
        else:
            click.echo(f"{key}: {pair[1].url}")
            before, after = (f"{one.title}\n\n{one.body}" for one in pair)
            click.echo(_shown(before, after, whole=whole))


def _shown(before: str, after: str, *, whole: bool) -> str:
    from corpus.word_diff import shortened, word_diff

    stretches = word_diff(before, after)
    return "".join(map(_marked, stretches if whole else shortened(stretches)))


def _marked(stretch: Stretch) -> str:
    from corpus.word_diff import Edit

    if stretch.edit is Edit.TAKEN_OUT:
        return click.style(f"[-{stretch.text}-]", fg="red")
    if stretch.edit is Edit.PUT_IN:
        return click.style(f"{{+{stretch.text}+}}", fg="green")
    return stretch.text
