"""Writes an archive, and reads one that may come from an enemy.

Nothing of an archive is believed but its bytes: names are those that a backup has, sizes and
hashes those of the manifest, and each file is one regular file, written anew into a folder.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, cast

from bot.backup.manifest import (
    FORMAT,
    MANIFEST,
    FileMark,
    Manifest,
    manifest_to_json,
    read_manifest,
)
from bot.errors import BackupError

PRIVATE = 0o600  # it holds what people ask
_LARGEST_MANIFEST = 1_000_000
_LARGEST_READ = 16_000_000
_BLOCK = 1 << 20


def write_archive(archive: Path, files: Mapping[str, Path], program: str, now: datetime) -> None:
    """Write `files`, by their names inside, with a manifest. Raises BackupError.

    The archive stands there whole or not at all, and nobody but its owner can read it.
    """
    if archive.exists():
        raise BackupError(archive, "is there already: give a new name")
    part = archive.with_name(f".{archive.name}.part")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        with os.fdopen(os.open(part, flags, PRIVATE), "wb") as file:
            _write(file, files, program, now)
            file.flush()
            os.fsync(file.fileno())
        part.rename(archive)
    except OSError as error:
        raise BackupError(archive, f"cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def _write(file: IO[bytes], files: Mapping[str, Path], program: str, now: datetime) -> None:
    marks = {name: FileMark(path.stat().st_size, _hash(path)) for name, path in files.items()}
    manifest = Manifest(FORMAT, now.astimezone(UTC).isoformat(), program, marks)
    with (
        gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        content = manifest_to_json(manifest)
        tar.addfile(_member(MANIFEST, len(content), now), io.BytesIO(content))
        for name, path in files.items():
            with path.open("rb") as opened:
                tar.addfile(_member(name, marks[name].size, now), opened)


def _member(name: str, size: int, now: datetime) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = size, PRIVATE, int(now.timestamp())
    return member


def unpack(archive: Path, folder: Path) -> Manifest:
    """Write the files of an archive into `folder`, each checked; return the manifest.

    Raises BackupError for whatever is not exactly as a backup is made.
    """
    with _refusals(archive), gzip.open(archive, "rb") as packed:
        with tarfile.open(fileobj=cast(IO[bytes], _Measured(packed)), mode="r:") as tar:
            members = iter(tar)
            manifest = _manifest(tar, next(members, None))
            total = sum(mark.size for mark in manifest.files.values())
            if total > shutil.disk_usage(folder).free:
                raise ValueError(f"needs {total} bytes, more than the disk has left")
            missing = dict(manifest.files)
            for member in members:
                mark = missing.pop(member.name, None)
                if mark is None:
                    raise ValueError(f"holds a file that it does not tell: {member.name[:100]!r}")
                _extract(tar, member, mark, folder)
        if len(packed.read(_LARGEST_READ)) == _LARGEST_READ:  # to its end, where its checksum is
            raise ValueError("goes on after its end")
        if missing:
            raise ValueError(f"lacks {min(missing)}")
    return manifest


def _manifest(tar: tarfile.TarFile, member: tarfile.TarInfo | None) -> Manifest:
    if member is None or member.name != MANIFEST or not member.isreg():
        raise ValueError("is no backup of Elshi's")
    if member.size > _LARGEST_MANIFEST:
        raise ValueError("holds a manifest of another form")
    opened = tar.extractfile(member)
    return read_manifest(opened.read() if opened else b"")


def _extract(tar: tarfile.TarFile, member: tarfile.TarInfo, mark: FileMark, folder: Path) -> None:
    tarfile.data_filter(member, str(folder))  # whatever Python itself refuses, besides
    opened = tar.extractfile(member) if member.isreg() else None
    if opened is None or member.size != mark.size:
        raise ValueError(f"holds {member.name} in another form than it tells")
    target = folder / member.name
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(target, flags, PRIVATE), "wb") as file:
        while block := opened.read(_BLOCK):
            digest.update(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    if digest.hexdigest() != mark.sha256:
        raise ValueError(f"holds {member.name} damaged: its hash is another")


@contextmanager
def _refusals(archive: Path) -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, zlib.error, EOFError, gzip.BadGzipFile) as error:
        raise BackupError(archive, f"is no whole archive: {error}") from error
    except ValueError as error:
        raise BackupError(archive, str(error)) from error
    except OSError as error:
        raise BackupError(archive, f"cannot be read: {error.strerror or error}") from error


class _Measured:
    """A file of which no more than so much is read at once: a header may ask for anything."""

    def __init__(self, file: gzip.GzipFile) -> None:
        self._file = file
        self.tell, self.seek = file.tell, file.seek

    def read(self, size: int) -> bytes:
        """The next `size` bytes."""
        if not 0 <= size <= _LARGEST_READ:
            raise tarfile.ReadError("a header of it is too large")
        return self._file.read(size)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
