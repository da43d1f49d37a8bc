from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram_html import Entity, parse, units

from bot.answer import Answer, AnswerKind, Citation, Item, Scope
from bot.rendering.telegram import render
from bot.telegram.html import cut, plain
from corpus.release import Language

DAY = datetime(2025, 6, 3, 14, 11, tzinfo=UTC)
URL = "https://www.gov.kz/memleket/entities/mfa/press/news/details/1011047?lang=en"
ATTACKS = (
    "<b>",
    "</blockquote>",
    '"><a href="tg://user?id=1">',
    "&lt;",
    "&#60;script&#62;",
    "a\x00b\x1b[2J",
    "\ud83d",
    "🇰🇿" * 40,
    "<",
    "&",
    "\u202e\u200f",
)
LONG = ("One sentence. " * 400, "x" * 5000)
texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(ATTACKS), max_size=4).map("".join),
    st.sampled_from(LONG),
)
urls = st.one_of(
    st.sampled_from(
        [URL, "javascript:alert(1)", "https://" + "a" * 2100, "http://[", "tg://user?id=1", ""]
    ),
    st.text(max_size=30).map(lambda path: f"https://www.gov.kz/{path}"),
)
citations = st.builds(
    Citation,
    release_id=st.sampled_from(["1", "2", "3"]),
    url=urls,
    title=texts,
    published_at=st.just(DAY),
    language=st.sampled_from(Language),
    quote=texts,
)
answers = st.builds(
    Answer,
    question=texts,
    language=st.sampled_from(Language),
    kind=st.sampled_from(AnswerKind),
    headline=texts,
    citations=st.lists(citations, max_size=2).map(tuple),
    scope=st.builds(Scope, st.integers(0, 9999), st.sampled_from([None, DAY]), texts),
    took_ms=st.just(1.0),
    items=st.lists(
        st.builds(
            Item,
            texts,
            st.lists(citations, max_size=1).map(tuple),
            date=st.sampled_from([None, "2025-06", "<i>"]),
        ),
        max_size=2,
    ).map(tuple),
    notice=st.one_of(st.none(), texts),
)


def citation(**changes: object) -> Citation:
    fields: dict[str, Any] = {
        "release_id": "1",
        "url": URL,
        "title": "Prospects discussed",
        "published_at": DAY,
        "language": Language.EN,
        "quote": "The talks resulted in the signing of a memorandum.",
    }
    return Citation(**(fields | changes))


def answer(*citations: Citation, **changes: object) -> Answer:
    fields: dict[str, Any] = {
        "question": "What was signed?",
        "language": Language.EN,
        "kind": AnswerKind.PASSAGES,
        "headline": "A memorandum was signed.",
        "citations": citations,
        "scope": Scope(5021, DAY, "releases of June 2025"),
        "took_ms": 1.0,
    }
    return Answer(**(fields | changes))


def letters(text: str) -> str:
    """Return what neither trimming, nor cutting, nor Telegram's cleaning touches."""
    kept = text.encode("utf-8", "replace").decode()
    return "".join(kept.translate(dict.fromkeys(range(32), " ")).split())


def parsed(found: Answer) -> list[tuple[str, list[Entity]]]:
    return [parse(message) for message in render(found)]


@settings(deadline=None)
@given(answers)
def test_any_answer_is_accepted_by_telegram_and_keeps_its_quotes(found: Answer) -> None:
    messages = parsed(found)
    shown = letters("".join(text for text, _ in messages))
    for text, entities in messages:
        assert 0 < units(text) <= 4096
        assert len(entities) <= 100
        assert sum(16 + len((entity.url or "").encode()) for entity in entities) < 9500
        assert {entity.type for entity in entities} <= {"bold", "italic", "blockquote", "text_link"}
        assert all((entity.url or "https:").startswith(("http:", "https:")) for entity in entities)
    for source in (*found.citations, *(s for item in found.items for s in item.sources)):
        assert letters(source.quote) in shown


def test_render_headline_quote_source_and_scope() -> None:
    (message,) = render(answer(citation(), notice="Invented."))
    assert message == (
        "<b>A memorandum was signed.</b>\n\n"
        "<blockquote>The talks resulted in the signing of a memorandum.</blockquote>\n"
        f'[1] <a href="{URL}">Prospects discussed</a>, 3 June 2025\n\n'
        "<i>Searched: 5,021 releases to 3 June 2025\n"
        "Read as: releases of June 2025</i>\n\n"
        "<b>Invented.</b>"
    )


def test_render_groups_the_quotes_of_a_release() -> None:
    second = citation(quote="It is the first visit.")
    other = citation(
        release_id="2", language=Language.RU, title="Встреча", quote="Подписан меморандум."
    )
    (message,) = render(answer(citation(), second, other))
    assert message.count("<blockquote>") == 3
    assert message.count("[1]") == message.count("[2]") == 1
    assert message.index("first visit") < message.index("[1]") < message.index("Подписан")
    assert "Встреча</a>, 3 June 2025, in Russian" in message


def test_render_items_with_their_sources() -> None:
    source = citation()
    items = (
        Item("Salif Kaboré", (source,), date="2025-06"),
        Item("<i>Somebody", (citation(quote="Also."),)),
    )
    (message,) = render(answer(source, items=items))
    assert "1. <b>Salif Kaboré</b>, June 2025\n<blockquote>The talks" in message
    assert "2. <b>&lt;i&gt;Somebody</b>\n<blockquote>Also." in message
    assert message.count("The talks") == 1


def test_render_abstention_names_the_nearest_releases() -> None:
    (message,) = render(answer(citation(), kind=AnswerKind.ABSTENTION, headline="Nothing on this."))
    assert message.startswith(
        "<b>Nothing on this.</b>\n\nWhat comes nearest to it:\n\n<blockquote>"
    )


def test_render_preface_and_long_quote() -> None:
    (message,) = render(answer(citation(quote="long " * 80)), preface="Late <answer>")
    assert message.startswith("<i>Late &lt;answer&gt;</i>\n\n<b>")
    assert "<blockquote expandable>" in message


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://gov.kz/x", "https://", "http://[", "https://gov.kz/\n"]
)
def test_render_links_only_to_web_addresses(url: str) -> None:
    assert "<a" not in render(answer(citation(url=url)))[0]


def test_render_splits_between_blocks() -> None:
    sources = [citation(release_id=str(n), quote=f"Sentence {n} is here. " * 30) for n in range(30)]
    messages = render(answer(*sources))
    assert len(messages) > 3
    assert all(message.count("<blockquote") == message.count("</a>") for message in messages)


def test_render_keeps_link_bytes_in_bounds() -> None:
    sources = [
        citation(release_id=str(n), url=f"{URL}&{'x' * 900}", quote="Short.") for n in range(30)
    ]
    assert len(render(answer(*sources))) > 3


def test_render_keeps_to_the_number_of_entities() -> None:
    sources = [citation(release_id=str(n), title="T", quote="Q.") for n in range(120)]
    messages = parsed(answer(*sources))
    assert all(len(entities) <= 100 for _, entities in messages)
    assert sum(text.count("[") for text, _ in messages) == 120


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("One two. Three four five.", 15, "One two. "),
        ("«Иә.» Одан кейін", 10, "«Иә.» "),
        ("One two three", 9, "One two "),
        ("abcdefgh", 5, "abcde"),
        ("🇰🇿🇰🇿", 5, "🇰🇿"),
        ("a🙂b", 2, "a"),
        ("short", 50, "short"),
    ],
)
def test_cut_at_the_best_border(text: str, room: int, expected: str) -> None:
    head, tail = cut(text, room)
    assert head == expected
    assert head + tail == text


def test_plain_spells_links_out() -> None:
    assert (
        plain('<b>A &amp; b</b> <a href="https://x/?a=1&amp;b">t &lt;</a>')
        == "A & b t < (https://x/?a=1&b)"
    )
    long = f'<a href="https://x/">{"t" * 4090}</a>'
    assert plain(long) == "t" * 4090


def test_a_page_that_was_edited_is_said_to_be() -> None:
    edited = citation(edited_at=DAY + timedelta(days=2))
    (message,) = render(answer(edited))
    assert "a change of the page was seen on 5 June 2025" in message
