from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.address import read_address, shorten


@pytest.mark.parametrize(
    ("url", "entity", "section", "page_id"),
    [
        (
            "https://www.gov.kz/memleket/entities/mfa/press/news/details/900001?lang=kk",
            "mfa", "news", "900001",
        ),
        (
            "https://gov.kz/memleket/entities/mfa-paris/press/article/details/7/",
            "mfa-paris", "article", "7",
        ),
        ("https://mfa.example/en/press/news/details/3?lang=en", "mfa.example", "news", "3"),
        ("http://www.news.example/a.html?utm_source=x&id=2", "news.example", "news", "a.html?id=2"),
    ],
)  # fmt: skip
def test_address_tells_what_the_release_is_known_by(
    url: str, entity: str, section: str, page_id: str
) -> None:
    found = read_address(url)
    assert found is not None
    assert (found.entity, found.section, found.page_id) == (entity, section, page_id)


@pytest.mark.parametrize(
    "url",
    ["", "mfa", "javascript:alert(1)", "file:///etc/passwd", "ftp://x/y", "https://", "https://[x/",
     "https://x:port/", "https://x/ y", "https://x/\ny", 'https://x/"><script>', "data:,x"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_none(url: str) -> None:
    assert read_address(url) is None


@given(st.text())
def test_keys_stay_short_and_apart(name: str) -> None:
    assert len(shorten(name * 50)) <= 200
    assert shorten(name) == name or len(name) > 200
    assert shorten("x" * 200 + name) != shorten("x" * 201 + name)


@given(st.text())
def test_any_text_is_an_address_or_none(text: str) -> None:
    found = read_address(f"https://{text}")
    assert found is None or found.url.startswith("https://")
