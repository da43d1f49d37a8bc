"""Bytes to releases: plain text, JSON Lines, saved pages, and hostile ones of each."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.errors import ParseError
from corpus.formats.json_lines import holds_releases, parse_row
from corpus.formats.seed_text import parse_text
from corpus.formats.web_page import parse_page
from corpus.release import Language, Release, ReleaseKey

PAGES = Path(__file__).parent / "data" / "pages"
URL = "https://www.gov.kz/memleket/entities/mfa/press/news/details/900001?lang=kk"
TEXT = f"""Talks Held

Talks Held

03.06.2025 19:11:22 539

The talks were held in Astana.

They will go on.

Source : {URL}
"""
ROW = {
    "id": "en-001",
    "lang": "en",
    "title": "Talks Held",
    "published_at": "2025-06-03T19:11:22+05:00",
    "url": "https://mfa.example/en/press/news/details/318395?lang=en",
    "body": "The talks were held.\n\nThey will go on.",
}


def row(**changes: object) -> bytes:
    return json.dumps(ROW | changes).encode()


def page(body: str, head: str = f'<link rel="canonical" href="{URL}">') -> bytes:
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def test_text_in_the_form_of_the_seed() -> None:
    assert parse_text(TEXT.encode(), "a.txt") == Release(
        key=ReleaseKey("mfa", "news", "900001", Language.EN),
        url=URL,
        title="Talks Held",
        body="The talks were held in Astana.\n\nThey will go on.",
        published=datetime(2025, 6, 3, 14, 11, 22, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        ("\ufeff" + TEXT).encode("utf-16-le"),
        TEXT.replace("Talks Held\n\nTalks Held", "Talks Held").encode(),
        TEXT.replace("talks were", "talks\x00 were").encode(),
    ],
    ids=["byte order mark", "CRLF", "UTF-16", "title once", "NUL"],
)
def test_text_reads_the_same_however_it_was_saved(data: bytes) -> None:
    assert parse_text(data, "a.txt") == parse_text(TEXT.encode(), "a.txt")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (TEXT, "", "no line DD.MM.YYYY"),
        ("03.06.2025", "31.02.2025", "no such date"),
        ("Source : ", "", "no line Source"),
        (URL, "javascript:alert(1)", "no http or https"),
        ("The talks were held in Astana.\n\nThey will go on.\n", "", "no text"),
        ("Talks Held\n", "\n", "no title"),
    ],
)
def test_text_that_is_no_release_is_refused_with_its_name(old: str, new: str, reason: str) -> None:
    with pytest.raises(ParseError, match=reason) as caught:
        parse_text(TEXT.replace(old, new).encode(), "a.txt")
    assert caught.value.path == "a.txt"


def test_row_takes_its_number_from_the_address_and_its_id_as_alias() -> None:
    assert parse_row(row(), "r:1") == Release(
        key=ReleaseKey("mfa.example", "news", "318395", Language.EN),
        url=str(ROW["url"]),
        title="Talks Held",
        body=str(ROW["body"]),
        published=datetime(2025, 6, 3, 14, 11, 22, tzinfo=UTC),
        alias="en-001",
    )


def test_row_without_a_number_in_its_address_is_known_by_its_id() -> None:
    release = parse_row(row(url="https://news.example/story", id=7), "r:1")
    assert (release.key.entity, release.key.id, release.alias) == ("news.example", "7", None)


def test_row_is_kept_letter_for_letter() -> None:
    body = "3\u00a0June \u200b«тоқсан»\u2028x"
    assert parse_row(row(body=body), "r:1").body == body


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "not a JSON object"),
        (b'{"title": "\xff"}', "not UTF-8"),
        (row(body=" \x00 "), "body is missing"),
        (row(title=None), "title is missing"),
        (row(lang="tr"), "lang is none of en, ru, kk"),
        (row(lang=[]), "lang is none of"),
        (row(url="ftp://x/y"), "url is no http"),
        (row(url="https://x y/"), "url is no http"),
        (row(published_at="soon"), "published_at"),
        (row(published_at="0001-01-01T00:00:00+05:00"), "published_at"),
        (row(id={}), "id is neither"),
    ],
)
def test_bad_row_is_refused(line: bytes, reason: str) -> None:
    with pytest.raises(ParseError, match=reason):
        parse_row(line, "r:1")


def test_half_of_a_surrogate_pair_can_be_stored() -> None:
    release = parse_row(row(body="x \ud800 y"), "r:1")
    assert release.body == "x \ufffd y"
    assert len(release.content_hash) == 64


def test_far_future_is_kept() -> None:
    release = parse_row(row(published_at="9999-01-01T00:00:00Z"), "r:1")
    assert release.published == datetime(9999, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (row(), True),
        (b'{"qid": "q1", "question": "Who?"}', False),
        (b'{"release_id": "en-001", "person": null}', False),
        (b"not json", True),
    ],
)
def test_rows_of_other_files_are_told_by_their_fields(line: bytes, expected: bool) -> None:
    assert holds_releases(line) is expected


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_saved_page(path: Path) -> None:
    release = parse_page(path.read_bytes(), path.name)
    found = {
        "key": str(release.key),
        "url": release.url,
        "title": release.title,
        "body": release.body.split("\n"),
        "published": release.published.isoformat(),
    }
    assert found == json.loads(path.with_suffix(".json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<time datetime="2026-11-02T09:15:00Z">now</time>', "2026-11-02T09:15:00+00:00"),
        ("<p>2 ноября 2026</p>", "2026-11-01T19:00:00+00:00"),
        ("<p>2026 жылғы 2 қараша, 14:15</p>", "2026-11-02T09:15:00+00:00"),
        ("<p>November 2, 2026</p>", "2026-11-01T19:00:00+00:00"),
        ("<p>02.11.2026</p>", "2026-11-01T19:00:00+00:00"),
    ],
)
def test_page_tells_its_date_in_many_forms(body: str, expected: str) -> None:
    release = parse_page(page(f"<h1>T</h1>{body}<p>Text of it.</p>"), "p")
    assert release.published.isoformat() == expected
    assert release.body == "Text of it."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no heading"),
        (page("<h1>T</h1><p>02.11.2026</p>"), "no text"),
        (page("<h1>T</h1><p>On 2 November 2026 they met.</p>", ""), "no address"),
        (page("<h1>T</h1><p>They met.</p>"), "no date"),
        (
            page("<h1>T</h1><p>x.</p>", '<link rel="canonical" href="javascript:alert(1)">'),
            "no address",
        ),
    ],
    ids=["empty", "no text", "no address", "no date", "script as address"],
)
def test_page_that_is_no_release_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ParseError, match=reason):
        parse_page(data, "p")


def test_page_in_an_old_encoding_is_read() -> None:
    source = page("<h1>Встреча</h1><p>02.11.2026</p><p>Стороны обсудили торговлю.</p>").decode()
    data = source.replace("<head>", '<head><meta charset="windows-1251">').encode("cp1251")
    assert parse_page(data, "p").title == "Встреча"


@pytest.mark.parametrize("parse", [parse_text, parse_row, parse_page])
@given(data=st.one_of(st.binary(), st.text().map(str.encode)))
@example(data=b"\xff\xfe\x00")
@example(data=b"<meta charset=utf-7>\xff+AGE-")
@example(data=b"<meta charset=idna>\xff")
@example(data=b"<meta charset=hex>\xff")
def test_parsers_raise_nothing_but_parse_error(
    parse: Callable[[bytes, str], Release], data: bytes
) -> None:
    with suppress(ParseError):
        assert parse(data, "x").body


FRAGMENTS = st.lists(
    st.sampled_from(
        ["<h1>T</h1>", "<p>", "02.11.2026", "<table><tr><td>", "</div>", "<article>", "<!--",
         "&#0;", f'<link rel=canonical href="{URL}">', "<time datetime=x>", "<ul><li>", "text.",
         "<svg>"]
    )
).map("".join)  # fmt: skip


@given(FRAGMENTS)
def test_broken_pages_raise_nothing_but_parse_error(source: str) -> None:
    try:
        release = parse_page(source.encode(), "x")
    except ParseError:
        return
    assert release.body
    assert "<" not in release.body


@pytest.mark.parametrize(
    "inside",
    ["<div>" * 10_000, "<b>" * 50_000, "<ul><li>" * 5_000, "<article><p>x." * 5_000, "<" * 100_000],
    ids=["div", "b", "list", "article", "no tags"],
)
def test_page_of_any_depth_is_read_soon(inside: str) -> None:
    begun = time.process_time()
    release = parse_page(page(f"<h1>T</h1><p>02.11.2026</p>{inside}<p>Text of it."), "p")
    assert "Text of it." in release.body
    assert time.process_time() - begun < 5
