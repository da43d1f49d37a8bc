"""What an archive says of itself: its form, and size and hash of each file in it. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = 1
"""Raised with every change of what an archive holds."""

MANIFEST = "manifest.json"
CORPUS, BOT, PAGE = "corpus.sqlite", "bot.sqlite", "page.sqlite"
_PART = r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}"
_NAME = re.compile(
    rf"(?:corpus|bot|page)\.sqlite|index/CURRENT|index/snapshots/{_PART}(?:/{_PART}){{1,4}}",
    re.ASCII,
)
_MOST_FILES = 1000


@dataclass(frozen=True, slots=True)
class FileMark:
    """Size in bytes and SHA-256, in hex, of a file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`made` is ISO 8601 in UTC, `program` the version that made it; `files` are by name."""

    format: int
    made: str
    program: str
    files: Mapping[str, FileMark]


def manifest_to_json(manifest: Manifest) -> bytes:
    """The manifest as it stands in an archive."""
    return json.dumps(asdict(manifest), indent=1).encode()


def read_manifest(content: bytes) -> Manifest:
    """The manifest in `content`. Raises ValueError, in words, for what is none of ours."""
    try:
        given = json.loads(content)
        form = given["format"]
        if form != FORMAT:
            raise ValueError(f"is of format {form!r}, and this program reads format {FORMAT}")
        files = {name: _mark(name, told) for name, told in given["files"].items()}
        made, program = str(given["made"]), str(given["program"])
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("holds a manifest of another form") from error
    if not 0 < len(files) <= _MOST_FILES:
        raise ValueError("names no files, or too many")
    return Manifest(form, made, program, files)


def _mark(name: str, told: Mapping[str, Any]) -> FileMark:
    size, digest = told["size"], told["sha256"]
    if not _NAME.fullmatch(name):
        raise ValueError(f"names a file that no backup holds: {name[:100]!r}")
    if type(size) is not int or size < 0 or not re.fullmatch(r"[0-9a-f]{64}", digest, re.ASCII):
        raise ValueError(f"tells no size or hash of {name}")
    return FileMark(size, digest)
