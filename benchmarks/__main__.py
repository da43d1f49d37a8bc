"""`python -m benchmarks [NAME] [OPTIONS]`: one benchmark, or all; see `BENCHMARKS`."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

BENCHMARKS = (
    "retrieval",
    "speed",
    "scale",
    "events",
    "swap",
    "parity",
    "abstention",
    "reading",
    "sync",
    "load",
    "hostile",
    "peers",
    "watches",
)


def main(arguments: list[str]) -> None:
    """Run the benchmark that the first argument names, or each in a process of its own."""
    if arguments and arguments[0] in (*BENCHMARKS, "quality"):
        import_module(f"benchmarks.{arguments[0]}").main(arguments[1:])
        return
    if arguments:
        raise SystemExit(f"usage: python -m benchmarks [{'|'.join(BENCHMARKS)}] [--help]")
    failed = []
    for name in BENCHMARKS:
        print(f"\n## {name}\n", flush=True)
        if subprocess.run([sys.executable, "-m", "benchmarks", name], check=False).returncode:
            failed.append(name)
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
