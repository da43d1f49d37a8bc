"""The dialogue in a terminal."""

from __future__ import annotations

import click

from bot.answer import Answer
from bot.messages import Texts
from bot.ports import Engine
from bot.rendering.terminal import render_near_misses, render_text
from corpus.release import Language

REMEMBERED = 5  # questions that a follow-up may lean on


def converse(engine: Engine, language: Language | None, first: str | None = None) -> None:
    """Read questions and print answers until the input ends or an empty line comes.

    `first` is a question that is answered before any is read, as an example. The word for
    "why", in any of the languages, shows what the last answer left out.
    """
    click.echo(Texts(language or Language.EN).text("chat-hint"))
    why = {Texts(one).text("chat-why") for one in Language}
    history: list[str] = []
    answer: Answer | None = None
    if first:
        click.echo(f"? {first}")
    while question := first or _read():
        first = None
        if answer and question.strip(" ?").casefold() in why:
            click.echo(f"\n{render_near_misses(answer)}\n")
            continue
        answer = engine.answer(question, history[-REMEMBERED:], language)
        click.echo(f"\n{render_text(answer)}\n")
        history.append(question)


def _read() -> str:
    try:
        return str(click.prompt("?", default="", show_default=False, prompt_suffix=" ")).strip()
    except (click.Abort, EOFError):
        return ""
