"""Writes the rows of an answer to a file, for the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from bot.answer import Answer
from bot.errors import BotError
from bot.takeaway.file import FileFormat, fits, make_file


def write_answer(answer: Answer, output: Path) -> str:
    """Write `answer` in the format of the file's ending and return what was done, in words.

    Raises click.UsageError for another ending, BotError where there is nothing to write or the
    file cannot be written.
    """
    try:
        form = FileFormat(output.suffix.removeprefix(".").lower())
    except ValueError:
        endings = ", ".join(f".{form}" for form in FileFormat)
        raise click.UsageError(f"--output must end in one of {endings}") from None
    if not fits(answer, form):
        raise BotError(f"the answer has nothing to put into a file: {answer.headline}")
    made = make_file(answer, form, datetime.now(UTC))
    try:
        output.write_bytes(made.content)
    except OSError as error:
        raise BotError(f"{output} cannot be written: {error.strerror}") from error
    without = f"; {made.left_out} without a date left out" if made.left_out else ""
    return f"Wrote {made.rows} rows to {output}{without}."
