"""A release as the page that a browser saved, of gov.kz or of any site with one article a page."""

from __future__ import annotations

import re

from corpus.address import Address, read_address
from corpus.dates import read_time
from corpus.errors import ParseError
from corpus.html_text import Page, read_page
from corpus.language import detect_language
from corpus.release import Release, ReleaseKey
from corpus.text import decode

_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_SHORT = 60  # characters of a line that gives the date, and not a day in the story
_DIGIT_LINE = re.compile(r"[\d\s.,:|•–-]+")


def parse_page(data: bytes, path: str) -> Release:
    """The release on the page saved as `path`; its language is that of the text.

    Raises ParseError.
    """
    page = read_page(_decode(data))
    if not page.titles:
        raise ParseError(path, "no heading or title")
    title = page.titles[0]
    body, dated = _body(page, title)
    if not body:
        raise ParseError(path, "no text")
    address = _address(page, path)
    lines = [*page.times, *dated, *(line for line in page.whole.split("\n") if len(line) <= _SHORT)]
    published = next((time for line in lines if (time := read_time(line))), None)
    if published is None:
        raise ParseError(path, "no date of publication")
    language = detect_language(f"{title}\n{body}")
    key = ReleaseKey(address.entity, address.section, address.page_id, language)
    return Release(key, address.url, title, body, published)


def _decode(data: bytes) -> str:
    """The page's characters; like a browser, with U+FFFD for a byte that means none."""
    try:
        return decode(data)
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:5_000])
    try:
        return data.decode(declared[1].decode() if declared else "utf-8", errors="replace")
    except (LookupError, UnicodeError):
        return data.decode(errors="replace")


def _body(page: Page, title: str) -> tuple[str, list[str]]:
    """The text without its title and its lines of date and views, and these lines."""
    kept: list[str] = []
    dated: list[str] = []
    for paragraph in page.text.split("\n\n"):
        if not kept and paragraph == title:
            continue
        if _tells_date(paragraph):
            dated.append(paragraph)
        elif not _DIGIT_LINE.fullmatch(paragraph):
            kept.append(paragraph)
    return "\n\n".join(kept), dated


def _tells_date(paragraph: str) -> bool:
    """Whether a paragraph is a date and little else; a sentence ends with a full stop."""
    return (
        len(paragraph) <= _SHORT
        and not paragraph.endswith((".", "!", "?", ":", ";"))
        and read_time(paragraph) is not None
    )


def _address(page: Page, path: str) -> Address:
    found = [address for url in page.addresses if (address := read_address(url))]
    numbered = [address for address in found if address.number]
    named = [address for address in found if address.path]
    for candidates in (numbered, named):
        if candidates:
            return candidates[0]
    raise ParseError(path, "no address: neither a canonical link nor a 'saved from' note")
