"""The rows of an answer as an Excel workbook; the one file that knows XlsxWriter."""

from __future__ import annotations

import io
from dataclasses import astuple
from datetime import date, datetime
from urllib.parse import urlsplit

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from bot.answer import Answer
from bot.dates import show_time
from bot.messages import Texts
from bot.rendering.notes import scope_notes
from bot.takeaway.rows import COLUMNS, Row

_WIDTHS = {"who": 38, "quote": 70, "title": 50, "url": 40, "item": 6, "first_ever": 10}
_USUAL_WIDTH = 16
_DAY = "yyyy-mm-dd"
_LONGEST_URL = 2079  # Excel's own limit
_LONGEST_CELL = 32_767
_IN_MEMORY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def to_workbook(rows: list[Row], answer: Answer, now: datetime) -> bytes:
    """A sheet with a row for each of `rows`, filters on its header, and a sheet on its origin.

    Every text is stored as text, whatever it begins with.
    """
    texts = Texts(answer.language)
    stream = io.BytesIO()
    with Workbook(stream, _IN_MEMORY) as book:
        book.set_properties({"title": answer.question[:255], "created": now.replace(tzinfo=None)})
        _table(book, rows, texts)
        _origin(book, answer, now, texts)
    return stream.getvalue()


def _table(book: Workbook, rows: list[Row], texts: Texts) -> None:
    sheet = book.add_worksheet(texts.text("sheet-rows"))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": _DAY, "align": "left", "valign": "top"})
    link = book.add_format({"valign": "top", "font_color": "#0563C1", "underline": 1})
    for column, name in enumerate(COLUMNS):
        sheet.write_string(0, column, texts.text("column", name=name), head)
        sheet.set_column(column, column, _WIDTHS.get(name, _USUAL_WIDTH))
    for place, row in enumerate(rows, start=1):
        for column, (name, value) in enumerate(zip(COLUMNS, astuple(row), strict=True)):
            if name == "url" and _is_link(value):
                sheet.write_url(place, column, value, link, value)
            elif name in {"date", "published"} and (exact := _day(value)):
                sheet.write_datetime(place, column, exact, day)
            else:
                _write(sheet, place, column, value, body, texts)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)


def _write(
    sheet: Worksheet, place: int, column: int, value: object, style: object, texts: Texts
) -> None:
    if isinstance(value, bool):
        sheet.write_string(place, column, texts.text("yes") if value else "", style)
    elif isinstance(value, int):
        sheet.write_number(place, column, value, style)
    elif value:
        sheet.write_string(place, column, str(value)[:_LONGEST_CELL], style)


def _origin(book: Workbook, answer: Answer, now: datetime, texts: Texts) -> None:
    """What the table answers, what was searched, when it was made."""
    sheet = book.add_worksheet(texts.text("sheet-origin"))
    sheet.set_column(0, 0, 100)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    made = texts.text("file-made", time=show_time(now, texts.language))
    lines = (answer.question, answer.headline, *scope_notes(answer, texts), answer.notice, made)
    for place, line in enumerate(line for line in lines if line):
        sheet.write_string(place, 0, line, wrap)


def _is_link(value: object) -> bool:
    text = str(value or "")
    return urlsplit(text).scheme in {"http", "https"} and len(text) < _LONGEST_URL


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
