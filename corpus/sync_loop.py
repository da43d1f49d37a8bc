"""Syncs each source on its own, once or again and again: often a little, at times thoroughly."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from corpus.errors import CorpusError
from corpus.store import Change
from corpus.sync import Options, SyncResult, merged
from corpus.sync_once import UNTIL, Once

THOROUGH = timedelta(hours=1)  # how often the releases of the last days are read again
CHANGES = (Change.NEW, Change.CHANGED, Change.VANISHED, Change.RESTORED)


@dataclass(slots=True)
class _Source:
    """One source, the trouble that was told of it last, and when it was last read thoroughly."""

    once: Once
    trouble: str = ""
    thorough_at: float = float("-inf")

    def sync(self, options: Options) -> tuple[SyncResult | None, str]:
        """What a sync found, None where it failed; and what went wrong, "" where nothing did."""
        try:
            result = self.once(options)
        except CorpusError as error:
            return None, str(error)
        return result, "; ".join(result.troubles)

    def sync_again(self, options: Options, say: Callable[[str], None]) -> SyncResult | None:
        """The same, the last days re-read only if it is time; tells a trouble once."""
        started = time.monotonic()
        is_thorough = started - self.thorough_at >= THOROUGH.total_seconds()
        window = options.window if is_thorough else timedelta(0)
        result, trouble = self.sync(replace(options, window=window))
        if is_thorough and result is not None:
            self.thorough_at = started
        # A refusal names a time that differs with each try: it is the same trouble.
        kind = trouble.partition(UNTIL)[0]
        if kind and kind != self.trouble:
            say(f"Not synced: {trouble}")
        self.trouble = kind
        return result


def sync_each(syncs: Sequence[Once], options: Options) -> tuple[SyncResult | None, list[str]]:
    """What all of `syncs` found together, None where all failed, and what went wrong, each once."""
    outcomes = [_Source(once).sync(options) for once in syncs]
    results = [result for result, _ in outcomes if result is not None]
    troubles = dict.fromkeys(trouble for _, trouble in outcomes if trouble)
    return (merged(results) if results else None), list(troubles)


def sync_forever(
    syncs: Sequence[Once],
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
    sources = [_Source(once) for once in syncs]
    _attempt(after, say)
    while True:
        started = time.monotonic()
        results = [source.sync_again(options, say) for source in sources]
        found = merged([result for result in results if result is not None])
        if any(found.changes[change] for change in CHANGES):
            say(told(found))
            _attempt(after, say)
        sleep(max(0.0, started + every.total_seconds() - time.monotonic()))


def told(result: SyncResult, *, whole: bool = False) -> str:
    """How many releases changed and how, in one line; with `whole` also of what there is none."""
    kinds = (*CHANGES, Change.SAME) if whole else [k for k in CHANGES if result.changes[k]]
    counts = ", ".join(f"{result.changes[kind]} {kind}" for kind in kinds)
    return f"Releases: {counts or 'none changed'}. Requests: {result.requests}."


def _attempt(after: Callable[[], None], say: Callable[[str], None]) -> None:
    try:
        after()
    except CorpusError as error:
        say(f"Not brought up to date: {error}")
