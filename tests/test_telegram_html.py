"""The tests' own parser of Telegram's HTML, held to what Telegram's server is known to say."""

from __future__ import annotations

import pytest
from telegram_html import Entity, RefusedError, parse


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b> &lt;&amp;&gt;&quot;&#39;", "a <&>\"'", [Entity("bold", 0, 1)]),
        ("&nbsp; &laquo; & &#0;", "&nbsp; &laquo; & &#0;", []),
        ("🙂<i>б</i>", "🙂б", [Entity("italic", 2, 1)]),
        (
            '<a href="https://x/?a=1&amp;b">t</a>',
            "t",
            [Entity("text_link", 0, 1, "https://x/?a=1&b")],
        ),
        ("<blockquote expandable>q</blockquote>", "q", [Entity("blockquote", 0, 1)]),
        ("<b></b>a > b", "a > b", []),
        ("  <b>a</b>  ", "a", [Entity("bold", 0, 1)]),
    ],
)
def test_parse(source: str, text: str, entities: list[Entity]) -> None:
    assert parse(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("я<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
    ],
)
def test_parse_refuses(source: str, words: str) -> None:
    with pytest.raises(RefusedError) as caught:
        parse(source)
    assert str(caught.value) == words
