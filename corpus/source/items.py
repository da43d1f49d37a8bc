"""Items of the site's lists as releases, and what in them is not as it is known to be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from corpus.dates import read_time
from corpus.errors import UnreadableError
from corpus.html_text import fold, fragment_text
from corpus.language import detect_language
from corpus.release import Language, Release, ReleaseKey
from corpus.text import storable

KNOWN = ("id", "title", "body", "created_date")
"""Fields that a release needs; the others are asked for where they are of use."""

_ID = re.compile(r"[0-9A-Za-z_-]{1,100}")
_WRAPPERS = ("content", "data", "items")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A release as the site gave it: `html` is its body there, `label` the language asked for.

    The release's own language is that of its text.
    """

    release: Release
    html: str
    label: Language


@dataclass(frozen=True, slots=True)
class Texts:
    """A title and a body as text, the body's HTML, and the language that they are written in."""

    title: str
    body: str
    html: str
    language: Language

    @classmethod
    def of(cls, title: str, html: str) -> Texts:
        """The texts of a title and a body, both HTML."""
        told, body = fold(fragment_text(title)), fragment_text(html)
        return cls(told, body, storable(html), detect_language(f"{told}\n{body}"))


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page of a list.

    `items` is how many it held, `ids` are theirs in order, `empty` of these have no version in
    the language; `drift` says field by field what was not as it is known to be.
    """

    items: int
    ids: tuple[str, ...]
    fetched: tuple[Fetched, ...]
    empty: tuple[str, ...]
    drift: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What was asked for: the place that a page's items belong to."""

    site: str
    entity: str
    section: str
    label: Language


def read_items(rows: Sequence[object], listed: Listed, now: datetime) -> SourcePage:
    """The releases in `rows`; one that cannot be read is told in `drift` and stops nothing."""
    fetched: list[Fetched] = []
    ids: list[str] = []
    problems: Counter[str] = Counter()
    empty: list[str] = []
    for row in rows:
        if not isinstance(row, dict):
            problems["an item is no object"] += 1
            continue
        problems.update(f"`{field}` missing" for field in KNOWN if field not in row)
        number = _number(row.get("id"))
        if number is None:
            problems["`id` unreadable"] += "id" in row
            continue
        ids.append(number)
        if not _has_version(row):
            empty.append(number)
            continue
        published = _time(row.get("created_date"))
        if published is None:
            problems["`created_date` unreadable"] += "created_date" in row
            continue
        fetched.append(_fetched(row, number, published, listed, now))
    told = tuple(
        f"{what} in {count} of {len(rows)} items" for what, count in problems.items() if count
    )
    kept = tuple(_longest(fetched))
    return SourcePage(len(rows), tuple(ids), kept, tuple(empty), told)


def _longest(fetched: Sequence[Fetched]) -> list[Fetched]:
    """Each release once: of those that a page holds twice the longer one."""
    found: dict[ReleaseKey, Fetched] = {}
    for each in fetched:
        known = found.setdefault(each.release.key, each)
        if len(each.release.body) > len(known.release.body):
            found[each.release.key] = each
    return list(found.values())


def unwrapped(value: object) -> list[object]:
    """The items of a reply: a list, an object around one, or a single item.

    Raises UnreadableError.
    """
    if isinstance(value, dict):
        for name in _WRAPPERS:
            if isinstance(value.get(name), list):
                return list(value[name])
        if "id" in value:
            return [value]
    if isinstance(value, list):
        return list(value)
    raise UnreadableError("the reply holds no list of releases", reply=repr(value)[:500])


def page_url(listed: Listed, number: str) -> str:
    """The address of a release's page on the site."""
    path = f"memleket/entities/{listed.entity}/press/{listed.section}/details/{number}"
    return f"{listed.site}/{path}?lang={listed.label}"


def _number(value: object) -> str | None:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return text if _ID.fullmatch(text) else None


def _has_version(row: dict[str, Any]) -> bool:
    return bool(fold(fragment_text(_string(row, "title"))) and _body(row).strip())


def _body(row: dict[str, Any]) -> str:
    return _string(row, "body") or _string(row, "short_description")


def _string(row: dict[str, Any], field: str) -> str:
    value = row.get(field)
    return value if isinstance(value, str) else ""


def _time(value: object) -> datetime | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        # Seconds or, as JavaScript counts, milliseconds since 1970.
        try:
            return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC)
        except (OverflowError, ValueError, OSError):
            return None
    return read_time(value) if isinstance(value, str) else None


def _fetched(
    row: dict[str, Any], number: str, published: datetime, listed: Listed, now: datetime
) -> Fetched:
    texts = Texts.of(_string(row, "title"), _body(row))
    key = ReleaseKey(listed.entity, listed.section, number, texts.language)
    url = page_url(listed, number)
    release = Release(key, url, texts.title, texts.body, published, fetched=now)
    return Fetched(release, texts.html, listed.label)
