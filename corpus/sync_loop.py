"""Syncs again and again: often a little, now and then thoroughly."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from corpus.errors import CorpusError, RefusedError
from corpus.store import Change
from corpus.sync import Options, SyncResult

THOROUGH = timedelta(hours=1)  # how often the releases of the last days are read again


def sync_forever(
    once: Callable[[Options], SyncResult],
    after: Callable[[], None],
    say: Callable[[str], None],
    options: Options,
    every: timedelta,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Call `once` with an interval of `every` between two starts; never returns.

    `after` is called at the start and after each sync that changed something; `say` hears of
    what changed and of what went wrong, of the same trouble once.
    """
    trouble = ""
    thorough_at = float("-inf")
    _attempt(after, say)
    while True:
        started = time.monotonic()
        is_thorough = started - thorough_at >= THOROUGH.total_seconds()
        window = options.window if is_thorough else timedelta(0)
        try:
            result = once(replace(options, window=window))
        except CorpusError as error:
            # A refusal names a time that differs with each try: it is the same trouble.
            told = "refused" if isinstance(error, RefusedError) else str(error)
            if told != trouble:
                say(f"Not synced: {error}")
            trouble = told
        else:
            trouble = ""
            thorough_at = started if is_thorough else thorough_at
            if _has_changed(result):
                say(told_briefly(result))
                _attempt(after, say)
        sleep(max(0.0, started + every.total_seconds() - time.monotonic()))


def told_briefly(result: SyncResult) -> str:
    """What a sync changed, in one line."""
    kinds = (Change.NEW, Change.CHANGED, Change.VANISHED, Change.RESTORED)
    counts = ", ".join(f"{result.changes[kind]} {kind}" for kind in kinds if result.changes[kind])
    return f"Releases: {counts or 'none changed'}. Requests: {result.requests}."


def _attempt(after: Callable[[], None], say: Callable[[str], None]) -> None:
    try:
        after()
    except CorpusError as error:
        say(f"Not brought up to date: {error}")


def _has_changed(result: SyncResult) -> bool:
    return any(count for change, count in result.changes.items() if change is not Change.SAME)
