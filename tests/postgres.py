"""A throw-away PostgreSQL server for the tests, from the binaries of this machine."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def find_binaries() -> Path | None:
    """The folder of `initdb` and `pg_ctl`; None where no server is installed."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    complete = (f for f in folders if (f / "initdb").exists() and (f / "pg_ctl").exists())
    return next(complete, None)


@contextmanager
def running_server(binaries: Path) -> Iterator[str]:
    """Run a server on a socket in a new folder; gives the query part of its addresses."""
    # Not in pytest's folder: that one is closed to the user whom the server runs as.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        user, group = _account()
        if user is not None:
            os.chown(folder, user, group or -1)

        def run(*command: str | Path) -> None:
            quiet = subprocess.DEVNULL
            subprocess.run(command, check=True, stdout=quiet, cwd=folder, user=user, group=group)

        data = folder / "data"
        quick = f"-c listen_addresses='' -k {folder} -c fsync=off"
        initdb = (binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N")
        run(*initdb, "--encoding=UTF8")
        control = (binaries / "pg_ctl", "-D", data, "-l", folder / "log", "-w")
        run(*control, "-o", quick, "start")
        try:
            yield f"host={folder}"
        finally:
            run(*control, "-m", "immediate", "stop")


def _account() -> tuple[int, int] | tuple[None, None]:
    """Whom the server runs as where the tests run as root, which it refuses."""
    if os.geteuid() != 0:
        return None, None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return entry.pw_uid, entry.pw_gid
