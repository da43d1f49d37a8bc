"""An answer taken away as CSV, workbook and calendar: the same rows, every text as it stands."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from bot.answer import Answer, AnswerKind, Citation, Item, Occasion, Scope
from bot.cli_takeaway import write_answer
from bot.engine import PassageEngine
from bot.errors import BotError
from bot.takeaway.calendar_file import days_of
from bot.takeaway.file import FileFormat, fits, make_file
from bot.takeaway.rows import COLUMNS, Row, rows_of
from corpus.release import Language

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PUBLISHED = datetime(2025, 6, 3, 20, 0, tzinfo=UTC)  # the fourth, in Astana
URL = "https://www.gov.kz/memleket/entities/mfa/press/news/details/1?lang=en"


def citation(quote: str = "He came.", title: str = "A title", url: str = URL) -> Citation:
    return Citation("1", url, title, PUBLISHED, Language.EN, quote)


def an_answer(*items: Item, **changes: object) -> Answer:
    fields: dict[str, object] = {
        "question": "Who visited?",
        "language": Language.EN,
        "kind": AnswerKind.LIST,
        "headline": "They did.",
        "citations": (),
        "scope": Scope(3, PUBLISHED, "visits"),
        "took_ms": 1.0,
        "items": items,
    }
    return Answer(**(fields | changes))  # type: ignore[arg-type]


TWICE = Item(
    "Burkina Faso",
    (citation(),),
    country="BF",
    occasions=(
        Occasion(
            citation("He came."), "2024-03-01", "Astana", "KZ", "K. Traoré", "foreign_minister"
        ),
        Occasion(citation("He came again."), "2025-06", "Almaty", "KZ", form="working"),
        Occasion(citation("He had come before.")),
    ),
)


def test_there_is_a_row_for_each_visit_that_an_item_joins() -> None:
    first, second, third = rows_of(an_answer(TWICE))
    assert (first.item, first.country, first.country_code) == (1, "Burkina Faso", "BF")
    assert (first.date, first.city, first.to_country) == ("2024-03-01", "Astana", "Kazakhstan")
    assert (first.person, first.role) == ("K. Traoré", "foreign minister")
    assert (second.date, second.form, second.person) == ("2025-06", "working visit", None)
    assert (third.date, third.quote) == (None, "He had come before.")
    assert first.published == "2025-06-04"


def test_an_answer_without_items_gives_its_quotes_and_an_abstention_nothing() -> None:
    quotes = (citation("One."), citation("Two."))
    rows = rows_of(an_answer(kind=AnswerKind.FACT, citations=quotes))
    assert [(row.item, row.who, row.quote) for row in rows] == [
        (1, "They did.", "One."),
        (2, "They did.", "Two."),
    ]
    silent = an_answer(kind=AnswerKind.ABSTENTION, citations=quotes)
    assert not any(fits(silent, form) for form in FileFormat)


def read_csv(content: bytes) -> list[dict[str, str]]:
    assert content.startswith("\ufeff".encode())
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_has_the_columns_of_a_row_and_reads_back() -> None:
    made = make_file(an_answer(TWICE), FileFormat.CSV, NOW)
    rows = read_csv(made.content)
    assert (made.rows, made.left_out) == (3, 0)
    assert tuple(rows[0]) == COLUMNS
    assert [row["date"] for row in rows] == ["2024-03-01", "2025-06", ""]
    assert rows[0]["first_ever"] == "false"


def test_the_workbook_holds_dates_links_and_where_it_comes_from() -> None:
    made = make_file(an_answer(TWICE, notice="An invented sample."), FileFormat.XLSX, NOW)
    book = load_workbook(io.BytesIO(made.content))
    table, origin = book.worksheets
    assert [cell.value for cell in table[1]][:3] == ["No.", "Who or what", "Person"]
    by_name = dict(zip(COLUMNS, table[2], strict=True))
    assert by_name["date"].value == datetime(2024, 3, 1)  # noqa: DTZ001 - Excel knows no zones
    assert by_name["url"].hyperlink.target == URL
    assert table[3][COLUMNS.index("date")].value == "2025-06"
    said = [row[0].value for row in origin.iter_rows()]
    assert said[:2] == ["Who visited?", "They did."]
    assert {"An invented sample.", "Made on 24 November 2026, 14:30 (Astana time)"} <= {*said}


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-03-01", (date(2024, 3, 1), date(2024, 3, 1))),
    ],
)
def test_a_date_covers_its_days(when: str, days: tuple[date, date]) -> None:
    assert days_of(when) == days


def test_the_calendar_has_an_event_for_each_dated_row_and_the_same_one_each_time() -> None:
    made = make_file(an_answer(TWICE), FileFormat.ICS, NOW)
    assert (made.rows, made.left_out) == (2, 1)
    exact, month = Calendar.from_ical(made.content).walk("VEVENT")
    assert str(exact["summary"]) == "Burkina Faso, K. Traoré, foreign minister"
    assert (exact.decoded("dtstart"), exact.decoded("dtend")) == (
        date(2024, 3, 1),
        date(2024, 3, 2),
    )
    assert str(month["summary"]) == "Burkina Faso (exact day not given)"
    assert month.decoded("dtend") == date(2025, 7, 1)
    assert str(exact["description"]).startswith("He came.\n\nA title (2025-06-04)")
    assert str(exact["location"]) == "Astana, Kazakhstan"
    again = make_file(an_answer(TWICE), FileFormat.ICS, datetime.now(UTC))
    uids = [event["uid"] for event in Calendar.from_ical(again.content).walk("VEVENT")]
    assert uids == [exact["uid"], month["uid"]]


hostile = st.text(max_size=40) | st.sampled_from(
    ["=1+1", "+cmd", "@SUM(A1)", "BEGIN:VEVENT\r\nX:1", "a\r\nURL:javascript:x", "\x00\x07", "<b>"]
)


@settings(max_examples=60)
@given(hostile, hostile, hostile)
def test_hostile_texts_stay_texts(quote: str, title: str, label: str) -> None:
    source = citation(quote, title, "javascript:alert(1)")
    item = Item(label, (source,), date="2024-03-01")
    answer = an_answer(item)
    for cell in read_csv(make_file(answer, FileFormat.CSV, NOW).content)[0].values():
        assert not cell.startswith(("=", "+", "-", "@"))
    book = load_workbook(io.BytesIO(make_file(answer, FileFormat.XLSX, NOW).content))
    for row in book.worksheets[0].iter_rows():
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    events = Calendar.from_ical(make_file(answer, FileFormat.ICS, NOW).content).walk("VEVENT")
    assert len(events) == 1


@given(st.text(max_size=200))
def test_the_name_of_a_file_is_safe_anywhere(question: str) -> None:
    name = make_file(an_answer(TWICE, question=question), FileFormat.CSV, NOW).name
    assert name == Path(name).name
    assert not set(name) & set('/\\:*?"<>|\0 ')
    assert 5 <= len(name) <= 70
    assert not name.startswith((".", "-"))


@pytest.mark.parametrize("question", ["Who visited Astana?", "Кто посещал Астану?"])
def test_every_quote_of_a_real_answer_is_in_its_rows(engine: PassageEngine, question: str) -> None:
    answer = engine.answer(question)
    rows: list[Row] = rows_of(answer)
    told = {source.quote for item in answer.items for source in item.sources}
    assert {row.item for row in rows} == set(range(1, len(answer.items) + 1))
    assert {row.quote for row in rows} <= told


def test_the_command_line_writes_by_the_ending(tmp_path: Path) -> None:
    answer = an_answer(TWICE)
    assert write_answer(answer, tmp_path / "a.CSV") == f"Wrote 3 rows to {tmp_path / 'a.CSV'}."
    assert "1 without a date left out" in write_answer(answer, tmp_path / "a.ics")
    with pytest.raises(BotError, match="cannot be written"):
        write_answer(answer, tmp_path / "nowhere" / "a.csv")
    with pytest.raises(BotError, match="nothing to put"):
        write_answer(an_answer(kind=AnswerKind.ABSTENTION), tmp_path / "a.csv")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    from bot.cli import elshi

    result = CliRunner().invoke(elshi, ["ask", "Who?", "--output", str(tmp_path)])
    assert result.exit_code == 2
