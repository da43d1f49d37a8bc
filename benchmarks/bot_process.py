"""The real bot as a process of its own, over the sample, against a local Bot API server."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.workspace import MODELS, ROOT

sys.path.insert(0, str(ROOT / "tests"))  # where the local server is kept

from botapi import TOKEN, BotApi

ELSHI = [sys.executable, "-c", "from bot.cli import main; main()"]


@dataclass(frozen=True, slots=True)
class RunningBot:
    """The local server, the bot's process, and the file that its log goes to."""

    api: BotApi
    process: subprocess.Popen[bytes]
    log: Path

    def memory(self) -> float:
        """Resident memory of the bot in MB; 0 where the system does not tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return 0.0
        lines = status.read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


@asynccontextmanager
async def running_bot(releases: Path) -> AsyncIterator[RunningBot]:
    """Index `releases`, run the bot over them, and stop it at the end."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        environ = _environ(home)
        for step in (["corpus", "import", str(releases)], ["index", "update"]):
            subprocess.run([*ELSHI, *step], cwd=ROOT, env=environ, check=True, capture_output=True)
        log = home / "bot.log"
        async with BotApi() as api:
            with log.open("wb") as stream:
                process = subprocess.Popen(
                    [*ELSHI, "bot"],
                    cwd=ROOT,
                    env=environ | {"TELEGRAM_BASE_URL": api.base_url},
                    stdout=stream,
                    stderr=stream,
                )
            try:
                await api.until(lambda: api.polls or process.poll() is not None, within=120)
                yield RunningBot(api, process, log)
            finally:
                process.terminate()
                await asyncio.to_thread(process.wait, 20)


def _environ(home: Path) -> dict[str, str]:
    own = {
        "ELSHI_HOME": str(home),
        "ELSHI_MODELS": str(MODELS),
        "DATABASE_URL": "",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "ELSHI_SYNC_EVERY": "off",
        "ORT_DISABLE_TELEMETRY": "1",
    }
    return os.environ | own
