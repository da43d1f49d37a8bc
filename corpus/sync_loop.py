"""Syncs again and again: often a little, now and then thoroughly."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from corpus.errors import CorpusError
from corpus.store import Change
from corpus.sync import Options, SyncResult, merged

THOROUGH = timedelta(hours=1)  # how often the releases of the last days are read again


def sync_forever(
    syncs: Sequence[Callable[[Options], SyncResult]],
    after: Callable[[], None],
    say: Callable[[str], None],
    options: Options,
    every: timedelta,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Run all of `syncs`, with an interval of `every` between two starts; never returns.

    `after` is called at the start and whenever something changed; `say` hears of what changed
    and of what went wrong, of the same trouble once.
    """
    troubles = [""] * len(syncs)
    thorough_at = float("-inf")
    _attempt(after, say)
    while True:
        started = time.monotonic()
        is_thorough = started - thorough_at >= THOROUGH.total_seconds()
        window = options.window if is_thorough else timedelta(0)
        now = replace(options, window=window)
        attempts = [_sync(once, now) for once in syncs]
        for place, (_, trouble) in enumerate(attempts):
            # A refusal names a time that differs with each try: it is the same trouble.
            kind = trouble.partition(_REFUSED)[0]
            if kind and kind != troubles[place]:
                say(f"Not synced: {trouble}")
            troubles[place] = kind
        if not any(trouble for _, trouble in attempts):
            thorough_at = started if is_thorough else thorough_at
        found = merged([result for result, _ in attempts if result is not None])
        if _has_changed(found):
            say(told_briefly(found))
            _attempt(after, say)
        sleep(max(0.0, started + every.total_seconds() - time.monotonic()))


_REFUSED = "; it is left alone until"


def _sync(once: Callable[[Options], SyncResult], options: Options) -> tuple[SyncResult | None, str]:
    try:
        result = once(options)
    except CorpusError as error:
        return None, str(error)
    return result, "; ".join(result.troubles)


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
