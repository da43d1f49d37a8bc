"""What the address of a page says about the release on it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

_ENTITY = re.compile(r"/entities/([^/]+)/")
_SECTION = re.compile(r"/press/([^/]+)/")
_NUMBER = re.compile(r"/details/(\d+)(?:/|$)")
_PASSING = re.compile(r"lang|utm_\w+|fbclid|gclid|yclid")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Address:
    """A page on the web. `number` is the release's own, None where the address has none."""

    url: str
    entity: str
    section: str
    number: str | None
    path: str

    @property
    def page_id(self) -> str:
        """The number, or else the page's path, which tells it from others of its host."""
        return self.number or shorten(self.path)


def read_address(url: str) -> Address | None:
    """The parts of `url`; None unless it is a http or https address of a host.

    The entity is that of gov.kz, elsewhere the host name.
    """
    url = url.strip()
    if re.search(r"[\s\x00-\x1f\x7f<>\"]", url):
        return None
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    entity = _ENTITY.search(parts.path)
    section = _SECTION.search(parts.path)
    number = _NUMBER.search(parts.path)
    return Address(
        url=url,
        entity=shorten(entity.group(1) if entity else host.removeprefix("www.")),
        section=shorten(section.group(1) if section else "news"),
        number=shorten(number.group(1)) if number else None,
        path=_page_path(parts.path, parts.query),
    )


def shorten(name: str) -> str:
    """`name`, or a hash of it where it is too long to be a key in every database."""
    if len(name) <= _LONGEST:
        return name
    return "sha256-" + hashlib.sha256(name.encode()).hexdigest()


def _page_path(path: str, query: str) -> str:
    kept = sorted(pair for pair in parse_qsl(query) if not _PASSING.fullmatch(pair[0]))
    return path.strip("/") + (f"?{urlencode(kept)}" if kept else "")
