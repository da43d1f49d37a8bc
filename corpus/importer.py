"""Files and folders into the corpus, whatever some of them hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session, sessionmaker

from corpus.database import begin_writing
from corpus.errors import ParseError
from corpus.formats.json_lines import holds_releases, parse_row
from corpus.formats.seed_text import parse_text
from corpus.formats.web_page import parse_page
from corpus.models import ImportRow
from corpus.release import Release
from corpus.store import Change, save

_ONE_RELEASE = {".txt": parse_text, ".html": parse_page, ".htm": parse_page, ".xhtml": parse_page}
_ROWS = (".jsonl", ".ndjson")
_LARGEST = 32 * 2**20  # bytes of a file with one release, or of a row
_BATCH_RELEASES = 500
_BATCH_CHARACTERS = 4_000_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, or a row as `file:line`, that was not imported, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: bytes read of all bytes, and what was refused just now, if so."""

    done: int
    total: int
    releases: int
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many releases were new, changed and known already, and what was refused."""

    new: int
    changed: int
    same: int
    bad: tuple[Refusal, ...]

    @property
    def releases(self) -> int:
        """How many releases could be read."""
        return self.new + self.changed + self.same


Report = Callable[[Progress], None]


def import_paths(
    sessions: sessionmaker[Session],
    paths: Iterable[Path],
    report: Report | None = None,
) -> ImportResult:
    """Import files, and folders in sorted order; `report` hears of each batch and refusal.

    What cannot be read is refused and stops nothing; what was stored stays stored, and a second
    import of the same files changes nothing. Raises StoreError.
    """
    run = _Run(sessions, report or _unheard)
    sources = list(_find(paths, run))
    run.total = sum(source.size for source in sources)
    for source in sources:
        run.begin(source)
        try:
            for release in _read(source, run):
                run.add(release)
        except ParseError as error:
            run.refuse(error.path, error.reason)
        except OSError as error:
            run.refuse(str(source.path), error.strerror or "cannot be read")
    return run.finish()


def _unheard(_: Progress) -> None:
    """Where nobody wants to hear of the progress."""


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path
    size: int
    named: bool


@dataclass(slots=True)
class _Run:
    """The state of one import: a batch that waits to be stored, and the counts."""

    sessions: sessionmaker[Session]
    report: Report
    total: int = 0
    done: int = 0
    batch: list[Release] = field(default_factory=list)
    characters: int = 0
    counts: dict[Change, int] = field(default_factory=lambda: dict.fromkeys(Change, 0))
    bad: list[Refusal] = field(default_factory=list)
    _next: int = 0

    def begin(self, source: _Source) -> None:
        """Count what came before `source` as done."""
        self.done = self._next
        self._next += source.size

    def add(self, release: Release) -> None:
        """Keep `release` for the next batch, and store that once it is full."""
        self.batch.append(release)
        self.characters += len(release.body)
        if len(self.batch) >= _BATCH_RELEASES or self.characters >= _BATCH_CHARACTERS:
            self.flush()

    def flush(self) -> None:
        """Store the batch in one transaction."""
        if not self.batch:
            return
        now = datetime.now(UTC)
        with self.sessions.begin() as session:
            begin_writing(session)
            for release in self.batch:
                self.counts[save(session, release, now)] += 1
        self.batch.clear()
        self.characters = 0
        self._tell(None)

    def refuse(self, path: str, reason: str) -> None:
        """Note that `path` was not imported."""
        # A file's name may hold bytes that are no characters, or control a terminal.
        refusal = Refusal("".join(c if c.isprintable() else "?" for c in path), reason)
        self.bad.append(refusal)
        self._tell(refusal)

    def finish(self) -> ImportResult:
        """Store what is left and the import itself."""
        self.flush()
        back = self.counts[Change.RESTORED]
        counts = {
            "new": self.counts[Change.NEW],
            "changed": self.counts[Change.CHANGED] + back,
            "same": self.counts[Change.SAME],
        }
        if any(counts.values()):
            with self.sessions.begin() as session:
                values = counts | {"bad": len(self.bad), "finished": datetime.now(UTC)}
                session.execute(insert(ImportRow).values(**values))
        self.done = self.total
        self._tell(None)
        return ImportResult(bad=tuple(self.bad), **counts)

    def _tell(self, refusal: Refusal | None) -> None:
        self.report(Progress(self.done, self.total, sum(self.counts.values()), refusal))


def _find(paths: Iterable[Path], run: _Run) -> Iterator[_Source]:
    for path in paths:
        try:
            if path.is_dir():
                found = (file for file in _walk(path, run) if _is_known(file))
                yield from (_Source(file, file.stat().st_size, named=False) for file in found)
            elif not path.exists():
                run.refuse(str(path), "no such file or folder")
            elif not path.is_file():
                run.refuse(str(path), "neither a file nor a folder")
            elif not _is_known(path):
                run.refuse(str(path), "not .txt, .jsonl or .html")
            else:
                yield _Source(path, path.stat().st_size, named=True)
        except (OSError, ValueError) as error:
            run.refuse(str(path), getattr(error, "strerror", None) or "cannot be read")


def _walk(folder: Path, run: _Run) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        run.refuse(str(error.filename), error.strerror or "cannot be read")

    for root, folders, files in os.walk(folder, onerror=refuse):
        pages = {Path(name).stem for name in files if name.lower().endswith((".html", ".htm"))}
        # A browser keeps the pictures and frames of `page.html` in `page_files`.
        kept = [name for name in folders if name.removesuffix("_files") not in pages]
        folders[:] = sorted(name for name in kept if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith(".") and path.is_file():
                yield path


def _is_known(path: Path) -> bool:
    return path.suffix.lower() in (*_ONE_RELEASE, *_ROWS)


def _read(source: _Source, run: _Run) -> Iterator[Release]:
    suffix = source.path.suffix.lower()
    if suffix in _ROWS:
        yield from _read_rows(source, run)
    elif source.size > _LARGEST:
        raise ParseError(str(source.path), f"larger than {_LARGEST // 2**20} MB")
    else:
        yield _ONE_RELEASE[suffix](source.path.read_bytes(), str(source.path))


def _read_rows(source: _Source, run: _Run) -> Iterator[Release]:
    begun = run.done
    first = True
    with source.path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(_LARGEST + 1), b""), start=1):
            run.done = begun + file.tell()
            where = f"{source.path}:{number}"
            if len(line) > _LARGEST:
                raise ParseError(where, f"a line longer than {_LARGEST // 2**20} MB")
            if not line.strip():
                continue
            if first and not holds_releases(line):
                if source.named:
                    raise ParseError(str(source.path), "holds no releases, its rows have no body")
                return
            first = False
            try:
                yield parse_row(line, where)
            except ParseError as error:
                run.refuse(error.path, error.reason)
