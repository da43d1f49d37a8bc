"""The values that the page's templates show; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.dates import show_date, show_time
from bot.messages import Texts
from bot.page.answer_view import answer_view
from bot.page.choice import EventChoice, Order, Standing, parameters
from bot.page.desk import Given
from bot.page.frame import NAMES
from bot.page.kept import Kept
from bot.page.links import Address, Links
from bot.page.table import MOST_ROWS, EventPage, Options
from bot.ports import EngineStatus
from bot.question import question_language
from bot.takeaway.file import FileFormat, fits
from index.extraction.event import EventKind, Role


def home_values(links: Links, texts: Texts) -> dict[str, Any]:
    """The box to ask in, and examples."""
    questions = [texts.text("example-1"), texts.text("example-2"), texts.text("example-3")]
    examples = [(one, links.to_question(texts.language, one)) for one in questions]
    return {"question": "", "examples": examples, "answer": None, "gone": False, "said": None}


def answer_values(given: Given, links: Links, texts: Texts, page: int) -> dict[str, Any]:
    """An answer given just now, with its link."""
    answer, key = given.answer, given.key
    spoken = question_language(answer.question)
    own = None
    if spoken is not texts.language:
        text = Texts(spoken).text("page-own-language")
        own = (spoken, text, links.to_question(spoken, answer.question))
    path = links.to_kept(key) if key else None
    base = path or links.to_question(texts.language, answer.question)
    return {
        "question": answer.question,
        "examples": [],
        "answer": answer_view(answer, given.moment, page),
        "gone": False,
        "said": None,
        "own_language": own,
        "given": None,
        "permanent": (path, links.whole(path)) if path else None,
        "files": _files(given, links),
        "again": links.to_question(texts.language, answer.question),
        "pages": base,
    }


def kept_values(kept: Kept, key: str, links: Links, texts: Texts, page: int) -> dict[str, Any]:
    """An answer as it was given, or that it is kept no longer."""
    if kept.answer is None:
        again = links.to_question(texts.language, kept.question)
        return home_values(links, texts) | {
            "question": kept.question,
            "examples": [],
            "gone": True,
            "again": again,
        }
    given = Given(kept.answer, kept.asked, key)
    return answer_values(given, links, texts, page) | {
        "own_language": None,
        "given": show_time(kept.asked, texts.language),
    }


def _files(given: Given, links: Links) -> list[tuple[str, str]]:
    if given.key is None:
        return []
    forms = [form for form in FileFormat if fits(given.answer, form)]
    return [
        *((form.value.upper(), links.to_kept(given.key, f".{form}")) for form in forms),
        ("JSON", links.to_kept(given.key, ".json")),
    ]


def event_values(
    choice: EventChoice, page: EventPage, options: Options, links: Links, texts: Texts
) -> dict[str, Any]:
    """The table of events, the form to choose by, and the links to what is beside it."""
    language = texts.language
    choice = replace(choice, page=page.page)

    def to(changed: EventChoice, path: str = "events") -> str:
        return links.to(language, Address(path, parameters(changed)))

    def to_page(number: int) -> str | None:
        return to(replace(choice, page=number)) if 1 <= number <= page.pages else None

    other = Order.OLDEST if choice.order is Order.NEWEST else Order.NEWEST
    return {
        "choice": choice,
        "table": page,
        "options": options,
        "kinds": list(EventKind),
        "roles": list(Role),
        "standings": list(Standing),
        "orders": list(Order),
        "action": links.to(language, Address("events")),
        "reordered": to(replace(choice, order=other, page=1)),
        "csv": to(replace(choice, page=1), "events.csv"),
        "most_rows": MOST_ROWS,
        "previous": to_page(page.page - 1),
        "next": to_page(page.page + 1),
    }


def about_values(status: EngineStatus, texts: Texts) -> dict[str, Any]:
    """What is searched and how fresh it is."""
    language = texts.language
    return {
        "status": status,
        "counts": [(NAMES[each], each, count) for each, count in status.languages.items()],
        "newest": show_date(status.newest, language) if status.newest else None,
        "indexed": show_time(status.indexed_at, language) if status.indexed_at else None,
        "synced": show_time(status.synced, language) if status.synced else None,
    }
