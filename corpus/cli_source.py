"""`elshi corpus sync`: releases from the ministry's site."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from corpus.dates import ASTANA
from corpus.errors import CorpusError
from corpus.progress import Meter, meter
from corpus.settings import CorpusSettings
from corpus.source.settings import (
    Lists,
    SourceSettings,
    entity_list,
    entity_name,
    language_list,
    read_interval,
)

# The database and the network are slow to import, so each command imports what it needs itself.
if TYPE_CHECKING:
    from corpus.release import Language
    from corpus.sync import SyncResult


@dataclass(frozen=True, slots=True)
class Followers:
    """What the layers above do after a sync that changed something."""

    after_sync: Callable[[], None]


@click.command()
@click.option(
    "--entity",
    default="mfa",
    show_default=True,
    envvar="ELSHI_SYNC_ENTITIES",
    help="Entities of gov.kz, by commas.",
)
@click.option("--section", default="news", show_default=True, help="Section of its press centre.")
@click.option(
    "--languages",
    default="en,ru,kk",
    show_default=True,
    envvar="ELSHI_SYNC_LANGUAGES",
    help="Languages, by commas.",
)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only what was published since.")
@click.option("--every", help="Go on forever, with so much time between: 30s, 5m, 1h.")
@click.option("--now", is_flag=True, help="Ask also where the site refused a short while ago.")
@click.pass_obj
def sync(
    followers: Followers,
    entity: str,
    section: str,
    languages: str,
    since: datetime | None,
    every: str | None,
    now: bool,
) -> None:
    """Bring the corpus up to date with the site: new, changed, vanished, restored releases.

    With --every it goes on forever, and brings the index up to date too.
    """
    from corpus.sync import Options
    from corpus.sync_loop import sync_each, sync_forever
    from corpus.sync_once import other_syncs, site_syncs

    settings = CorpusSettings.from_env(os.environ)
    source = SourceSettings.from_env(os.environ)
    lists = Lists(entity_list(entity), entity_name(section), language_list(languages))
    options = Options(since=since.replace(tzinfo=ASTANA) if since else None)
    others = other_syncs(settings, source)
    if every is None:
        with meter("Items read") as shown:
            syncs = site_syncs(settings, source, lists, _telling(shown), heeding=not now)
            result, troubles = sync_each([*others, *syncs], options)
        _end(result, troubles)
        return
    interval = read_interval(every, "--every")
    syncs = site_syncs(settings, source, lists, _unheard, heeding=not now)
    sync_forever([*syncs, *others], followers.after_sync, _say, options, interval)


def _say(line: str) -> None:
    click.echo(f"{datetime.now(ASTANA):%Y-%m-%d %H:%M:%S} {line}", err=True)


def _end(result: SyncResult | None, troubles: Sequence[str]) -> None:
    if result is not None:
        _tell(result)
    if troubles:
        raise CorpusError("; ".join(troubles))


def _tell(result: SyncResult) -> None:
    from corpus.sync_loop import told

    click.echo(told(result, whole=True))
    if result.empty:
        click.echo(f"Without a version in the language: {result.empty}.")
    if result.mislabelled:
        click.echo(f"With a text in another language than their label: {result.mislabelled}.")
    if result.drift:
        click.echo(f"Not as known: {'; '.join(result.drift)}.")


def _telling(shown: Meter) -> Callable[[Language, int], None]:
    return lambda _language, items: shown.advance(items, None)


def _unheard(_language: Language, _items: int) -> None:
    """In a process that goes on forever only changes and troubles are told."""


@click.command()
def reparse() -> None:
    """Read the HTML that is stored again, after an update of the program."""
    from corpus.reparse import reparse as read_all_again
    from corpus.store import close_corpus, open_corpus

    sessions = open_corpus(CorpusSettings.from_env(os.environ))
    try:
        read, changed = read_all_again(sessions)
    finally:
        close_corpus(sessions)
    click.echo(f"{read} releases read again; {changed} have another text now.")
