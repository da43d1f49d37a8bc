"""Releases as JSON Lines, one a line, with the fields that `corpus/sample/README.md` tells of."""

from __future__ import annotations

import codecs
import json
from typing import Any

from corpus.address import Address, read_address, shorten
from corpus.dates import read_time
from corpus.errors import ParseError
from corpus.language import detect_language
from corpus.release import Language, Release, ReleaseKey
from corpus.text import storable

_TELLING = {"title", "body", "published_at"}


def holds_releases(first_line: bytes) -> bool:
    """Whether a file that begins with this row is meant to hold releases.

    Other rows of an evaluation set, such as questions, are known by having none of a release's
    fields. A line that cannot be read counts as a release, so that it gets reported.
    """
    try:
        row = json.loads(first_line.removeprefix(codecs.BOM_UTF8))
    except (ValueError, RecursionError):
        return True
    return not isinstance(row, dict) or bool(_TELLING & row.keys())


def parse_row(line: bytes, path: str) -> Release:
    """The release in one line of the file; `path` names file and line.

    The row's own `id` becomes the alias where the address holds a number, else the id.
    Raises ParseError.
    """
    row = _read(line, path)
    title = " ".join(_string(row, "title", path).split())
    body = _string(row, "body", path).strip()
    address = _address(row, path)
    published = read_time(_string(row, "published_at", path))
    if published is None:
        raise ParseError(path, "published_at is no ISO 8601 time")
    alias = _row_id(row, path)
    number = address.number or alias or address.page_id
    key = ReleaseKey(
        address.entity, address.section, number, _language(row, f"{title}\n{body}", path)
    )
    return Release(
        key, address.url, title, body, published, alias=None if alias == number else alias
    )


def _read(line: bytes, path: str) -> dict[str, Any]:
    try:
        row = json.loads(line.removeprefix(codecs.BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        raise ParseError(path, f"not UTF-8 text (byte {error.start})") from error
    except (ValueError, RecursionError) as error:
        raise ParseError(path, "not JSON") from error
    if not isinstance(row, dict):
        raise ParseError(path, "not a JSON object")
    return row


def _string(row: dict[str, Any], field: str, path: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not (text := storable(value)).strip():
        raise ParseError(path, f"{field} is missing or no text")
    return text


def _address(row: dict[str, Any], path: str) -> Address:
    address = read_address(_string(row, "url", path))
    if address is None:
        raise ParseError(path, "url is no http or https address")
    return address


def _row_id(row: dict[str, Any], path: str) -> str | None:
    value = row.get("id")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ParseError(path, "id is neither text nor a number")
    return shorten(storable(str(value)).strip()) or None


def _language(row: dict[str, Any], text: str, path: str) -> Language:
    value = row.get("lang")
    if value is None:
        return detect_language(text)
    try:
        return Language(value)
    except ValueError as error:
        raise ParseError(path, f"lang is none of {', '.join(Language)}") from error
