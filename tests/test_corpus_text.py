from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.provenance import is_invented
from corpus.text import decode, storable


@pytest.mark.parametrize(
    "data",
    [
        "қала".encode(),
        codecs.BOM_UTF8 + "қала".encode(),
        codecs.BOM_UTF16_LE + "қала".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "қала".encode("utf-16-be"),
    ],
)
def test_text_is_decoded_by_its_mark(data: bytes) -> None:
    assert decode(data) == "қала"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\r\nb\rc\n", "a\nb\nc\n"), ("a\x00\x1b[31mb\x7f", "a[31mb"), ("\ud83d", "\ufffd")],
)
def test_what_no_reader_sees_is_left_out(text: str, expected: str) -> None:
    assert storable(text) == expected


@given(st.text())
def test_storable_text_is_utf8_without_nul_and_stays_as_it_is(text: str) -> None:
    stored = storable(text)
    assert b"\x00" not in stored.encode()
    assert storable(stored) == stored


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://mfa.example/x", True),
        ("https://MFA.EXAMPLE./x", True),
        ("https://example/x", True),
        ("https://mfa.example.com/x", False),
        ("https://www.gov.kz/?x=mfa.example", False),
        ("https://[/", False),
    ],
)
def test_invented_releases_are_known_by_their_host(url: str, expected: bool) -> None:
    assert is_invented(url) is expected
