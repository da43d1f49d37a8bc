"""The command `elshi chart`: an answer as a picture in a file."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.charts.by import By
from bot.errors import BotError
from corpus.release import Language


@click.command()
@click.argument("question")
@click.option("--by", type=click.Choice([one.value for one in By]), help="What bars are of.")
@click.option("--map", "as_map", is_flag=True, help="Draw a map of the world instead of bars.")
@click.option(
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the PNG to this file.",
)
@click.option(
    "--language",
    type=click.Choice([one.value for one in Language]),
    help="Language of the picture.",
)
def chart(question: str, by: str | None, as_map: bool, output: Path, language: str | None) -> None:
    """Draw the answer to QUESTION and say in words what the picture shows."""
    from bot.charts.picture import draw  # with the plotting library
    from bot.wiring import make_engine  # with the engine and its model

    engine = make_engine(os.environ)
    answer = engine.answer(question, language=Language(language) if language else None)
    picture = draw(answer, By(by) if by else None, datetime.now(UTC), as_map=as_map)
    if picture is None:
        raise BotError(f"too little for such a picture: {answer.headline}")
    try:
        output.write_bytes(picture.content)
    except OSError as error:
        raise BotError(f"{output} cannot be written: {error.strerror}") from error
    click.echo(f"{picture.title}. {picture.alt}\nWritten to {output}.")
