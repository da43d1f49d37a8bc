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
        account = _account()
        if account:
            os.chown(folder, *account)
        user = dict(zip(("user", "group"), account, strict=True)) if account else {}
        options = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder, **user}
        data = folder / "data"
        quick = f"-c listen_addresses='' -k {folder} -c fsync=off"
        initdb = [binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N"]
        subprocess.run([*initdb, "--encoding=UTF8"], **options)
        control = [binaries / "pg_ctl", "-D", data, "-l", folder / "log", "-w"]
        subprocess.run([*control, "-o", quick, "start"], **options)
        try:
            yield f"host={folder}"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **options)


def _account() -> tuple[int, int] | None:
    """Whom the server runs as where the tests run as root, which it refuses."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return entry.pw_uid, entry.pw_gid
