"""Briefs as Telegram shows them: any text is taken, escaped, and within Telegram's limits."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram_html import parse, units

from bot.answer import Citation
from bot.brief.brief import Brief, Line, Part, Section, Subject, SubjectKind
from bot.rendering.brief_telegram import render_part
from bot.rendering.brief_terminal import render_brief
from bot.telegram.takeaway.country_buttons import CountryPress, brief_message
from corpus.release import Language

GHANA = Subject(SubjectKind.COUNTRY, "GH")
TOLD = datetime(2025, 6, 3, 9, tzinfo=UTC)
TEXT = st.text(max_size=700)


def citation(quote: str, url: str = "https://www.gov.kz/1", title: str = "Visit") -> Citation:
    return Citation("1", url, title, TOLD, Language.EN, quote)


def brief_of(lines: tuple[Line, ...], title: str = "Kazakhstan – Ghana") -> Brief:
    section = Section("Documents", f"{len(lines)} documents", lines, len(lines))
    parts = {Part.DOCUMENTS: section}
    return Brief(GHANA, Language.EN, title, lines, parts, 2, TOLD, "Invented.")


@settings(deadline=None)  # the first example reads data files
@given(st.lists(st.builds(Line, TEXT, st.builds(lambda q, t: (citation(q, title=t),), TEXT, TEXT))))
def test_no_text_breaks_a_page(lines: list[Line]) -> None:
    brief = brief_of(tuple(lines), title="<b>Ghana & Kazakhstan")
    for part in brief.parts:
        pages = render_part(brief, part)
        assert pages
        for page in pages:
            text, entities = parse(page)
            assert text.strip()
            assert units(text) <= 4096
            assert len(entities) <= 100
    assert render_brief(brief)


def test_mark_up_of_a_release_stays_text_and_a_script_no_link() -> None:
    hostile = citation("<b>Signed</b> & sealed", "javascript:alert(1)", "<i>Title</i>")
    brief = brief_of((Line("12 May 2025, <u>Memo</u>", (hostile,)),))
    (page,) = render_part(brief, Part.DOCUMENTS)
    text, entities = parse(page)
    assert "<b>Signed</b> & sealed" in text
    assert "<u>Memo</u>" in text
    assert not [entity for entity in entities if entity.url]


def test_a_sentence_that_bears_two_lines_out_is_quoted_once() -> None:
    both = citation("Two documents were signed.")
    brief = brief_of((Line("First", (both,)), Line("Second", (both,))))
    (page,) = render_part(brief, Part.DOCUMENTS)
    assert parse(page)[0].count("Two documents were signed.") == 1
    assert "Quoted under 1." in page
    assert render_brief(brief).count("Two documents were signed.") == 1


@pytest.mark.parametrize(("page", "shown"), [(0, "1/3"), (2, "3/3"), (999, "3/3")])
def test_a_long_part_turns_pages(page: int, shown: str) -> None:
    lines = tuple(Line(f"Document {n}", (citation(f"Signed {n}."),)) for n in range(1, 13))
    press = CountryPress(GHANA, Part.DOCUMENTS, page, Language.EN)
    message = brief_message(brief_of(lines), press)
    assert message.buttons is not None
    turning, *others = message.buttons.inline_keyboard
    assert [button.text for button in turning] == ["‹", shown, "›"]
    assert [button.text for row in others for button in row] == ["Overview"]
