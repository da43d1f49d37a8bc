"""How far long work is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import click

PAUSE = 5.0  # seconds between two lines where there is no terminal

Advance = Callable[[int, int | None], None]
"""Takes how much is done and of how much, None where that is not known."""


@dataclass(frozen=True, slots=True)
class Meter:
    """`advance` shows how far the work is, `say` a line that stays."""

    advance: Advance
    say: Callable[[str], None]


Meters = Callable[[str], AbstractContextManager[Meter]]
"""Makes the meter of a work by its name."""


@contextmanager
def silent(_label: str) -> Iterator[Meter]:
    """Shows nothing, where nobody watches."""
    yield Meter(lambda _done, _total: None, lambda _line: None)


@contextmanager
def meter(label: str, *, at_end: bool = False) -> Iterator[Meter]:
    """Shows work named `label`, on the error stream, until the block ends.

    With `at_end` a line tells the end even of work that takes no time.
    """
    if not sys.stderr.isatty():
        yield Meter(_in_lines(label, at_end), lambda line: click.echo(line, err=True))
        return
    # Only where somebody watches: it takes its time to load.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    name = TextColumn(label, markup=False)
    columns = (name, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield Meter(
            lambda done, total: bar.update(task, completed=done, total=total),
            lambda line: bar.console.print(line, markup=False, highlight=False),
        )


def _in_lines(label: str, at_end: bool) -> Advance:
    """A line after each pause, and none about work that takes no longer, but for its end."""
    last = time.monotonic()

    def advance(done: int, total: int | None) -> None:
        nonlocal last
        if time.monotonic() - last > PAUSE or (at_end and done == total):
            last = time.monotonic()
            click.echo(f"{label}: {done}" + (f" of {total}" if total else ""), err=True)

    return advance
