"""Where benchmarks keep what is slow to make, and the processes they measure."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(tempfile.gettempdir()) / "elshi-benchmarks"
MODELS = CACHE / "models"
REFERENCE = CACHE / "multilingual-e5-small"


@dataclass(frozen=True, slots=True)
class Run:
    """A process that ended well: seconds on the clock, peak memory in MB, standard output."""

    seconds: float
    peak: float
    output: str


def measured(command: Sequence[str], extra: Mapping[str, str] | None = None) -> Run:
    """Run `command` in the project's folder with `extra` in its environment.

    On Linux a child's peak is at least the memory of the process that starts it, so start
    it before loading a model. Exits where the command fails.
    """
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as output:
        environ = os.environ | {"ORT_DISABLE_TELEMETRY": "1"} | dict(extra or {})
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
        output.seek(0)
        # Kilobytes on Linux, bytes on macOS.
        unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
        return Run(seconds, usage.ru_maxrss / unit, output.read())


def reference_folder() -> Path:
    """The bundled weights as a folder for sentence-transformers, made once."""
    if not REFERENCE.exists():
        from index.embedding.model_folder import (
            write_model_folder,  # here: 200 MB that children inherit
        )
        from index.embedding.packed_weights import packed_weights_path, read_packed_weights

        write_model_folder(read_packed_weights(packed_weights_path()), REFERENCE)
    return REFERENCE
