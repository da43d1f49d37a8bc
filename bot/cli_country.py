"""Prints a brief on a country or an organisation, for the command line."""

from __future__ import annotations

import json
import os

import click

from bot.errors import BotError
from corpus.release import Language

OFFERED = 10


@click.command()
@click.argument("name", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--language", type=click.Choice([one.value for one in Language]), help="Language of the brief."
)
def country(name: tuple[str, ...], as_json: bool, language: str | None) -> None:
    """Tell what there was with the country or organisation NAME: visits, documents, talks, trade.

    Without NAME, list the countries most in contact.
    """
    from bot.brief.brief import brief_to_json  # with the engine and its model
    from bot.brief.leading import most_in_contact, suggestions
    from bot.brief.make import make_brief
    from bot.brief.naming import language_of_name, name_subject
    from bot.rendering.brief_terminal import render_brief
    from bot.wiring import make_engine

    text = " ".join(name)
    chosen = Language(language) if language else language_of_name(text, Language.EN)
    searcher = make_engine(os.environ).searcher()
    if not text:
        names = [subject.name(chosen) for subject in most_in_contact(searcher, OFFERED)]
        click.echo(json.dumps(names, ensure_ascii=False) if as_json else "\n".join(names))
        return
    named = name_subject(text, chosen)
    if named.subject is None:
        meant = [one.name(chosen) for one in suggestions(named, searcher, OFFERED)]
        hint = f"; try one of: {', '.join(meant)}" if meant else ""
        raise BotError(f"{text!r} names no one foreign country or organisation{hint}")
    brief = make_brief(named.subject, chosen, searcher)
    shown = render_brief(brief)
    click.echo(json.dumps(brief_to_json(brief, shown), ensure_ascii=False) if as_json else shown)
