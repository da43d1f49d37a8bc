"""A release as plain text, the way it is copied from its page.

The title, mostly twice; a line `DD.MM.YYYY HH:MM:SS views` in Astana time; the body; and a last
line `Source : URL`.
"""

from __future__ import annotations

import re

from corpus.address import Address, read_address
from corpus.dates import read_time
from corpus.errors import ParseError
from corpus.language import detect_language
from corpus.release import Release, ReleaseKey
from corpus.text import decode, storable

_DATE_LINE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}(?:,?\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+[\d\s]+)?")
_SOURCE_LINE = re.compile(r"(?:source|источник|дереккөз\w*)\s*:\s*(?P<url>\S+)", re.IGNORECASE)
_HEAD = 20


def parse_text(data: bytes, path: str) -> Release:
    """The release that the file `path` holds.

    Its language is that of the text; the link's `lang=` says only how the page was opened.
    Raises ParseError.
    """
    try:
        lines = [line.strip() for line in storable(decode(data)).split("\n")]
    except UnicodeDecodeError as error:
        raise ParseError(path, f"not UTF-8 text (byte {error.start})") from error
    date, source = _date_line(lines, path), _source_line(lines, path)
    title, lead = _head(lines[:date], path)
    body = re.sub(r"\n{3,}", "\n\n", "\n".join([*lead, "", *lines[date + 1 : source]])).strip()
    if not body:
        raise ParseError(path, "no text between the date and the source")
    published = read_time(lines[date])
    if published is None:
        raise ParseError(path, f"no such date: {lines[date][:40]}")
    address = _address(lines[source], path)
    key = ReleaseKey(
        address.entity, address.section, address.page_id, detect_language(f"{title}\n{body}")
    )
    return Release(key, address.url, title, body, published)


def _date_line(lines: list[str], path: str) -> int:
    filled = [number for number, line in enumerate(lines) if line][:_HEAD]
    for number in filled:
        if _DATE_LINE.fullmatch(lines[number]):
            return number
    raise ParseError(path, "no line DD.MM.YYYY HH:MM:SS under the title")


def _source_line(lines: list[str], path: str) -> int:
    for number in range(len(lines) - 1, -1, -1):
        if _SOURCE_LINE.fullmatch(lines[number]):
            return number
    raise ParseError(path, "no line Source : URL at the end")


def _head(lines: list[str], path: str) -> tuple[str, list[str]]:
    """The title, once, and what else stands above the date, which belongs to the body."""
    filled = [line for line in lines if line]
    if not filled:
        raise ParseError(path, "no title above the date")
    title = filled[0]
    return title, [line for line in filled[1:] if line != title]


def _address(line: str, path: str) -> Address:
    match = _SOURCE_LINE.fullmatch(line)
    address = read_address(match["url"]) if match else None
    if address is None:
        raise ParseError(path, "the source is no http or https address")
    return address
