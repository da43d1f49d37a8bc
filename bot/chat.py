"""The dialogue in a terminal."""

from __future__ import annotations

import click

from bot.messages import Texts
from bot.ports import Engine
from bot.render_terminal import render_text
from corpus.release import Language

REMEMBERED = 5  # questions that a follow-up may lean on


def converse(engine: Engine, language: Language | None) -> None:
    """Read questions and print answers until the input ends or an empty line comes."""
    click.echo(Texts(language or Language.EN).text("chat-hint"))
    history: list[str] = []
    while question := _read():
        click.echo(f"\n{render_text(engine.answer(question, history[-REMEMBERED:], language))}\n")
        history.append(question)


def _read() -> str:
    try:
        return str(click.prompt("?", default="", show_default=False, prompt_suffix=" ")).strip()
    except (click.Abort, EOFError):
        return ""
