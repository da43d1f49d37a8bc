"""Keeps corpus and index up to date while the bot answers, in a process of its own.

A sync and a build of the index would take processor time from the answers under way, and
memory for good; and what goes wrong there must not end the bot.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

log = logging.getLogger(__name__)

RESTART_AFTER = 60.0  # seconds
STOP_WITHIN = 5.0

# What a sync has no need to know.
SECRETS = ("TELEGRAM_BOT_TOKEN", "ELSHI_WEBHOOK_SECRET", "ELSHI_LLM_KEY")
COMMAND = (sys.executable, "-c", "from bot.cli import main; main()", "corpus", "sync", "--every")


@contextmanager
def kept_synced(
    every: str | None, command: Sequence[str] = COMMAND, restart_after: float = RESTART_AFTER
) -> Iterator[None]:
    """Sync with `every` between two syncs, until the block ends; None never syncs.

    A process that ends is started again `restart_after` seconds later.
    """
    if every is None:
        yield
        return
    syncing = _Syncing([*command, every], restart_after)
    syncing.start()
    try:
        yield
    finally:
        syncing.stop()


class _Syncing(threading.Thread):
    """Runs the command, and again when it has ended."""

    def __init__(self, command: Sequence[str], restart_after: float) -> None:
        super().__init__(name="syncing", daemon=True)
        self._command = command
        self._restart_after = restart_after
        self._environ = {n: v for n, v in os.environ.items() if n not in SECRETS}
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Keep the process running until `stop`."""
        while not self._stopping.is_set():
            with self._lock:
                if self._stopping.is_set():
                    return
                process = subprocess.Popen(  # noqa: S603 - our own command
                    self._command, stdin=subprocess.DEVNULL, env=self._environ
                )
                self._process = process
            status = process.wait()
            if not self._stopping.is_set():
                log.warning("The sync ended with status %d; it is started again", status)
                self._stopping.wait(self._restart_after)

    def stop(self) -> None:
        """End the process; what it had stored stays, and it goes on there next time."""
        with self._lock:
            self._stopping.set()
            process = self._process
        if process is not None:
            process.terminate()
            try:
                process.wait(STOP_WITHIN)
            except subprocess.TimeoutExpired:
                process.kill()
        self.join(STOP_WITHIN)
